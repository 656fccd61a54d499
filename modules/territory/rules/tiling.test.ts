import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { squareMetres } from './ellipsoid-area.ts';
import { type Bounded, checkTiling } from './tiling.ts';

const METRE = 1 / 111_320;
const place = (x: number, y: number): Position => [Math.round((120 + x * METRE) * 1e7) / 1e7, Math.round((30 + y * METRE) * 1e7) / 1e7];
const polygon = (...corners: [number, number][]): Polygon => {
  const ring = corners.map(([x, y]) => place(x, y));
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
};
const box = (west: number, south: number, east: number, north: number) =>
  polygon([west, south], [east, south], [east, north], [west, north]);
const area = (code: string, boundary: Polygon): Bounded => ({ code, boundary });
const parent = area('P', box(0, 0, 1000, 1000));

describe('children that tile their parent', () => {
  it('have no fault', () => {
    const check = checkTiling(parent, [area('A', box(0, 0, 400, 1000)), area('B', box(400, 0, 1000, 1000))]);
    expect(check).toEqual({ tiles: true, gaps: [], overlaps: [], outside: [] });
  });

  it('may have corners that their neighbours and parent lack', () => {
    const a = area('A', polygon([0, 0], [333.3, 0], [333.3, 1000 / 3], [333.3, 700], [333.3, 1000], [0, 1000]));
    expect(checkTiling(parent, [a, area('B', box(333.3, 0, 1000, 1000))]).tiles).toBe(true);
  });

  it('may lie in a hole of a sibling', () => {
    const ring = area('A', {
      type: 'Polygon',
      coordinates: [parent.boundary.coordinates[0] as Position[], box(400, 400, 600, 600).coordinates[0]!],
    });
    expect(checkTiling(parent, [ring, area('B', box(400, 400, 600, 600))]).tiles).toBe(true);
    expect(checkTiling(parent, [ring]).gaps[0]!.properties.squareMetres).toBeCloseTo(squareMetres(box(400, 400, 600, 600)), 0);
  });

  it('may be none at all', () => {
    expect(checkTiling(parent, []).tiles).toBe(true);
  });
});

describe('children that do not tile their parent', () => {
  const size = (boundary: Polygon) => expect.closeTo(squareMetres(boundary), 0);

  it('leave a gap, told with its place and size', () => {
    const { tiles, gaps, overlaps, outside } = checkTiling(parent, [area('A', box(0, 0, 400, 1000)), area('B', box(410, 0, 1000, 1000))]);
    expect([tiles, overlaps, outside]).toEqual([false, [], []]);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]!.properties).toEqual({ fault: 'gap', codes: ['P'], squareMetres: size(box(400, 0, 410, 1000)) });
    const corners = gaps[0]!.geometry.coordinates[0]!;
    for (const corner of box(400, 0, 410, 1000).coordinates[0]!) {
      expect(corners.some(([x, y]) => Math.abs(x! - corner[0]!) < 3e-7 && Math.abs(y! - corner[1]!) < 3e-7)).toBe(true);
    }
  });

  it('overlap, told with both codes', () => {
    const { tiles, gaps, overlaps } = checkTiling(parent, [area('A', box(0, 0, 420, 1000)), area('B', box(400, 0, 1000, 1000))]);
    expect([tiles, gaps]).toEqual([false, []]);
    expect(overlaps.map(({ properties }) => properties)).toEqual([
      { fault: 'overlap', codes: ['A', 'B'], squareMetres: size(box(400, 0, 420, 1000)) },
    ]);
  });

  it('reach outside, told with the code of the child', () => {
    const { outside } = checkTiling(parent, [area('A', box(0, 0, 400, 1000)), area('B', box(400, 0, 1030, 1000))]);
    expect(outside.map(({ properties }) => properties)).toEqual([
      { fault: 'outside', codes: ['B'], squareMetres: size(box(1000, 0, 1030, 1000)) },
    ]);
  });

  it('are told the largest fault first', () => {
    const { gaps } = checkTiling(parent, [area('A', box(5, 0, 400, 1000)), area('B', box(420, 0, 1000, 1000))]);
    expect(gaps.map(({ properties }) => Math.round(properties.squareMetres / 866))).toEqual([20, 5]);
  });

  it('pass where the fault is narrower than the tolerance, however long it is', () => {
    const children = [area('A', box(0, 0, 400, 1000)), area('B', box(402, 0, 1000, 1000))];
    expect(checkTiling(parent, children, 3).tiles).toBe(true);
    expect(checkTiling(parent, children, 1).tiles).toBe(false);
  });
});

describe('any tiling', () => {
  // Lines across a square, bent at their crossings; a cell is what lies between.
  const meshes = fc
    .record({
      columns: fc.integer({ min: 1, max: 6 }),
      rows: fc.integer({ min: 1, max: 6 }),
      seed: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 98, maxLength: 98 }),
    })
    .map(({ columns, rows, seed }) => {
      const corner = (c: number, r: number): [number, number] => {
        const bend = (edge: boolean, i: number) => (edge ? 0 : (seed[i]! / 100) * (1000 / Math.max(columns, rows)));
        const i = 2 * (c * 7 + r);
        return [(c * 1000) / columns + bend(c === 0 || c === columns, i), (r * 1000) / rows + bend(r === 0 || r === rows, i + 1)];
      };
      return Array.from({ length: columns * rows }, (_, i): Bounded => {
        const [c, r] = [i % columns, Math.floor(i / columns)];
        return area(`${c}-${r}`, polygon(corner(c, r), corner(c + 1, r), corner(c + 1, r + 1), corner(c, r + 1)));
      });
    });
  const cells = meshes.chain((mesh) => fc.tuple(fc.constant(mesh), fc.nat(mesh.length - 1)));

  it('has no fault, whatever the order of the children', () => {
    fc.assert(
      fc.property(meshes, (mesh) => {
        expect(checkTiling(parent, mesh, 0.1).tiles).toBe(true);
        expect(checkTiling(parent, mesh.toReversed(), 0.1).tiles).toBe(true);
      }),
    );
  });

  it('passes when every boundary was drawn by itself, a few centimetres off', () => {
    const shaken = meshes.chain((mesh) =>
      fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 64, maxLength: 64 }).map((steps) => {
        let step = 0;
        const shake = (degrees: number) => degrees + (steps[step++ % 64]! / 100) * METRE;
        return mesh.map(({ code, boundary }) => {
          const corners = (boundary as Polygon).coordinates[0]!.slice(0, -1);
          // Nine more corners on every edge, each off by up to ten centimetres either way.
          const drawn = corners.flatMap((corner, i) => {
            const next = corners[(i + 1) % corners.length]!;
            return Array.from({ length: 10 }, (_, k) =>
              [0, 1].map((axis) => shake(corner[axis]! + ((next[axis]! - corner[axis]!) * k) / 10)),
            );
          });
          return area(code, { type: 'Polygon', coordinates: [[...drawn, drawn[0]!]] });
        });
      }),
    );
    fc.assert(
      fc.property(shaken, (mesh) => {
        expect(checkTiling(parent, mesh)).toEqual({ tiles: true, gaps: [], overlaps: [], outside: [] });
      }),
    );
  });

  it('has a gap as large as the child that is taken out, and nothing else', () => {
    fc.assert(
      fc.property(cells, ([mesh, out]) => {
        fc.pre(mesh.length > 1);
        const check = checkTiling(parent, mesh.toSpliced(out, 1), 0.1);
        expect([check.overlaps, check.outside]).toEqual([[], []]);
        expect(check.gaps.reduce((sum, { properties }) => sum + properties.squareMetres, 0)).toBeCloseTo(
          squareMetres(mesh[out]!.boundary),
          -2,
        );
      }),
    );
  });

  it('has an overlap as large as the child that is counted twice, and nothing else', () => {
    fc.assert(
      fc.property(cells, ([mesh, twice]) => {
        const check = checkTiling(parent, [...mesh, { ...mesh[twice]!, code: 'twin' }], 0.1);
        expect([check.gaps, check.outside]).toEqual([[], []]);
        expect(check.overlaps.map(({ properties }) => properties.codes.toSorted())).toEqual([[mesh[twice]!.code, 'twin']]);
        expect(check.overlaps[0]!.properties.squareMetres).toBeCloseTo(squareMetres(mesh[twice]!.boundary), -2);
      }),
    );
  });
});
