import type { Actor } from '@gongzhi/contract/actor';
import { problems } from '@gongzhi/platform/problems';
import { requireReach, today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { organisationProblems } from '../problems.ts';
import { lockPost } from '../store/select-posts.ts';
import { openTenures } from '../store/select-tenures.ts';
import { removePost } from '../store/write-posts.ts';

/** Removes a post; the tenures that it had stay on record. Refuses while somebody holds it or is appointed to it. */
export async function endPost(ground: Ground, actor: Actor, id: string): Promise<void> {
  await ground.database.transaction(async (tx) => {
    const post = await lockPost(tx, id);
    if (!post) throw problems['not-found']({ detail: `no post ${id}` });
    requireReach(actor, 'organisation.edit', post.areaCode);
    const held = await openTenures(tx, id, today());
    if (held.length > 0)
      throw organisationProblems['post-held']({ detail: 'end the tenure first', more: { tenures: held.map((tenure) => tenure.id) } });
    await removePost(tx, id, today());
    await ground.audit(tx, {
      actor,
      action: 'post-removed',
      subject: id,
      detail: { organisation: post.organisationName, title: post.title, role: post.role },
    });
  });
}
