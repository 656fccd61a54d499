import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { matterProblems } from '../problems.ts';
import type { Snapshot } from '../rules/snapshot.ts';
import { sees } from '../rules/visible.ts';
import { readSnapshot } from '../store/read-snapshot.ts';

/** A matter by number, if the actor may see it; otherwise nobody is told whether it exists. */
export async function snapshotFor(connection: Connection, actor: Actor, number: string): Promise<Snapshot> {
  const matter = await readSnapshot(connection, number);
  if (!matter || !sees(actor, matter)) throw matterProblems['matter-not-found']();
  return matter;
}
