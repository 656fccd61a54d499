import type { LateClock } from '@gongzhi/command';
import type { BulkMatter } from '@gongzhi/matters';
import type { CaseRow, WhistleRow } from '@gongzhi/scenarios';

const season = 120 * 86_400_000;

/** Clocks of handling that a unit let pass in the last months: cards were given for them. */
export function lateClocks(row: CaseRow, now: Date): LateClock[] {
  return row.clocks.flatMap((clock) =>
    clock.name === 'handle' && clock.breached && clock.stoppedAt && clock.organisationId && now.getTime() - clock.dueAt.getTime() < season
      ? [
          {
            ...{ clockId: clock.id, matterId: row.id, number: row.number, kind: 'case', title: row.title, areaCode: row.areaCode },
            ...{
              organisationId: clock.organisationId,
              name: clock.name,
              startedAt: clock.startedAt,
              dueAt: clock.dueAt,
              stoppedAt: clock.stoppedAt,
            },
          },
        ]
      : [],
  );
}

/** A whistle of the demo with all that happened to it, as the ledger loads it. */
export function whistleHistory(row: WhistleRow, accountOf: ReadonlyMap<string, string>): BulkMatter {
  const { acts, location, caseIds, ...rest } = row;
  return {
    ...rest,
    ...{
      longitude: location[0],
      latitude: location[1],
      reporterId: null,
      channel: 'grid',
      confidential: false,
      public: false,
      pending: null,
    },
    entries: acts.map(({ actor, ...act }) => ({
      ...act,
      ...{ actorKind: actor.kind, actorName: actor.name, postTitle: actor.postTitle, organisationId: actor.organisationId },
      actorId: actor.personId ? (accountOf.get(actor.personId) ?? actor.personId) : null,
    })),
    clocks: row.clocks.map((clock) => ({ ...clock, reminded: clock.dueAt < row.stateSince ? 3 : 0 })),
    links: [...new Set(caseIds)].map((toId) => ({ toId, kind: 'caused-by' })),
  };
}
