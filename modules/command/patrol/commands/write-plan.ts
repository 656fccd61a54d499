import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { Plan, patrol } from '@gongzhi/contract/patrol';
import type { BodyOf } from '@gongzhi/contract/route';
import { constraintRefusal, fieldProblem } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import type { CommandCore } from '../../command.ts';
import { commandProblems } from '../../problems.ts';
import { patrolProblems } from '../problems.ts';
import { presentPlan } from '../queries/list-plans.ts';
import { selectPlan, writePlan } from '../store/plans.ts';
import type { PatrolRulesInForce } from './rules-in-force.ts';

type Input = BodyOf<typeof patrol.createPlan>;

/** Plans a patrol, or changes a plan from the version that was seen. Refuses an area outside the planner's posts and an unknown checklist. */
export async function savePlan(
  core: CommandCore,
  rules: PatrolRulesInForce,
  actor: Actor,
  input: Input,
  changed: { id: string; version: number } | null,
): Promise<Plan> {
  const directory = await core.territory.directory();
  const before = changed ? await selectPlan(core.database, changed.id) : undefined;
  if (changed && (!before || !reachesArea(actor, 'patrol.plan', before.areaCode))) throw patrolProblems['patrol-plan-not-found']();
  if (!directory.get(input.areaCode)) throw fieldProblem('areaCode', 'there is no such area', 'the code of a current area');
  if (!reachesArea(actor, 'patrol.plan', input.areaCode)) throw commandProblems['area-outside']({ detail: directory.name(input.areaCode) });
  if (input.checklist !== null && !(await rules.get()).checklists.some((list) => list.code === input.checklist))
    throw patrolProblems['patrol-checklist-unknown']({ errors: [{ field: 'checklist', reason: 'unknown' }] });
  const own = new Set(before?.points.map((point) => point.id));
  const named = input.points.flatMap((point) => (point.id ? [point.id] : []));
  if (named.some((id) => !own.has(id)) || new Set(named).size < named.length)
    throw fieldProblem('points', 'a point with this id is not one of the plan', 'ids of the plan, or none for new points');
  const row = {
    ...input,
    id: changed?.id ?? uuidv7(),
    weekdays: [...new Set(input.weekdays)].sort(),
    points: input.points.map((point) => ({ ...point, id: point.id ?? uuidv7() })),
  };
  await core.database.transaction(async (tx) => {
    const written = await writePlan(tx, row, changed?.version ?? null).catch((error) => {
      throw constraintRefusal(error, {});
    });
    if (!written) throw patrolProblems['patrol-plan-changed']();
    await core.identity.audit(tx, {
      actor,
      action: changed ? 'patrol-plan-changed' : 'patrol-plan-created',
      subject: row.id,
      detail: { areaCode: row.areaCode, name: row.name, points: row.points.length, active: row.active },
    });
  });
  return presentPlan((await selectPlan(core.database, row.id))!, directory);
}
