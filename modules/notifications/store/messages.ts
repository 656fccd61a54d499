import type { Connection } from '@gongzhi/platform/database';

export async function insertMessages(
  connection: Connection,
  messages: readonly { id: string; residentId: string; text: string }[],
): Promise<void> {
  if (messages.length === 0) return;
  await connection.query(
    `insert into notifications.message (id, resident_id, text) select m.id, m.resident_id, m.text from jsonb_to_recordset($1::jsonb) as m(id uuid, resident_id uuid, text text)`,
    [JSON.stringify(messages.map((message) => ({ ...message, resident_id: message.residentId })))],
  );
}

/** Takes messages whose turn it is; another process that asks at once is given others. A message that is not reported back comes again in a minute. */
export async function takeMessages(connection: Connection, most: number): Promise<{ id: string; residentId: string; text: string }[]> {
  return connection.query(
    `update notifications.message m set attempts = attempts + 1, next_at = now() + make_interval(secs => 60 * power(2, m.attempts))
     from (select id from notifications.message where sent_at is null and attempts < 8 and next_at <= now() order by next_at limit $1 for update skip locked) w
     where m.id = w.id returning m.id, m.resident_id as "residentId", m.text`,
    [most],
  );
}

/** Says of each taken message whether it was sent. */
export async function reportMessages(connection: Connection, results: readonly { id: string; error: string | null }[]): Promise<void> {
  await connection.query(
    `update notifications.message m set sent_at = case when r.error is null then now() end, error = r.error
     from jsonb_to_recordset($1::jsonb) as r(id uuid, error text) where m.id = r.id`,
    [JSON.stringify(results)],
  );
}
