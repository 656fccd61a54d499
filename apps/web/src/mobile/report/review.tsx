import { useTexts } from '../../shell/language.ts';
import type { Drafting } from './draft.ts';

/** What will be sent, each part with a way back to it. */
export function Review({ drafting, onStep }: { drafting: Drafting; onStep: (step: 1 | 2) => void }) {
  const t = useTexts('report');
  const { draft, photos } = drafting;
  const where = [draft.areaName, draft.address].filter(Boolean).join(' · ') || (draft.place ? t('review.onMap') : t('place.none'));
  const parts = [
    { step: 1, label: t('review.words'), text: draft.words },
    { step: 1, label: t('review.photos'), text: t('review.photoCount', { count: photos.photos.length }) },
    { step: 2, label: t('review.place'), text: where },
  ] as const;
  return (
    <section className="mobile-card" aria-labelledby="review-title">
      <h2 id="review-title">{t('review.title')}</h2>
      <dl className="report-review">
        {parts.map(({ step, label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
            <dd>
              <button
                type="button"
                className="button button-quiet"
                onClick={() => onStep(step)}
                aria-label={t('review.changeOne', { part: label })}
              >
                {t('review.change')}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
