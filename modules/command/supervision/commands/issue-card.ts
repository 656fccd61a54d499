import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { BodyOf } from '@gongzhi/contract/route';
import { grades, type supervision } from '@gongzhi/contract/supervision';
import { uuidv7 } from 'uuidv7';
import type { CommandCore } from '../../command.ts';
import { cardProblems } from '../problems.ts';
import { replyDue } from '../rules/shipped-rules.ts';
import { standingCard } from '../store/cards.ts';
import { lockMatter } from '../store/lock-matter.ts';
import { giveCards } from './give-cards.ts';

/**
 * Supervises by hand. Two supervisors at once: the second is told which card the first has given, by whom and when, and may give another `anyway`.
 * Refuses a matter that the actor does not supervise, and one that no unit answers for.
 */
export async function issueCard(core: CommandCore, actor: Actor, input: BodyOf<typeof supervision.issue>): Promise<{ number: string }> {
  const matter = await core.matters.snapshot(actor, input.matter);
  if (!reachesArea(actor, 'case.supervise', matter.areaCode)) throw cardProblems['card-not-yours']();
  const organisationId = input.organisation ?? matter.leadId;
  if (!organisationId || !matter.parts.some((part) => part.organisationId === organisationId))
    throw cardProblems['card-unit-missing']({ errors: [{ field: 'organisation', reason: 'no part in this matter' }] });
  const now = core.now();
  const post = actor.posts.find((one) => one.permissions.includes('case.supervise'));
  return core.database.transaction(async (tx) => {
    await lockMatter(tx, matter.id);
    const standing = await standingCard(tx, matter.id, organisationId, grades.slice(grades.indexOf(input.grade)));
    if (standing && !input.anyway)
      throw cardProblems['card-standing']({
        detail: `${standing.number}: ${standing.issuedBy}, ${standing.issuedAt.toISOString()}`,
        more: {
          card: { number: standing.number, grade: standing.grade, by: standing.issuedBy, at: standing.issuedAt, reason: standing.reason },
        },
      });
    const id = uuidv7();
    const given = await giveCards(core, tx, [
      {
        id,
        ...{
          matterId: matter.id,
          matterNumber: matter.number,
          matterKind: matter.kind,
          matterTitle: matter.title,
          areaCode: matter.areaCode,
        },
        ...{ organisationId, grade: input.grade, ruleId: null, ruleName: null, ruleVersion: null },
        facts: { state: matter.state, dueAt: matter.dueAt },
        reason: input.reason,
        cause: null,
        ...{ issuedAt: now, issuedBy: actor.name, actorId: actor.id, organisationOfActor: post?.organisationId ?? null },
        ...{ replyDue: replyDue({ reply: { amount: 1, unit: 'day' } }, now), escalatedFrom: null },
      },
    ]);
    return { number: given.get(id) as string };
  });
}
