import type { ActContext } from '@gongzhi/matters';
import type { Refusal } from '@gongzhi/platform/problems';
import { dayOf } from '@gongzhi/territory';
import { taskProblems } from '../problems.ts';
import { termOver } from './refusal-rule.ts';
import type { RefusalRule, TaskDetails } from './task-details.ts';

/** The rule by which the task may be refused now; null while it is admitted and in its term. */
export function refusableBy(context: Pick<ActContext, 'matter' | 'now'>): RefusalRule | null {
  const { rule, to } = context.matter.details as unknown as TaskDetails;
  return rule ?? (to < dayOf(context.now) ? termOver(to) : null);
}

/** The conditions named in the life cycle of a task. */
export const taskGuards: Record<string, (context: ActContext) => Refusal | null> = {
  refusable: (context) => {
    const { admission, to } = context.matter.details as unknown as TaskDetails;
    return refusableBy(context) ? null : taskProblems['task-admitted']({ detail: `${admission}, ${to}`, more: { admission, until: to } });
  },
};
