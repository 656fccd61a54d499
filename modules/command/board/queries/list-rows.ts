import type { Actor } from '@gongzhi/contract/actor';
import type { board } from '@gongzhi/contract/board';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';
import type { CommandCore } from '../../command.ts';
import { addDays, dayOf } from '../../patrol/rules/due-days.ts';
import { boardProblems } from '../problems.ts';
import { selectHotSpot } from '../store/hot-spots.ts';
import { selectEvents } from '../store/read-board.ts';
import { boardArea } from './board-areas.ts';
import { boardKind, startOf } from './compute-board.ts';

const Cursor = z.strictObject({ at: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+\d\d(:\d\d)?$/), id: z.uuid() });

/** The matters behind a figure: the very events that were counted, or what stands open or past due at this moment. */
export async function listRows(core: CommandCore, actor: Actor, query: QueryOf<typeof board.rows>): Promise<AnswerOf<typeof board.rows>> {
  const directory = await core.territory.directory();
  const after = query.cursor ? read(query.cursor) : null;
  const now = core.now();
  if (query.figure === 'open' || query.figure === 'overdue') {
    const area = boardArea(actor, query.area, directory);
    const found = await core.matters.standingMatters(
      { what: query.figure },
      { kind: boardKind, areas: [area] },
      now,
      after ? { since: after.at, id: after.id } : null,
      query.limit + 1,
    );
    const rows = found.slice(0, query.limit);
    const last = found.length > query.limit ? rows.at(-1) : undefined;
    return answer(
      core,
      rows.map((row) => row.id),
      last ? { at: last.since, id: last.id } : null,
    );
  }
  const spot = query.hotSpot ? await selectHotSpot(core.database, query.hotSpot) : undefined;
  if (query.hotSpot && !spot) throw boardProblems['hot-spot-not-found']();
  const areas = (spot?.areas ?? [query.area]).map((code) => boardArea(actor, code, directory));
  const day = query.day ?? dayOf(now);
  const wanted = spot
    ? { from: startOf(spot.from), to: startOf(addDays(spot.to, 1)), categories: spot.topic ? await under(core, spot.topic) : null }
    : { from: startOf(day), to: startOf(addDays(day, 1)), categories: null };
  const found = await selectEvents(
    core.database,
    { kind: boardKind, ended: query.figure === 'ended' && !spot, areas, ...wanted },
    after,
    query.limit + 1,
  );
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  return answer(
    core,
    rows.map((row) => row.matterId),
    last ? { at: last.at, id: last.matterId } : null,
  );
}

async function answer(core: CommandCore, ids: string[], next: z.infer<typeof Cursor> | null): Promise<AnswerOf<typeof board.rows>> {
  return { items: await core.matters.summaries(ids), next: next ? Buffer.from(JSON.stringify(next)).toString('base64url') : null };
}

/** A category with all below it. */
async function under(core: CommandCore, topic: string): Promise<string[]> {
  const all = (await core.organisations.categories()).all();
  const found = new Set([topic]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const category of all) if (category.parent && found.has(category.parent)) found.add(category.code);
  }
  return [...found];
}

function read(text: string) {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems['invalid-cursor']();
  }
}
