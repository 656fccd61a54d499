import { isInside } from '../map/plane.ts';
import type { Position } from '../map/projection.ts';
import { type Sampler, samplePoint, samplePointNear } from '../map/sampling.ts';
import type { Random } from '../random.ts';
import type { GridPlace, WaterFeature } from './area-row.ts';
import { compoundNames, roadNames, unitCompounds } from './place-names.ts';

type Unnamed = Omit<GridPlace, 'compounds' | 'roads' | 'weight' | 'shores'>;

/** Gives every grid its compounds (or hamlets), its roads, and how much is reported from it. */
export function namePlaces(grids: readonly Unnamed[], water: readonly WaterFeature[], random: Random): GridPlace[] {
  const compounds = shuffled(compoundNames(1000), random);
  const works = shuffled(unitCompounds, random);
  const communities = [...new Set(grids.map(({ communityCode }) => communityCode))];
  const roads = new Map(communities.map((code, i) => [code, roadsOf(i, random)]));
  const shores = water.map(({ boundary }) => boundary.coordinates[0] as Position[]);
  return grids.map((grid, i) => {
    const wet = Array.from({ length: 12 }, () => samplePoint(grid.sampler, random)).filter((point) => isWet(point, shores)).length / 12;
    const count = 1 + random.below(2);
    const places = Array.from({ length: count }, (_, k) => {
      const old = !grid.rural && i % 40 === 7 && k === 0 ? works.pop() : undefined;
      const name = grid.rural ? `${grid.communityName}${random.pick(hamlets)}` : old ? `${old}家属院` : compounds.pop()!;
      return { name, at: dryPoint(grid.sampler, shores, random) };
    });
    const own = roads.get(grid.communityCode)!;
    return {
      ...grid,
      compounds: places,
      roads: [own[i % own.length]!, own[(i + 1) % own.length]!],
      shores: wet > 0 ? shores : [],
      // Nobody lives on the lake.
      weight: Math.exp(random.normal() * 0.7) * (grid.rural ? 0.5 : 1) * Math.max(0.01, 1 - wet * 1.1),
    };
  });
}

const hamlets = ['一组', '二组', '三组', '四组', '五组', '六组', '老屋', '上湾', '下湾', '路口', '学校旁', '村口'];

// Two side roads of its own and one main road that it shares with the next communities.
function roadsOf(community: number, random: Random): string[] {
  const side = 90 + community * 3;
  return [roadNames[side]!, roadNames[side + 1]!, roadNames[Math.floor(community / 3) * 2 + random.below(2)]!];
}

function isWet([x, y]: Position, shores: readonly Position[][]): boolean {
  return shores.some((shore) => isInside(shore, x, y));
}

/** A random point on land, or anywhere where there is hardly any. With `around`, one near it. */
export function dryPoint(sampler: Sampler, shores: readonly Position[][], random: Random, around?: Position): Position {
  for (let i = 0; ; i++) {
    const point = around && i < 4 ? samplePointNear(sampler, around, 0.0004, random) : samplePoint(sampler, random);
    if (shores.length === 0 || i === 12 || !isWet(point, shores)) return point;
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
