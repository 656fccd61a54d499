import { type Actor, unitsFor } from '@gongzhi/contract/actor';
import type { TaskField } from '@gongzhi/contract/tasks';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import { dayOf } from '@gongzhi/territory';
import { taskProblems } from '../problems.ts';
import { communitiesUnder } from '../rules/communities.ts';
import { answeredWhole, type HeldField, heldFields } from '../rules/held-data.ts';
import { formFault } from '../rules/task-form.ts';
import type { TasksCore } from '../tasks.ts';

/** The organisation for which somebody applies: the first of its posts that permits it. */
export async function departmentOf(core: Pick<TasksCore, 'organisations'>, actor: Actor) {
  const directory = await core.organisations.directory();
  const unit = unitsFor(actor, 'task.apply')
    .map((id) => directory.get(id))
    .find((one) => one && !one.dissolvedOn);
  if (!unit) throw problems['not-permitted']({ detail: 'Only for an organisation of one of your posts' });
  return unit;
}

/** Refuses a term that is over or ends before it begins. */
export function checkTerm(from: string, to: string, now: Date): void {
  if (to < from) throw fieldProblem('to', 'lies before the first day', `a day from ${from}`);
  if (to < dayOf(now)) throw fieldProblem('to', 'lies in the past', `a day from ${dayOf(now)}`);
}

/** The communities under the areas given. Refuses an unknown area, and areas without any community. */
export async function settleCommunities(core: Pick<TasksCore, 'territory'>, areas: readonly string[]): Promise<string[]> {
  const directory = await core.territory.directory();
  const unknown = areas.findIndex((code) => !directory.get(code));
  if (unknown >= 0) throw fieldProblem(`areas.${unknown}`, 'there is no such area', 'the code of a current area');
  const communities = communitiesUnder(directory, areas);
  if (communities.length === 0)
    throw taskProblems['no-community']({
      errors: [{ field: 'areas', reason: 'no community lies under it', accepted: 'a community, or an area with communities' }],
    });
  return communities;
}

/** Which questions data held answer. Refuses a form that cannot be filled in, and one that leaves nothing to ask. */
export function settleForm(form: readonly TaskField[]): HeldField[] {
  const fault = formFault(form);
  if (fault) throw fieldProblem(...fault);
  const held = heldFields(form);
  if (answeredWhole(form, held))
    throw taskProblems['form-answered']({
      detail: held.map((field) => field.label).join('、'),
      more: { held },
      errors: [{ field: 'form', reason: 'every question is answered by data held', accepted: 'questions that are not answered yet' }],
    });
  return held;
}
