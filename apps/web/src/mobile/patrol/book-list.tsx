import { patrol } from '@gongzhi/contract/patrol';
import { Link } from '@tanstack/react-router';
import { useDates } from '../../kit/dates.ts';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { drop, recordCase } from './book.ts';
import type { BookEntry } from './book-entry.ts';

/** What was written on this phone, newest first, each with what became of it. */
export function BookList({ by, entries }: { by: string; entries: readonly BookEntry[] }) {
  const t = useTexts('patrol');
  return (
    <section className="mobile-card" aria-labelledby="book-title">
      <h2 id="book-title">{t('book.title')}</h2>
      {entries.length === 0 ? (
        <p className="field-hint">{t('book.none')}</p>
      ) : (
        <ul className="mobile-list">
          {entries.map((entry) => (
            <Line key={entry.id} by={by} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ by, entry }: { by: string; entry: BookEntry }) {
  const t = useTexts('patrol');
  const say = useProblemText();
  const dates = useDates();
  const turn = useAct(patrol.turnIntoCase, { onDone: ({ number }) => void recordCase(by, entry.id, number) });
  const { outcome, body } = entry;
  const remarks = [
    entry.state === 'waiting' ? t('book.waiting') : null,
    entry.state === 'refused' && entry.problem ? t('book.refused', { why: say(entry.problem) }) : null,
    outcome?.outcome === 'conflict' ? t('book.conflict') : null,
    outcome?.because ? t(`book.because.${outcome.because}`) : null,
    outcome?.verdict === 'uncertain' ? t('book.uncertain') : null,
    outcome?.adjusted === 'clock' ? t('book.clock') : null,
    outcome?.caseRefused ? t('book.caseRefused', { why: say({ code: outcome.caseRefused, title: '', status: 422 }) }) : null,
    turn.error ? say(turn.error) : null,
  ].filter((one) => one !== null);
  const mayTurn = entry.state === 'sent' && outcome?.outcome !== 'conflict' && !outcome?.caseNumber && (body.text ?? '').length > 1;
  return (
    <li className="mobile-row">
      <span className="mobile-line">
        <strong>{t(`kind.${body.kind}`)}</strong>
        <time className="push" dateTime={String(body.at)}>
          {dates.time(String(body.at))}
        </time>
      </span>
      {body.text && <span>{body.text}</span>}
      {remarks.map((remark) => (
        <span key={remark} className="mobile-line">
          <Icon name={entry.state === 'waiting' ? 'clock' : 'warning'} size={16} />
          {remark}
        </span>
      ))}
      {outcome?.caseNumber && (
        <Link to="/m/task/$number" params={{ number: outcome.caseNumber } as never}>
          {t('note.turned', { number: outcome.caseNumber })}
        </Link>
      )}
      <span className="mobile-line">
        {mayTurn && (
          <button
            type="button"
            className="button"
            disabled={turn.isPending}
            onClick={() => turn.mutate({ params: { id: entry.id }, body: { urgency: 1 } })}
          >
            {t('note.toCase')}
          </button>
        )}
        {entry.state === 'refused' && (
          <button type="button" className="button button-quiet" onClick={() => void drop(by, entry.id)}>
            {t('book.drop')}
          </button>
        )}
      </span>
    </li>
  );
}
