import { matters } from '@gongzhi/contract/matters';
import { ErrorState } from '../../kit/error-state.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useKindWords } from '../tasks/kind-words.ts';
import type { Entry, KeptAct } from './entry.ts';
import { outbox } from './outbox.ts';
import './conflict.css';

/** Somebody else was there first: what they did, and the choice to do one's own act all the same or to let it go. */
export function Conflict({ entry, act, onDrop }: { entry: Entry; act: KeptAct; onDrop: () => void }) {
  const t = useTexts('mobile');
  const spoken = useSpoken();
  const words = useKindWords();
  const question = useCall(matters.read, { params: { number: act.number } }, { staleTime: 0 });
  const task = question.data;
  if (!task)
    return question.error ? <ErrorState problem={question.error} onRetry={() => void question.refetch()} /> : <Loading lines={3} />;
  const news = task.entries.filter(({ no }) => no > act.seen);
  const possible = task.actions.some(({ action }) => action === act.action);
  const label = spoken(act.label);
  const apply = () => void outbox.apply(entry.key, { version: task.version, seen: task.entries.at(-1)?.no ?? act.seen });
  return (
    <div className="outbox-conflict">
      <p>{t(news.length > 0 ? 'conflict.news' : 'conflict.moved')}</p>
      <Timeline
        label={t('conflict.title')}
        items={news.map((item) => ({
          id: item.no,
          at: item.at,
          title: words.action(task.kind, item.action),
          by: [item.actor.name, item.actor.organisation].filter(Boolean).join(' · '),
          body: item.note ?? undefined,
          tone: words.state(task.kind, item.to).tone,
        }))}
      />
      <p>
        <strong>{t('conflict.now', { state: words.state(task.kind, task.state).words })}</strong>
      </p>
      {!possible && <p className="field-problem">{t('conflict.impossible', { action: label })}</p>}
      <span className="mobile-line">
        {possible && (
          <button type="button" className="button button-primary" disabled={question.isFetching} onClick={apply}>
            {t('conflict.apply', { action: label })}
          </button>
        )}
        <button type="button" className="button" onClick={onDrop}>
          {t('conflict.drop')}
        </button>
      </span>
    </div>
  );
}
