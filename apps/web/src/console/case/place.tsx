import type { MatterDetail } from '@gongzhi/contract/matters';
import { territory } from '@gongzhi/contract/territory';
import { useMemo } from 'react';
import { boundsOf } from '../../kit/map/layer.ts';
import { MapView } from '../../kit/map-view.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

/** Where it is: the grid with its outline, the point, and the words. */
export function CasePlace({ matter }: { matter: MatterDetail }) {
  const t = useTexts('case');
  const grid = useCall(territory.boundaries, { query: { under: matter.areaCode } }, { staleTime: 3_600_000 });
  const layers = useMemo(() => {
    const data = grid.data as unknown as GeoJSON.FeatureCollection | undefined;
    return data ? [{ id: 'grid', kind: 'area' as const, data, colour: 'busy' as const, label: 'name' }] : [];
  }, [grid.data]);
  const bounds = useMemo(() => boundsOf(layers.map(({ data }) => data)) ?? undefined, [layers]);
  const drawn = matter.location !== null || layers.some(({ data }) => data.features.length > 0);
  return (
    <section className="card case-card" aria-labelledby="case-place">
      <h2 id="case-place">{t('place.title')}</h2>
      <p>{matter.areas.map(({ name }) => name).join(' › ')}</p>
      {matter.address && <p className="case-address">{matter.address}</p>}
      {drawn && grid.data && (
        <MapView
          label={t('place.map', { title: matter.title })}
          height="15rem"
          layers={layers}
          bounds={bounds}
          centre={bounds ? undefined : (matter.location ?? undefined)}
          marker={matter.location ?? undefined}
        />
      )}
      {!matter.location && <p className="field-hint">{t('place.noPoint')}</p>}
    </section>
  );
}
