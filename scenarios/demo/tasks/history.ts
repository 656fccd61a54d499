import type { BulkEntry, BulkMatter } from '@gongzhi/matters';
import { type Calendar, dueAt, type Limit } from '@gongzhi/platform/working-time';
import type { Actor } from '../units/staff.ts';

export interface Head {
  id: string;
  areaCode: string;
  title: string;
  body: string;
  leadId: string | null;
  details: Record<string, unknown>;
}

/** Tells the history of one matter act by act; clocks and states follow what is said. */
export function tell(head: Head, calendar: Calendar, at: number, state: string) {
  const { leadId } = head;
  const openedAt = new Date(at);
  const entries: BulkEntry[] = [];
  const clocks: BulkMatter['clocks'][number][] = [];
  const parts: BulkMatter['parts'][number][] = [];
  const now = { state, since: openedAt, closedAt: null as Date | null, outcome: null as string | null };
  const told = {
    part(organisationId: string, role: 'lead' | 'supervise', more: Partial<BulkMatter['parts'][number]> = {}) {
      parts.push({
        ...{
          organisationId,
          role,
          assignedAt: openedAt,
          signedAt: null,
          arrivedAt: null,
          doneAt: null,
          endedAt: null,
          dueAt: null,
          result: null,
        },
        ...more,
      });
      return told;
    },
    start(name: string, from: number, limit: Limit, rule: string) {
      const startedAt = new Date(from);
      clocks.push({
        ...{ name, limit, rule, organisationId: null, calendar: calendar.id, startedAt, dueAt: dueAt(calendar, startedAt, limit) },
        ...{ stoppedAt: null, breached: false, pauses: [], reminded: 3 },
      });
      return told;
    },
    act(
      action: string,
      when: number,
      actor: Actor,
      to: string,
      more: { note?: string; data?: Record<string, unknown>; stops?: string[] } = {},
    ) {
      const moment = new Date(when);
      entries.push({
        ...{ at: moment, actorKind: 'staff', actorId: actor.personId, actorName: actor.name, postTitle: actor.title },
        ...{ organisationId: actor.organisationId, action, from: entries.length === 0 ? null : now.state, to, visibility: 'internal' },
        ...{ note: more.note ?? null, data: more.data ?? null },
      });
      for (const clock of clocks)
        if (more.stops?.includes(clock.name) && clock.stoppedAt === null)
          Object.assign(clock, { stoppedAt: moment, breached: moment > clock.dueAt });
      if (to !== now.state) Object.assign(now, { state: to, since: moment });
      return told;
    },
    end(outcome: string) {
      Object.assign(now, { closedAt: now.since, outcome });
      return told;
    },
    /** The due time is that of the first of the clocks named that runs, else of the first that was ever started. */
    matter(mainClocks: readonly string[]): BulkMatter {
      const named = mainClocks.map((name) => clocks.filter((clock) => clock.name === name));
      const main =
        named.map((list) => list.findLast((clock) => clock.stoppedAt === null)).find((clock) => clock) ??
        named.find((list) => list.length > 0)?.at(-1);
      return {
        ...{ ...head, openedAt, category: null, address: null, longitude: null, latitude: null, channel: 'api', urgency: 1 },
        ...{
          confidential: false,
          public: false,
          reporterId: null,
          leadId,
          state: now.state,
          stateSince: now.since,
          dueAt: main?.dueAt ?? null,
        },
        ...{ closedAt: now.closedAt, outcome: now.outcome, pending: null, parts, entries, clocks, ratings: [], links: [] },
      };
    },
  };
  return told;
}
