import { randomUUID } from 'node:crypto';
import type { Actor } from '@gongzhi/contract/actor';
import type { Post } from '@gongzhi/contract/organisations';
import type { Permission } from '@gongzhi/contract/permissions';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import { requireReach, today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { organisationProblems } from '../problems.ts';
import { readPost } from '../queries/list-posts.ts';
import { isAdministrator, separatedFrom } from '../rules/separate-administrators.ts';
import { personsById } from '../store/persons.ts';
import { lockPost } from '../store/select-posts.ts';
import { openTenures, rolesHeld } from '../store/select-tenures.ts';
import { insertTenures } from '../store/write-posts.ts';

/** Who may appoint to a role and relieve of it: the three administrators are the business of the security administrator alone. */
export function appointing(role: string): readonly Permission[] {
  return isAdministrator(role) ? ['security.edit'] : ['organisation.edit', 'security.edit'];
}

/**
 * Appoints a person to a post from a day, to the first day no longer in it where one is given. A post that is held becomes doubled,
 * which is shown and not refused. Refuses the same person twice at a time, and two administrators in one person.
 */
export async function appoint(
  ground: Ground,
  actor: Actor,
  postId: string,
  input: { personId: string; from: string; to?: string | null | undefined },
): Promise<Post> {
  const { personId, from, to = null } = input;
  if (to !== null && to <= from) throw fieldProblem('to', 'the tenure would end before it begins', `after ${from}`);
  return ground.database.transaction(async (tx) => {
    const post = await lockPost(tx, postId);
    if (!post) throw problems['not-found']({ detail: `no post ${postId}` });
    requireReach(actor, appointing(post.role), post.areaCode);
    if (post.dissolvedOn !== null && post.dissolvedOn <= today())
      throw organisationProblems['organisation-dissolved']({ detail: `${post.organisationName}, on ${post.dissolvedOn}` });
    const [person] = await personsById(tx, [personId]);
    if (!person) throw fieldProblem('personId', `no person ${personId}`, 'the id of a member of staff');
    const twice = (await openTenures(tx, postId, from)).find((held) => held.personId === personId && (to === null || held.since < to));
    if (twice)
      throw organisationProblems['already-appointed']({ detail: `${person.name}, since ${twice.since}`, more: { tenure: twice.id } });
    const other = separatedFrom(post.role, await rolesHeld(tx, personId, from, to));
    if (other) throw organisationProblems['administrators-separate']({ detail: `${person.name} is ${other}` });
    const id = randomUUID();
    await insertTenures(tx, [{ id, postId, personId, from, to }]);
    await ground.audit(tx, {
      actor,
      action: 'person-appointed',
      subject: personId,
      detail: { tenure: id, post: postId, title: post.title, role: post.role, organisation: post.organisationName, from, to },
    });
    return readPost(tx, postId);
  });
}
