import { territory } from '@gongzhi/contract/territory';
import { useMemo } from 'react';
import { boundsOf } from '../../kit/map/layer.ts';
import { type MapLayer, MapView } from '../../kit/map-view.tsx';
import type { Position } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useSession } from '../../shell/session.tsx';

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
  const session = useSession();
  // Staff report from where they work; whoever has no post begins with everything.
  const at = session?.posts[0]?.areaCode;
  const own = useMemo(() => {
    const within =
      boundaries.data?.features.filter(({ properties }) => at && at.length > 6 && String(properties?.code).startsWith(at.slice(0, 12))) ??
      [];
    return within.length > 0 ? (boundsOf([{ type: 'FeatureCollection', features: within as GeoJSON.Feature[] }]) ?? undefined) : undefined;
  }, [boundaries.data, at]);
  return (
    <div>
      <p className="field-hint">{t('place.mapHint')}</p>
      <MapView
        label={t('place.map')}
        height="16rem"
        layers={layers}
        bounds={place ? undefined : own}
        centre={place ?? undefined}
        marker={place ? { ...place, onMove: onPlace } : undefined}
        onClick={onPlace}
      />
    </div>
  );
}
