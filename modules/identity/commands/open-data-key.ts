import { randomBytes } from 'node:crypto';
import { type Database, migrate } from '@gongzhi/platform/database';
import { masterKeyId, unwrapDataKey, WrongMasterKey, wrapDataKey, wrongMasterKey } from '../rules/data-key.ts';
import { keepDataKey, readDataKey, sealedWith } from '../store/data-key.ts';

export const identityMigrations = { module: 'identity', folder: new URL('../migrations/', import.meta.url) };
const platformMigrations = { module: 'platform', folder: new URL('../../../platform/migrations/', import.meta.url) };

/**
 * The key (32 bytes) from which this database's keys are derived, opened with the master key. Runs before the modules are made, so it brings
 * its own schema forward. A new database gets a random one; one that was sealed before there were data keys keeps what it was sealed with.
 * Throws `WrongMasterKey`. Gives the names of the migrations it ran.
 */
export async function openDataKey(database: Database, master: Buffer): Promise<{ dataKey: Buffer; migrated: string[] }> {
  const migrated = await migrate(database, [platformMigrations, identityMigrations]);
  let row = await readDataKey(database);
  if (row === null) {
    const id = masterKeyId(master);
    const before = await sealedWith(database);
    if (before !== null && !before.equals(id)) throw new WrongMasterKey(wrongMasterKey);
    const dataKey = before === null ? randomBytes(32) : master;
    await keepDataKey(database, { wrapped: wrapDataKey(master, dataKey), wrappedWith: id, wasMaster: before !== null });
    row = await readDataKey(database);
  }
  if (row === null) throw new Error('the data key was written and is not there');
  return { dataKey: unwrapDataKey(master, row.wrapped), migrated };
}
