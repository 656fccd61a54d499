import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { uuidv7 } from 'uuidv7';
import type { Kind } from '../kind.ts';
import type { NewRating } from '../rules/change.ts';
import { runningNumber } from '../rules/running-number.ts';
import { sealHistory } from '../rules/seal-history.ts';
import type { ClockRow, PartRow } from '../rules/snapshot.ts';
import { insertUnknown, passNumbers, takeNumbers } from '../store/bulk-matters.ts';
import { matterTable } from '../store/bulk-tables.ts';
import { selectKnown } from '../store/select-known.ts';
import { type LoadedMatter, matterRow, rowsBelow } from './loaded-rows.ts';

export interface BulkEntry {
  at: Date;
  actorKind: Actor['kind'];
  actorId: string | null;
  actorName: string;
  postTitle: string | null;
  organisationId: string | null;
  action: string;
  from: string | null;
  to: string;
  visibility: 'public' | 'reporter' | 'internal';
  note: string | null;
  data: Record<string, unknown> | null;
}

/** A matter with all that ever happened to it. Its columns must agree with its entries and clocks: `check` holds it to that. */
export interface BulkMatter {
  /** Made up where absent. */
  id?: string;
  /** Such as GZ202601050000001; the next one where absent. A given one must be free, and those taken later run on behind it. */
  number?: string;
  external?: { source: string; number: string } | null;
  openedAt: Date;
  areaCode: string;
  category: string | null;
  title: string;
  body: string;
  address: string | null;
  longitude: number | null;
  latitude: number | null;
  channel: string;
  urgency: number;
  confidential: boolean;
  public: boolean;
  reporterId: string | null;
  leadId: string | null;
  state: string;
  stateSince: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  pending: string | null;
  details: Record<string, unknown>;
  parts: readonly Omit<PartRow, 'id'>[];
  /** In the order of time, the opening first. */
  entries: readonly BulkEntry[];
  clocks: readonly (Omit<ClockRow, 'id' | 'paused'> & { reminded?: number })[];
  ratings: readonly (NewRating & { at: Date })[];
  /** To other matters of the same batch by index, or to matters of an earlier one by id. */
  links: readonly ({ toIndex: number; kind: string } | { toId: string; kind: string })[];
  /** Facts to publish where facts are asked for; the number is added. The last one alone is usually enough for those who count. */
  facts?: readonly { at: Date; name: string; data: Record<string, unknown> }[];
}

export interface LoadOptions {
  /** Publish the facts of the matters. */
  facts?: boolean;
  /** Write at once what the matters are found by; otherwise the facts must see to it. True unless told. */
  wording?: boolean;
}

export interface Loaded {
  taken: number;
  /** Matters whose external number was known before: nothing of them was written. */
  known: number;
  /** By index of the batch; null for known ones. */
  numbers: (string | null)[];
  ids: (string | null)[];
}

/**
 * Writes complete histories, each table with one COPY; some hundred to some thousand matters a batch. Hashes, heads and numbers are made
 * here. An external number that is known already leaves its matter out, so a load that was broken off can be run again.
 */
export async function loadMatters(
  tx: Connection,
  kind: Kind,
  batch: readonly BulkMatter[],
  { facts = false, wording = true }: LoadOptions = {},
): Promise<Loaded> {
  const fresh = leaveOutKnown(
    batch,
    await selectKnown(
      tx,
      batch.flatMap((matter) => matter.external ?? []),
    ),
  );
  const next = await takeNumbers(
    tx,
    kind.prefix,
    fresh.flatMap((matter) => (matter && !matter.number ? [matter.openedAt] : [])),
  );
  let taken = 0;
  const rows = fresh.map((matter): LoadedMatter | null => {
    if (!matter) return null;
    const id = matter.id ?? uuidv7();
    return { id, number: matter.number ?? (next[taken++] as string), matter, sealed: sealHistory(id, matter.entries) };
  });
  await passGiven(tx, kind, batch);
  const written = await writeHeads(tx, kind, rows);
  for (const below of rowsBelow(written, { facts, wording })) await tx.copy(below.table.name, below.table.columns, below.rows);
  const count = written.filter((row) => row !== null).length;
  return {
    taken: count,
    known: batch.length - count,
    numbers: written.map((row) => row?.number ?? null),
    ids: written.map((row) => row?.id ?? null),
  };
}

/** The batch with null for what is known, or stands twice in it. */
function leaveOutKnown(batch: readonly BulkMatter[], known: ReadonlySet<string>): (BulkMatter | null)[] {
  const seen = new Set(known);
  return batch.map((matter) => {
    if (!matter.external) return matter;
    const key = `${matter.external.source}\n${matter.external.number}`;
    if (seen.has(key)) return null;
    seen.add(key);
    return matter;
  });
}

async function passGiven(tx: Connection, kind: Kind, batch: readonly BulkMatter[]): Promise<void> {
  let last = 0;
  for (const { number } of batch) if (number) last = Math.max(last, runningNumber(number, kind.prefix));
  if (last > 0) await passNumbers(tx, last);
}

/** Writes the matters themselves. Another process may have written the same external number a moment ago: its matter stands, ours is left out. */
async function writeHeads(tx: Connection, kind: Kind, rows: readonly (LoadedMatter | null)[]): Promise<(LoadedMatter | null)[]> {
  const own = rows.flatMap((row) => (row && !row.matter.external ? [matterRow(kind, row)] : []));
  if (own.length > 0) await tx.copy(matterTable.name, matterTable.columns, own);
  const inserted = await insertUnknown(
    tx,
    rows.flatMap((row) => (row?.matter.external ? [matterRow(kind, row)] : [])),
  );
  return rows.map((row) => (row && (!row.matter.external || inserted.has(row.id)) ? row : null));
}
