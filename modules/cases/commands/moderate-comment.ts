import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import { caseProblems } from '../problems.ts';
import { presentComment } from '../queries/present-comment.ts';
import { writeModeration } from '../store/comments.ts';

/** Shows or hides a comment, written to the audit log in the same transaction. Refuses one outside the areas of the actor's posts as `comment-not-found`. */
export async function moderateComment(
  core: CasesCore,
  actor: Actor,
  id: string,
  { state, reason }: BodyOf<typeof cases.moderate>,
): Promise<AnswerOf<typeof cases.moderate>> {
  const moderated = await core.database.transaction(async (tx) => {
    const comment = await writeModeration(tx, id, areasFor(actor, 'case.publish'), {
      state,
      by: actor.name,
      reason: reason ?? null,
      at: core.now?.() ?? new Date(),
    });
    if (!comment) throw caseProblems['comment-not-found']();
    await core.identity.audit(tx, {
      actor,
      action: `comment-${state}`,
      subject: comment.number,
      detail: { comment: id, ...(reason ? { reason } : {}) },
    });
    return comment;
  });
  return presentComment(moderated, actor);
}
