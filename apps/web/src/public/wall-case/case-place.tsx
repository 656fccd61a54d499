import { territory } from '@gongzhi/contract/territory';
import { useMemo } from 'react';
import { type MapLayer, MapView } from '../../kit/map-view.tsx';
import { WhenSeen } from '../../kit/when-seen.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

/** About where it is; what the server publishes is not the exact place. */
export function CasePlace({ at, areaCode }: { at: { longitude: number; latitude: number }; areaCode: string }) {
  const t = useTexts('public');
  const boundaries = useCall(
    territory.boundaries,
    { query: { under: areaCode.slice(0, 9), level: 'community' } },
    { staleTime: 3_600_000 },
  ).data;
  const layers = useMemo<MapLayer[]>(
    () => [
      {
        id: 'areas',
        kind: 'area',
        label: 'name',
        selected: { property: 'code', value: areaCode.slice(0, 12) },
        ...(boundaries ? { data: boundaries as GeoJSON.FeatureCollection } : {}),
      },
    ],
    [boundaries, areaCode],
  );
  return (
    <section className="public-card">
      <h2>{t('case.place')}</h2>
      <WhenSeen height="14rem">
        <MapView label={t('case.place')} height="14rem" layers={layers} centre={at} marker={at} />
      </WhenSeen>
    </section>
  );
}
