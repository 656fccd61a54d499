import type { Actor } from '@gongzhi/contract/actor';
import type { MatterFilter, MatterSummary } from '@gongzhi/contract/matters';
import type { Connection, RawBuilder } from '@gongzhi/platform/database';
import type { Ledger } from '../context.ts';
import { readCursor, writeCursor } from '../rules/cursor.ts';
import { visibleCondition, visibleWays } from '../rules/visible.ts';
import { filterConditions, namesMatters } from '../store/filter-conditions.ts';
import { turnWays } from '../store/my-turn.ts';
import { type MatterSort, type SummaryRow, selectPage, selectSummaries } from '../store/select-page.ts';
import { namer } from './name-matters.ts';

export type { MatterSort } from '../store/select-page.ts';

/** What a filter of this actor means: conditions that all hold, and ways of which one must. A category means those below it too. */
export async function scoped(
  ledger: Ledger,
  actor: Actor,
  filter: MatterFilter,
): Promise<{ conditions: RawBuilder<boolean>[]; ways: RawBuilder<boolean>[] }> {
  const category = filter.category && withDescendants((await ledger.organisations.categories()).all(), filter.category);
  const conditions = filterConditions({ ...filter, category }, ledger.now());
  if (filter.mine) return { conditions: [...conditions, visibleCondition(actor)], ways: turnWays(actor, ledger.kinds.values()) };
  return { conditions, ways: namesMatters(filter) ? [visibleCondition(actor)] : visibleWays(actor) };
}

function withDescendants(categories: readonly { code: string; parent: string | null }[], wanted: readonly string[]): string[] {
  const found = new Set(wanted);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { code, parent } of categories) if (parent !== null && found.has(parent)) found.add(code);
  }
  return [...found];
}

/** One keyset page of the matters that the actor may see. Refuses a cursor of another sort as `invalid-cursor`. */
export async function listMatters(
  ledger: Ledger,
  actor: Actor,
  query: MatterFilter & { cursor?: string; limit: number; sort: MatterSort },
): Promise<{ items: MatterSummary[]; next: string | null }> {
  const { rows, next } = await page(ledger, actor, query, query.sort, query.cursor, query.limit);
  const name = await namer(ledger);
  return { items: rows.map(name), next };
}

async function page(
  ledger: Ledger,
  actor: Actor,
  filter: MatterFilter,
  sort: MatterSort,
  cursor: string | undefined,
  limit: number,
): Promise<{ rows: SummaryRow[]; next: string | null }> {
  const { conditions, ways } = await scoped(ledger, actor, filter);
  const found = await selectPage(ledger.database, conditions, ways, sort, cursor ? readCursor(cursor, sort) : null, limit + 1);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last ? writeCursor({ sort, at: last.key, id: last.id }) : null };
}

/** Every matter of a filter, newest first, in batches; rows that come while it runs are newer than where it stands. */
export async function* streamMatters(ledger: Ledger, actor: Actor, filter: MatterFilter, batch = 1000): AsyncIterable<MatterSummary[]> {
  let cursor: string | undefined;
  do {
    const { rows, next } = await page(ledger, actor, filter, '-openedAt', cursor, batch);
    const name = await namer(ledger);
    if (rows.length > 0) yield rows.map(name);
    cursor = next ?? undefined;
  } while (cursor);
}

/** Summaries by id in the order given; unknown ids are left out. */
export async function summaries(ledger: Ledger, connection: Connection, ids: readonly string[]): Promise<MatterSummary[]> {
  const rows = await selectSummaries(connection, ids);
  const name = await namer(ledger);
  const byId = new Map(rows.map((row) => [row.id, name(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
