import type { Connection } from '@gongzhi/platform/database';

export interface Tombstone {
  id: string;
  version: number;
  /** The entry whose content goes. */
  no: number;
  entry: Record<string, unknown>;
  fact: { name: string; data: Record<string, unknown> };
  salt: Buffer;
  digest: Buffer;
  hash: Buffer;
}

// What an entry said may also stand in the fact that was published with it: it goes there too.
const statement = `
with act as (select $4::jsonb as j),
stone as (
  update matters.entry set note = null, data = null, salt = null, withdrawn_at = (j->'entry'->>'at')::timestamptz
  from act where matter_id = $1 and no = $3 and withdrawn_at is null
    and exists (select 1 from matters.matter m where m.id = $1 and m.version = $2)
  returning matter_id, entry.at
),
changed as (
  update matters.matter m set version = version + 1, entries = entries + 1, head = $7 from stone where m.id = stone.matter_id and m.version = $2
  returning m.id, m.area_code
),
said as (
  insert into matters.entry (matter_id, no, at, actor_kind, actor_id, actor_name, post_title, organisation_id, action, from_state, to_state, visibility, note, data, salt, digest, hash)
  select c.id, (e->>'no')::int, (e->>'at')::timestamptz, e->>'actor_kind', (e->>'actor_id')::uuid, e->>'actor_name', e->>'post_title', (e->>'organisation_id')::uuid,
    e->>'action', e->>'state', e->>'state', 'internal', e->>'note', e->'data', $5, $6, $7
  from changed c, act, lateral (select j->'entry' as e) x
),
hushed as (
  update platform.fact f set data = f.data - 'data' from stone where f.subject = stone.matter_id and f.at = stone.at
),
told as (
  insert into platform.fact (at, name, subject, area_code, data)
  select (j->'entry'->>'at')::timestamptz, j->'fact'->>'name', c.id, c.area_code, j->'fact'->'data' from changed c, act
)
select (select count(*) from stone) as stones, (select count(*) from changed) as changes`;

/** Puts the tombstone, appends the entry that tells of it and publishes the fact, in one statement. */
export async function writeTombstone(
  tx: Connection,
  { id, version, no, entry, fact, salt, digest, hash }: Tombstone,
): Promise<'written' | 'no-entry' | 'version-passed'> {
  const [row] = await tx.query<{ stones: number; changes: number }>(statement, [
    id,
    version,
    no,
    JSON.stringify({ entry, fact }),
    salt,
    digest,
    hash,
  ]);
  if (row?.stones && !row.changes) return 'version-passed';
  return row?.changes ? 'written' : 'no-entry';
}
