import type { BulkMatter } from '@gongzhi/matters';
import { type CaseDetails, CaseDetails as Details } from './case-details.ts';
import type { ImportedCase } from './imported-case.ts';

/** Where an imported case belongs here, settled against areas, categories and units. */
export interface SettledCase {
  areaCode: string;
  category: string | null;
  longitude: number | null;
  latitude: number | null;
  leadId: string | null;
  reporterId: string | null;
  suggestion: CaseDetails['suggestion'];
}

interface Importer {
  kind: 'staff' | 'token' | 'system';
  id: string | null;
  name: string;
  source: string;
  calendar: string;
}

type Step = { action: string; from: string | null; to: string; at: Date };

/**
 * The history of an imported case in steps of our own life cycle. What has not ended waits for dispatch here: no unit of ours has
 * signed it, whatever the other system called it.
 */
function steps(item: ImportedCase): Step[] {
  const closedAt = item.closedAt ?? item.openedAt;
  const recorded: Step = { action: 'record', from: null, to: 'recorded', at: item.openedAt };
  const filed: Step = { action: 'file', from: 'recorded', to: 'filed', at: item.openedAt };
  const last = (action: string, to: string): Step[] => [recorded, filed, { action, from: 'filed', to, at: closedAt }];
  switch (item.state) {
    case 'closed':
      return last('answer-directly', 'closed');
    case 'joined':
      return last('join', 'joined');
    case 'diverted':
      return last('divert', 'diverted');
    case 'withdrawn':
      return last('withdraw', 'withdrawn');
    case 'rejected':
      return [recorded, { action: 'reject', from: 'recorded', to: 'rejected', at: closedAt }];
    default:
      return [recorded, filed];
  }
}

const outcomes: Record<string, string> = {
  closed: 'solved',
  joined: 'duplicate',
  diverted: 'diverted',
  withdrawn: 'withdrawn',
  rejected: 'rejected',
};

/** A row of a file as a complete history with its clock and the facts that those who count wait for. */
export function importedHistory(item: ImportedCase, settled: SettledCase, importer: Importer): BulkMatter {
  const history = steps(item);
  const state = history.at(-1)!.to;
  const closedAt = outcomes[state] ? (item.closedAt ?? item.openedAt) : null;
  const outcome = outcomes[state] ? (item.outcome ?? outcomes[state]) : null;
  const stopped = closedAt;
  const minutes = item.dueAt ? Math.max(1, Math.round((item.dueAt.getTime() - item.openedAt.getTime()) / 60_000)) : 0;
  const breached = item.dueAt !== null && stopped !== null && stopped > item.dueAt;
  const common = {
    kind: 'case',
    title: item.title,
    category: settled.category,
    channel: item.channel,
    urgency: 1,
    leadId: settled.leadId,
    reporterId: settled.reporterId,
    openedAt: item.openedAt,
    imported: true,
  };
  return {
    external: { source: importer.source, number: item.externalNumber },
    openedAt: item.openedAt,
    areaCode: settled.areaCode,
    category: settled.category,
    title: item.title,
    body: item.body,
    address: item.address,
    longitude: settled.longitude,
    latitude: settled.latitude,
    channel: item.channel,
    urgency: 1,
    confidential: false,
    public: false,
    reporterId: settled.reporterId,
    leadId: settled.leadId,
    state,
    stateSince: history.at(-1)!.at,
    dueAt: item.dueAt,
    closedAt,
    outcome,
    pending: null,
    details: Details.parse({
      likes: item.likes,
      dislikes: item.dislikes,
      contactable: Boolean(item.reporter?.phone),
      suggestion: settled.suggestion,
      organisationName: item.said.organisation ?? null,
      source: item.said,
    }) as unknown as Record<string, unknown>,
    parts: settled.leadId
      ? [
          {
            organisationId: settled.leadId,
            role: 'lead',
            assignedAt: item.openedAt,
            signedAt: null,
            arrivedAt: null,
            doneAt: closedAt,
            endedAt: closedAt,
            dueAt: item.dueAt,
            result: null,
          },
        ]
      : [],
    entries: history.map((step, index) => ({
      at: step.at,
      actorKind: importer.kind,
      actorId: importer.id,
      actorName: importer.name,
      postTitle: null,
      organisationId: null,
      action: step.action,
      from: step.from,
      to: step.to,
      visibility: index === 0 ? 'public' : 'internal',
      note: null,
      data: { imported: importer.source, ...(index === history.length - 1 && outcome ? { outcome } : {}) },
    })),
    clocks: item.dueAt
      ? [
          {
            name: 'resolve',
            organisationId: null,
            rule: `导入自 ${importer.source}`,
            calendar: importer.calendar,
            limit: { amount: minutes, unit: 'minute' },
            startedAt: item.openedAt,
            dueAt: item.dueAt,
            stoppedAt: stopped,
            breached,
            pauses: [],
            reminded: 3,
          },
        ]
      : [],
    ratings: [],
    links: [],
    facts: history.map((step, index) => ({
      at: step.at,
      name: `case-${step.action}`,
      data: {
        ...common,
        action: step.action,
        from: step.from,
        to: step.to,
        dueAt: item.dueAt,
        previousDueAt: item.dueAt,
        closedAt: index === history.length - 1 ? closedAt : null,
        previousClosedAt: null,
        outcome: index === history.length - 1 ? outcome : null,
        actorId: importer.id,
        actorName: importer.name,
        stopped: [],
      },
    })),
  };
}
