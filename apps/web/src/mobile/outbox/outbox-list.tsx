import { useNavigate } from '@tanstack/react-router';
import { confirm } from '../../kit/confirm.tsx';
import { useDates } from '../../kit/dates.ts';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { toast } from '../../kit/toast.tsx';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { useOnline } from '../../shell/offline-banner.tsx';
import { useSession } from '../../shell/session.tsx';
import { draftOf, saveDraft } from '../report/draft.ts';
import { Conflict } from './conflict.tsx';
import { type Entry, overtaken } from './entry.ts';
import { outbox, useOutbox } from './outbox.ts';

/** What has not arrived yet, each with its state and what can be done; nothing where all arrived. With a number, only acts on that matter. */
export function OutboxList({ number }: { number?: string }) {
  const t = useTexts('mobile');
  const entries = useOutbox().filter(({ state, act }) => state !== 'sent' && (number === undefined || act?.number === number));
  if (entries.length === 0) return null;
  return (
    <section className="mobile-card" aria-labelledby="outbox-title">
      <h2 id="outbox-title">{t('outbox.title', { count: entries.length })}</h2>
      <ul className="mobile-list" aria-live="polite">
        {entries.map((entry) => (
          <Waiting key={entry.key} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ entry }: { entry: Entry }) {
  const t = useTexts('mobile');
  const say = useProblemText();
  const dates = useDates();
  const online = useOnline();
  const session = useSession();
  const navigate = useNavigate();
  const spoken = useSpoken();
  const { act } = entry;
  const words = act ? `${spoken(act.label)} · ${act.title}` : String(entry.body.title ?? entry.body.body ?? '').slice(0, 40);
  const conflict = act !== null && overtaken(entry);
  const others = entry.by !== null && entry.by !== (session?.id ?? null);
  const state =
    entry.state === 'sending'
      ? t('outbox.sending')
      : conflict
        ? t('conflict.title')
        : entry.state === 'refused'
          ? t('outbox.refused', { why: entry.problem ? say(entry.problem) : '' })
          : others
            ? t('outbox.signIn')
            : online
              ? t('outbox.waiting')
              : t('outbox.offline');
  const drop = async () => {
    if (!(await confirm({ title: t('outbox.dropAsk'), body: t('outbox.dropBody'), action: t('outbox.drop'), danger: true }))) return;
    if (!(await outbox.drop(entry.key))) toast(t('outbox.busy'), 'problem');
  };
  const change = async () => {
    if (entry.route === 'act') return navigate({ to: `/m/task/${entry.act?.number}` });
    await saveDraft(entry.route, draftOf(entry));
    await outbox.drop(entry.key);
    await navigate({ to: entry.route === 'report' ? '/m/report' : '/m/record' });
  };
  return (
    <li className="mobile-row">
      <span>{words}</span>
      <span className="mobile-line">
        <Icon name={entry.state === 'refused' ? 'warning' : 'clock'} size={16} />
        {state}
        <time className="push" dateTime={new Date(entry.createdAt).toISOString()}>
          {dates.ago(entry.createdAt)}
        </time>
      </span>
      {conflict && <Conflict entry={entry} act={act} onDrop={() => void drop()} />}
      {entry.state !== 'sending' && !conflict && (
        <span className="mobile-line">
          {entry.state === 'refused' && (
            <button type="button" className="button" onClick={() => void change()}>
              {t(act ? 'outbox.openTask' : 'outbox.change')}
            </button>
          )}
          {entry.state === 'waiting' && !others && (
            <button type="button" className="button" onClick={() => void outbox.hurry(entry.key)}>
              {t('outbox.now')}
            </button>
          )}
          <button type="button" className="button button-quiet" onClick={() => void drop()}>
            {t('outbox.drop')}
          </button>
        </span>
      )}
    </li>
  );
}
