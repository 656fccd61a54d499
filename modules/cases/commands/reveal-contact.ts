import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import { problems } from '@gongzhi/platform/problems';
import type { CasesCore } from '../cases.ts';
import { caseProblems } from '../problems.ts';
import { hidesReporter } from '../rules/hides-reporter.ts';

/**
 * The reporter's contact data in the clear, for a stated purpose; identity logs the look in the same transaction. Refuses where the area of the
 * case lies outside the posts that may reveal, and the units that handle a confidential case.
 */
export async function revealContact(
  core: CasesCore,
  actor: Actor,
  number: string,
  purpose: string,
  address: string,
): Promise<AnswerOf<typeof cases.reveal>> {
  const matter = await core.matters.snapshot(actor, number);
  if (!reachesArea(actor, 'contact.reveal', matter.areaCode)) throw caseProblems['area-not-yours']();
  if (hidesReporter(actor, matter))
    throw problems['not-permitted']({ detail: 'The report is confidential: the units that handle it do not learn who spoke' });
  if (matter.reporterId === null) throw caseProblems['contact-empty']();
  return core.identity.residents.reveal(actor, matter.reporterId, { purpose, subject: number, address });
}
