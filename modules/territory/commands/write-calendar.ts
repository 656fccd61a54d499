import type { Actor } from '@gongzhi/contract/actor';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { territory } from '@gongzhi/contract/territory';
import { constraintRefusal, fieldProblem } from '@gongzhi/platform/problems';
import { CalendarInvalid } from '@gongzhi/platform/working-time';
import type { Ground } from '../context.ts';
import { territoryProblems } from '../problems.ts';
import { calendarAnswer } from '../queries/calendar-answer.ts';
import { rootsOf } from '../queries/roots-of.ts';
import { calendarSet, statutoryId } from '../rules/calendar-set.ts';
import { requireEverywhere, requireReach } from '../rules/require-reach.ts';
import { beginCalendarChange, putCalendar } from '../store/write-calendars.ts';

/**
 * Adds a calendar of a place or sets its hours. It starts with the statutory days of every year and departs from them year by year.
 * The statutory calendar alone has no area; its hours are set by somebody who reaches every top-level area.
 */
export async function writeCalendar(
  ground: Ground,
  actor: Actor,
  id: string,
  input: BodyOf<typeof territory.writeCalendar>,
): Promise<AnswerOf<typeof territory.writeCalendar>> {
  const kept = (await ground.calendars.get()).kept.get(id);
  const directory = await ground.directory.get();
  if (id === statutoryId) {
    if (input.areaCode !== null)
      throw fieldProblem('areaCode', 'the statutory calendar belongs to no area', 'null, or another id for a place');
    requireEverywhere(actor, 'calendar.edit', rootsOf(directory));
  } else {
    if (input.areaCode === null) throw fieldProblem('areaCode', 'a calendar of a place needs its area', 'the code of a current area');
    for (const code of new Set([kept?.areaCode ?? input.areaCode, input.areaCode])) requireReach(actor, 'calendar.edit', code);
    if (!directory.get(input.areaCode)) throw fieldProblem('areaCode', `no current area ${input.areaCode}`, 'the code of a current area');
  }
  const calendar = { id, areaCode: input.areaCode, name: input.name, timezone: input.timezone, hours: input.hours };
  try {
    calendarSet([{ ...calendar, years: new Map() }]);
  } catch (error) {
    if (error instanceof CalendarInvalid)
      throw fieldProblem(
        error.message.includes('time zone') ? 'timezone' : 'hours',
        error.message,
        'an IANA zone; ascending hours that do not overlap',
      );
    throw error;
  }
  try {
    await ground.database.transaction(async (tx) => {
      await beginCalendarChange(tx);
      await putCalendar(tx, calendar);
      const before = kept && { name: kept.name, areaCode: kept.areaCode, timezone: kept.timezone, hours: kept.hours };
      const { name, areaCode, timezone, hours } = calendar;
      await ground.audit(tx, { actor, action: 'calendar-written', subject: id, detail: { before, name, areaCode, timezone, hours } });
    });
  } catch (error) {
    throw constraintRefusal(error, {
      calendar_area_once: () => territoryProblems['calendar-area-taken']({ detail: `area ${input.areaCode}` }),
    });
  }
  ground.calendars.forget();
  return calendarAnswer(await ground.calendars.get(), id);
}
