import type { Connection } from '@gongzhi/platform/database';

export interface SurveyRow {
  matterId: string;
  expiresAt: Date;
  usedAt: Date | null;
}

/** Issues surveys; one that was there for an earlier closing begins anew. */
export async function issueSurveys(
  tx: Connection,
  rows: readonly { matterId: string; tokenHash: Buffer; expiresAt: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into cases.survey (matter_id, token_hash, expires_at)
     select r.id, decode(r.hash, 'hex'), r.expires from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as r(id, hash, expires)
     on conflict (matter_id) do update set expires_at = excluded.expires_at, used_at = null`,
    [rows.map((row) => row.matterId), rows.map((row) => row.tokenHash.toString('hex')), rows.map((row) => row.expiresAt)],
  );
}

/** Ends surveys: the cases are open again or archived. */
export async function endSurveys(tx: Connection, rows: readonly { matterId: string; at: Date }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update cases.survey s set expires_at = least(s.expires_at, r.at) from unnest($1::uuid[], $2::timestamptz[]) as r(id, at) where s.matter_id = r.id`,
    [rows.map((row) => row.matterId), rows.map((row) => row.at)],
  );
}

export async function findSurvey(connection: Connection, tokenHash: Buffer): Promise<SurveyRow | undefined> {
  const [row] = await connection.query<SurveyRow>(
    'select matter_id as "matterId", expires_at as "expiresAt", used_at as "usedAt" from cases.survey where token_hash = $1',
    [tokenHash],
  );
  return row;
}

/** Takes the one use of a survey; false where it was taken before. A concurrent answer is waited for. */
export async function useSurvey(tx: Connection, matterId: string, now: Date): Promise<boolean> {
  const rows = await tx.query('update cases.survey set used_at = $2 where matter_id = $1 and used_at is null returning matter_id', [
    matterId,
    now,
  ]);
  return rows.length > 0;
}
