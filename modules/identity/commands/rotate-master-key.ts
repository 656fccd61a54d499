import type { Actor } from '@gongzhi/contract/actor';
import type { Database } from '@gongzhi/platform/database';
import type { Audit } from '@gongzhi/platform/module';
import { masterKeyId, unwrapDataKey, WrongMasterKey, wrapDataKey, wrongMasterKey } from '../rules/data-key.ts';
import { readDataKey, rewrapDataKey } from '../store/data-key.ts';

interface Rotation {
  actor: Actor;
  /** Master key until now, and from now on; 32 bytes each. */
  from: Buffer;
  to: Buffer;
  audit: Audit;
}

export interface Rotated {
  /** Ids of the two keys, hex. */
  from: string;
  to: string;
  /** The data key is the master key that the database began with, so who knows that one still reads a stolen database. */
  wasMaster: boolean;
}

/** Seals the data key with another master key: one row and its line in the audit log, both or neither. Throws `WrongMasterKey`. */
export async function rotateMasterKey(database: Database, { actor, from, to, audit }: Rotation): Promise<Rotated> {
  if (from.equals(to)) throw new Error('the new master key is the one in force');
  return database.transaction(async (tx) => {
    const row = await readDataKey(tx, { lock: true });
    if (row === null) throw new WrongMasterKey(wrongMasterKey);
    const dataKey = unwrapDataKey(from, row.wrapped);
    if (dataKey.equals(to)) throw new Error('the new master key is the one that this database began with');
    await rewrapDataKey(tx, wrapDataKey(to, dataKey), masterKeyId(to));
    const ids = { from: masterKeyId(from).toString('hex'), to: masterKeyId(to).toString('hex') };
    await audit(tx, { actor, action: 'master-key-rotated', subject: ids.to, detail: ids });
    return { ...ids, wasMaster: row.wasMaster };
  });
}
