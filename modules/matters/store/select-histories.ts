import type { Connection } from '@gongzhi/platform/database';
import type { ClockState, HistoryRow, LedgerHead } from '../rules/ledger-rows.ts';

const first = '00000000-0000-0000-0000-000000000000';

/** All that the transaction reads is of one moment. To be called first in it. */
export async function readOneSnapshot(tx: Connection): Promise<void> {
  await tx.query('set transaction isolation level repeatable read, read only');
}

/** The next matters in the order of their ids. */
export function selectHeads(connection: Connection, after: string | null, most: number): Promise<LedgerHead[]> {
  return connection.query(
    `select id, number, kind, state, version, entries, head, due_at as "dueAt", closed_at as "closedAt", outcome from matters.matter where id > $1 order by id limit $2`,
    [after ?? first, most],
  );
}

/** All entries of the matters in a range of ids, in order. They travel as one JSON text, which is several times quicker than a row each. */
export async function selectHistories(connection: Connection, from: string, to: string): Promise<HistoryRow[]> {
  const [row] = await connection.query<{ rows: HistoryRow[] | null }>(
    `select json_agg(json_build_array(matter_id, no, round(extract(epoch from at) * 1000), actor_kind, actor_id, action, from_state, to_state, visibility, note, data,
       encode(salt, 'hex'), encode(digest, 'hex'), encode(hash, 'hex'), withdrawn_at is not null) order by matter_id, no) as rows
     from matters.entry where matter_id between $1 and $2`,
    [from, to],
  );
  return row?.rows ?? [];
}

/** All clocks of the matters in a range of ids, in the order in which rules see them. */
export async function selectClockStates(connection: Connection, from: string, to: string): Promise<ClockState[]> {
  const epoch = (column: string) => `round(extract(epoch from ${column}) * 1000)`;
  const [row] = await connection.query<{ rows: ClockState[] | null }>(
    `select json_agg(json_build_object('id', c.id, 'matterId', c.matter_id, 'name', c.name, 'startedAt', ${epoch('c.started_at')}, 'dueAt', ${epoch('c.due_at')}, 'stoppedAt', ${epoch('c.stopped_at')},
       'breached', c.breached, 'paused', c.paused, 'pauses', coalesce(p.pauses, '[]')) order by c.matter_id, c.started_at, c.id) as rows
     from matters.clock c
     left join (select u.clock_id, json_agg(json_build_object('from', ${epoch('u.from_at')}, 'to', ${epoch('u.to_at')}) order by u.from_at) as pauses
       from matters.pause u join matters.clock k on k.id = u.clock_id where k.matter_id between $1 and $2 group by u.clock_id) p on p.clock_id = c.id
     where c.matter_id between $1 and $2`,
    [from, to],
  );
  return row?.rows ?? [];
}
