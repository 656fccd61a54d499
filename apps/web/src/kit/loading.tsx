import { useTexts } from './language.ts';
import './standing.css';

/** Grey lines where the words will stand; says so to who listens. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const t = useTexts('kit');
  return (
    <div className="loading" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={index} className="loading-line" style={{ width: `${[92, 70, 84, 58][index % 4]}%` }} />
      ))}
    </div>
  );
}
