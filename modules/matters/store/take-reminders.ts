import type { Connection } from '@gongzhi/platform/database';

/** A clock that has come to a stage of reminding: 1 before it is due, 2 at due, 3 a day after. */
export interface Reminder {
  matterId: string;
  number: string;
  title: string;
  areaCode: string;
  state: string;
  leadId: string | null;
  clock: string;
  organisationId: string | null;
  dueAt: Date;
  stage: 1 | 2 | 3;
}

/**
 * Takes the clocks that have come to their next stage of reminding and marks them as reminded, at most `most` at once, so that a
 * reminder is sent once however many processes ask. Before due means in the last fifth of its time.
 */
export async function takeReminders(tx: Connection, now: Date, most = 500): Promise<Reminder[]> {
  return tx.query<Reminder>(
    `with waiting as (
       select c.id, case when $1 >= c.due_at + interval '1 day' then 3 when $1 >= c.due_at then 2 else 1 end as stage
       from matters.clock c
       where c.stopped_at is null and not c.paused and c.due_at <= $1 + interval '3 days'
         and c.reminded < case when $1 >= c.due_at + interval '1 day' then 3 when $1 >= c.due_at then 2 when $1 >= c.due_at - (c.due_at - c.started_at) / 5 then 1 else 0 end
       order by c.due_at limit $2 for update skip locked
     ), taken as (
       update matters.clock c set reminded = w.stage from waiting w where c.id = w.id
       returning c.matter_id, c.name, c.organisation_id, c.due_at, w.stage
     )
     select m.id as "matterId", m.number, m.title, m.area_code as "areaCode", m.state, m.lead_id as "leadId", t.name as clock, t.organisation_id as "organisationId", t.due_at as "dueAt", t.stage
     from taken t join matters.matter m on m.id = t.matter_id`,
    [now, most],
  );
}

/** Open work of each organisation that leads: all, overdue, due before the moment given. */
export async function loadOfUnits(
  connection: Connection,
  now: Date,
  soon: Date,
): Promise<Map<string, { open: number; overdue: number; soon: number }>> {
  const rows = await connection.query<{ id: string; open: number; overdue: number; soon: number }>(
    `select lead_id as id, count(*)::int as open, (count(*) filter (where due_at < $1))::int as overdue, (count(*) filter (where due_at >= $1 and due_at < $2))::int as soon
     from matters.matter where closed_at is null and lead_id is not null group by lead_id`,
    [now, soon],
  );
  return new Map(rows.map(({ id, ...load }) => [id, load]));
}

/** Reporters of the matters that were joined to each of these, by the id that they were joined to. */
export async function reportersJoinedTo(
  connection: Connection,
  matterIds: readonly string[],
): Promise<Map<string, { number: string; reporterId: string }[]>> {
  if (matterIds.length === 0) return new Map();
  const rows = await connection.query<{ to: string; number: string; reporterId: string }>(
    `select l.to_id as "to", m.number, m.reporter_id as "reporterId" from matters.link l join matters.matter m on m.id = l.from_id
     where l.to_id = any($1::uuid[]) and l.kind = 'duplicate-of' and m.reporter_id is not null`,
    [matterIds],
  );
  return Map.groupBy(rows, (row) => row.to);
}
