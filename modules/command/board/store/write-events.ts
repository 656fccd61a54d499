import type { Connection } from '@gongzhi/platform/database';
import type { BoardChange } from '../rules/board-events.ts';

/** Every level of areas that has a sum of its own, as lengths of codes. */
const levels = '(values (6), (9), (12), (15)) l(length)';
const delta = `
  insert into command.board_hour as h (area_code, start, kind, reported, ended, late)
  select left(area_code, l.length), date_trunc('hour', at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai', kind,
    coalesce(sum(sign) filter (where not ended), 0), coalesce(sum(sign) filter (where ended), 0), coalesce(sum(sign) filter (where ended and late), 0)
  from delta join ${levels} on l.length <= length(area_code) group by 1, 2, 3 order by 1, 2, 3
  on conflict (area_code, start, kind) do update set reported = h.reported + excluded.reported, ended = h.ended + excluded.ended, late = h.late + excluded.late`;

/** Counts a batch, rows and sums together, in one statement. An event counts where and as what it happened. */
export async function writeEvents(tx: Connection, changes: readonly BoardChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `with given as (
      select * from jsonb_to_recordset($1::jsonb) as g("matterId" uuid, kind text, "areaCode" text, category text, "reportedAt" timestamptz, reopened boolean, "endedAt" timestamptz, late boolean)
    ),
    gone as (
      delete from command.board_event e using given g where e.matter_id = g."matterId" and e.ended and g.reopened
      returning e.matter_id, e.area_code, e.at, e.kind, e.late
    ),
    added as (
      insert into command.board_event (matter_id, ended, late, at, kind, area_code, category)
      select "matterId", false, false, "reportedAt", kind, "areaCode", category from given where "reportedAt" is not null
      union all select "matterId", true, late, "endedAt", kind, "areaCode", category from given where "endedAt" is not null and not reopened
      on conflict do nothing returning area_code, at, kind, ended, late
    ),
    delta as (
      select area_code, at, kind, true as ended, late, -1 as sign from gone
      union all select area_code, at, kind, ended, late, 1 from added
    ) ${delta}`,
    [JSON.stringify(changes)],
  );
  // What was ended, reopened and ended again within one batch: the row is free only after the statement above.
  const again = changes.filter((change) => change.reopened && change.endedAt);
  if (again.length > 0)
    await writeEvents(
      tx,
      again.map((change) => ({ ...change, reopened: false, reportedAt: null })),
    );
}

/** Deletes events that nothing opens any more; their sums stay. */
export async function forgetEvents(connection: Connection, before: Date): Promise<void> {
  await connection.query('delete from command.board_event where at < $1', [before]);
}

/**
 * Counts everything anew from the ledger, after a bulk load that published no facts. The one place of command that reads tables of the ledger; it
 * only reads.
 */
export async function rebuildBoard(connection: Connection, keepFrom: Date): Promise<void> {
  await connection.query('delete from command.board_event');
  await connection.query('delete from command.board_hour');
  await connection.query(
    `with delta as (
      select area_code, opened_at as at, kind, false as ended, false as late, 1 as sign from matters.matter
      union all select area_code, closed_at, kind, true, coalesce(closed_at > due_at, false), 1 from matters.matter where closed_at is not null
    ) ${delta}`,
  );
  await connection.query(
    `insert into command.board_event (matter_id, ended, late, at, kind, area_code, category)
     select id, false, false, opened_at, kind, area_code, category from matters.matter where opened_at >= $1
     union all select id, true, coalesce(closed_at > due_at, false), closed_at, kind, area_code, category from matters.matter where closed_at >= $1`,
    [keepFrom],
  );
  await connection.query('analyze command.board_event');
  await connection.query('analyze command.board_hour');
}
