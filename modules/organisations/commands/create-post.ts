import { randomUUID } from 'node:crypto';
import type { Actor } from '@gongzhi/contract/actor';
import type { organisations, Post } from '@gongzhi/contract/organisations';
import type { BodyOf } from '@gongzhi/contract/route';
import { requireReach } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { readPost } from '../queries/list-posts.ts';
import { insertPosts } from '../store/write-posts.ts';
import { existing } from './change-organisation.ts';

/** Adds a post beside those of the templates. */
export async function createPost(ground: Ground, actor: Actor, input: BodyOf<typeof organisations.createPost>): Promise<Post> {
  const { organisationId, title, role, termYears = null } = input;
  const id = randomUUID();
  return ground.database.transaction(async (tx) => {
    const unit = await existing(tx, organisationId);
    requireReach(actor, 'organisation.edit', unit.areaCode);
    await insertPosts(tx, [{ id, organisationId, title, role, termYears }]);
    await ground.audit(tx, { actor, action: 'post-created', subject: id, detail: { organisation: unit.name.zh, title, role, termYears } });
    return readPost(tx, id);
  });
}
