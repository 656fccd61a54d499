import type { CopyValue } from '@gongzhi/platform/database';
import { uuidv7 } from 'uuidv7';
import type { Kind } from '../kind.ts';
import type { SealedHistory } from '../rules/seal-history.ts';
import { grams } from '../rules/wording.ts';
import {
  type BulkTable,
  clockTable,
  entryTable,
  factTable,
  linkTable,
  partTable,
  pauseTable,
  pointHex,
  ratingTable,
  wordingTable,
} from '../store/bulk-tables.ts';
import { vector } from '../store/wording.ts';
import type { BulkMatter } from './load-matters.ts';

/** A matter of a bulk load with what was made for it. */
export interface LoadedMatter {
  id: string;
  number: string;
  matter: BulkMatter;
  sealed: SealedHistory;
}

type Row = readonly CopyValue[];
const bytea = (hex: string) => `\\x${hex}`;

export function matterRow(kind: Kind, { id, number, matter, sealed }: LoadedMatter): CopyValue[] {
  return [
    id,
    number,
    kind.kind,
    matter.areaCode,
    matter.category,
    matter.title,
    matter.body,
    matter.address,
    pointHex(matter.longitude, matter.latitude),
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
    bytea(sealed.head),
  ];
}

/**
 * The rows of all that belongs to the matters of a batch, table by table; null stands for a matter that was left out. Rows are made while
 * they are read: those of a large batch are never there at once.
 */
export function rowsBelow(
  batch: readonly (LoadedMatter | null)[],
  { facts, wording }: { facts: boolean; wording: boolean },
): { table: BulkTable; rows: Iterable<Row> }[] {
  const taken = batch.filter((row) => row !== null);
  const clocks = taken.flatMap(({ id: matterId, matter }) => matter.clocks.map((clock) => ({ clock, id: uuidv7(), matterId })));
  const rows: [BulkTable, Iterable<Row>, boolean][] = [
    [entryTable, each(taken, entryRows), true],
    [partTable, each(taken, partRows), taken.some(({ matter }) => matter.parts.length > 0)],
    [clockTable, each(clocks, (clock) => [clockRow(clock)]), clocks.length > 0],
    [pauseTable, each(clocks, pauseRows), clocks.some(({ clock }) => clock.pauses.length > 0)],
    [ratingTable, each(taken, ratingRows), taken.some(({ matter }) => matter.ratings.length > 0)],
    [linkTable, linkRows(batch), taken.some(({ matter }) => matter.links.length > 0)],
    [wordingTable, each(taken, wordingRows), wording],
    [factTable, each(taken, factRows), facts],
  ];
  return taken.length === 0 ? [] : rows.flatMap(([table, rows, any]) => (any ? [{ table, rows }] : []));
}

function* each<T>(items: readonly T[], rowsOf: (item: T) => Iterable<Row>): Generator<Row> {
  for (const item of items) yield* rowsOf(item);
}

function entryRows({ id, matter, sealed }: LoadedMatter): Row[] {
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
      bytea(seal.salt),
      bytea(seal.digest),
      bytea(seal.hash),
    ];
  });
}

function partRows({ id, matter }: LoadedMatter): Row[] {
  return matter.parts.map((part) => [
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
  ]);
}

interface LoadedClock {
  id: string;
  matterId: string;
  clock: BulkMatter['clocks'][number];
}

function clockRow({ id, matterId, clock }: LoadedClock): Row {
  return [
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
  ];
}

function pauseRows({ id, clock }: LoadedClock): Row[] {
  return clock.pauses.map((pause) => [id, pause.from, pause.to, pause.reason, pause.approvedBy]);
}

function ratingRows({ id, matter }: LoadedMatter): Row[] {
  return matter.ratings.map((rating) => [
    uuidv7(),
    id,
    rating.by,
    rating.at,
    rating.contacted,
    rating.resolved,
    rating.satisfaction,
    rating.reasons ?? [],
    rating.comment,
  ]);
}

/** A link to a matter that was left out is left out too, and one told twice is written once. */
function* linkRows(batch: readonly (LoadedMatter | null)[]): Generator<Row> {
  const rows = new Map<string, Row>();
  for (const row of batch)
    for (const link of row?.matter.links ?? []) {
      const to = 'toId' in link ? link.toId : batch[link.toIndex]?.id;
      if (row && to) rows.set(`${row.id} ${to} ${link.kind}`, [row.id, to, link.kind, row.matter.openedAt]);
    }
  yield* rows.values();
}

function wordingRows({ id, matter }: LoadedMatter): Row[] {
  return [[id, vector(grams(`${matter.title}\n${matter.body}`))]];
}

function factRows({ id, number, matter }: LoadedMatter): Row[] {
  return (matter.facts ?? []).map((fact) => [fact.at, fact.name, id, matter.areaCode, JSON.stringify({ ...fact.data, number })]);
}
