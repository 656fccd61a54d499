import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { uuidv7 } from 'uuidv7';
import type { Kind } from '../kind.ts';
import type { NewRating } from '../rules/change.ts';
import { type SealedHistory, sealHistory } from '../rules/seal-history.ts';
import type { ClockRow, PartRow } from '../rules/snapshot.ts';
import { grams } from '../rules/wording.ts';
import { bulkInsert } from '../store/bulk-insert.ts';
import { clockTable, entryTable, factTable, linkTable, matterTable, partTable, pauseTable, ratingTable } from '../store/bulk-tables.ts';
import { selectKnown } from '../store/select-known.ts';
import { writeGrams } from '../store/wording.ts';

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
 * Writes complete histories, each table with one statement; some hundred to some thousand matters a batch. Hashes, heads and numbers are made
 * here. An external number that is known already leaves its matter out, so a load that was broken off can be run again.
 */
export async function loadMatters(
  tx: Connection,
  kind: Kind,
  batch: readonly BulkMatter[],
  { facts = false, wording = true }: LoadOptions = {},
): Promise<Loaded> {
  const known = await selectKnown(
    tx,
    batch.flatMap((matter) => matter.external ?? []),
  );
  const seen = new Set<string>();
  const rows = batch.map((matter) => {
    const key = matter.external ? `${matter.external.source}\n${matter.external.number}` : null;
    if (key !== null && (known.has(key) || seen.has(key))) return null;
    if (key !== null) seen.add(key);
    const id = matter.id ?? uuidv7();
    return { id, matter, sealed: sealHistory(id, matter.entries) };
  });
  const written = await bulkInsert<{ id: string; number: string }>(
    tx,
    matterTable,
    rows.flatMap((row) => (row ? [matterRow(kind, row)] : [])),
  );
  const numbers = new Map(written.map((row) => [row.id, row.number]));
  // Another process may have written the same external number a moment ago: its matter stands, ours is left out.
  const taken = rows.map((row) => (row && numbers.has(row.id) ? row : null));
  const rowsOf = (of: (row: Row, index: number) => readonly (readonly unknown[])[]) =>
    taken.flatMap((row, index) => (row ? of(row, index) : []));
  await bulkInsert(tx, entryTable, rowsOf(entryRows));
  await bulkInsert(
    tx,
    partTable,
    rowsOf(({ id, matter }) =>
      matter.parts.map((part) => [
        uuidv7(),
        id,
        part.organisationId,
        part.role,
        part.assignedAt,
        part.signedAt,
        part.arrivedAt,
        part.doneAt,
        part.endedAt,
        part.dueAt,
        part.result,
      ]),
    ),
  );
  const clocks = taken.flatMap((row) => (row ? row.matter.clocks.map((clock) => ({ clock, id: uuidv7(), matterId: row.id })) : []));
  await bulkInsert(
    tx,
    clockTable,
    clocks.map(({ clock, id, matterId }) => [
      id,
      matterId,
      clock.organisationId,
      clock.name,
      clock.rule,
      clock.calendar,
      clock.limit.amount,
      clock.limit.unit,
      clock.startedAt,
      clock.dueAt,
      clock.stoppedAt,
      clock.breached,
      clock.pauses.some((pause) => pause.to === null),
      clock.reminded ?? 0,
    ]),
  );
  await bulkInsert(
    tx,
    pauseTable,
    clocks.flatMap(({ clock, id }) => clock.pauses.map((pause) => [id, pause.from, pause.to, pause.reason, pause.approvedBy])),
  );
  await bulkInsert(
    tx,
    ratingTable,
    rowsOf(({ id, matter }) =>
      matter.ratings.map((rating) => [
        uuidv7(),
        id,
        rating.by,
        rating.at,
        rating.contacted,
        rating.resolved,
        rating.satisfaction,
        JSON.stringify(rating.reasons ?? []),
        rating.comment,
      ]),
    ),
  );
  await bulkInsert(
    tx,
    linkTable,
    rowsOf(({ id, matter }) =>
      matter.links.flatMap((link) => {
        const to = 'toId' in link ? link.toId : taken[link.toIndex]?.id;
        return to ? [[id, to, link.kind, matter.openedAt]] : [];
      }),
    ),
  );
  if (wording)
    await writeGrams(
      tx,
      taken.flatMap((row) => (row ? [{ id: row.id, grams: grams(`${row.matter.title}\n${row.matter.body}`) }] : [])),
    );
  if (facts)
    await bulkInsert(
      tx,
      factTable,
      rowsOf(({ id, matter }) =>
        (matter.facts ?? []).map((fact) => [
          fact.at,
          fact.name,
          id,
          matter.areaCode,
          JSON.stringify({ ...fact.data, number: numbers.get(id) }),
        ]),
      ),
    );
  return {
    taken: written.length,
    known: batch.length - written.length,
    numbers: taken.map((row) => (row && numbers.get(row.id)) ?? null),
    ids: taken.map((row) => row?.id ?? null),
  };
}

interface Row {
  id: string;
  matter: BulkMatter;
  sealed: SealedHistory;
}

function matterRow(kind: Kind, { id, matter, sealed }: Row): unknown[] {
  return [
    id,
    kind.prefix,
    kind.kind,
    matter.areaCode,
    matter.category,
    matter.title,
    matter.body,
    matter.address,
    matter.longitude,
    matter.latitude,
    matter.channel,
    matter.state,
    matter.stateSince,
    matter.urgency,
    matter.reporterId,
    matter.confidential,
    matter.public,
    matter.leadId,
    matter.openedAt,
    matter.dueAt,
    matter.closedAt,
    matter.outcome,
    matter.pending,
    JSON.stringify(kind.details.parse(matter.details)),
    matter.external?.source,
    matter.external?.number,
    matter.entries.length,
    matter.entries.length,
    sealed.head,
  ];
}

function entryRows({ id, matter, sealed }: Row): unknown[][] {
  return matter.entries.map((entry, index) => {
    const seal = sealed.seals[index]!;
    return [
      id,
      index + 1,
      entry.at,
      entry.actorKind,
      entry.actorId,
      entry.actorName,
      entry.postTitle,
      entry.organisationId,
      entry.action,
      entry.from,
      entry.to,
      entry.visibility,
      entry.note,
      entry.data && JSON.stringify(entry.data),
      seal.salt,
      seal.digest,
      seal.hash,
    ];
  });
}
