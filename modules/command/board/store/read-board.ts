import type { Connection } from '@gongzhi/platform/database';

export interface HourRow {
  areaCode: string;
  day: string;
  hour: number;
  reported: number;
  ended: number;
  late: number;
}

/** Sums by hour of the areas named, on the days named. */
export function selectHours(connection: Connection, kind: string, areas: readonly string[], days: readonly string[]): Promise<HourRow[]> {
  return connection.query<HourRow>(
    `select h.area_code as "areaCode", d.day::text as day, extract(hour from h.start at time zone 'Asia/Shanghai')::int as hour, h.reported, h.ended, h.late
     from unnest($3::date[]) d(day) cross join unnest($2::text[]) a(code)
     join command.board_hour h on h.area_code = a.code collate "C" and h.kind = $1
       and h.start >= d.day::timestamp at time zone 'Asia/Shanghai' and h.start < (d.day + 1)::timestamp at time zone 'Asia/Shanghai'`,
    [kind, areas, days],
    'board.hours',
  );
}

export interface EventRow {
  matterId: string;
  at: string;
}

/** Events of a day or a window under an area, newest first. */
export function selectEvents(
  connection: Connection,
  wanted: { kind: string; ended: boolean; areas: readonly string[]; categories: readonly string[] | null; from: Date; to: Date },
  after: { at: string; id: string } | null,
  limit: number,
): Promise<EventRow[]> {
  return connection.query<EventRow>(
    `select e.matter_id as "matterId", e.at::text as at from command.board_event e
     where e.ended = $1 and e.kind = $2 and e.at >= $3 and e.at < $4 and exists (select 1 from unnest($5::text[]) a(code) where starts_with(e.area_code, a.code))
       and ($6::text[] is null or e.category = any($6::text[])) and ($7::timestamptz is null or (e.at, e.matter_id) < ($7::timestamptz, $8::uuid))
     order by e.at desc, e.matter_id desc limit $9`,
    [wanted.ended, wanted.kind, wanted.from, wanted.to, wanted.areas, wanted.categories, after?.at ?? null, after?.id ?? null, limit],
  );
}

export interface CellRow {
  area: string;
  category: string | null;
  day: string;
  count: number;
}

/** Reports of the days from `from` to before `to` by area of a length, category and day: what the scan looks at. */
export function selectCells(connection: Connection, kind: string, length: number, from: Date, to: Date): Promise<CellRow[]> {
  return connection.query<CellRow>(
    `select left(area_code, $2::int) as area, category, (at at time zone 'Asia/Shanghai')::date::text as day, count(*) as count
     from command.board_event where not ended and kind = $1 and at >= $3 and at < $4 and length(area_code) >= $2::int group by 1, 2, 3 order by 1, 2, 3`,
    [kind, length, from, to],
  );
}
