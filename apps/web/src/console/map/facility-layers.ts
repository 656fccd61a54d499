import { layerThemes } from '@gongzhi/contract/layer-themes';
import type { Layer } from '@gongzhi/contract/layers';
import { organisations } from '@gongzhi/contract/organisations';
import { territory } from '@gongzhi/contract/territory';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MapLayer } from '../../kit/map-view.tsx';
import type { Tone } from '../../kit/state-tag.tsx';
import { call } from '../../shell/api.ts';
import { useLanguage, useSpoken, useTexts } from '../../shell/language.ts';
import { keyOf, useCall } from '../../shell/query.ts';

/** Stands in the address for the layer of units. */
export const unitsLayer = 'units';
const tones: Record<(typeof layerThemes)[Layer['theme']]['tone'], Tone> = {
  blue: 'busy',
  green: 'good',
  amber: 'turn',
  red: 'late',
  violet: 'new',
  grey: 'wait',
};
/** Pages of units that are read for the map; more would be no overview. */
const mostPages = 10;

const gridUnitsFrom = 13.5;

async function readUnits(signal: AbortSignal) {
  const units = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await call(organisations.listOrganisations, { query: { limit: 200, ...(cursor ? { cursor } : {}) }, signal });
    units.push(...answer.items);
    if (!answer.next) break;
    cursor = answer.next;
  }
  const codes = [...new Set(units.map(({ areaCode }) => areaCode))];
  const slices = Array.from({ length: Math.ceil(codes.length / 150) }, (_, at) => codes.slice(at * 150, (at + 1) * 150));
  const areas = (
    await Promise.all(slices.map((slice) => call(territory.listAreas, { query: { codes: slice.join(','), limit: 200 }, signal })))
  ).flatMap(({ items }) => items);
  return { units, areas };
}

/** Layers of facilities and of units: those there are, and those that were chosen as the map draws them. */
export function useFacilityLayers(chosen: readonly string[]): { offered: Layer[]; layers: MapLayer[] } {
  const t = useTexts('map');
  const language = useLanguage();
  const spoken = useSpoken();
  const offered = useCall(territory.listLayers, {}, { staleTime: 60_000 }).data?.items;
  const shown = (offered ?? []).filter(({ id }) => chosen.includes(id));
  const read = useQueries({
    queries: shown.map(({ id, changedAt }) => ({
      queryKey: [...keyOf(territory.facilities, { params: { id } }), changedAt],
      queryFn: ({ signal }: { signal: AbortSignal }) => call(territory.facilities, { params: { id }, signal }),
      staleTime: 3_600_000,
    })),
    combine: (results) => results.map(({ data }) => data as unknown as GeoJSON.FeatureCollection | undefined),
  });
  const units = useQuery({
    queryKey: ['map.units'],
    queryFn: ({ signal }) => readUnits(signal),
    enabled: chosen.includes(unitsLayer),
    staleTime: 600_000,
  }).data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone; what is shown changes with what was read
  const layers = useMemo((): MapLayer[] => {
    const facilities = shown.flatMap((layer, at): MapLayer[] => {
      const theme = layerThemes[layer.theme];
      const known: Record<string, { zh: string; en: string }> = theme.attributes;
      return read[at]
        ? [
            {
              id: `layer-${layer.id}`,
              kind: 'mixed',
              data: read[at],
              colour: tones[theme.tone],
              sign: theme.sign[language],
              tip: ({ key: _key, name, ...rest }) =>
                [
                  String(name || layer.name),
                  ...Object.entries(rest)
                    .slice(0, 6)
                    .map(([key, value]) => `${known[key]?.[language] ?? key} ${value}`),
                ].join(' · '),
            },
          ]
        : [];
    });
    if (!units || !chosen.includes(unitsLayer)) return facilities;
    const byArea = new Map<string, string[]>();
    for (const unit of units.units) byArea.set(unit.areaCode, [...(byArea.get(unit.areaCode) ?? []), spoken(unit.name)]);
    const features = (grids: boolean) =>
      units.areas.flatMap(({ code, name, center, level }): GeoJSON.Feature[] => {
        const names = byArea.get(code);
        return center && names && grids === (level === 'grid' || level === 'building')
          ? [
              {
                type: 'Feature',
                properties: { name, units: names.slice(0, 8).join(t('comma')), count: names.length },
                geometry: { type: 'Point', coordinates: [...center] },
              },
            ]
          : [];
      });
    const layer = (id: string, grids: boolean): MapLayer => ({
      id,
      kind: 'mixed',
      data: { type: 'FeatureCollection', features: features(grids) },
      colour: 'new',
      sign: t('layers.unitSign'),
      tip: ({ name, units: names, count }) => t('layers.unitTip', { name, names, count }),
    });
    // The units of single grids would cover everything from afar.
    return [...facilities, layer(unitsLayer, false), { ...layer('units-grid', true), minzoom: gridUnitsFrom }];
  }, [read, units, chosen.join(), language]);
  return { offered: offered ?? [], layers };
}
