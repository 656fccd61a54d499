import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import { uuidv7 } from 'uuidv7';
import type { CasesCore } from '../cases.ts';
import { presentComment } from '../queries/present-comment.ts';
import { onTheWall } from '../queries/read-wall-case.ts';
import { redact } from '../rules/redact.ts';
import { insertComment } from '../store/comments.ts';

/** A resident comments on a published case. Only the redacted words are kept, under the masked name; nobody else reads them before a person has. */
export async function commentCase(core: CasesCore, actor: Actor, number: string, text: string): Promise<AnswerOf<typeof cases.comment>> {
  const matter = await onTheWall(core, number);
  const residentId = actor.id as string;
  const author = (await core.identity.residents.masked(core.database, [residentId])).get(residentId)?.name ?? '匿名';
  const written = await insertComment(core.database, {
    id: uuidv7(),
    matterId: matter.id,
    number,
    areaCode: matter.areaCode,
    residentId,
    author,
    text: redact(text),
    at: core.now?.() ?? new Date(),
  });
  return presentComment(written, actor);
}
