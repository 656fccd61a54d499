import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { encodeTile, exists, tileBounds } from './tile.ts';

const address = { z: 14, x: 13392, y: 6772 };

test('a point comes back from the tile where it was put, with what it says', () => {
  const [west, south, east, north] = tileBounds(address);
  const point = {
    longitude: west + (east - west) * 0.25,
    latitude: south + (north - south) * 0.75,
    tags: { number: 'GZ1', overdue: true, urgency: 3, category: null },
  };
  const { layers } = new VectorTile(new PbfReader(encodeTile(address, { cases: [point] })));
  const feature = layers.cases?.feature(0);
  expect(feature?.properties).toEqual({ number: 'GZ1', overdue: true, urgency: 3 });
  const { coordinates } = (feature as NonNullable<typeof feature>).toGeoJSON(address.x, address.y, address.z).geometry as unknown as {
    coordinates: [number, number];
  };
  expect(coordinates[0]).toBeCloseTo(point.longitude, 4);
  expect(coordinates[1]).toBeCloseTo(point.latitude, 4);
});

test('points of elsewhere and empty layers are left out', () => {
  expect(encodeTile(address, { cases: [{ longitude: 0, latitude: 0, tags: {} }] })).toHaveLength(0);
});

test('neighbouring tiles share what lies on their border', () => {
  const [, , east] = tileBounds(address);
  const [west] = tileBounds({ ...address, x: address.x + 1 });
  expect(east).toBeGreaterThan(west);
});

test('there are four to the power of the zoom tiles and no more', () => {
  expect(exists({ z: 0, x: 0, y: 0 })).toBe(true);
  expect(exists({ z: 3, x: 7, y: 7 })).toBe(true);
  expect(exists({ z: 3, x: 8, y: 0 })).toBe(false);
});
