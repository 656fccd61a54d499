import type { Random } from '../random.ts';
import { outline } from './curve.ts';
import { divide } from './cut.ts';
import { createMesh, type Mesh, type Point, ringAround } from './mesh.ts';
import { partition } from './partition.ts';
import { planOf, type SubdistrictPlan } from './plan.ts';
import { centroid } from './plane.ts';
import { lakeShore, riverBanks } from './water.ts';

/** The drawn district: which faces of the mesh belong to which community of which subdistrict. */
export interface Drawing {
  mesh: Mesh;
  subdistricts: { plan: SubdistrictPlan; communities: number[][] }[];
  river: Point[];
  lake: Point[];
}

const SQUARE_KILOMETRES = 60;

/** Draws the district from the river down to the grids. Every border is shared, so the children of an area tile it exactly. */
export function drawDistrict(random: Random): Drawing {
  const mesh = createMesh(outline(random, SQUARE_KILOMETRES));
  const plans = { south: planOf('south', random), north: planOf('north', random) };
  const weight = (plan: SubdistrictPlan) => plan.communities.reduce((sum, grids) => sum + grids, 0) * plan.gridSize;
  const sum = (list: SubdistrictPlan[]) => list.reduce((total, plan) => total + weight(plan), 0);
  const share = sum(plans.south) / (sum(plans.south) + sum(plans.north));
  const river = divide(mesh, 0, share, random, { bend: 0.24, step: 70, snap: 0, direction: 0.2 });

  const subdistricts: Drawing['subdistricts'] = [];
  for (const [bank, face] of [
    [plans.south, river.first],
    [plans.north, river.second],
  ] as const) {
    const faces = partition(mesh, face, bank.map(weight), random, { bend: 0.09, step: 80, snap: 150 });
    for (const [i, plan] of bank.entries()) subdistricts.push({ plan, communities: drawCommunities(mesh, faces[i]!, plan, random) });
  }
  const middle = subdistricts.find(({ plan }) => plan.name === '望湖街道')!;
  const shore = centroid(ringAround(mesh, middle.communities.flat()).map((vertex) => mesh.points[vertex]!));
  return { mesh, subdistricts, river: riverBanks(river.path, random), lake: lakeShore(shore, 520, random) };
}

function drawCommunities(mesh: Mesh, face: number, plan: SubdistrictPlan, random: Random): number[][] {
  const bend = plan.town ? 0.12 : 0.05;
  const communities = partition(mesh, face, plan.communities, random, { bend, step: 70, snap: 90 });
  return communities.map((community, i) => {
    const weights = Array.from({ length: plan.communities[i]! }, () => Math.exp(random.normal() * 0.22));
    return partition(mesh, community, weights, random, { bend: plan.town ? 0.09 : 0.025, step: 60, snap: 70 });
  });
}
