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

/** From this zoom on the tiles hold single cases; further out they hold counts by grid. */
const pointsFrom = 14;
const strongestCount = 60;

export interface Shown {
  level: 'subdistrict' | 'community' | 'grid';
  figure: Figure | 'none';
  open: boolean;
  state: string | undefined;
  category: string | undefined;
}

/** The layers of the map: areas by a figure, counts by grid from afar, cases from near. */
export function useMapLayers(shown: Shown): { layers: MapLayer[]; most: number | null } {
  const t = useTexts('map');
  const language = useLanguage();
  const kind = useCaseKind();
  const navigate = useNavigate();
  const [opened] = useState(() => Date.now());
  const { level, figure, open, state, category } = shown;
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
    const query = { ...(open ? { open: 'true' } : {}), ...(state ? { state } : {}), ...(category ? { category } : {}) };
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
      {
        id: 'grids',
        kind: 'point',
        tiles: { address, layer: 'grids', maxzoom: pointsFrom - 1 },
        maxzoom: pointsFrom,
        size: { property: 'count', most: strongestCount },
        colour: { property: 'overdue', tones: { 0: 'busy' }, otherwise: 'late' },
        label: 'count',
        tip: (properties) => t('tip', { name: properties.name, count: properties.count, overdue: properties.overdue }),
      },
      {
        id: 'cases',
        kind: 'point',
        tiles: { address, layer: 'cases', minzoom: pointsFrom, maxzoom: 17 },
        minzoom: pointsFrom,
        size: 8,
        colour: { property: 'overdue', tones: { true: 'late', false: 'busy' }, otherwise: 'busy' },
        tip: (properties) => `${properties.number} · ${kind.state(String(properties.state)).label}`,
        onOpen: ({ properties }) => void navigate({ to: '/console/cases/$number', params: { number: String(properties.number) } as never }),
      },
    ];
  }, [ground, open, state, category, figure, level, language, kind, navigate]);
  return { layers, most: ground?.most ?? null };
}
