import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { BodyOf } from '@gongzhi/contract/route';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { CasesCore } from '../cases.ts';

export type FollowAct = BodyOf<typeof cases.followAct>;

/**
 * What a reporter does with a case: supplement, withdraw, rate, ask for it to be taken up again. The life cycle decides whether it is
 * allowed now. Refuses a rating that says nothing and an act without the words it needs.
 */
export async function followAct(core: CasesCore, reporter: Actor, number: string, act: FollowAct): Promise<void> {
  await core.matters.act(reporter, number, act.action, null, inputOf(act));
}

function inputOf({ action, note, rating, files }: FollowAct): Record<string, unknown> {
  if (action === 'rate') {
    const said = { ...rating, comment: rating?.comment ?? note };
    if (said.contacted === undefined && said.resolved === undefined && said.satisfaction === undefined)
      throw fieldProblem('rating', 'says nothing', 'contacted, resolved or satisfaction');
    return { reached: true, ...said };
  }
  if (action === 'supplement') {
    if (!note && !files?.length) throw fieldProblem('note', 'missing', 'words or files');
    return { note: note || '补充材料', files: files ?? [] };
  }
  if (!note || note.length < 2) throw fieldProblem('note', 'missing', 'at least two characters: why');
  return { reason: note };
}
