import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import { matterProblems } from '../problems.ts';
import { sealEntry } from '../rules/entry-hash.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import { writeTombstone } from '../store/write-tombstone.ts';
import { organisationOf, postOf } from './act.ts';

/**
 * Withdraws note and data of one entry for ever, because they hold personal data that must go. The entry stays with its digest, so the chain
 * still verifies, and a new entry says that it was done, by whom and why. The caller has checked that the actor may do it. Refuses an entry that
 * is not there, or that was withdrawn before, as `invalid-input`.
 */
export async function withdrawEntry(tx: Connection, actor: Actor, number: string, no: number, reason: string, now: Date): Promise<void> {
  const matter = await readSnapshot(tx, number);
  if (!matter) throw matterProblems['matter-not-found']();
  const action = 'withdraw-entry';
  const next = matter.entries + 1;
  const data = { no };
  const sealed = sealEntry(
    matter.head,
    {
      matterId: matter.id,
      no: next,
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      action,
      from: matter.state,
      to: matter.state,
      visibility: 'internal',
    },
    reason,
    data,
  );
  const post = postOf(actor, matter);
  const written = await writeTombstone(tx, {
    id: matter.id,
    version: matter.version,
    no,
    entry: {
      no: next,
      at: now,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      post_title: post?.title ?? null,
      organisation_id: organisationOf(post),
      action,
      state: matter.state,
      note: reason,
      data,
    },
    fact: {
      name: `${matter.kind}-entry-withdrawn`,
      data: { number: matter.number, kind: matter.kind, action, from: matter.state, to: matter.state, no, actorId: actor.id },
    },
    ...sealed,
  });
  if (written === 'version-passed') throw matterProblems['version-passed']();
  if (written === 'no-entry') throw fieldProblem('no', 'there is no such entry, or it was withdrawn before', `1 to ${matter.entries}`);
}
