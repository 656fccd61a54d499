import { matters } from '@gongzhi/contract/matters';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { filterOf, isQuick, quickChange, quickFilters, type Search, withoutQuick } from './filter.ts';

/** The everyday lists as buttons with their counts; counted on what else is filtered. */
export function QuickFilters({ search, set }: { search: Search; set: (change: Record<string, string | undefined>) => void }) {
  const t = useTexts('cases');
  const base = withoutQuick(search);
  const asking = { keep: true, staleTime: 30_000 };
  const open = useCall(matters.counts, { query: filterOf({ ...base, open: 'true' }) }, asking).data;
  const all = useCall(matters.counts, { query: filterOf(base) }, asking).data;
  const mine = useCall(matters.counts, { query: filterOf({ ...base, open: 'true', mine: 'true' }) }, asking).data;
  const countOf = (which: string): string => {
    const found = which === 'total' ? all : which === 'mine' ? mine : open;
    if (!found) return '';
    const states = found.states;
    const count =
      which === 'total' || which === 'mine'
        ? found.total
        : which === 'overdue'
          ? found.overdue
          : which === 'answered'
            ? (states.answered ?? 0) + (states.verified ?? 0)
            : (states[which] ?? 0);
    return `${count}${found.capped ? '+' : ''}`;
  };
  return (
    <nav className="cases-quick" aria-label={t('quick.label')}>
      {quickFilters.map(({ key, set: change, which }) => (
        <button
          key={key}
          type="button"
          className="cases-quick-one"
          data-late={key === 'overdue' || undefined}
          aria-pressed={isQuick(search, change)}
          onClick={() => set(quickChange(change))}
        >
          <span>{t(`quick.${key}`)}</span>
          <strong>{countOf(which)}</strong>
        </button>
      ))}
    </nav>
  );
}
