import { territory } from '@gongzhi/contract/territory';
import { useMemo } from 'react';
import { type MapLayer, MapView } from '../../kit/map-view.tsx';
import type { Position } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

/** The communities of the district with a pin that is set by a tap and moved by dragging. */
export function PlaceMap({ place, areaCode, onPlace }: { place: Position | null; areaCode: string; onPlace: (at: Position) => void }) {
  const t = useTexts('report');
  const boundaries = useCall(territory.boundaries, { query: { level: 'community' } }, { staleTime: 3_600_000 });
  const layers = useMemo<MapLayer[]>(
    () => [
      {
        id: 'communities',
        kind: 'area',
        colour: 'busy',
        label: 'name',
        ...(boundaries.data ? { data: boundaries.data as GeoJSON.FeatureCollection } : {}),
        selected: areaCode ? { property: 'code', value: areaCode.slice(0, 12) } : undefined,
      },
    ],
    [boundaries.data, areaCode],
  );
  return (
    <div>
      <p className="field-hint">{t('place.mapHint')}</p>
      <MapView
        label={t('place.map')}
        height="16rem"
        layers={layers}
        centre={place ?? undefined}
        marker={place ? { ...place, onMove: onPlace } : undefined}
        onClick={onPlace}
      />
    </div>
  );
}
