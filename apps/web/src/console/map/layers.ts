import { cases } from '@gongzhi/contract/cases';
import { territory } from '@gongzhi/contract/territory';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { MapLayer } from '../../kit/map-view.tsx';
import { useLanguage, useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { periodOf } from '../figures/period.ts';
import { percent } from '../figures/rate-text.ts';
import { useCaseKind } from '../matter/kind.ts';
import { coloured, type Figure } from './coloured.ts';
import type { TimeWindow } from './time-window.ts';
import type { Way } from './ways.ts';

/** Further out the tiles hold counts by grid; from here on counts by cell, and single cases where a cell holds one. */
const cellsFrom = 14;
const strongestCount = 400;

export interface Shown {
  level: 'subdistrict' | 'community' | 'grid';
  figure: Figure | 'none';
  open: boolean;
  state: string | undefined;
  category: string | undefined;
  way: Way;
  /** Opened in this window of time. */
  days: TimeWindow | null;
  /** While something is drawn, a click means a corner and opens nothing. */
  still: boolean;
}

/** The layers of the map: areas by a figure, counts by grid from afar, cases from near. */
export function useMapLayers(shown: Shown): { layers: MapLayer[]; most: number | null } {
  const t = useTexts('map');
  const language = useLanguage();
  const kind = useCaseKind();
  const navigate = useNavigate();
  const [opened] = useState(() => Date.now());
  const { level, figure, open, state, category, way, days, still } = shown;
  const boundaries = useCall(territory.boundaries, { query: { level } }, { keep: true, staleTime: 3_600_000 });
  const rates = useCall(
    cases.rates,
    { query: { ...periodOf('this-month', {}, opened), by: 'area', level, ...(category && !category.includes(',') ? { category } : {}) } },
    { keep: true, enabled: figure !== 'none', staleTime: 60_000 },
  );
  const ground = useMemo(() => {
    const data = boundaries.data as unknown as GeoJSON.FeatureCollection | undefined;
    if (!data) return null;
    return figure !== 'none' && rates.data ? coloured(data, rates.data.rows, figure) : { data, colour: 'wait' as const, most: null };
  }, [boundaries.data, rates.data, figure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone
  const layers = useMemo((): MapLayer[] => {
    const query = {
      ...(open ? { open: 'true' } : {}),
      ...(state ? { state } : {}),
      ...(category ? { category } : {}),
      ...(days ? { openedFrom: days.openedFrom, openedTo: days.openedTo } : {}),
      ...(way === 'heat' ? { fine: 'true' } : {}),
    };
    const address = `/api/tiles/cases/{z}/{x}/{y}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
    const words = (value: unknown) =>
      figure === 'onTime' || figure === 'satisfaction' ? percent(typeof value === 'number' ? value : null) : String(value ?? '—');
    return [
      ...(ground
        ? [
            {
              id: 'areas',
              kind: 'area' as const,
              data: ground.data,
              colour: ground.colour,
              ...(level === 'subdistrict' ? { label: 'name' } : {}),
              tip: (properties: Record<string, unknown>) =>
                figure === 'none' ? String(properties.name) : `${properties.name}：${t(`figure.${figure}`)} ${words(properties.figure)}`,
            },
          ]
        : []),
      ...(way === 'heat' ? heat(address) : []),
      ...(way === 'marks'
        ? [
            gathered('grids', { address, layer: 'grids', maxzoom: cellsFrom - 1 }, (properties) => t('tip', properties), {
              maxzoom: cellsFrom,
            }),
            gathered('clusters', near(address, 'clusters'), (properties) => t('tipCell', properties), { minzoom: cellsFrom }),
          ]
        : []),
      {
        id: 'cases',
        kind: 'point',
        tiles: near(address, 'cases'),
        minzoom: way === 'heat' ? 16 : cellsFrom,
        size: 8,
        colour: { property: 'overdue', tones: { true: 'late', false: 'busy' }, otherwise: 'busy' },
        tip: (properties) => `${properties.number} · ${kind.state(String(properties.state)).label}`,
        ...(still
          ? {}
          : {
              onOpen: ({ properties }) =>
                void navigate({ to: '/console/cases/$number', params: { number: String(properties.number) } as never }),
            }),
      },
    ];
  }, [ground, open, state, category, figure, level, way, days?.openedFrom, days?.openedTo, still, language, kind, navigate]);
  return { layers, most: ground?.most ?? null };
}

const near = (address: string, layer: 'clusters' | 'cases') => ({ address, layer, minzoom: cellsFrom, maxzoom: 17 });

/** Marks that say how many there are, coloured by how many of them are overdue. */
const gathered = (
  id: string,
  tiles: NonNullable<MapLayer['tiles']>,
  tip: NonNullable<MapLayer['tip']>,
  zooms: Pick<MapLayer, 'minzoom' | 'maxzoom'>,
): MapLayer => ({
  id,
  kind: 'point',
  tiles,
  ...zooms,
  size: { property: 'count', most: strongestCount },
  colour: { property: 'late', tones: { none: 'busy', some: 'turn', many: 'late' }, otherwise: 'busy' },
  label: 'count',
  labelInside: true,
  tip,
});

/** Heat from afar by the counts of grids, from near by those of cells and by single cases. */
const heat = (address: string): MapLayer[] => [
  { id: 'heat-grids', kind: 'heat', tiles: { address, layer: 'grids', maxzoom: cellsFrom - 1 }, maxzoom: cellsFrom, weight: 'count' },
  { id: 'heat-clusters', kind: 'heat', tiles: near(address, 'clusters'), minzoom: cellsFrom, weight: 'count' },
  { id: 'heat-cases', kind: 'heat', tiles: near(address, 'cases'), minzoom: cellsFrom },
];
