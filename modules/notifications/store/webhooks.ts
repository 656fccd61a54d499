import type { Connection } from '@gongzhi/platform/database';

export interface WebhookRow {
  id: string;
  url: string;
  events: string[];
  active: boolean;
  createdAt: Date;
  lastStatus: string | null;
  failing: number;
}

export async function listWebhooks(connection: Connection): Promise<WebhookRow[]> {
  return connection.query<WebhookRow>(
    `select w.id, w.url, w.events, w.active, w.created_at as "createdAt",
       (select coalesce(d.status::text, d.error) from notifications.delivery d where d.webhook_id = w.id and d.attempts > 0 order by d.at desc, d.id desc limit 1) as "lastStatus",
       (select count(*)::int from notifications.delivery d where d.webhook_id = w.id and d.state <> 'delivered' and d.attempts > 0) as failing
     from notifications.webhook w order by w.created_at`,
  );
}

export async function insertWebhook(connection: Connection, row: { id: string; url: string; events: string[] }): Promise<void> {
  await connection.query('insert into notifications.webhook (id, url, events) values ($1, $2, $3)', [row.id, row.url, row.events]);
}

export async function deleteWebhook(connection: Connection, id: string): Promise<boolean> {
  return (await connection.query('delete from notifications.webhook where id = $1 returning id', [id])).length > 0;
}

export interface DeliveryRow {
  id: string;
  at: Date;
  event: string;
  subject: string | null;
  attempts: number;
  state: 'waiting' | 'delivered' | 'given-up';
  status: number | null;
  error: string | null;
}
const columns = 'id, at, event, subject, attempts, state, status, error';

export async function insertDeliveries(
  connection: Connection,
  rows: readonly { id: string; webhookId: string; event: string; subject: string | null; payload: unknown }[],
): Promise<void> {
  if (rows.length === 0) return;
  await connection.query(
    `insert into notifications.delivery (id, webhook_id, event, subject, payload)
     select d.id, d.webhook_id, d.event, d.subject, d.payload from jsonb_to_recordset($1::jsonb) as d(id uuid, webhook_id uuid, event text, subject text, payload jsonb)
     where exists (select 1 from notifications.webhook w where w.id = d.webhook_id)`,
    [JSON.stringify(rows.map((row) => ({ ...row, webhook_id: row.webhookId })))],
  );
}

export async function listDeliveries(
  connection: Connection,
  webhookId: string,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<DeliveryRow[]> {
  return connection.query<DeliveryRow>(
    `select ${columns} from notifications.delivery where webhook_id = $1 and ($2::timestamptz is null or (at, id) < ($2, $3::uuid)) order by at desc, id desc limit $4`,
    [webhookId, before?.at ?? null, before?.id ?? null, limit],
  );
}

export async function redeliver(connection: Connection, webhookId: string, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await connection.query<DeliveryRow>(
    `update notifications.delivery set state = 'waiting', next_at = now() where webhook_id = $1 and id = $2 returning ${columns}`,
    [webhookId, id],
  );
  return row;
}

export interface TakenDelivery {
  id: string;
  webhookId: string;
  url: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/** Takes deliveries whose turn it is; one that is not reported back comes again after five minutes. */
export async function takeDeliveries(connection: Connection, most: number): Promise<TakenDelivery[]> {
  return connection.query<TakenDelivery>(
    `update notifications.delivery d set attempts = d.attempts + 1, next_at = now() + interval '5 minutes'
     from (select id from notifications.delivery where state = 'waiting' and next_at <= now() order by next_at limit $1 for update skip locked) t, notifications.webhook w
     where d.id = t.id and w.id = d.webhook_id returning d.id, d.webhook_id as "webhookId", w.url, d.payload, d.attempts`,
    [most],
  );
}

/** What came of a delivery; `again` in seconds, null for no further try. */
export async function reportDelivery(
  connection: Connection,
  id: string,
  result: { delivered: boolean; status: number | null; error: string | null; again: number | null },
): Promise<void> {
  await connection.query(
    `update notifications.delivery set state = case when $2 then 'delivered' when $5::float8 is null then 'given-up' else 'waiting' end, status = $3, error = $4, next_at = now() + make_interval(secs => coalesce($5::float8, 0)) where id = $1`,
    [id, result.delivered, result.status, result.error, result.again],
  );
}

export async function forgetDeliveries(connection: Connection): Promise<void> {
  await connection.query(`delete from notifications.delivery where at < now() - interval '60 days' and state <> 'waiting'`);
}
