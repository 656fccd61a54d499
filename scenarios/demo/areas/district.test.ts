import { AreaCode, Boundary } from '@gongzhi/contract/primitives';
import { describe, expect, it } from 'vitest';
import { isInside } from '../map/plane.ts';
import { type Position, squareMetres } from '../map/projection.ts';
import { samplePoint, samplePointNear } from '../map/sampling.ts';
import { createRandom } from '../random.ts';
import type { AreaRow } from './area-row.ts';
import { createDistrict } from './district.ts';

const { areas, places, water } = createDistrict(createRandom(20260101));
const of = (level: AreaRow['level']) => areas.filter((area) => area.level === level);
const ringOf = (area: AreaRow) => area.boundary.coordinates[0] as Position[];
const edgesOf = (area: AreaRow) => {
  const ring = ringOf(area);
  return ring.slice(1).map((to, i) => [`${ring[i]}`, `${to}`] as const);
};

describe('the demo district', () => {
  it('has 13 subdistricts and towns, 86 communities and 620 grids', () => {
    expect(of('district')).toHaveLength(1);
    expect(of('subdistrict')).toHaveLength(13);
    expect(of('community')).toHaveLength(86);
    expect(of('grid')).toHaveLength(620);
    expect(of('subdistrict').filter(({ type }) => type === 'town')).toHaveLength(4);
  });

  it('gives every area a code that begins with its parent’s, each once, under a province that does not exist', () => {
    expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
    const known = new Set<string>();
    for (const { code, parentCode, level } of areas) {
      expect(AreaCode.safeParse(code).success).toBe(true);
      expect(code).toHaveLength({ district: 6, subdistrict: 9, community: 12, grid: 15 }[level]);
      expect(code.startsWith('99')).toBe(true);
      if (parentCode !== null) {
        expect(known.has(parentCode)).toBe(true);
        expect(code.startsWith(parentCode)).toBe(true);
      }
      known.add(code);
    }
  });

  it('numbers subdistricts from 001, towns from 100, villages from 201', () => {
    for (const { code, type } of of('subdistrict')) expect(Number(code.slice(6)) >= 100).toBe(type === 'town');
    for (const { code, type } of of('community')) expect(Number(code.slice(9)) >= 200).toBe(type === 'village');
  });

  it('gives no name twice within a level', () => {
    for (const level of ['subdistrict', 'community', 'grid'] as const) {
      expect(new Set(of(level).map(({ name }) => name)).size).toBe(of(level).length);
    }
  });

  it('has boundaries that the wire accepts, counter-clockwise and about 60 square kilometres in all', () => {
    for (const area of areas) {
      expect(Boundary.safeParse(area.boundary).success).toBe(true);
      expect(ringOf(area)[0]).toEqual(ringOf(area).at(-1));
      expect(squareMetres(ringOf(area).slice(1))).toBeGreaterThan(0);
    }
    expect(squareMetres(ringOf(areas[0]!)) / 1e6).toBeCloseTo(60, 0);
  });

  it('tiles: every edge of a child is shared with one sibling or is an edge of the parent', () => {
    for (const parent of areas) {
      const children = areas.filter(({ parentCode }) => parentCode === parent.code);
      if (children.length === 0) continue;
      const walked = new Set<string>();
      for (const child of children) {
        for (const [from, to] of edgesOf(child)) {
          expect(walked.has(`${from}>${to}`)).toBe(false);
          walked.add(`${from}>${to}`);
        }
      }
      const outer = [...walked].filter((edge) => !walked.has(edge.split('>').reverse().join('>')));
      expect(outer.sort()).toEqual(
        edgesOf(parent)
          .map((edge) => edge.join('>'))
          .sort(),
      );
    }
  });

  it('tiles: the areas of the children add up to the parent’s', () => {
    for (const parent of areas) {
      const children = areas.filter(({ parentCode }) => parentCode === parent.code);
      if (children.length === 0) continue;
      const sum = children.reduce((total, child) => total + squareMetres(ringOf(child)), 0);
      expect(Math.abs(sum - squareMetres(ringOf(parent)))).toBeLessThan(0.01);
    }
  });

  it('has every point of the district in exactly one grid', () => {
    const random = createRandom(1);
    const rings = of('grid').map(ringOf);
    const district = ringOf(areas[0]!);
    let inside = 0;
    for (let i = 0; i < 2000; i++) {
      const [x, y] = [random.between(114.23, 114.37), random.between(30.86, 30.94)];
      const hits = rings.filter((ring) => isInside(ring, x, y)).length;
      expect(hits).toBe(isInside(district, x, y) ? 1 : 0);
      inside += hits;
    }
    expect(inside).toBeGreaterThan(800);
  });

  it('has its centre inside each area', () => {
    for (const area of areas) expect(isInside(ringOf(area), area.center[0], area.center[1])).toBe(true);
  });

  it('takes random points inside the grid only', () => {
    const random = createRandom(3);
    const rings = new Map(of('grid').map((area) => [area.code, ringOf(area)]));
    for (const place of places) {
      for (let i = 0; i < 20; i++) {
        const [x, y] = i % 2 ? samplePoint(place.sampler, random) : samplePointNear(place.sampler, place.compounds[0]!.at, 0.0005, random);
        expect(isInside(rings.get(place.code)!, x, y)).toBe(true);
      }
    }
  });

  it('has a river and a lake inside', () => {
    expect(water.map(({ kind }) => kind)).toEqual(['river', 'lake']);
    const lake = water[1]!.boundary.coordinates[0] as Position[];
    for (const [x, y] of lake) expect(isInside(ringOf(areas[0]!), x, y)).toBe(true);
  });

  it('is the same for the same seed and another for another', () => {
    expect(JSON.stringify(createDistrict(createRandom(20260101)).areas)).toBe(JSON.stringify(areas));
    expect(JSON.stringify(createDistrict(createRandom(2)).areas)).not.toBe(JSON.stringify(areas));
  });
});
