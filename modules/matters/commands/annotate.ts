import { system } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import type { Ledger } from '../context.ts';
import type { Kind } from '../kind.ts';
import { sealEntry } from '../rules/entry-hash.ts';
import { readSnapshotsById } from '../store/read-snapshot.ts';
import { type AnnotationRow, lockMatters, writeAnnotations } from '../store/write-annotations.ts';
import { factData } from './act.ts';

/** What the product itself writes into a history without moving the matter: a card that was given, the result of a whistle. */
export interface Annotation {
  matterId: string;
  /** An action of the matter's kind that leaves the state, such as `note` or `supervise`. */
  action: string;
  note: string;
  data?: Record<string, unknown>;
  visibility?: 'public' | 'reporter' | 'internal';
}

/**
 * Appends entries to many histories at once, with their facts: three statements whatever their number. Versions stay as they are, for nobody who is about to act has
 * seen anything wrong. In the transaction of the caller; matters that are not there are left out. Answers how many were written.
 */
export async function annotate(ledger: Ledger, tx: Connection, annotations: readonly Annotation[]): Promise<number> {
  if (annotations.length === 0) return 0;
  const ids = [...new Set(annotations.map((item) => item.matterId))];
  await lockMatters(tx, ids);
  const known = new Map((await readSnapshotsById(tx, ids)).map((matter) => [matter.id, matter]));
  const now = ledger.now();
  const rows = annotations.flatMap((item): AnnotationRow[] => {
    const matter = known.get(item.matterId);
    if (!matter) return [];
    const kind = ledger.kinds.get(matter.kind) as Kind;
    const row = kind.table.actions[item.action];
    if (row?.to !== 'same') throw new Error(`${item.action} of ${matter.kind} is no action that leaves the state`);
    const visibility = item.visibility ?? row.visibility ?? 'internal';
    const data = item.data ?? null;
    const no = matter.entries + 1;
    const core = { matterId: matter.id, no, at: now, actorKind: system.kind, actorId: system.id, action: item.action };
    const sealed = sealEntry(matter.head, { ...core, from: matter.state, to: matter.state, visibility }, item.note, data);
    matter.entries = no;
    matter.head = sealed.hash;
    const { state, dueAt, closedAt, outcome } = matter;
    return [
      {
        ...{
          matterId: matter.id,
          no,
          at: now,
          actorKind: system.kind,
          actorId: system.id,
          actorName: system.name,
          action: item.action,
          state,
        },
        ...{ visibility, note: item.note, data, ...sealed },
        fact: {
          name: `${matter.kind}-${item.action}`,
          areaCode: matter.areaCode,
          data: factData(
            kind,
            matter,
            { action: item.action, version: null, input: {}, actor: system, now },
            {
              ...{ from: state, to: state, dueAt, closedAt, outcome, moves: { changed: [] }, before: matter },
              ...{ data: item.data, ratings: undefined },
            },
          ),
        },
      },
    ];
  });
  await writeAnnotations(tx, rows);
  return rows.length;
}
