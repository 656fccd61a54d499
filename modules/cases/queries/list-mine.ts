import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import type { CaseDetails } from '../rules/case-details.ts';

/** The cases of a signed-in resident, newest first. */
export async function listMine(
  core: CasesCore,
  reporter: Actor,
  query: { cursor?: string; limit: number },
): Promise<AnswerOf<typeof cases.mine>> {
  const { items, next } = await core.matters.list(reporter, { kind: 'case', sort: '-openedAt', ...query });
  const closed = items.filter((item) => item.state === 'closed').map((item) => item.number);
  const texts = closed.length > 0 ? await core.matters.texts(closed) : new Map();
  return {
    items: items.map((item) => ({
      number: item.number,
      title: item.title,
      state: item.state,
      openedAt: item.openedAt,
      closedAt: item.closedAt,
      dueAt: item.dueAt,
      owner: item.lead?.name ?? null,
      mayRate: item.state === 'closed' && (texts.get(item.number)?.details as CaseDetails | undefined)?.reporterRated !== true,
    })),
    next,
  };
}
