import type { MatterDetail } from '@gongzhi/contract/matters';
import { Link } from '@tanstack/react-router';
import { useDates } from '../../kit/dates.ts';
import { useTexts } from '../../shell/language.ts';
import { CaseState } from '../matter/marks.tsx';

/** What hangs together with a case: parent, children, duplicates. */
export function Related({ matter }: { matter: MatterDetail }) {
  const t = useTexts('case');
  const rows = [
    ...(matter.parent ? [{ ...matter.parent, state: null, kind: t('related.parent') }] : []),
    ...matter.children.map((child) => ({ ...child, kind: t('related.child') })),
    ...matter.links.map((link) => ({ ...link, kind: t(`related.${link.kind}-${link.direction}`) })),
  ];
  if (rows.length === 0) return null;
  return (
    <section className="card case-card" aria-labelledby="case-related">
      <h2 id="case-related">{t('related.title')}</h2>
      <ul className="case-related">
        {rows.map((row) => (
          <li key={`${row.kind}${row.number}`}>
            <small>{row.kind}</small>
            <Link to="/console/cases/$number" params={{ number: row.number } as never}>
              {row.title}
            </Link>
            {row.state && <CaseState state={row.state} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was said of the handling, by whom. */
export function Ratings({ matter }: { matter: MatterDetail }) {
  const t = useTexts('case');
  const dates = useDates();
  if (matter.ratings.length === 0) return null;
  const yesNo = (value: boolean | null, yes: string, no: string) => (value === null ? null : value ? yes : no);
  return (
    <section className="card case-card" aria-labelledby="case-ratings">
      <h2 id="case-ratings">{t('ratings.title')}</h2>
      <ul className="case-related">
        {matter.ratings.map((rating) => (
          <li key={rating.id}>
            <strong>{t(`ratings.by.${rating.by}`)}</strong>
            {rating.satisfaction !== null && <span>{t('ratings.grade', { grade: rating.satisfaction })}</span>}
            <span>
              {[
                yesNo(rating.contacted, t('ratings.contacted'), t('ratings.uncontacted')),
                yesNo(rating.resolved, t('ratings.resolved'), t('ratings.unresolved')),
                ...rating.reasons,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {rating.comment && <p>{rating.comment}</p>}
            <small>{dates.moment(rating.at)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What came of it in words: result, measure, reply, and the cards that were shown on the way. */
export function Results({ matter }: { matter: MatterDetail }) {
  const t = useTexts('case');
  const dates = useDates();
  const said = (['result', 'measure', 'reply'] as const).flatMap((key) => {
    const value = matter.details[key];
    return typeof value === 'string' && value !== '' ? [{ key, value }] : [];
  });
  const cards = (Array.isArray(matter.details.cards) ? matter.details.cards : []) as {
    grade: string;
    at: string;
    by: string;
    reason: string;
  }[];
  if (said.length === 0 && cards.length === 0) return null;
  return (
    <section className="card case-card" aria-labelledby="case-results">
      <h2 id="case-results">{t('results.title')}</h2>
      <dl className="case-results">
        {said.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`results.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {cards.map((card) => (
          <div key={card.at}>
            <dt className={`case-card-${card.grade}`}>{t(`results.card.${card.grade}`)}</dt>
            <dd>
              {card.reason} <small>{[card.by, dates.moment(card.at)].join(' · ')}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
