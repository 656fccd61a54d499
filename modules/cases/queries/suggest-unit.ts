import { dueAt } from '@gongzhi/platform/working-time';
import { limitsFor } from '../case-answers.ts';
import type { CasesCore } from '../cases.ts';
import { resolveTerm } from '../rules/case-terms.ts';

export interface SuggestedUnit {
  unit: { id: string; name: string; why: string; assist: { id: string; name: string }[] } | null;
  limit: { amount: number; unit: string } | null;
  /** When it would fall due if it were filed now. */
  dueAt: string | null;
}

/** Who answers for a category at a place by the responsibility list, why, and by when. */
export async function suggestUnit(core: CasesCore, category: string | null, areaCode: string | null): Promise<SuggestedUnit> {
  if (category === null || areaCode === null) return { unit: null, limit: null, dueAt: null };
  const [line, limits, units, categories, areas, calendar] = await Promise.all([
    core.organisations.responsible(category, areaCode),
    limitsFor(core, category, areaCode),
    core.organisations.directory(),
    core.organisations.categories(),
    core.territory.directory(),
    core.territory.calendarFor(areaCode),
  ]);
  const { limit } = resolveTerm(limits, core.rules());
  const named = (id: string) => ({ id, name: units.name(id) });
  return {
    unit: line && {
      ...named(line.leadOrganisationId),
      why: `责任清单：${categories.name(line.category)} × ${areas.name(line.areaCode)}${line.category === category ? '' : '（按上级类别）'}`,
      assist: line.assistOrganisationIds.map(named),
    },
    limit,
    dueAt: dueAt(calendar, core.now?.() ?? new Date(), limit).toISOString(),
  };
}
