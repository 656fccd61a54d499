import type { Actor } from '@gongzhi/contract/actor';
import type { BulkMatter, Kind } from '@gongzhi/matters';
import { type Calendar, dueAt, type Limit } from '@gongzhi/platform/working-time';

export interface Opening {
  kind: Kind;
  actor: Actor;
  /** The post in which the actor opens it. */
  organisationId: string | null;
  action: string;
  at: Date;
  areaCode: string;
  calendar: Calendar;
  title: string;
  body: string;
  longitude?: number | null;
  latitude?: number | null;
  address?: string | null;
  urgency?: number;
  leadId: string | null;
  parts: readonly { organisationId: string; role: 'lead' | 'assist' | 'supervise' }[];
  /** The first one gives the due time of the matter. */
  clocks: readonly { name: string; limit: Limit; rule: string }[];
  details: Record<string, unknown>;
  data?: Record<string, unknown>;
}

/** A matter that begins now, with parts from the first moment, as the ledger takes it in bulk: one or a thousand in one statement a table. */
export function openedHistory(opening: Opening): BulkMatter {
  const { kind, actor, at, areaCode, title, leadId, calendar } = opening;
  const clocks = opening.clocks.map((clock) => ({
    ...{ name: clock.name, limit: clock.limit, rule: clock.rule, organisationId: null, calendar: calendar.id, startedAt: at },
    ...{ dueAt: dueAt(calendar, at, clock.limit), stoppedAt: null, breached: false, pauses: [] },
  }));
  const due = clocks[0]?.dueAt ?? null;
  const state = kind.table.initial;
  return {
    ...{ openedAt: at, areaCode, category: null, title, body: opening.body, address: opening.address ?? null },
    ...{ longitude: opening.longitude ?? null, latitude: opening.latitude ?? null, channel: 'api', urgency: opening.urgency ?? 1 },
    ...{ confidential: false, public: false, reporterId: null, leadId, state, stateSince: at, dueAt: due, closedAt: null },
    ...{ outcome: null, pending: null, details: opening.details, ratings: [], links: [], clocks },
    parts: opening.parts.map((part) => ({
      ...part,
      ...{
        assignedAt: at,
        signedAt: null,
        arrivedAt: null,
        doneAt: null,
        endedAt: null,
        dueAt: part.role === 'lead' ? due : null,
        result: null,
      },
    })),
    entries: [
      {
        ...{ at, actorKind: actor.kind, actorId: actor.id, actorName: actor.name, organisationId: opening.organisationId },
        postTitle: actor.posts.find((post) => post.organisationId === opening.organisationId)?.title ?? null,
        ...{ action: opening.action, from: null, to: state, visibility: 'internal', note: null, data: opening.data ?? null },
      },
    ],
    facts: [
      {
        at,
        name: `${kind.kind}-${opening.action}`,
        data: {
          kind: kind.kind,
          action: opening.action,
          title,
          leadId,
          actorId: actor.id,
          to: state,
          openedAt: at,
          dueAt: due,
          ...(opening.data ? { data: opening.data } : {}),
        },
      },
    ],
  };
}
