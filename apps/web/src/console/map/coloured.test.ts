import type { RatesRow } from '@gongzhi/contract/cases';
import { describe, expect, it } from 'vitest';
import { coloured } from './coloured.ts';

const area = (code: string): GeoJSON.Feature => ({
  type: 'Feature',
  properties: { code, name: code },
  geometry: { type: 'Point', coordinates: [0, 0] },
});
const row = (key: string, open: number, onTime: number | null) =>
  ({ key, volume: { open }, rates: { onTime: { numerator: 0, denominator: 0, value: onTime } } }) as unknown as RatesRow;
const map: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [area('a'), area('b'), area('c')] };

describe('areas coloured by a figure', () => {
  it('grow stronger with the count, up to the highest there is', () => {
    const { data, colour } = coloured(map, [row('a', 4, 1), row('b', 12, 0.5)], 'open');
    expect(data.features.map(({ properties }) => properties?.shade)).toEqual([4, 12, null]);
    expect(colour).toMatchObject({ property: 'shade', from: 0, to: 12, tone: 'busy' });
  });

  it('grow stronger with what is missing of a share, and stay blank where nothing was measured', () => {
    const { data, colour } = coloured(map, [row('a', 0, 1), row('b', 0, 0.5), row('c', 0, null)], 'onTime');
    expect(data.features.map(({ properties }) => properties?.shade)).toEqual([0, 0.5, null]);
    expect(data.features.map(({ properties }) => properties?.figure)).toEqual([1, 0.5, null]);
    expect(colour).toMatchObject({ to: 0.5, tone: 'late' });
  });
});
