import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { CasesCore } from '../cases.ts';
import { withDescendants } from './categories-below.ts';
import { presentWall, wallWanted } from './present-wall.ts';

const phases = { problems: 'open', echoes: 'ended' } as const;

/** A page of the problem wall (open) or of the echo wall (closed). Refuses a box that is none. */
export async function listWall(core: CasesCore, query: QueryOf<typeof cases.wall>): Promise<AnswerOf<typeof cases.wall>> {
  const { items, next } = await core.matters.publicList({
    ...(await wallWanted(core)),
    phase: phases[query.wall],
    ...(query.area ? { areas: [query.area] } : {}),
    ...(query.category ? { categories: await withDescendants(core.organisations, query.category) } : {}),
    ...(query.state ? { states: query.state } : {}),
    ...(query.text ? { text: query.text } : {}),
    ...(query.bbox ? { box: boxOf(query.bbox) } : {}),
    cursor: query.cursor,
    limit: query.limit,
  });
  return { items: await presentWall(core, items), next };
}

function boxOf(text: string): [number, number, number, number] {
  const box = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = box;
  const right = box.length === 4 && west >= -180 && east <= 180 && west <= east && south >= -90 && north <= 90 && south <= north;
  if (!right) throw fieldProblem('query.bbox', 'not a box on the globe', 'west,south,east,north in degrees, west ≤ east, south ≤ north');
  return [west, south, east, north];
}

/** Numbers of the newest cases of a wall with their last change, newest first. */
export async function newestOnWall(core: CasesCore, wall: 'problems' | 'echoes', limit: number): Promise<{ number: string; at: Date }[]> {
  const { items } = await core.matters.publicList({ ...(await wallWanted(core)), phase: phases[wall], limit });
  return items.map(({ number, openedAt, closedAt }) => ({ number, at: closedAt ?? openedAt }));
}

/** Published open problems near a place, nearest first, at most fifty. */
export async function listNearby(core: CasesCore, query: QueryOf<typeof cases.nearby>): Promise<AnswerOf<typeof cases.nearby>> {
  const rows = await core.matters.publicNear(
    {
      ...(await wallWanted(core)),
      phase: 'open',
      ...(query.category ? { categories: await withDescendants(core.organisations, query.category) } : {}),
    },
    query,
    50,
  );
  const items = await presentWall(core, rows);
  return { items: items.map((item, i) => ({ ...item, metres: Math.round(rows[i]?.metres ?? 0) })) };
}
