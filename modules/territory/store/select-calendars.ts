import type { Connection } from '@gongzhi/platform/database';
import type { CalendarRow } from '@gongzhi/platform/working-time';
import type { PlaceCalendar } from '../rules/calendar-set.ts';

export async function calendarRevision(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ number: number }>(`select number from territory.revision where subject = 'calendar'`);
  return row!.number;
}

/** All calendars with all their years, in one statement. */
export async function selectCalendars(connection: Connection): Promise<PlaceCalendar[]> {
  const rows = await connection.query<Omit<PlaceCalendar, 'years'> & { years: { year: number; days: CalendarRow[] }[] }>(
    `select id, area_code as "areaCode", name, timezone, hours, coalesce((
       select jsonb_agg(jsonb_build_object('year', held.year, 'days', coalesce((
         select jsonb_agg(jsonb_build_object('date', day.date, 'kind', day.kind, 'name', day.name) order by day.date)
         from territory.calendar_day as day where day.calendar_id = held.calendar_id and day.year = held.year), '[]')) order by held.year)
       from territory.calendar_year as held where held.calendar_id = calendar.id), '[]') as years
     from territory.calendar order by id`,
  );
  return rows.map((row) => ({ ...row, years: new Map(row.years.map(({ year, days }) => [year, days])) }));
}
