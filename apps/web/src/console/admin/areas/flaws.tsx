import type { AnswerOf } from '@gongzhi/contract/route';
import type { territory } from '@gongzhi/contract/territory';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { boundsOf } from '../../../kit/map/layer.ts';
import { Tag } from '../../../kit/state-tag.tsx';
import type { ApiProblem } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';

type Answer = AnswerOf<typeof territory.checkBoundaries>;
type Flaw = Answer['items'][number];

/** The flaws that have a place, for the map. */
export const flawCollection = (flaws: readonly Flaw[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: flaws
    .filter(({ geometry }) => geometry)
    .map(({ kind, geometry }) => ({ type: 'Feature', properties: { kind }, geometry: geometry as GeoJSON.Geometry })),
});

/** Where the areas below leave gaps, overlap or stand outside: the list beside the red on the map. */
export function Flaws({
  asked,
  nameOf,
  onShow,
}: {
  asked: UseQueryResult<Answer, ApiProblem>;
  nameOf: (code: string) => string;
  onShow: (bounds: [number, number, number, number] | null) => void;
}) {
  const t = useTexts('areas');
  const flaws = asked.data?.items ?? [];
  return (
    <section className="admin-panel" aria-label={t('flaws.title')} aria-live="polite">
      <header>
        <h2>{t('flaws.title')}</h2>
        {flaws.length > 0 && (
          <button type="button" className="button button-quiet" onClick={() => onShow(null)}>
            {t('flaws.all')}
          </button>
        )}
      </header>
      {asked.error && <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isLoading && <Loading lines={2} />}
      {asked.data && flaws.length === 0 && (
        <p className="admin-good">
          <Icon name="check" />
          {t('flaws.ok')}
        </p>
      )}
      {flaws.length > 0 && (
        <>
          <p className="admin-refused">
            <Icon name="warning" />
            {t('flaws.count', { count: flaws.length })}
          </p>
          <ul className="areas-flaws">
            {flaws.slice(0, 200).map((flaw) => {
              const box = flaw.geometry ? boundsOf([flawCollection([flaw])]) : null;
              return (
                <li key={`${flaw.kind} ${flaw.areas.join()} ${flaw.squareMetres}`}>
                  <Tag tone="red">{t(`flaws.${flaw.kind}`)}</Tag>
                  <span>{flaw.areas.map(nameOf).join(t('admin:comma'))}</span>
                  {flaw.squareMetres > 0 && (
                    <span className="tabular">{t('flaws.size', { size: Math.round(flaw.squareMetres).toLocaleString() })}</span>
                  )}
                  {box && (
                    <button type="button" className="button button-quiet" onClick={() => onShow(box)}>
                      {t('flaws.show')}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
