import type { Connection } from '@gongzhi/platform/database';
import type { CalendarRow } from '@gongzhi/platform/working-time';
import type { PlaceCalendar } from '../rules/calendar-set.ts';

/** Begins to change calendars: writers wait for each other to the end of the transaction, and readers learn that there is news. */
export async function beginCalendarChange(tx: Connection): Promise<void> {
  await tx.query(`update territory.revision set number = number + 1 where subject = 'calendar'`);
}

export async function putCalendar(tx: Connection, calendar: Omit<PlaceCalendar, 'years'>): Promise<void> {
  await tx.query(
    `insert into territory.calendar (id, area_code, name, timezone, hours) values ($1, $2, $3, $4, $5::jsonb)
     on conflict (id) do update set area_code = excluded.area_code, name = excluded.name, timezone = excluded.timezone, hours = excluded.hours`,
    [calendar.id, calendar.areaCode, calendar.name, calendar.timezone, JSON.stringify(calendar.hours)],
  );
}

/** Sets the days of years; what these years held before is gone, other years stay. */
export async function putYears(tx: Connection, id: string, years: ReadonlyMap<number, readonly CalendarRow[]>): Promise<void> {
  const numbers = [...years.keys()];
  await tx.query('delete from territory.calendar_year where calendar_id = $1 and year = any($2::int[])', [id, numbers]);
  await tx.query('insert into territory.calendar_year (calendar_id, year) select $1, unnest($2::int[])', [id, numbers]);
  await tx.query(
    `insert into territory.calendar_day (calendar_id, year, date, kind, name)
     select $1, extract(year from row.date), row.date, row.kind, row.name
     from jsonb_to_recordset($2::jsonb) as row(date date, kind text, name text)`,
    [id, JSON.stringify([...years.values()].flat())],
  );
}
