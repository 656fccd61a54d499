import type { ActContext, ClockTerm } from '@gongzhi/matters';
import type { Limit } from '@gongzhi/platform/working-time';
import type { TaskDetails } from './task-details.ts';

/** Terms of a task, ours by default: three working days to take it on, five to confirm it. */
export const acceptTerm: ClockTerm = { limit: { amount: 3, unit: 'working-day' }, rule: '任务接收：3 个工作日' };
const confirmTerm: ClockTerm = { limit: { amount: 5, unit: 'working-day' }, rule: '任务确认：5 个工作日' };

/** Time until the end of a day in the time of the place, in whole minutes; at least one. */
export function untilEndOf(day: string, from: Date): Limit {
  const end = Date.parse(`${day}T24:00:00+08:00`);
  return { amount: Math.max(1, Math.round((end - from.getTime()) / 60_000)), unit: 'minute' };
}

export const doTerm = (to: string, from: Date): ClockTerm => ({ limit: untilEndOf(to, from), rule: `任务期限：至 ${to}` });

export function taskTerm(clock: string, context: ActContext): ClockTerm | null {
  const { to } = context.matter.details as unknown as TaskDetails;
  if (clock === 'do') return doTerm(to, context.now);
  return clock === 'confirm' ? confirmTerm : acceptTerm;
}
