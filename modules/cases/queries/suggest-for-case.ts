import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import { suggestUnit } from './suggest-unit.ts';

/**
 * Category and unit for a recorded case, with the load of every unit that could be meant: the one that answers for its category and those
 * of the other categories that its words suggest.
 */
export async function suggestForCase(core: CasesCore, actor: Actor, number: string): Promise<AnswerOf<typeof cases.suggestFor>> {
  const matter = await core.matters.snapshot(actor, number);
  const [categories, kept, units] = await Promise.all([
    core.suggester.suggest(matter.title, matter.body),
    core.organisations.categories(),
    core.organisations.directory(),
  ]);
  const category = matter.category ?? categories[0]?.code ?? null;
  const [suggested, others] = await Promise.all([
    suggestUnit(core, category, matter.areaCode),
    Promise.all(categories.map((one) => core.organisations.responsible(one.code, matter.areaCode))),
  ]);
  const meant = new Set([
    ...(suggested.unit ? [suggested.unit.id, ...suggested.unit.assist.map((unit) => unit.id)] : []),
    ...others.flatMap((line) => (line ? [line.leadOrganisationId] : [])),
  ]);
  const load = await loadOf(core, [...meant]);
  return {
    categories: categories.map((one) => ({ ...one, name: kept.name(one.code) })),
    unit: suggested.unit,
    limit: suggested.limit,
    load: [...meant].map((id) => ({ id, name: units.name(id), open: load.open.get(id) ?? 0, overdue: load.overdue.get(id) ?? 0 })),
  };
}

/** What each unit has open as lead, and how much of it is late, wherever it lies. */
async function loadOf(core: CasesCore, ids: readonly string[]): Promise<{ open: Map<string, number>; overdue: Map<string, number> }> {
  if (ids.length === 0) return { open: new Map(), overdue: new Map() };
  const filter = { kind: core.kind.kind, areas: [''] };
  const now = [core.now?.() ?? new Date()];
  const [open, overdue] = await Promise.all([
    core.matters.standing({ what: 'open' }, filter, { by: 'unit' }, now),
    core.matters.standing({ what: 'overdue' }, filter, { by: 'unit' }, now),
  ]);
  const counted = (rows: typeof open) => {
    const byUnit = new Map<string, number>();
    for (const row of rows) if (row.to > row.from) byUnit.set(row.key, (byUnit.get(row.key) ?? 0) + row.count);
    return byUnit;
  };
  return { open: counted(open), overdue: counted(overdue) };
}
