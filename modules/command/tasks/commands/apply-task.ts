import type { Actor } from '@gongzhi/contract/actor';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { tasks } from '@gongzhi/contract/tasks';
import { matterProblems } from '@gongzhi/matters';
import { type Calendar, CalendarMissing, minutesPerWorkingDay, workingMinutes } from '@gongzhi/platform/working-time';
import { listsFor } from '../queries/check-task.ts';
import { openedHistory } from '../rules/opened-history.ts';
import { readSettings } from '../store/items.ts';
import type { TasksCore } from '../tasks.ts';
import { checkTerm, departmentOf, settleCommunities, settleForm } from './settle-content.ts';

/**
 * Applies to place work in communities. The application is held against the four lists and its form against data held, both at once and
 * with reasons; whether it is admitted is decided by people within the term of the rules.
 */
export async function applyTask(core: TasksCore, actor: Actor, input: BodyOf<typeof tasks.apply>): Promise<AnswerOf<typeof tasks.apply>> {
  const now = core.now();
  const department = await departmentOf(core, actor);
  checkTerm(input.from, input.to, now);
  await settleCommunities(core, input.areas);
  const held = settleForm(input.form);
  const [lists, settings, calendar] = await Promise.all([
    listsFor(core.database, `${input.title} ${input.body}`, input.item ?? null),
    readSettings(core.database),
    core.territory.calendarFor(department.areaCode),
  ]);
  const ahead = workingDaysUntil(calendar, now, input.from);
  const { title, body, areas, item, ...rest } = input;
  const history = openedHistory({
    ...{ kind: core.admission, actor, organisationId: department.id, action: 'apply', at: now, areaCode: department.areaCode, calendar },
    ...{ title, body, leadId: department.id, parts: [{ organisationId: department.id, role: 'lead' }], data: { verdict: lists.verdict } },
    clocks: [
      { name: 'decide', limit: { amount: settings.decideDays, unit: 'working-day' }, rule: `准入审定：${settings.decideDays} 个工作日` },
    ],
    details: {
      ...rest,
      ...{ areas: [...new Set(areas)], item: item ?? null, departmentId: department.id, departmentName: department.shortName },
      ...{ lists, held, ahead, short: ahead < settings.aheadDays },
    },
  });
  const { numbers } = await core.database.transaction((tx) => core.matters.load(tx, core.admission, [history], { facts: true }));
  return { number: numbers[0]!, state: history.state, dueAt: history.dueAt?.toISOString() ?? null, lists };
}

/** Whole working days from now to the beginning of a day; a year without a calendar is a refusal. */
function workingDaysUntil(calendar: Calendar, now: Date, day: string): number {
  const start = new Date(`${day}T00:00:00+08:00`);
  if (start <= now) return 0;
  try {
    return Math.floor(workingMinutes(calendar, now, start) / minutesPerWorkingDay(calendar));
  } catch (error) {
    if (error instanceof CalendarMissing)
      throw matterProblems['calendar-missing']({ detail: `No calendar for ${error.year}`, more: { year: error.year } });
    throw error;
  }
}
