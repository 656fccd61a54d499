import type { ImportReport } from '@gongzhi/contract/primitives';
import type { Connection } from '@gongzhi/platform/database';

export interface ImportRow {
  id: string;
  fileName: string;
  path: string;
  uploadedBy: string | null;
  uploader: string;
  areas: string[];
  choices: Record<string, unknown> | null;
  dryRun: boolean;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
  report: ImportReport | null;
  error: string | null;
  at: Date;
  endedAt: Date | null;
}

const columns = `id, file_name as "fileName", path, uploaded_by as "uploadedBy", uploader, areas, choices, dry_run as "dryRun", state, done, total, report, error, at, ended_at as "endedAt"`;

export async function insertImport(
  connection: Connection,
  row: Pick<ImportRow, 'id' | 'fileName' | 'path' | 'uploadedBy' | 'uploader' | 'areas'>,
): Promise<void> {
  await connection.query(
    `insert into cases.import (id, file_name, path, uploaded_by, uploader, areas, state) values ($1, $2, $3, $4, $5, $6, 'waiting')`,
    [row.id, row.fileName, row.path, row.uploadedBy, row.uploader, row.areas],
  );
}

export async function readImport(connection: Connection, id: string): Promise<ImportRow | undefined> {
  const [row] = await connection.query<ImportRow>(`select ${columns} from cases.import where id = $1`, [id]);
  return row;
}

/** Begins a run; false while one is going on. */
export async function beginImport(connection: Connection, id: string, choices: object, dryRun: boolean): Promise<boolean> {
  const rows = await connection.query(
    `update cases.import set choices = $2::jsonb, dry_run = $3, state = 'waiting', done = 0, report = null, error = null, at = now(), ended_at = null where id = $1 and (choices is null or state in ('done', 'failed', 'cancelled')) returning id`,
    [id, JSON.stringify(choices), dryRun],
  );
  return rows.length > 0;
}

/** Nobody waits for it, so it may come after the end: an import that has ended stays ended. */
export async function advanceImport(connection: Connection, id: string, done: number): Promise<void> {
  await connection.query(`update cases.import set state = 'running', done = $2 where id = $1 and ended_at is null`, [id, done]);
}

export async function endImport(connection: Connection, id: string, result: { report?: ImportReport; error?: string }): Promise<void> {
  await connection.query(
    `update cases.import set state = case when $3::text is null then 'done' else 'failed' end, report = $2::jsonb, error = $3, done = coalesce(($2::jsonb->>'read')::int, done), total = ($2::jsonb->>'read')::int, ended_at = now() where id = $1`,
    [id, result.report ? JSON.stringify(result.report) : null, result.error ?? null],
  );
}

/** Newest first; only those of the account where one is given. */
export async function listImports(
  connection: Connection,
  by: string | null,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<ImportRow[]> {
  return connection.query<ImportRow>(
    `select ${columns} from cases.import where choices is not null and ($1::uuid is null or uploaded_by = $1) and ($2::timestamptz is null or (at, id) < ($2, $3::uuid)) order by at desc, id desc limit $4`,
    [by, before?.at ?? null, before?.id ?? null, limit],
  );
}
