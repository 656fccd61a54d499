import type { Database } from '@gongzhi/platform/database';
import { statutoryCalendar, toRows } from '@gongzhi/platform/working-time';
import { type CalendarSet, calendarSet, statutoryId } from '../rules/calendar-set.ts';
import { calendarRevision, selectCalendars } from '../store/select-calendars.ts';
import { beginCalendarChange, putCalendar, putYears } from '../store/write-calendars.ts';

/** Reads all calendars, or gives back the last set where nothing has changed, so that computed tables of working time stay warm. */
export function calendarLoader(database: Database): () => Promise<CalendarSet> {
  let last: { revision: number; set: CalendarSet } | undefined;
  const read = async () => {
    const revision = await calendarRevision(database);
    if (last?.revision !== revision) last = { revision, set: calendarSet(await selectCalendars(database)) };
    return last.set;
  };
  return async () => {
    const set = await read();
    if (missingYears(set).size === 0) return set;
    await addShippedYears(database);
    return read();
  };
}

/** Shipped years that are not stored: all of them at first, the newest after an update of the product. */
function missingYears(set: CalendarSet) {
  const held = set.kept.get(statutoryId)?.years;
  return new Map([...toRows(statutoryCalendar(statutoryId))].filter(([year]) => !held?.has(year)));
}

/** Stores what is shipped as data of its own, to be edited from then on. Two processes may come here at once. */
async function addShippedYears(database: Database): Promise<void> {
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
