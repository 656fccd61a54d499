import type { Connection } from '@gongzhi/platform/database';
import { closeDays } from './coverage.ts';

/** A history of patrols as it is loaded in bulk, for the demo and for a move from another system. */
export interface PatrolsToLoad {
  plans: readonly {
    id: string;
    areaCode: string;
    name: string;
    frequency: 'daily' | 'weekly' | 'monthly';
    checklist: string | null;
    since: string;
    points: readonly { id: string; name: string; longitude: number; latitude: number; code: string | null }[];
  }[];
  entries: readonly {
    id: string;
    kind: string;
    officerId: string;
    officer: string;
    areaCode: string;
    pointId: string | null;
    at: Date;
    receivedAt: Date;
    text: string;
    details: Record<string, unknown>;
  }[];
  walked: readonly { pointId: string; period: string; entryId: string; at: Date }[];
  days(): Iterable<{
    areaCode: string;
    day: string;
    planned: number;
    missed: number;
    visited: number;
    far: number;
    findings: number;
    solved: number;
    cases: number;
    visits: number;
    diaries: number;
  }>;
  checks(): Iterable<{ areaCode: string; month: string; item: string; checked: number; failed: number }>;
  /** First day that is told line by line; sums of days before it come with the load, those from then on are made of the lines. */
  since: string;
}

function* map<From, To>(rows: Iterable<From>, to: (row: From) => To): Generator<To> {
  for (const row of rows) yield to(row);
}

/** Writes it with COPY, then sums up what came line by line, up to the day before `today`. */
export async function fillPatrols(tx: Connection, load: PatrolsToLoad, today: string, yesterday: string): Promise<void> {
  await tx.copy(
    'command.patrol_plan',
    ['id', 'area_code', 'name', 'frequency', 'checklist', 'since'],
    map(load.plans, (plan) => [plan.id, plan.areaCode, plan.name, plan.frequency, plan.checklist, plan.since]),
  );
  await tx.copy(
    'command.patrol_point',
    ['id', 'plan_id', 'position', 'name', 'longitude', 'latitude', 'radius', 'code'],
    load.plans.flatMap((plan) =>
      plan.points.map((point, position) => [point.id, plan.id, position, point.name, point.longitude, point.latitude, 80, point.code]),
    ),
  );
  await tx.copy(
    'command.patrol_entry',
    [
      ...['id', 'kind', 'officer_id', 'officer', 'area_code', 'point_id', 'at', 'device_at', 'received_at', 'device', 'verdict', 'counted'],
      ...['text', 'details', 'digest'],
    ],
    map(load.entries, (entry) => [
      ...[
        entry.id,
        entry.kind,
        entry.officerId,
        entry.officer,
        entry.areaCode,
        entry.pointId,
        entry.at,
        entry.at,
        entry.receivedAt,
        '导入',
      ],
      ...[entry.kind === 'check-in' ? 'there' : null, true, entry.text, JSON.stringify(entry.details), entry.id],
    ]),
  );
  await tx.copy(
    'command.patrol_visit',
    ['point_id', 'period', 'entry_id', 'at'],
    map(load.walked, (visit) => [visit.pointId, visit.period, visit.entryId, visit.at]),
  );
  await tx.copy(
    'command.patrol_day',
    ['area_code', 'day', 'planned', 'missed', 'visited', 'far', 'findings', 'solved', 'cases', 'visits', 'diaries'],
    map(load.days(), (day) => [
      ...[
        day.areaCode,
        day.day,
        day.planned,
        day.missed,
        day.visited,
        day.far,
        day.findings,
        day.solved,
        day.cases,
        day.visits,
        day.diaries,
      ],
    ]),
  );
  await tx.copy(
    'command.patrol_check',
    ['area_code', 'month', 'item', 'checked', 'failed'],
    map(load.checks(), (check) => [check.areaCode, check.month, check.item, check.checked, check.failed]),
  );
  await tx.query(
    `insert into command.patrol_day (area_code, day, visited, findings, solved, visits, diaries)
     select area_code, day, sum(visited), sum(findings), sum(solved), sum(visits), sum(diaries) from (
       select area_code, day, 0 as visited, (kind = 'finding')::int as findings, (kind = 'finding' and details->>'solved' = 'true')::int as solved,
         (kind = 'visit')::int as visits, (kind = 'diary')::int as diaries from command.patrol_entry where day >= $1
       union all select p.area_code, (v.at at time zone 'Asia/Shanghai')::date, 1, 0, 0, 0, 0
         from command.patrol_visit v join command.patrol_point t on t.id = v.point_id join command.patrol_plan p on p.id = t.plan_id
     ) told group by 1, 2`,
    [load.since],
  );
  await tx.query(
    `insert into command.patrol_check as c (area_code, month, item, checked, failed)
     select e.area_code, date_trunc('month', e.day)::date, a.item, count(*), count(*) filter (where not a.ok)
     from command.patrol_entry e, jsonb_to_recordset(e.details->'answers') as a(item text, ok boolean) where e.details ? 'answers' group by 1, 2, 3
     on conflict (area_code, month, item) do update set checked = c.checked + excluded.checked, failed = c.failed + excluded.failed`,
  );
  if (load.since < today) await closeDays(tx, load.since, yesterday);
}
