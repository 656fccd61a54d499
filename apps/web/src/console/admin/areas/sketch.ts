import { useState } from 'react';
import type { MapLayer } from '../../../kit/map-view.tsx';
import type { Position } from './boundary.ts';
import { degreesOf, snapped } from './cut-and-join.ts';

/** So many pixels around a corner of a neighbour draw a click to it. */
export const reachPixels = 12;

/** A line that is being drawn on the map by clicks, which go to corners of neighbours nearby. Null while nothing is drawn. */
export function useSketch(corners: readonly Position[]) {
  const [line, setLine] = useState<Position[] | null>(null);
  return {
    line,
    begin: () => setLine([]),
    drop: () => setLine(null),
    back: () => setLine((now) => now?.slice(0, -1) ?? null),
    /** A click; the first corner again closes a surface and gives true. */
    add({ longitude, latitude }: { longitude: number; latitude: number }, zoom: number): boolean {
      if (!line) return false;
      const first = line[0];
      const near = snapped(
        [rounded(longitude), rounded(latitude)],
        first && line.length > 2 ? [first, ...corners] : corners,
        degreesOf(reachPixels, zoom),
      );
      if (first && line.length > 2 && near === first) return true;
      if (line.at(-1) !== near) setLine([...line, near]);
      return false;
    },
  };
}
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** The line so far, for the map. */
export function sketchLayers(line: readonly Position[] | null): MapLayer[] {
  if (!line) return [];
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry });
  return [
    {
      id: 'sketch',
      kind: 'mixed',
      colour: 'late',
      data: {
        type: 'FeatureCollection',
        features: [
          ...(line.length > 1 ? [feature({ type: 'LineString', coordinates: line as Position[] })] : []),
          ...line.map((coordinates) => feature({ type: 'Point', coordinates })),
        ],
      },
    },
  ];
}

/** Every corner of drawn areas. */
export const cornersOf = (around: GeoJSON.FeatureCollection | undefined): Position[] =>
  (around?.features ?? []).flatMap(({ geometry }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? (geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as Position[])
      : [],
  );
