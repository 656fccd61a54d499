import type { AnswerOf } from '@gongzhi/contract/route';
import type { tasks } from '@gongzhi/contract/tasks';
import { type Refusal, useProblemText } from '../../../kit/problem-text.ts';
import { StateTag } from '../../../kit/state-tag.tsx';
import { useTexts } from '../../../shell/language.ts';

type Result = AnswerOf<typeof tasks.checkTask>;
const tones: Record<string, string> = { forbidden: 'late', purchasable: 'warn', assistance: 'busy', autonomy: 'good', unlisted: 'wait' };

/** What the four lists and the data held say of intended work. */
export function Checked({ result, problem }: { result: Result | undefined; problem: Refusal | null }) {
  const t = useTexts('departmentTasks');
  const say = useProblemText();
  if (!result && !problem) return null;
  return (
    <section className="card tasks-card" aria-live="polite">
      <h2>{t('checked.title')}</h2>
      {problem && <p className="schema-form-problem">{say(problem)}</p>}
      {result && (
        <>
          <Findings lists={result.lists} />
          {result.held.length > 0 && (
            <p>
              {result.answeredWhole ? t('checked.whole') : t('checked.held')} {result.held.map((field) => field.label).join('、')}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** The list that decides, and every item that was found, with why. */
export function Findings({ lists }: { lists: Result['lists'] }) {
  const t = useTexts('departmentTasks');
  return (
    <>
      <p>
        <StateTag tone={tones[lists.verdict] ?? 'stop'}>{t(`checked.verdict.${lists.verdict}`)}</StateTag>
      </p>
      {lists.findings.length === 0 && <p className="field-hint">{t('checked.none')}</p>}
      <ul className="tasks-findings">
        {lists.findings.map((finding) => (
          <li key={finding.code}>
            <strong>
              {finding.code} {finding.title}
            </strong>
            <small>
              {t(`checked.verdict.${finding.list}`)} ·{' '}
              {finding.named ? t('checked.named') : t('checked.share', { share: Math.round(finding.share * 100) })}
              {finding.basis && ` · ${finding.basis}`}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
