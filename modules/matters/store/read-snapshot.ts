import type { Connection } from '@gongzhi/platform/database';
import type { Snapshot } from '../rules/snapshot.ts';

/** Columns of a matter as the rules know it; `m` is the alias. */
const columns = `m.id, m.number, m.kind, m.area_code as "areaCode", m.category, m.title, m.body, m.address,
  ST_X(m.location) as longitude, ST_Y(m.location) as latitude, m.channel, m.state, m.state_since as "stateSince", m.urgency,
  m.reporter_id as "reporterId", m.confidential, m.public, m.parent_id as "parentId", m.lead_id as "leadId", m.opened_at as "openedAt",
  m.due_at as "dueAt", m.closed_at as "closedAt", m.outcome, m.pending, m.details, m.external_source as "externalSource",
  m.external_number as "externalNumber", m.version, m.entries, m.head`;

const parts = `coalesce((select json_agg(json_build_object('id', p.id, 'organisationId', p.organisation_id, 'role', p.role, 'assignedAt', p.assigned_at,
  'signedAt', p.signed_at, 'arrivedAt', p.arrived_at, 'doneAt', p.done_at, 'endedAt', p.ended_at, 'dueAt', p.due_at, 'result', p.result) order by p.assigned_at, p.id)
  from matters.part p where p.matter_id = m.id), '[]') as parts`;

const clocks = `coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'organisationId', c.organisation_id, 'rule', c.rule, 'calendar', c.calendar,
  'limit', json_build_object('amount', c.amount, 'unit', c.unit), 'startedAt', c.started_at, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at, 'breached', c.breached, 'paused', c.paused,
  'pauses', coalesce((select json_agg(json_build_object('from', u.from_at, 'to', u.to_at, 'reason', u.reason, 'approvedBy', u.approved_by) order by u.from_at)
    from matters.pause u where u.clock_id = c.id), '[]')) order by c.started_at, c.id)
  from matters.clock c where c.matter_id = m.id), '[]') as clocks`;

const select = `select ${columns}, ${parts}, ${clocks},
  (select count(*)::int from matters.matter child where child.parent_id = m.id and child.closed_at is null) as "openChildren"
  from matters.matter m`;

/** A matter with its parts and clocks, or nothing. One statement. */
export async function readSnapshot(connection: Connection, number: string): Promise<Snapshot | undefined> {
  const [row] = await connection.query<Snapshot>(`${select} where m.number = $1`, [number], 'matters.snapshot');
  return row && revive(row);
}

/** Several at once, for acts on many. */
export async function readSnapshots(connection: Connection, numbers: string[]): Promise<Snapshot[]> {
  const rows = await connection.query<Snapshot>(`${select} where m.number = any($1::text[])`, [numbers]);
  return rows.map(revive);
}

/** Several by id. */
export async function readSnapshotsById(connection: Connection, ids: readonly string[]): Promise<Snapshot[]> {
  const rows = await connection.query<Snapshot>(`${select} where m.id = any($1::uuid[])`, [ids]);
  return rows.map(revive);
}

export async function readSnapshotById(connection: Connection, id: string): Promise<Snapshot | undefined> {
  const [row] = await connection.query<Snapshot>(`${select} where m.id = $1`, [id]);
  return row && revive(row);
}

/** Dates inside JSON arrive as text. */
function revive(row: Snapshot): Snapshot {
  const when = (value: unknown) => (value === null ? null : new Date(value as string));
  for (const part of row.parts)
    for (const key of ['assignedAt', 'signedAt', 'arrivedAt', 'doneAt', 'endedAt', 'dueAt'] as const)
      (part as unknown as Record<string, unknown>)[key] = when(part[key]);
  for (const clock of row.clocks) {
    for (const key of ['startedAt', 'dueAt', 'stoppedAt'] as const) (clock as unknown as Record<string, unknown>)[key] = when(clock[key]);
    for (const pause of clock.pauses) {
      pause.from = new Date(pause.from);
      pause.to = pause.to === null ? null : new Date(pause.to);
    }
  }
  return row;
}
