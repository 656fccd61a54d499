import { useTexts } from '../shell/language.ts';

/** The button under a list that has more. */
export function LoadMore({ hasMore, more, loadingMore }: { hasMore: boolean; more: () => void; loadingMore: boolean }) {
  const t = useTexts('resident');
  if (!hasMore) return null;
  return (
    <button type="button" className="button button-large button-wide" disabled={loadingMore} onClick={more}>
      {t(loadingMore ? 'kit:loading' : 'more')}
    </button>
  );
}
