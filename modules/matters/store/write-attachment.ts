import type { Connection } from '@gongzhi/platform/database';

/**
 * The head of a matter, held until the end of the transaction: not its key, or two who each refer to the matter already would wait for each
 * other for ever.
 */
export async function lockHead(tx: Connection, id: string): Promise<{ entries: number; head: Buffer; state: string } | undefined> {
  const [row] = await tx.query<{ entries: number; head: Buffer; state: string }>(
    'select entries, head, state from matters.matter where id = $1 for no key update',
    [id],
  );
  return row;
}

export interface AttachmentEntry {
  matterId: string;
  no: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  postTitle: string | null;
  organisationId: string | null;
  action: string;
  state: string;
  visibility: string;
  note: string;
  data: Record<string, unknown>;
  salt: Buffer;
  digest: Buffer;
  hash: Buffer;
}

/** Appends the entry of an attachment and sets the head of the chain; the matter is locked already, and its version stays. */
export async function writeAttachment(tx: Connection, entry: AttachmentEntry): Promise<void> {
  await tx.query(
    `with entry as (
       insert into matters.entry (matter_id, no, at, actor_kind, actor_id, actor_name, post_title, organisation_id, action, from_state, to_state, visibility, note, data, salt, digest, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13::jsonb, $14, $15, $16))
     update matters.matter set entries = $2, head = $16 where id = $1`,
    [
      ...[entry.matterId, entry.no, entry.at, entry.actorKind, entry.actorId, entry.actorName, entry.postTitle, entry.organisationId],
      ...[entry.action, entry.state, entry.visibility, entry.note, JSON.stringify(entry.data), entry.salt, entry.digest, entry.hash],
    ],
  );
}
