import { useMemo, useState } from 'react';
import { Chart } from '../../kit/chart.tsx';
import { type MapLayer, MapView } from '../../kit/map-view.tsx';
import { useTexts } from '../../shell/language.ts';
import { Part } from './page.tsx';

const names = ['东', '南', '西', '北'];
const square = (x: number, y: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.008],
      [x, y + 0.008],
      [x, y],
    ],
  ],
});
const areas: GeoJSON.FeatureCollection = {
  type: 'FeatureCollection',
  features: names.map((name, index) => ({
    type: 'Feature',
    properties: { name, count: index * 7 },
    geometry: square(120 + (index % 2) * 0.01, 30 + Math.floor(index / 2) * 0.008),
  })),
};
const points: GeoJSON.FeatureCollection = {
  type: 'FeatureCollection',
  features: Array.from({ length: 40 }, (_, index) => ({
    type: 'Feature',
    properties: { state: ['busy', 'late', 'good'][index % 3] },
    geometry: { type: 'Point', coordinates: [120.001 + ((index * 37) % 180) / 10_000, 30.001 + ((index * 53) % 140) / 10_000] },
  })),
};
const months = ['1', '2', '3', '4', '5', '6'].map((month, index) => ({
  month,
  closed: 40 + index * 9,
  open: 20 - index * 2,
  rate: 0.82 + index * 0.02,
}));

export function Figures() {
  const t = useTexts('kitPage');
  const [marker, setMarker] = useState({ longitude: 120.01, latitude: 30.008 });
  const layers = useMemo<MapLayer[]>(
    () => [
      {
        id: 'areas',
        kind: 'area',
        data: areas,
        colour: { property: 'count', from: 0, to: 30 },
        label: 'name',
        tip: ({ name, count }) => `${name} ${count}`,
      },
      { id: 'points', kind: 'cluster', data: points, colour: { property: 'state', tones: { busy: 'busy', late: 'late', good: 'good' } } },
    ],
    [],
  );
  const series = useMemo(
    () => [
      { key: 'closed', label: t('closed'), stack: 'all', tone: 'good' as const },
      { key: 'open', label: t('open'), stack: 'all', tone: 'turn' as const },
    ],
    [t],
  );
  const rate = useMemo(() => [{ key: 'rate', label: t('rate'), kind: 'line' as const, tone: 'busy' as const }], [t]);
  return (
    <>
      <Part name="MapView" plain>
        <MapView
          label={t('map')}
          layers={layers}
          marker={{ ...marker, onMove: setMarker }}
          onClick={setMarker}
          list={names.map((name, index) => ({ key: name, label: name, hint: String(index * 7) }))}
        />
      </Part>
      <Part name="Chart" plain>
        <div className="kit-page-two">
          <Chart label={t('volume')} rows={months} x={{ key: 'month', label: t('month') }} series={series} />
          <Chart label={t('rate')} rows={months} x={{ key: 'month', label: t('month') }} series={rate} unit="%" target={0.9} />
        </div>
      </Part>
    </>
  );
}
