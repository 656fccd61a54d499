import type { Actor } from '@gongzhi/contract/actor';
import { system } from '@gongzhi/contract/actor';
import type { FollowedCase } from '@gongzhi/contract/cases';
import type { CasesCore } from '../cases.ts';
import { caseTable } from '../kind.ts';
import type { CaseDetails } from '../rules/case-details.ts';
import { looksPersonal, redact } from '../rules/redact.ts';
import { wallRuleOf } from '../rules/wall-rule.ts';

/**
 * A case as its reporter reads it: what was done in words meant for the public or for the reporter, and what the reporter may do now.
 * Where it joined another case, that case's result is told too, redacted, since it was somebody else's. With a token the addresses of
 * files carry it.
 */
export async function presentFollowed(core: CasesCore, reporter: Actor, number: string, token: string | null): Promise<FollowedCase> {
  const detail = await core.matters.detail(reporter, number);
  const joinedTo = detail.state === 'joined' ? await joinedNumber(core, reporter, number) : null;
  const offered = new Set(detail.actions.map((offer) => offer.action));
  const story: FollowedCase['story'] = detail.entries.map((entry) => ({
    at: entry.at,
    action: entry.action,
    to: entry.to,
    organisation: entry.actor.id === reporter.id ? null : entry.actor.name,
    note: entry.note,
  }));
  const first = joinedTo ? await resultOf(core, joinedTo) : null;
  return {
    number: detail.number,
    title: detail.title,
    body: detail.body,
    state: detail.state,
    stateSince: detail.stateSince,
    openedAt: detail.openedAt,
    dueAt: detail.dueAt,
    closedAt: detail.closedAt,
    outcome: detail.outcome,
    owner: detail.lead?.name ?? null,
    address: detail.address,
    areaName: detail.areaName,
    location: detail.location,
    story: first ? [...story, first] : story,
    files: detail.files.map((file) => ({
      ...file,
      url: withToken(file.url, token),
      previewUrl: file.previewUrl && withToken(file.previewUrl, token),
    })),
    ratings: detail.ratings,
    mayRate: offered.has('rate'),
    maySupplement: offered.has('supplement'),
    mayWithdraw: offered.has('withdraw'),
    mayReopen: offered.has('reopen'),
    version: detail.version,
    joinedTo,
  };
}

const withToken = (url: string, token: string | null) => (token ? `${url}${url.includes('?') ? '&' : '?'}token=${token}` : url);

async function joinedNumber(core: CasesCore, reporter: Actor, number: string): Promise<string | null> {
  return ((await core.matters.snapshot(reporter, number)).details as CaseDetails).joinedTo;
}

/** How the case that was joined ended, as the last line of the story; nothing while it is open. */
async function resultOf(core: CasesCore, number: string): Promise<FollowedCase['story'][number] | null> {
  const first = await core.matters.snapshot(system, number);
  if (caseTable.states[first.state as keyof typeof caseTable.states].phase !== 'ended' || !first.closedAt) return null;
  const [organisations, categories] = await Promise.all([core.organisations.directory(), core.organisations.categories()]);
  const { reply, result } = first.details as CaseDetails;
  const said = redact(reply ?? result ?? '');
  const tellable =
    said !== '' && !first.confidential && wallRuleOf(categories, first.category).redact === 'redacted-text' && !looksPersonal(said);
  return {
    at: first.closedAt.toISOString(),
    action: 'close',
    to: first.state,
    organisation: first.leadId ? organisations.name(first.leadId) : null,
    note: tellable ? said : null,
  };
}
