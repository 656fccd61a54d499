import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import { type Refusal, useProblemText } from './problem-text.ts';
import './standing.css';

/** A question that failed: what happened in words, a way to try again, and the trace for who looks after the server. */
export function ErrorState({ problem, onRetry }: { problem: Refusal; onRetry?: () => void }) {
  const t = useTexts('kit');
  const say = useProblemText();
  return (
    <div className="standing" role="alert">
      <span className="standing-icon standing-icon-problem">
        <Icon name="warning" size={28} />
      </span>
      <p className="standing-title">{say(problem)}</p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          <Icon name="refresh" />
          {t('retry')}
        </button>
      )}
      <p className="standing-trace">
        {t('error.code')} <code>{problem.code}</code>
        {problem.trace && (
          <>
            {' '}
            · {t('error.trace')} <code>{problem.trace}</code>
          </>
        )}
      </p>
    </div>
  );
}
