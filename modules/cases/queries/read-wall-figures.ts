import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import { type Cached, cached } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { AreaDirectory, AreaName } from '@gongzhi/territory';
import type { CasesCore } from '../cases.ts';
import { smallest, suppress } from '../rules/suppress.ts';
import { wallWanted } from './present-wall.ts';

export type WallFigures = AnswerOf<typeof cases.wallFigures>;

const seconds = 60;
const mostKept = 500;

/**
 * The open figures of an area, or of the whole place: of what stands on the walls, so that every figure can be looked through there.
 * Counted at most once a minute for each area. Refuses an unknown area.
 */
export function wallFigures(core: CasesCore): (area: string | null) => Promise<WallFigures> {
  const kept = new Map<string, Cached<WallFigures>>();
  return async (area) => {
    const areas = await core.territory.directory();
    if (area !== null && !areas.get(area)) throw fieldProblem('query.area', 'there is no such area', 'the code of a current area');
    const key = area ?? '';
    const known = kept.get(key);
    if (known) return known.get();
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string);
    const fresh = cached(() => compute(core, area), seconds);
    kept.set(key, fresh);
    return fresh.get();
  };
}

/** The areas that a table is broken down by: the children, where one area stands alone at the top its children. */
function rowsOf(areas: AreaDirectory, area: string | null): AreaName[] {
  const all = [...areas.all()];
  const children = (parent: string | null) => all.filter((one) => one.parent === parent);
  const roots = children(area);
  return area === null && roots.length === 1 ? children((roots[0] as AreaName).code) : roots;
}

async function compute(core: CasesCore, area: string | null): Promise<WallFigures> {
  const [areas, categories, wanted] = await Promise.all([core.territory.directory(), core.organisations.categories(), wallWanted(core)]);
  const rows = rowsOf(areas, area);
  const codeLength = Math.max(1, ...rows.map((row) => row.code.length));
  const counts = await core.matters.publicCounts(
    { ...wanted, ...(area ? { areas: [area] } : {}) },
    { codeLength, satisfiedFrom: core.rules().satisfiedFrom },
  );
  const sum = (of: (row: (typeof counts)[number]) => number) => counts.reduce((total, row) => total + of(row), 0);
  const open = sum((row) => (row.ended ? 0 : row.count));
  const closed = sum((row) => (row.ended ? row.count : 0));
  const answers = sum((row) => row.answers);
  const late = sum((row) => row.late);
  const inArea = (code: string, ended: boolean) =>
    counts.reduce((total, row) => total + (row.areaCode === code && row.ended === ended ? row.count : 0), 0);
  // What lies in none of the rows is a cell of its own, or the rows could be computed from the total.
  const beside = (ended: boolean, total: number) => total - rows.reduce((all, row) => all + inArea(row.code, ended), 0);
  const line = (ended: boolean, total: number) =>
    suppress([...rows.map((row) => inArea(row.code, ended)), ...(beside(ended, total) > 0 ? [beside(ended, total)] : [])]);
  const openCells = line(false, open);
  const closedCells = line(true, closed);
  const perCategory = new Map<string, number>();
  for (const row of counts) {
    const first = row.category === null ? '' : firstLevel(categories, row.category);
    perCategory.set(first, (perCategory.get(first) ?? 0) + row.count);
  }
  const codes = [...perCategory.keys()].sort();
  const categoryCells = suppress(codes.map((code) => perCategory.get(code) as number));
  return {
    published: open + closed,
    open,
    closed,
    onTime: rate(
      sum((row) => (row.ended ? row.onTime : 0)),
      closed + late,
    ),
    satisfaction: rate(
      sum((row) => row.satisfied),
      answers,
    ),
    byArea: rows.map((row, i) => ({ code: row.code, name: row.name, open: openCells[i] ?? null, closed: closedCells[i] ?? null })),
    byCategory: codes.flatMap((code, i) => (code === '' ? [] : [{ code, name: categories.name(code), count: categoryCells[i] ?? null }])),
  };
}

/** Null where too few stand behind it: a rate of three is three persons. */
const rate = (good: number, all: number) => (all < smallest ? null : Math.round((good / all) * 1000) / 1000);

function firstLevel(categories: { get(code: string): { parent: string | null } | undefined }, code: string): string {
  const parent = categories.get(code)?.parent;
  return parent ? firstLevel(categories, parent) : code;
}
