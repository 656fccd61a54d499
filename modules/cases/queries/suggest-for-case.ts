import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import { suggestUnit } from './suggest-unit.ts';
import { loadOf } from './unit-load.ts';

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
