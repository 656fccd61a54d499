import type { Actor } from '@gongzhi/contract/actor';
import type { CalendarDay } from '@gongzhi/contract/territory';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import { CalendarInvalid, type CalendarRow } from '@gongzhi/platform/working-time';
import type { Ground } from '../context.ts';
import { rootsOf } from '../queries/roots-of.ts';
import { calendarSet } from '../rules/calendar-set.ts';
import { requireEverywhere, requireReach } from '../rules/require-reach.ts';
import { beginCalendarChange, putYears } from '../store/write-calendars.ts';

type Days = ReturnType<typeof CalendarDay.parse>[];

/** Sets the days of one year that differ from the plain week; for a place, in the stead of the statutory ones. Deadlines that were computed stay. */
export async function writeCalendarYear(ground: Ground, actor: Actor, id: string, year: number, days: Days): Promise<{ days: Days }> {
  const kept = (await ground.calendars.get()).kept.get(id);
  if (!kept) throw problems['not-found']({ detail: `no calendar ${id}` });
  if (kept.areaCode === null) requireEverywhere(actor, 'calendar.edit', rootsOf(await ground.directory.get()));
  else requireReach(actor, 'calendar.edit', kept.areaCode);
  const rows: CalendarRow[] = [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
  try {
    calendarSet([{ ...kept, years: new Map([[year, rows]]) }]);
  } catch (error) {
    if (!(error instanceof CalendarInvalid)) throw error;
    const place = days.findLastIndex((day) => day.date === error.date);
    throw fieldProblem(place < 0 ? 'days' : `days.${place}.date`, error.message, `days of ${year}, each once; make-up days on weekends`);
  }
  await ground.database.transaction(async (tx) => {
    await beginCalendarChange(tx);
    await putYears(tx, id, new Map([[year, rows]]));
    await ground.audit(tx, { actor, action: 'calendar-year-written', subject: id, detail: { year, days: rows.length } });
  });
  ground.calendars.forget();
  return { days: rows };
}
