import type { Database } from '@gongzhi/platform/database';
import { addShippedYears, missingYears } from '../commands/add-shipped-years.ts';
import { type CalendarSet, calendarSet } from '../rules/calendar-set.ts';
import { calendarRevision, selectCalendars } from '../store/select-calendars.ts';

/**
 * Reads all calendars, or gives back the last set where nothing has changed, so that computed tables of working time stay warm. The
 * first reading of a new database, or after an update that ships a new year, stores the statutory days.
 */
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
