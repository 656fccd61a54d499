import type { Connection } from '@gongzhi/platform/database';
import type { KnownPoint, TakenEntry } from '../rules/take-entries.ts';
import type { ShiftSpan } from '../rules/take-tracks.ts';

export interface KnownEntry {
  id: string;
  officerId: string;
  digest: string;
  caseNumber: string | null;
  wantsCase: boolean;
}
export interface KnownToPhone {
  entries: KnownEntry[];
  points: KnownPoint[];
  shifts: (ShiftSpan & { officerId: string })[];
}

/** What is known already of the ids that a phone names; one statement for the whole batch. */
export async function selectKnown(
  connection: Connection,
  ids: { entries: readonly string[]; points: readonly string[]; shifts: readonly string[] },
): Promise<KnownToPhone> {
  const [row] = await connection.query<{
    entries: KnownEntry[] | null;
    points: KnownPoint[] | null;
    shifts: { id: string; officerId: string; beganAt: string; endedAt: string | null }[] | null;
  }>(
    `select
      (select jsonb_agg(jsonb_build_object('id', id, 'officerId', officer_id, 'digest', digest, 'caseNumber', case_number, 'wantsCase', wants_case))
        from command.patrol_entry where id = any($1::uuid[])) as entries,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'areaCode', p.area_code, 'longitude', t.longitude, 'latitude', t.latitude,
        'radius', t.radius, 'code', t.code, 'frequency', p.frequency))
        from command.patrol_point t join command.patrol_plan p on p.id = t.plan_id where t.id = any($2::uuid[])) as points,
      (select jsonb_agg(jsonb_build_object('id', id, 'officerId', officer_id, 'beganAt', began_at, 'endedAt', ended_at))
        from command.patrol_shift where id = any($3::uuid[])) as shifts`,
    [ids.entries, ids.points, ids.shifts],
    'patrol.known',
  );
  return {
    entries: row?.entries ?? [],
    points: row?.points ?? [],
    shifts: (row?.shifts ?? []).map((shift) => ({
      ...shift,
      beganAt: new Date(shift.beganAt),
      endedAt: shift.endedAt ? new Date(shift.endedAt) : null,
    })),
  };
}

export interface Synced {
  officer: { id: string; name: string };
  areaCode: string;
  device: string;
  receivedAt: Date;
  entries: readonly TakenEntry[];
  shifts: readonly { id: string; beganAt: Date; endedAt: Date | null; handover: string | null }[];
  tracks: readonly { id: string; shiftId: string; day: string; points: readonly unknown[] }[];
}

const statement = `
with given as (
  select * from jsonb_to_recordset($1::jsonb) as e(id uuid, kind text, area_code text, point_id uuid, at timestamptz, device_at timestamptz,
    longitude float8, latitude float8, accuracy real, verdict text, metres int, counted boolean, because text, text text, details jsonb,
    wants_case boolean, period date, due_day date, digest text)
),
written as (
  insert into command.patrol_entry (id, kind, officer_id, officer, area_code, point_id, at, device_at, received_at, device, longitude, latitude,
    accuracy, verdict, metres, counted, because, text, details, wants_case, digest)
  select id, kind, $2::uuid, $3, area_code, point_id, at, device_at, $4::timestamptz, $5, longitude, latitude, accuracy, verdict, metres, counted,
    because, text, details, wants_case, digest from given
  on conflict (id) do nothing
  returning id, kind, area_code, day, at, point_id, counted, because, details
),
visited as (
  insert into command.patrol_visit (point_id, period, entry_id, at)
  select distinct on (w.point_id, g.period) w.point_id, g.period, w.id, w.at from written w join given g on g.id = w.id
  where g.period is not null order by w.point_id, g.period, w.at
  on conflict (point_id, period) do nothing
  returning entry_id
),
counted as (
  insert into command.patrol_day as d (area_code, day, missed, visited, far, findings, solved, visits, diaries)
  select area_code, day, 0 - count(*) filter (where late), count(*) filter (where visited), count(*) filter (where because = 'too-far'),
    count(*) filter (where kind = 'finding' and counted), count(*) filter (where kind = 'finding' and counted and solved),
    count(*) filter (where kind = 'visit' and counted), count(*) filter (where kind = 'diary' and counted)
  from (
    select w.area_code, w.day, w.kind, w.counted, w.because, w.details->>'solved' = 'true' as solved, v.entry_id is not null as visited, false as late
    from written w left join visited v on v.entry_id = w.id
    -- The miss of a period that is over is taken back.
    union all select w.area_code, g.due_day, '', false, null, false, false, true
    from visited v join written w on w.id = v.entry_id join given g on g.id = w.id
  ) seen group by 1, 2
  having bool_or(not late) or exists (select 1 from command.patrol_day o where (o.area_code, o.day) = (seen.area_code, seen.day) and o.planned is not null)
  order by 1, 2
  on conflict (area_code, day) do update set missed = case when d.planned is null then 0 else greatest(0, d.missed + excluded.missed) end, visited = d.visited + excluded.visited, far = d.far + excluded.far,
    findings = d.findings + excluded.findings, solved = d.solved + excluded.solved, visits = d.visits + excluded.visits, diaries = d.diaries + excluded.diaries
),
checked as (
  insert into command.patrol_check as c (area_code, month, item, checked, failed)
  select w.area_code, date_trunc('month', w.day)::date, a.item, count(*), count(*) filter (where not a.ok)
  from written w, jsonb_to_recordset(w.details->'answers') as a(item text, ok boolean) where w.counted and w.details ? 'answers'
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (area_code, month, item) do update set checked = c.checked + excluded.checked, failed = c.failed + excluded.failed
),
shifts as (
  insert into command.patrol_shift as s (id, officer_id, officer, area_code, began_at, ended_at, handover)
  select id, $2::uuid, $3, $6, began_at, ended_at, handover
  from jsonb_to_recordset($7::jsonb) as g(id uuid, began_at timestamptz, ended_at timestamptz, handover text)
  on conflict (id) do update set began_at = least(s.began_at, excluded.began_at), ended_at = greatest(s.ended_at, excluded.ended_at),
    handover = coalesce(excluded.handover, s.handover) where s.officer_id = excluded.officer_id
),
tracks as (
  insert into command.patrol_track (id, officer_id, shift_id, day, points)
  select id, $2::uuid, shift_id, day, points from jsonb_to_recordset($8::jsonb) as t(id uuid, shift_id uuid, day date, points jsonb)
  on conflict (id) do nothing
)
select id from written`;

/** Writes a whole batch in one statement: entries, visits of points, sums of grids and checklists, shifts and tracks. Gives the ids that were new. */
export async function writeSync(connection: Connection, synced: Synced): Promise<Set<string>> {
  const rows = await connection.query<{ id: string }>(
    statement,
    [
      JSON.stringify(
        synced.entries.map((entry) => ({
          id: entry.id,
          kind: entry.kind,
          area_code: entry.areaCode,
          point_id: entry.pointId,
          at: entry.at,
          device_at: entry.deviceAt,
          longitude: entry.longitude,
          latitude: entry.latitude,
          accuracy: entry.accuracy,
          verdict: entry.verdict,
          metres: entry.metres,
          counted: entry.counted,
          because: entry.because,
          text: entry.text,
          details: entry.details,
          wants_case: entry.wantsCase,
          period: entry.period,
          due_day: entry.dueDay,
          digest: entry.digest,
        })),
      ),
      synced.officer.id,
      synced.officer.name,
      synced.receivedAt,
      synced.device,
      synced.areaCode,
      JSON.stringify(
        synced.shifts.map((shift) => ({ id: shift.id, began_at: shift.beganAt, ended_at: shift.endedAt, handover: shift.handover })),
      ),
      JSON.stringify(synced.tracks.map((track) => ({ id: track.id, shift_id: track.shiftId, day: track.day, points: track.points }))),
    ],
    'patrol.sync',
  );
  return new Set(rows.map((row) => row.id));
}
