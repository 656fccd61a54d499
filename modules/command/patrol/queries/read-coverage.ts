import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { CoverageRow, patrol } from '@gongzhi/contract/patrol';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { AreaDirectory } from '@gongzhi/territory';
import type { CommandCore } from '../../command.ts';
import type { PatrolRulesInForce } from '../commands/rules-in-force.ts';
import { patrolProblems } from '../problems.ts';
import { addDays, dayOf } from '../rules/due-days.ts';
import { type SumRow, selectChecks, selectMissed, selectSums } from '../store/coverage.ts';

/** The areas asked about, as far as the actor reads patrols there. */
export function readAreas(actor: Actor, asked: string | undefined): string[] {
  const areas = areasFor(actor, 'patrol.read');
  if (asked === undefined) return areas;
  return areas.some((area) => asked.startsWith(area)) ? [asked] : areas.filter((area) => area.startsWith(asked));
}

function checkSpan(from: string, to: string): void {
  if (to < from || addDays(from, 400) < to) throw patrolProblems['patrol-span-wrong']();
}

/** Visits owed and paid by the areas below and by day, from the sums. */
export async function readCoverage(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof patrol.coverage>,
): Promise<AnswerOf<typeof patrol.coverage>> {
  checkSpan(query.from, query.to);
  const areas = readAreas(actor, query.area);
  const directory = await core.territory.directory();
  const length = lengthBelow(areas, directory);
  const [rows, days] = await Promise.all([
    selectSums(core.database, { length }, areas, query.from, query.to),
    selectSums(core.database, 'day', areas, query.from, query.to),
  ]);
  const total = rows.reduce((sum, row) => add(sum, row), { ...nothing });
  return {
    total: present('total', '合计', total),
    rows: rows.map((row) => present(row.key, directory.name(row.key), row)),
    days: days.map((row) => present(row.key, row.key, row)),
    asOf: core.now().toISOString(),
  };
}

const nothing: SumRow = { key: '', planned: 0, missed: 0, visited: 0, far: 0, findings: 0, solved: 0, cases: 0, visits: 0, diaries: 0 };
function add(sum: SumRow, row: SumRow): SumRow {
  for (const key of Object.keys(nothing) as (keyof SumRow)[]) if (key !== 'key') sum[key] += row[key];
  return sum;
}
const present = (key: string, name: string, { key: _, ...row }: SumRow): CoverageRow => ({
  key,
  name,
  ...row,
  coverage: row.planned === 0 ? null : (row.planned - row.missed) / row.planned,
});

/** How long the codes of the areas right below are: 9, 12 or 15 digits in the usual numbering. */
function lengthBelow(areas: readonly string[], directory: AreaDirectory): number {
  const shortest = areas.toSorted((a, b) => a.length - b.length)[0] ?? '';
  let below = 24;
  for (const area of directory.all())
    if (area.code.length > shortest.length && area.code.startsWith(shortest)) below = Math.min(below, area.code.length);
  return below === 24 ? Math.max(shortest.length, 1) : below;
}

const most = 300;

/** The points behind the missed visits of a span that is over. */
export async function readMissed(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof patrol.missed>,
): Promise<AnswerOf<typeof patrol.missed>> {
  checkSpan(query.from, query.to);
  const yesterday = addDays(dayOf(core.now()), -1);
  const to = query.to < yesterday ? query.to : yesterday;
  const from = query.from < addDays(to, -62) ? addDays(to, -62) : query.from;
  const [directory, rows] = await Promise.all([
    core.territory.directory(),
    selectMissed(core.database, readAreas(actor, query.area), from, to, most + 1),
  ]);
  return { items: rows.slice(0, most).map((row) => ({ ...row, areaName: directory.name(row.areaCode) })), more: rows.length > most };
}

/** Checklist items with their trend, the most troubled first. */
export async function readSafety(
  core: CommandCore,
  rules: PatrolRulesInForce,
  actor: Actor,
  query: QueryOf<typeof patrol.safety>,
): Promise<AnswerOf<typeof patrol.safety>> {
  checkSpan(query.from, query.to);
  const [inForce, rows] = await Promise.all([rules.get(), selectChecks(core.database, readAreas(actor, query.area), query.from, query.to)]);
  const names = new Map(inForce.checklists.flatMap((list) => list.items.map((item) => [item.code, item.name])));
  const items = [...new Set(rows.map((row) => row.item))].map((code) => {
    const months = rows.filter((row) => row.item === code).map(({ month, checked, failed }) => ({ month, checked, failed }));
    const sum = (key: 'checked' | 'failed') => months.reduce((total, month) => total + month[key], 0);
    return { code, name: names.get(code) ?? { zh: code }, checked: sum('checked'), failed: sum('failed'), months };
  });
  return { items: items.sort((a, b) => b.failed / b.checked - a.failed / a.checked) };
}
