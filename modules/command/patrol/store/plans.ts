import type { Connection } from '@gongzhi/platform/database';

export interface PointRow {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
  radius: number;
  code: string | null;
}
export interface PlanRow {
  id: string;
  areaCode: string;
  name: string;
  frequency: 'daily' | 'weekly' | 'monthly';
  weekdays: number[];
  checklist: string | null;
  active: boolean;
  version: number;
  points: PointRow[];
}

const plan = `p.id, p.area_code as "areaCode", p.name, p.frequency, p.weekdays, p.checklist, p.active, p.version,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'longitude', t.longitude, 'latitude', t.latitude, 'radius', t.radius, 'code', t.code) order by t.position)
    from command.patrol_point t where t.plan_id = p.id and t.active), '[]') as points`;

/** A page of plans under any of the areas, by area. */
export function selectPlans(
  connection: Connection,
  areas: readonly string[],
  area: string,
  after: { areaCode: string; id: string } | null,
  limit: number,
): Promise<PlanRow[]> {
  return connection.query<PlanRow>(
    `select ${plan} from command.patrol_plan p where exists (select 1 from unnest($1::text[]) a(code) where starts_with(p.area_code, a.code))
     and starts_with(p.area_code, $2) and ($3::text is null or (p.area_code, p.id) > ($3::text collate "C", $4::uuid)) order by p.area_code, p.id limit $5`,
    [areas, area, after?.areaCode ?? null, after?.id ?? null, limit],
  );
}

export async function selectPlan(connection: Connection, id: string): Promise<PlanRow | undefined> {
  const [row] = await connection.query<PlanRow>(`select ${plan} from command.patrol_plan p where p.id = $1`, [id]);
  return row;
}

/**
 * Writes a plan with its points in one statement: new ones, or over the version that was seen. Points that are left out are closed, never
 * deleted: visits name them. False where the version is another, or where a point belongs to another plan.
 */
export async function writePlan(tx: Connection, row: Omit<PlanRow, 'version'>, seen: number | null): Promise<boolean> {
  const written = await tx.query(
    `with given as (select * from jsonb_to_recordset($8::jsonb) as g(id uuid, position int, name text, longitude float8, latitude float8, radius int, code text)),
     plan as (
       ${
         seen === null
           ? `insert into command.patrol_plan (id, area_code, name, frequency, weekdays, checklist, active) select $1::uuid, $2, $3, $4, $5::smallint[], $6, $7
              where $9::int is null returning id`
           : `update command.patrol_plan set area_code = $2, name = $3, frequency = $4, weekdays = $5::smallint[], checklist = $6, active = $7, version = version + 1
              where id = $1::uuid and version = $9 and not exists (select 1 from given g join command.patrol_point o on o.id = g.id where o.plan_id <> $1::uuid) returning id`
       }
     ),
     closed as (
       update command.patrol_point t set active = false from plan where t.plan_id = plan.id and t.active and not exists (select 1 from given g where g.id = t.id)
     )
     insert into command.patrol_point as t (id, plan_id, position, name, longitude, latitude, radius, code)
     select g.id, plan.id, g.position, g.name, g.longitude, g.latitude, g.radius, g.code from plan, given g
     on conflict (id) do update set position = excluded.position, name = excluded.name, longitude = excluded.longitude, latitude = excluded.latitude,
       radius = excluded.radius, code = excluded.code, active = true where t.plan_id = excluded.plan_id
     returning id`,
    [
      row.id,
      row.areaCode,
      row.name,
      row.frequency,
      row.weekdays,
      row.checklist,
      row.active,
      JSON.stringify(row.points.map((point, position) => ({ ...point, position }))),
      seen,
    ],
  );
  return written.length > 0;
}

export interface DuePoint {
  id: string;
  planId: string;
  plan: string;
  areaCode: string;
  name: string;
  longitude: number;
  latitude: number;
  radius: number;
  hasCode: boolean;
  checklist: string | null;
  frequency: 'daily' | 'weekly' | 'monthly';
  weekdays: number[];
  visitedAt: Date | null;
}

/** Points of active plans under the areas with the visit of the period in which the day lies; those of a daily plan that rests are left to the caller. */
export function selectPointsOfDay(connection: Connection, areas: readonly string[], day: string): Promise<DuePoint[]> {
  return connection.query<DuePoint>(
    `select t.id, p.id as "planId", p.name as plan, p.area_code as "areaCode", t.name, t.longitude, t.latitude, t.radius, t.code is not null as "hasCode",
       p.checklist, p.frequency, p.weekdays, v.at as "visitedAt"
     from command.patrol_plan p join command.patrol_point t on t.plan_id = p.id and t.active
     left join command.patrol_visit v on v.point_id = t.id and v.period =
       case p.frequency when 'daily' then $2::date when 'weekly' then date_trunc('week', $2::date)::date else date_trunc('month', $2::date)::date end
     where p.active and exists (select 1 from unnest($1::text[]) a(code) where starts_with(p.area_code, a.code))
     order by p.area_code, p.name, t.position limit 500`,
    [areas, day],
  );
}
