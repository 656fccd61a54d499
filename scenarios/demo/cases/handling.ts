import { resolveTerm, shippedRules } from '@gongzhi/cases/terms';
import { childIdOf } from '../ids.ts';
import type { OrganisationRow } from '../units/rows.ts';
import type { CaseDetails } from './details.ts';
import { act, type Draft, startClock, stopClocks } from './draft.ts';
import type { ActorRow, DemoPart } from './rows.ts';

/** Writes a dispatch: parts and the clocks of the units, as the rules of the case have it. */
export function dispatch(
  draft: Draft,
  details: CaseDetails,
  at: number,
  actor: ActorRow,
  lead: OrganisationRow,
  assist: readonly OrganisationRow[],
  note: string,
): boolean {
  const data = {
    lead: lead.id,
    leadName: lead.shortName,
    assist: assist.map(({ id }) => id),
    assistNames: assist.map(({ shortName }) => shortName),
    designated: false,
  };
  if (!act(draft, 'dispatch', at, actor, { note, data })) return false;
  const { row } = draft;
  const when = new Date(draft.at);
  for (const part of row.parts) {
    if (part.endedAt === null && (part.organisationId !== details.firstReceiver || part.organisationId === lead.id)) part.endedAt = when;
  }
  row.leadId = lead.id;
  details.dispatches++;
  for (const [i, unit] of [lead, ...assist].entries()) {
    row.parts.push({
      id: childIdOf(draft.family, 'part', row.parts.length),
      organisationId: unit.id,
      role: i === 0 ? 'lead' : 'assist',
      assignedAt: when,
      signedAt: null,
      arrivedAt: null,
      doneAt: null,
      endedAt: null,
      dueAt: null,
      result: null,
    });
    startClock(draft, 'handle', unit.id, draft.resolve, when);
    row.parts.at(-1)!.dueAt = row.clocks.at(-1)!.dueAt;
  }
  return true;
}

export function sign(draft: Draft, details: CaseDetails, at: number, actor: ActorRow): boolean {
  if (!act(draft, 'sign', at, actor)) return false;
  const lead = leadPart(draft)!;
  details.firstReceiver ??= lead.organisationId;
  for (const part of openParts(draft)) {
    if (part === lead) part.signedAt = new Date(draft.at);
    else if (part.role === 'lead') part.endedAt = new Date(draft.at);
  }
  return true;
}

/** A return or an objection that was upheld: the case lies with the dispatcher again. */
export function sendBack(
  draft: Draft,
  details: CaseDetails,
  action: 'return' | 'uphold-objection',
  at: number,
  actor: ActorRow,
  note: string,
): boolean {
  if (!act(draft, action, at, actor, { note, data: { lead: draft.row.leadId } })) return false;
  details.returns++;
  details.ask = null;
  draft.row.pending = null;
  draft.row.leadId = null;
  for (const part of openParts(draft)) if (part.organisationId !== details.firstReceiver) part.endedAt = new Date(draft.at);
  return true;
}

export function completePart(draft: Draft, part: DemoPart, at: number, actor: ActorRow, result: string): boolean {
  if (!act(draft, 'complete-part', at, actor, { note: result })) return false;
  const when = new Date(draft.at);
  part.signedAt ??= when;
  part.doneAt = when;
  part.result = result;
  stopClocks(draft, 'handle', when, part.organisationId);
  return true;
}

/** The verifier sends it back: the lead's clock runs anew. */
export function rework(draft: Draft, details: CaseDetails, at: number, actor: ActorRow, note: string): boolean {
  if (!act(draft, 'rework', at, actor, { note })) return false;
  details.reworks++;
  const lead = leadPart(draft)!;
  lead.doneAt = null;
  startClock(draft, 'handle', lead.organisationId, draft.resolve, new Date(draft.at));
  return true;
}

export function feedBack(draft: Draft, details: CaseDetails, at: number, actor: ActorRow, result: string, outcome: string): boolean {
  if (!act(draft, 'feed-back', at, actor, { note: result, data: { outcome } })) return false;
  details.result = result;
  details.proposedOutcome = outcome;
  const lead = leadPart(draft)!;
  lead.doneAt = new Date(draft.at);
  lead.result = result;
  return true;
}

export function openParts(draft: Draft): DemoPart[] {
  return draft.row.parts.filter(({ endedAt }) => endedAt === null);
}

export function leadPart(draft: Draft): DemoPart | undefined {
  return openParts(draft).find((part) => part.role === 'lead' && part.organisationId === draft.row.leadId);
}

export const termFor = (
  responsibility: Draft['resolve']['limit'] | null,
  category: NonNullable<Parameters<typeof resolveTerm>[0]['category']>,
) => resolveTerm({ responsibility, category }, shippedRules);
