import { cases } from '@gongzhi/contract/cases';
import { territory } from '@gongzhi/contract/territory';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ErrorState } from '../../kit/error-state.tsx';
import { type MapLayer, MapView } from '../../kit/map-view.tsx';
import { useCaseWords } from '../../resident/state-words.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

interface Filter {
  wall: 'problems' | 'echoes';
  area?: string;
  category?: string;
  state?: string;
  text?: string;
}
const most = 200;

/** The newest cases in the shown part of the map; moving the map asks again. */
export function WallMap({ filter }: { filter: Filter }) {
  const t = useTexts('public');
  const words = useCaseWords();
  const navigate = useNavigate();
  const [bbox, setBbox] = useState<string | null>(null);
  const boundaries = useCall(territory.boundaries, { query: { level: 'subdistrict' } }, { staleTime: 3_600_000 }).data;
  const found = useCall(cases.wall, { query: { ...filter, limit: most, ...(bbox ? { bbox } : {}) } }, { keep: true });
  const placed = useMemo(() => found.data?.items.filter(({ location }) => location !== null) ?? [], [found.data]);
  const layers = useMemo<MapLayer[]>(
    () => [
      {
        id: 'areas',
        kind: 'area',
        label: 'name',
        ...(boundaries ? { data: boundaries as GeoJSON.FeatureCollection } : {}),
      },
      {
        id: 'cases',
        kind: 'cluster',
        colour: filter.wall === 'echoes' ? 'good' : 'warn',
        size: 8,
        data: {
          type: 'FeatureCollection',
          features: placed.map(({ number, title, location }) => ({
            type: 'Feature',
            properties: { number, title },
            geometry: { type: 'Point', coordinates: [location!.longitude, location!.latitude] },
          })),
        },
        tip: ({ title }) => String(title),
        onOpen: ({ properties }) => void navigate({ to: `/wall/${String(properties.number)}` }),
      },
    ],
    [boundaries, placed, filter.wall, navigate],
  );
  if (found.error && !found.data) return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />;
  return (
    <MapView
      label={t('wall.mapLabel')}
      height="min(70vh, 36rem)"
      layers={layers}
      onMoved={({ bounds }) => setBbox(bounds.map((degrees) => degrees.toFixed(5)).join(','))}
      list={placed.map((item) => ({
        key: item.number,
        label: item.title,
        hint: `${words.state(item.state)} · ${item.areaName}`,
        onOpen: () => void navigate({ to: `/wall/${item.number}` }),
      }))}
    />
  );
}
