import { muster } from '@gongzhi/contract/muster';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useDates } from '../../../kit/dates.ts';
import { useProblemText } from '../../../kit/problem-text.ts';
import { StateTag } from '../../../kit/state-tag.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';

/** Safety counts: how many of those there have said that they are safe. */
export function Counts({ number, counts, running }: { number: string; counts: AnswerOf<typeof muster.read>['counts']; running: boolean }) {
  const t = useTexts('musterDesk');
  const dates = useDates();
  const say = useProblemText();
  const begin = useAct(muster.beginCount, { stale: [muster.read, muster.members] });
  return (
    <section className="card tasks-card">
      <div className="muster-head">
        <h2>{t('counts.title')}</h2>
        {running && (
          <button
            type="button"
            className="button muster-noprint"
            disabled={begin.isPending}
            onClick={() => begin.mutate({ params: { number } })}
          >
            {t('counts.begin')}
          </button>
        )}
      </div>
      {begin.error && (
        <p className="schema-form-problem" role="alert">
          {say(begin.error)}
        </p>
      )}
      {counts.length === 0 && <p className="field-hint">{t('counts.none')}</p>}
      <ul className="tasks-findings">
        {counts.map((count) => (
          <li key={count.id} className="muster-head">
            <span>
              {t('counts.line', { safe: count.safe, expected: count.expected })} <small>{dates.moment(count.at)}</small>
            </span>
            {!count.endedAt && <StateTag tone={count.safe < count.expected ? 'warn' : 'good'}>{t('counts.running')}</StateTag>}
          </li>
        ))}
      </ul>
    </section>
  );
}
