import type { BoardNow } from '@gongzhi/contract/board';
import { territory } from '@gongzhi/contract/territory';
import { useMemo } from 'react';
import { type MapLayer, MapView } from '../kit/map-view.tsx';
import { useTexts } from '../shell/language.ts';
import { useCall } from '../shell/query.ts';

const levels: Record<number, 'subdistrict' | 'community' | 'grid'> = { 9: 'subdistrict', 12: 'community', 15: 'grid' };

/** The areas below, coloured by what is overdue, with the hot spots as marks; the table under it says the same. */
export function BoardMap({ now, onArea }: { now: BoardNow; onArea: (code: string) => void }) {
  const t = useTexts('screen');
  const level = levels[now.areas[0]?.code.length ?? 0];
  const boundaries = useCall(
    territory.boundaries,
    { query: { level: level ?? 'grid' } },
    { staleTime: 3_600_000, enabled: level !== undefined },
  );
  // Only what is drawn makes a new map: a board that comes in with the same figures leaves it alone.
  const drawn = JSON.stringify([
    now.areas.map((area) => [area.code, area.reported, area.open, area.overdue]),
    now.hotSpots.map((spot) => spot.id),
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` stands for the figures
  const layers = useMemo((): MapLayer[] => {
    const figures = new Map(now.areas.map((area) => [area.code, area]));
    const data = boundaries.data as unknown as GeoJSON.FeatureCollection | undefined;
    const features = (data?.features ?? []).flatMap((feature) => {
      const figure = figures.get(String(feature.properties?.code));
      return figure ? [{ ...feature, properties: { ...figure, center: undefined } }] : [];
    });
    const most = Math.max(1, ...now.areas.map((area) => area.overdue));
    return [
      {
        id: 'areas',
        kind: 'area',
        data: { type: 'FeatureCollection', features },
        colour: { property: 'overdue', from: 0, to: most, tone: 'late' },
        label: 'name',
        onOpen: ({ properties }) => onArea(String(properties.code)),
        tip: (properties) => t('tip', properties),
      },
      {
        id: 'hot',
        kind: 'point',
        colour: 'warn',
        size: 12,
        data: {
          type: 'FeatureCollection',
          features: now.hotSpots.flatMap((spot) =>
            spot.center
              ? [
                  {
                    type: 'Feature' as const,
                    geometry: { type: 'Point' as const, coordinates: [...spot.center] },
                    properties: { name: `${spot.topicName} ${spot.observed}` },
                  },
                ]
              : [],
          ),
        },
        label: 'name',
      },
    ];
  }, [boundaries.data, drawn]);
  return (
    <div className="screen-card screen-map">
      <MapView label={t('map')} height="100%" layers={layers} />
    </div>
  );
}
