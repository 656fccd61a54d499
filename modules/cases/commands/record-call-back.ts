import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import { answeredInput } from '../rules/answered-input.ts';

/**
 * Records what a call-back gave. The list of call-backs shows no version, so the present one is taken, and once more when somebody acts at the same
 * moment; the guards of the life cycle hold all the same. Whoever was not reached has answered nothing.
 */
export async function recordCallBack(
  core: CasesCore,
  actor: Actor,
  number: string,
  body: BodyOf<typeof cases.callBack>,
): Promise<AnswerOf<typeof cases.callBack>> {
  const { reached, comment } = body;
  const acted = await core.matters.act(actor, number, 'call-back', null, answeredInput(reached ? body : { reached, comment }));
  return { number: acted.number, version: acted.version };
}
