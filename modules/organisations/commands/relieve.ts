import type { Actor } from '@gongzhi/contract/actor';
import type { Post } from '@gongzhi/contract/organisations';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import { requireReach, today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { organisationProblems } from '../problems.ts';
import { readPost } from '../queries/list-posts.ts';
import { lockPost } from '../store/select-posts.ts';
import { tenureById } from '../store/select-tenures.ts';
import { endTenure } from '../store/write-posts.ts';
import { appointing } from './appoint.ts';

/** Ends a tenure; the day is the first on which the post gives no authority any more, so today works at once. */
export async function relieve(ground: Ground, actor: Actor, tenureId: string, on: string): Promise<Post> {
  return ground.database.transaction(async (tx) => {
    const tenure = await tenureById(tx, tenureId);
    const post = tenure && (await lockPost(tx, tenure.postId));
    if (!tenure || !post) throw problems['not-found']({ detail: `no tenure ${tenureId}` });
    requireReach(actor, appointing(post.role), post.areaCode);
    if (tenure.until !== null && tenure.until <= today()) throw organisationProblems['tenure-ended']({ detail: `on ${tenure.until}` });
    if (on < tenure.since) throw fieldProblem('on', `the tenure begins on ${tenure.since}`, `${tenure.since} or later`);
    await endTenure(tx, tenureId, on);
    await ground.audit(tx, {
      actor,
      action: 'person-relieved',
      subject: tenure.personId,
      detail: { tenure: tenureId, post: post.id, title: post.title, role: post.role, organisation: post.organisationName, on },
    });
    return readPost(tx, post.id);
  });
}
