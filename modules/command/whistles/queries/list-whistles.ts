import type { Actor } from '@gongzhi/contract/actor';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { Ground, WhistleRow, whistles } from '@gongzhi/contract/whistles';
import { matterProblems } from '@gongzhi/matters';
import type { CommandCore } from '../../command.ts';
import { readPlace, writePlace } from '../../rules/moment-cursor.ts';
import { problemsOf } from '../store/select-problems.ts';
import { selectWhistles, type WhistleRecord } from '../store/select-whistles.ts';

/** Whistles newest first, with names. */
export async function listWhistles(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof whistles.list>,
): Promise<AnswerOf<typeof whistles.list>> {
  const { cursor, limit, ...wanted } = query;
  const now = core.now();
  const found = await selectWhistles(core.database, actor, wanted, now, cursor ? readPlace(cursor) : null, limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const named = await namer(core, now);
  return { items: items.map(named), next: last ? writePlace({ at: last.at, id: last.matterId }) : null };
}

/** One whistle with its problems; refuses what the actor may not see as a matter that is not there. */
export async function readWhistle(core: CommandCore, actor: Actor, number: string): Promise<AnswerOf<typeof whistles.one>> {
  const now = core.now();
  const [row] = await selectWhistles(core.database, actor, { number }, now, null, 1);
  if (!row) throw matterProblems['matter-not-found']();
  const [named, problems, categories] = await Promise.all([
    namer(core, now),
    problemsOf(core.database, number),
    core.organisations.categories(),
  ]);
  return {
    ...named(row),
    problemList: problems.map((problem) => ({
      ...problem,
      categoryName: problem.category === null ? null : categories.name(problem.category),
    })),
  };
}

async function namer(core: CommandCore, now: Date): Promise<(row: WhistleRecord) => WhistleRow> {
  const [areas, organisations] = await Promise.all([core.territory.directory(), core.organisations.directory()]);
  const named = (id: string) => ({ id, name: organisations.name(id) });
  const moment = (value: string | null) => (value === null ? null : new Date(value).toISOString());
  return (row) => {
    const end = row.closedAt ?? now;
    const step = (at: string | null, due: string | null, ended: string | null) => ({
      at: moment(at),
      dueAt: moment(due),
      late: due !== null && new Date(at ?? ended ?? end) > new Date(due),
    });
    return {
      number: row.number,
      title: row.title,
      ground: row.ground as Ground,
      state: row.state,
      areaCode: row.areaCode,
      areaName: areas.name(row.areaCode),
      whistler: named(row.whistlerId),
      openedAt: row.openedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      dueAt: row.dueAt?.toISOString() ?? null,
      overdue: row.dueAt !== null && end > row.dueAt,
      outcome: row.outcome,
      problems: row.problems,
      units: row.units.map((unit) => ({
        organisation: named(unit.organisationId),
        role: unit.role,
        listed: unit.listed,
        sign: step(unit.signedAt, unit.signDue, unit.endedAt),
        contact: step(unit.contactedAt, unit.contactDue, unit.endedAt),
        arrive: step(unit.arrivedAt, unit.arriveDue, unit.endedAt),
        metres: unit.metres,
        proof: unit.proof,
        doneAt: moment(unit.doneAt),
        endedAt: moment(unit.endedAt),
        rated: unit.rated,
        ratedBack: unit.ratedBack,
      })),
    };
  };
}
