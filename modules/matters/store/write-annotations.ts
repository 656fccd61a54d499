import type { Connection } from '@gongzhi/platform/database';

export interface AnnotationRow {
  matterId: string;
  no: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  state: string;
  visibility: string;
  note: string;
  data: Record<string, unknown> | null;
  salt: Buffer;
  digest: Buffer;
  hash: Buffer;
  fact: { name: string; areaCode: string; data: Record<string, unknown> };
}

/** Holds matters until the end of the transaction, in one order for everybody. */
export async function lockMatters(tx: Connection, ids: readonly string[]): Promise<void> {
  await tx.query('select id from matters.matter where id = any($1::uuid[]) order by id for no key update', [ids]);
}

/** Appends entries with their facts and sets the heads of the chains; the matters are locked already. */
export async function writeAnnotations(tx: Connection, rows: readonly AnnotationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `with row as (
       select * from jsonb_to_recordset($1::jsonb) as r(matter_id uuid, no int, at timestamptz, actor_kind text, actor_id uuid, actor_name text, action text, state text,
         visibility text, note text, data jsonb, salt text, digest text, hash text, fact text, area_code text, fact_data jsonb)),
     entry as (
       insert into matters.entry (matter_id, no, at, actor_kind, actor_id, actor_name, action, from_state, to_state, visibility, note, data, salt, digest, hash)
       select matter_id, no, at, actor_kind, actor_id, actor_name, action, state, state, visibility, note, nullif(data, 'null'::jsonb),
         decode(salt, 'hex'), decode(digest, 'hex'), decode(hash, 'hex') from row),
     fact as (
       insert into platform.fact (at, name, subject, area_code, data) select at, fact, matter_id, area_code, fact_data from row)
     update matters.matter m set entries = r.no, head = decode(r.hash, 'hex')
     from (select distinct on (matter_id) matter_id, no, hash from row order by matter_id, no desc) r where m.id = r.matter_id`,
    [
      JSON.stringify(
        rows.map(({ fact, salt, digest, hash, ...row }) => ({
          matter_id: row.matterId,
          no: row.no,
          at: row.at,
          actor_kind: row.actorKind,
          actor_id: row.actorId,
          actor_name: row.actorName,
          action: row.action,
          state: row.state,
          visibility: row.visibility,
          note: row.note,
          data: row.data,
          salt: salt.toString('hex'),
          digest: digest.toString('hex'),
          hash: hash.toString('hex'),
          fact: fact.name,
          area_code: fact.areaCode,
          fact_data: fact.data,
        })),
      ),
    ],
  );
}
