import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import { loadOf } from './unit-load.ts';

/**
 * What a queue needs to be read at a glance: for each case that the actor sees, the likeliest category with its strength and the unit that answers
 * for it, and what these units have in hand. Two statements for any number of cases: the words, and the load; the rest is kept in memory.
 */
export async function suggestForMany(
  core: CasesCore,
  actor: Actor,
  numbers: readonly string[],
): Promise<AnswerOf<typeof cases.suggestForMany>> {
  const { items: seen } = await core.matters.list(actor, {
    kind: core.kind.kind,
    numbers: [...numbers],
    limit: Math.max(1, numbers.length),
    sort: '-openedAt',
  });
  const [texts, kept, units] = await Promise.all([
    core.matters.texts(seen.map(({ number }) => number)),
    core.organisations.categories(),
    core.organisations.directory(),
  ]);
  const items = await Promise.all(
    seen.map(async ({ number, title, category, areaCode }) => {
      const [likeliest] = await core.suggester.suggest(title, texts.get(number)?.body ?? '');
      const code = category ?? likeliest?.code ?? null;
      const line = code === null ? null : await core.organisations.responsible(code, areaCode);
      return {
        number,
        category: code === null ? null : { code, name: kept.name(code), score: category === null ? (likeliest?.score ?? 0) : null },
        unit: line && { id: line.leadOrganisationId, name: units.name(line.leadOrganisationId) },
      };
    }),
  );
  const meant = [...new Set(items.flatMap(({ unit }) => (unit ? [unit.id] : [])))];
  const load = await loadOf(core, meant);
  return {
    items,
    load: meant.map((id) => ({ id, name: units.name(id), open: load.open.get(id) ?? 0, overdue: load.overdue.get(id) ?? 0 })),
  };
}
