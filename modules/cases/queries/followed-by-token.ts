import type { Actor } from '@gongzhi/contract/actor';
import { system } from '@gongzhi/contract/actor';
import type { CasesCore } from '../cases.ts';
import { caseProblems } from '../problems.ts';
import { tokenHash } from '../rules/follow-token.ts';
import { reporterActor } from '../rules/reporter-actor.ts';
import { selectFollowed } from '../store/follow.ts';

/** The case behind a secret link and its reporter, as whom the holder of the link acts. Refuses an unknown link as `token-unknown`. */
export async function followedByToken(core: CasesCore, token: string): Promise<{ number: string; reporter: Actor }> {
  const followed = await selectFollowed(core.database, tokenHash(token));
  if (!followed) throw caseProblems['token-unknown']();
  const { reporterId } = await core.matters.snapshot(system, followed.number);
  if (!reporterId) throw caseProblems['token-unknown']();
  return { number: followed.number, reporter: reporterActor(reporterId) };
}

/** Whether a follow-up link opens a file: it is one that its reporter is shown. */
export async function opensFile(core: CasesCore, fileId: string, token: string): Promise<boolean> {
  if (!/^[A-Za-z0-9_-]{20,80}$/.test(token)) return false;
  const followed = await selectFollowed(core.database, tokenHash(token));
  if (!followed) return false;
  const { number, reporter } = await followedByToken(core, token);
  return (await core.matters.detail(reporter, number)).files.some((file) => file.id === fileId);
}
