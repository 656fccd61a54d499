import { cases } from '@gongzhi/contract/cases';
import { useNavigate } from '@tanstack/react-router';
import { useDates } from '../../kit/dates.ts';
import { toast } from '../../kit/toast.tsx';
import type { Position } from '../../resident/position.ts';
import { distanceText } from '../../resident/position.ts';
import { CaseState } from '../../resident/state-words.tsx';
import { useTexts } from '../../shell/language.ts';
import { useAct, useCall } from '../../shell/query.ts';
import { useSession } from '../../shell/session.tsx';

/** Problems near the place that are in hand already: joining one tells the unit more than another report does. */
export function Nearby({ place, category }: { place: Position; category: string }) {
  const t = useTexts('report');
  const dates = useDates();
  const session = useSession();
  const navigate = useNavigate();
  const like = useAct(cases.like, { onDone: () => toast(t('nearby.joined')) });
  const found = useCall(
    cases.nearby,
    { query: { ...place, metres: 200, ...(category ? { category } : {}) } },
    { keep: true, staleTime: 60_000 },
  );
  const items = found.data?.items.slice(0, 5) ?? [];
  if (items.length === 0) return null;
  const join = (number: string) => {
    if (session?.kind === 'resident') like.mutate({ params: { number }, body: { like: true } });
    void navigate({ to: `/wall/${number}` });
  };
  return (
    <section className="mobile-card report-nearby" aria-labelledby="nearby-title">
      <h2 id="nearby-title">{t('nearby.title', { count: items.length })}</h2>
      <p className="field-hint">{t('nearby.hint')}</p>
      <ul className="mobile-list">
        {items.map((item) => (
          <li key={item.number} className="mobile-row">
            <strong>{item.title}</strong>
            <span className="mobile-line">
              <CaseState state={item.state} />
              {distanceText(item.metres)} · {dates.ago(item.openedAt)}
            </span>
            <button
              type="button"
              className="button"
              onClick={() => join(item.number)}
              aria-label={t('nearby.joinOne', { title: item.title })}
            >
              {t('nearby.join')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
