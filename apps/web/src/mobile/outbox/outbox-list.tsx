import { useNavigate } from '@tanstack/react-router';
import { confirm } from '../../kit/confirm.tsx';
import { useDates } from '../../kit/dates.ts';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';
import { useOnline } from '../../shell/offline-banner.tsx';
import { useSession } from '../../shell/session.tsx';
import { draftOf, saveDraft } from '../report/draft.ts';
import type { Entry } from './entry.ts';
import { outbox, useOutbox } from './outbox.ts';

/** Reports that have not arrived yet, each with its state and what can be done; nothing where all arrived. */
export function OutboxList() {
  const t = useTexts('mobile');
  const entries = useOutbox().filter(({ state }) => state !== 'sent');
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
  const words = String(entry.body.title ?? entry.body.body ?? '').slice(0, 40);
  const others = entry.by !== null && entry.by !== (session?.id ?? null);
  const state =
    entry.state === 'sending'
      ? t('outbox.sending')
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
      {entry.state !== 'sending' && (
        <span className="mobile-line">
          {entry.state === 'refused' && (
            <button type="button" className="button" onClick={() => void change()}>
              {t('outbox.change')}
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
