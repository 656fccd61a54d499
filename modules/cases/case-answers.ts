import { reachesArea } from '@gongzhi/contract/actor';
import type { Matters } from '@gongzhi/matters';
import type { Organisations } from '@gongzhi/organisations';
import type { Database } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import { CalendarMissing, dueAt } from '@gongzhi/platform/working-time';
import type { Territory } from '@gongzhi/territory';
import { caseTable } from './kind.ts';
import { caseProblems } from './problems.ts';
import type { CaseAnswers } from './rules/case-changes.ts';
import { type CaseRules, resolveTerm } from './rules/case-terms.ts';

export interface AnswerDeps {
  database: Database;
  territory: Territory;
  organisations: Organisations;
  matters(): Matters;
  rules(): CaseRules;
  toWgs84: CaseAnswers['toWgs84'];
  redact: CaseAnswers['redact'];
}

/** What the category and the responsibility list say about time at a place. */
export async function limitsFor(deps: Pick<AnswerDeps, 'organisations'>, category: string | null, areaCode: string) {
  if (!category) return { responsibility: null, category: undefined };
  const [categories, responsible] = await Promise.all([
    deps.organisations.categories(),
    deps.organisations.responsible(category, areaCode),
  ]);
  const known = categories.get(category);
  return { responsibility: responsible?.limit ?? null, category: known && { name: known.name.zh, limit: known.limit, class: known.class } };
}

/** The questions that the changes of a case ask, answered by the modules below. */
export function caseAnswers(deps: AnswerDeps): CaseAnswers {
  return {
    toWgs84: deps.toWgs84,
    redact: deps.redact,
    async unit(id) {
      const unit = (await deps.organisations.directory()).get(id);
      if (!unit)
        throw caseProblems['unit-unknown']({ errors: [{ field: 'input.lead', reason: 'unknown', accepted: 'the id of an organisation' }] });
      if (unit.dissolvedOn && unit.dissolvedOn <= new Date().toISOString().slice(0, 10))
        throw caseProblems['unit-dissolved']({
          detail: `${unit.name}, ${unit.dissolvedOn}`,
          errors: [{ field: 'input.lead', reason: 'dissolved' }],
        });
      return { id: unit.id, name: unit.shortName };
    },
    async category(code) {
      const category = (await deps.organisations.categories()).get(code);
      if (!category?.active)
        throw caseProblems['category-unknown']({
          errors: [{ field: 'input.category', reason: 'not in use', accepted: 'a code of GET /api/categories' }],
        });
      return { code: category.code, name: category.name.zh };
    },
    async joinTarget(context, number) {
      if (number === context.matter.number) throw caseProblems['join-itself']();
      const target = await deps.matters().snapshot(context.actor, number);
      if (target.kind !== 'case' || caseTable.states[target.state as keyof typeof caseTable.states].phase === 'ended')
        throw caseProblems['join-target']({ more: { state: target.state } });
      if (!reachesArea(context.actor, 'case.file', target.areaCode) && !reachesArea(context.actor, 'case.dispatch', target.areaCode))
        throw caseProblems['area-not-yours']();
      return target;
    },
    async handleTerm(matter, given) {
      return resolveTerm({ given, ...(await limitsFor(deps, matter.category, matter.areaCode)) }, deps.rules());
    },
    async dueOf(areaCode, { limit, since }) {
      try {
        return dueAt(
          await deps.territory.calendarFor(areaCode),
          since?.startedAt ?? new Date(),
          limit,
          (since?.pauses ?? []).map(({ from, to, reason }) => ({ from, to, reason })),
        );
      } catch (error) {
        if (error instanceof CalendarMissing) return null;
        throw error;
      }
    },
    async areaAt(longitude, latitude) {
      const area = await deps.territory.locate(deps.database, longitude, latitude);
      if (!area) throw fieldProblem('input.place', 'the point lies in no area of this district');
      return area;
    },
  };
}
