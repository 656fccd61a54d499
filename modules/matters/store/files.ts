import type { Actor } from '@gongzhi/contract/actor';
import { type Connection, sql } from '@gongzhi/platform/database';
import { visibleCondition } from '../rules/visible.ts';
import { runRaw } from './run-raw.ts';
import type { FileRow } from './select-related.ts';

export interface NewFile {
  id: string;
  matterId: string | null;
  name: string;
  kind: 'photo' | 'attachment';
  type: string;
  size: number;
  digest: string;
  previewDigest: string | null;
  stage: 'before' | 'after' | 'other';
  visibility: 'public' | 'reporter' | 'internal';
  uploadedBy: string;
  at: Date;
}

/** Writes a file of a matter, unless the matter holds `most` already. */
export async function insertFile(connection: Connection, file: NewFile, most: number): Promise<FileRow | undefined> {
  const [row] = await connection.query<FileRow>(
    `insert into matters.file (id, matter_id, name, kind, type, size, digest, preview_digest, stage, visibility, uploaded_by, at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 where $2::uuid is null or (select count(*) from matters.file where matter_id = $2::uuid) < $13
     returning id, name, kind, type, size, at, visibility, stage, preview_digest is not null as preview`,
    [
      file.id,
      file.matterId,
      file.name,
      file.kind,
      file.type,
      file.size,
      file.digest,
      file.previewDigest,
      file.stage,
      file.visibility,
      file.uploadedBy,
      file.at,
      most,
    ],
  );
  return row;
}

export interface FileContent {
  name: string;
  kind: 'photo' | 'attachment';
  type: string;
  digest: string;
  previewDigest: string | null;
  visibility: 'public' | 'reporter' | 'internal';
  uploadedBy: string;
  /** The matter is on the wall. */
  published: boolean;
  /** The actor may see the matter. */
  seen: boolean;
}

/** A file with what decides about who may have it. */
export async function selectFile(connection: Connection, id: string, actor: Actor): Promise<FileContent | undefined> {
  const [row] = await runRaw(
    connection,
    sql<FileContent>`select f.name, f.kind, f.type, f.digest, f.preview_digest as "previewDigest", f.visibility, f.uploaded_by as "uploadedBy",
      coalesce(m.public, false) as published, m.id is not null and ${visibleCondition(actor)} as seen
      from matters.file f left join matters.matter m on m.id = f.matter_id where f.id = ${id}::uuid`,
  );
  return row;
}

/** Deletes uploads that no report took up before the moment given; answers the digests that nothing points at any more. */
export async function deleteLooseFiles(connection: Connection, before: Date): Promise<string[]> {
  const rows = await connection.query<{ digest: string }>(
    `with gone as (delete from matters.file where matter_id is null and at < $1 returning id, digest, preview_digest),
     digests as (select digest from gone union select preview_digest from gone where preview_digest is not null)
     select d.digest from digests d
     where not exists (select 1 from matters.file f where (f.digest = d.digest or f.preview_digest = d.digest) and f.id not in (select id from gone))`,
    [before],
  );
  return rows.map((row) => row.digest);
}
