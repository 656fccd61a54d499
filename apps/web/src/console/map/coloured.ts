import type { RatesRow } from '@gongzhi/contract/cases';
import type { MapColour } from '../../kit/map-view.tsx';

/** Figures by which areas can be coloured. Counts grow with the trouble; shares shrink. */
export const figures = ['open', 'openOverdue', 'reported', 'onTime', 'satisfaction'] as const;
export type Figure = (typeof figures)[number];

export function figureOf(row: RatesRow, figure: Figure): number | null {
  return figure === 'onTime' || figure === 'satisfaction' ? row.rates[figure].value : row.volume[figure];
}

/**
 * Boundaries with the figure of each area as the property `figure`, null where there is none, and the scale from pale to strong. A share
 * is coloured by what is missing of it, so that strong always means: look here.
 */
export function coloured(
  boundaries: GeoJSON.FeatureCollection,
  rows: readonly RatesRow[],
  figure: Figure,
): { data: GeoJSON.FeatureCollection; colour: MapColour; most: number } {
  const share = figure === 'onTime' || figure === 'satisfaction';
  const byCode = new Map(rows.map((row) => [row.key, figureOf(row, figure)]));
  const values: number[] = [];
  const features = boundaries.features.map((feature) => {
    const value = byCode.get(String(feature.properties?.code)) ?? null;
    const shade = value === null ? null : share ? 1 - value : value;
    if (shade !== null) values.push(shade);
    return { ...feature, properties: { ...feature.properties, figure: value, shade } };
  });
  const most = Math.max(share ? 0.05 : 1, ...values);
  return {
    data: { ...boundaries, features },
    colour: { property: 'shade', from: 0, to: most, tone: figure === 'open' || figure === 'reported' ? 'busy' : 'late' },
    most,
  };
}
