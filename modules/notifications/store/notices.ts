import type { Connection } from '@gongzhi/platform/database';

export interface NewNotice {
  id: string;
  recipientId: string;
  at: Date;
  kind: string;
  title: { zh: string; en: string };
  number: string | null;
}

export async function insertNotices(connection: Connection, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await connection.query(
    `insert into notifications.notice (id, recipient_id, at, kind, title, number)
     select n.id, n.recipient_id, n.at, n.kind, n.title, n.number from jsonb_to_recordset($1::jsonb) as n(id uuid, recipient_id uuid, at timestamptz, kind text, title jsonb, number text)`,
    [JSON.stringify(notices.map((notice) => ({ ...notice, recipient_id: notice.recipientId })))],
  );
}

export interface NoticeRow {
  id: string;
  at: Date;
  kind: string;
  title: { zh: string; en: string };
  number: string | null;
  read: boolean;
}

export async function listNotices(
  connection: Connection,
  recipientId: string,
  unread: boolean,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<NoticeRow[]> {
  return connection.query<NoticeRow>(
    `select id, at, kind, title, number, read_at is not null as read from notifications.notice
     where recipient_id = $1 and (not $2 or read_at is null) and ($3::timestamptz is null or (at, id) < ($3, $4::uuid)) order by at desc, id desc limit $5`,
    [recipientId, unread, before?.at ?? null, before?.id ?? null, limit],
  );
}

export async function countUnread(connection: Connection, recipientId: string): Promise<number> {
  const [row] = await connection.query<{ count: number }>(
    'select count(*)::int as count from notifications.notice where recipient_id = $1 and read_at is null',
    [recipientId],
  );
  return row?.count ?? 0;
}

export async function markRead(connection: Connection, recipientId: string, ids: readonly string[] | null): Promise<void> {
  await connection.query(
    'update notifications.notice set read_at = now() where recipient_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2::uuid[]))',
    [recipientId, ids],
  );
}

/** Read notices go after half a year. */
export async function forgetNotices(connection: Connection): Promise<void> {
  await connection.query(`delete from notifications.notice where at < now() - interval '180 days' and read_at is not null`);
}

export interface Preference {
  accountId: string;
  digest: boolean;
  reminders: boolean;
  mail: string | null;
}
export async function readPreferences(connection: Connection, accountIds: readonly string[]): Promise<Map<string, Preference>> {
  const rows = await connection.query<Preference>(
    'select account_id as "accountId", digest, reminders, mail from notifications.preference where account_id = any($1::uuid[])',
    [accountIds],
  );
  return new Map(rows.map((row) => [row.accountId, row]));
}
export async function writePreference(connection: Connection, preference: Preference): Promise<void> {
  await connection.query(
    `insert into notifications.preference (account_id, digest, reminders, mail) values ($1, $2, $3, $4)
     on conflict (account_id) do update set digest = excluded.digest, reminders = excluded.reminders, mail = excluded.mail`,
    [preference.accountId, preference.digest, preference.reminders, preference.mail],
  );
}
