import { randomUUID } from 'node:crypto';
import type { Actor } from '@gongzhi/contract/actor';
import type { Organisation, organisations } from '@gongzhi/contract/organisations';
import type { BodyOf } from '@gongzhi/contract/route';
import { constraintRefusal } from '@gongzhi/platform/problems';
import { requireReach } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { organisationProblems } from '../problems.ts';
import { organisationAnswer } from '../queries/list-organisations.ts';
import { acceptCode } from '../rules/accept-code.ts';
import { beginChange } from '../store/revision.ts';
import { insertOrganisations } from '../store/write-organisations.ts';
import { insertTemplatePosts } from '../store/write-posts.ts';
import { checkArea, checkParent } from './check-place.ts';

/** Adds an organisation with the posts of the templates of its type, all vacant. */
export async function createOrganisation(
  ground: Ground,
  actor: Actor,
  input: BodyOf<typeof organisations.createOrganisation>,
): Promise<Organisation> {
  requireReach(actor, 'organisation.edit', input.areaCode);
  const code = acceptCode(input.code);
  checkArea(await ground.territory.directory(), input.areaCode);
  const id = randomUUID();
  const { name, type, areaCode, parentId = null, shortName = name.zh.slice(0, 60) } = input;
  try {
    await ground.database.transaction(async (tx) => {
      await beginChange(tx, 'organisation');
      await checkParent(tx, parentId, null);
      await insertOrganisations(tx, [{ id, code, name, shortName, type, areaCode, parentId }]);
      const posts = await insertTemplatePosts(tx, [id]);
      await ground.audit(tx, {
        actor,
        action: 'organisation-created',
        subject: id,
        detail: { name: name.zh, code, type, areaCode, posts },
      });
    });
  } catch (error) {
    throw codeTaken(error, code);
  }
  ground.directory.forget();
  return organisationAnswer(ground, id);
}

/** Names the code in the refusal, where that was the matter. */
export function codeTaken(error: unknown, code: string | null): unknown {
  return constraintRefusal(error, {
    organisation_code_once: () => organisationProblems['organisation-code-taken']({ detail: code ?? '' }),
  });
}
