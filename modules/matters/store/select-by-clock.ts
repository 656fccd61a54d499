import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { underAreas } from '../rules/visible.ts';
import { runRaw } from './run-raw.ts';

export interface ClockWanted {
  kind: string;
  clock: string;
  areas: readonly string[];
  units?: readonly string[] | undefined;
}

export interface ClockedMatter {
  id: string;
  details: Record<string, unknown>;
  closedAt: Date | null;
  clockId: string;
  /** When the clock falls due, as the engine writes it. */
  dueAt: string;
}

function conditions({ kind, clock, areas, units }: ClockWanted): RawBuilder<unknown> {
  const all = [sql`c.name = ${clock}`, sql`c.stopped_at is null`, sql`not c.paused`, sql`m.kind = ${kind}`, underAreas(areas)];
  if (units) all.push(sql`m.lead_id = any(${units}::uuid[])`);
  return sql.join(all, sql` and `);
}

/** Matters for which a clock runs, the one that falls due first in front. */
export function selectByClock(
  connection: Connection,
  wanted: ClockWanted,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<ClockedMatter[]> {
  const behind = after ? sql`(c.due_at, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  return runRaw(
    connection,
    sql<ClockedMatter>`select m.id, m.details, m.closed_at as "closedAt", c.id as "clockId", c.due_at::text as "dueAt"
      from matters.clock c join matters.matter m on m.id = c.matter_id where ${conditions(wanted)} and ${behind} order by c.due_at, c.id limit ${limit}`,
  );
}

/** How many there are, looking at no more than `ceiling`. */
export async function countByClock(connection: Connection, wanted: ClockWanted, ceiling: number): Promise<number> {
  const [row] = await runRaw(
    connection,
    sql<{
      count: number;
    }>`select count(*) as count from (select 1 from matters.clock c join matters.matter m on m.id = c.matter_id where ${conditions(wanted)} limit ${ceiling}) s`,
  );
  return row?.count ?? 0;
}
