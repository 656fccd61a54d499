import type { Database } from '@gongzhi/platform/database';
import { type CalendarRow, statutoryCalendar, toRows } from '@gongzhi/platform/working-time';
import { type CalendarSet, calendarSet, statutoryId } from '../rules/calendar-set.ts';
import { selectCalendars } from '../store/select-calendars.ts';
import { beginCalendarChange, putCalendar, putYears } from '../store/write-calendars.ts';

/** Shipped years that are not stored: all of them at first, the newest after an update of the product. */
export function missingYears(set: CalendarSet): Map<number, CalendarRow[]> {
  const held = set.kept.get(statutoryId)?.years;
  return new Map([...toRows(statutoryCalendar(statutoryId))].filter(([year]) => !held?.has(year)));
}

/** Stores what is shipped as data of its own, to be edited from then on. Two processes may come here at once. */
export async function addShippedYears(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await beginCalendarChange(tx);
    const set = calendarSet(await selectCalendars(tx));
    if (!set.kept.has(statutoryId)) {
      const { timezone, hours } = statutoryCalendar(statutoryId);
      const pairs = hours.map(([opens, closes]): [string, string] => [opens, closes]);
      await putCalendar(tx, { id: statutoryId, areaCode: null, name: '法定日历', timezone, hours: pairs });
    }
    await putYears(tx, statutoryId, missingYears(set));
  });
}
