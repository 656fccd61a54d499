import type { Connection } from '@gongzhi/platform/database';

export interface ShiftRow {
  id: string;
  beganAt: Date;
  endedAt: Date | null;
}

/** The shift of an officer that has not ended and began not long ago. */
export async function selectOpenShift(connection: Connection, officerId: string, after: Date): Promise<ShiftRow | undefined> {
  const [row] = await connection.query<ShiftRow>(
    `select id, began_at as "beganAt", ended_at as "endedAt" from command.patrol_shift
     where officer_id = $1 and ended_at is null and began_at > $2 order by began_at desc limit 1`,
    [officerId, after],
  );
  return row;
}

/** What the shift before has left for the areas, of the last two days, not by the officer. */
export async function selectHandover(
  connection: Connection,
  areas: readonly string[],
  officerId: string,
  after: Date,
): Promise<{ by: string; at: Date; text: string } | undefined> {
  const [row] = await connection.query<{ by: string; at: Date; text: string }>(
    `select officer as by, ended_at as at, handover as text from command.patrol_shift
     where handover is not null and officer_id <> $2 and ended_at > $3 and exists (select 1 from unnest($1::text[]) a(code) where starts_with(area_code, a.code))
     order by ended_at desc limit 1`,
    [areas, officerId, after],
  );
  return row;
}

/** The shifts of an officer that touch a day, with the track of each in order. */
export function selectTracks(
  connection: Connection,
  officerId: string,
  day: string,
): Promise<(ShiftRow & { points: [number, number, string][] })[]> {
  return connection.query(
    `select s.id, s.began_at as "beganAt", s.ended_at as "endedAt",
       coalesce((select jsonb_agg(q.point order by q.point->>2) from command.patrol_track t, jsonb_array_elements(t.points) as q(point)
         where t.shift_id = s.id and t.officer_id = $1 and t.day = $2), '[]') as points
     from command.patrol_shift s where s.officer_id = $1 and s.began_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai'
       and coalesce(s.ended_at, s.began_at) >= $2::date::timestamp at time zone 'Asia/Shanghai' order by s.began_at`,
    [officerId, day],
  );
}

/** Deletes tracks of days before the one given. */
export async function deleteTracks(connection: Connection, before: string): Promise<number> {
  const rows = await connection.query('delete from command.patrol_track where day < $1 returning id', [before]);
  return rows.length;
}
