import type { Connection } from '@gongzhi/platform/database';
import type { Watched } from '../rules/apply-rules.ts';

const columns = `clock_id as "clockId", matter_id as "matterId", matter_number as number, matter_kind as kind, matter_title as title, area_code as "areaCode",
  organisation_id as "organisationId", name, started_at as "startedAt", due_at as "dueAt", fired`;

/** Clocks whose next rule is due, held until the end of the transaction; another worker takes others. Reads along `card_watch_next`. */
export const dueStatement = `select ${columns} from command.card_watch where next_at <= $1 order by next_at limit $2 for update skip locked`;
export async function takeDue(tx: Connection, now: Date, most: number): Promise<Watched[]> {
  return tx.query<Watched>(dueStatement, [now, most]);
}

/** What the watched clocks of these matters have fired already. */
export async function watchedOf(tx: Connection, matterIds: readonly string[] | null): Promise<Map<string, number>> {
  const rows = await tx.query<{ clockId: string; fired: number }>(
    'select clock_id as "clockId", fired from command.card_watch where $1::uuid[] is null or matter_id = any($1::uuid[])',
    [matterIds === null ? null : [...matterIds]],
  );
  return new Map(rows.map((row) => [row.clockId, row.fired]));
}

/** Puts these clocks in the place of what was watched of the matters, or of everything. */
export async function replaceWatched(
  tx: Connection,
  matterIds: readonly string[] | null,
  clocks: readonly (Watched & { nextAt: Date | null })[],
): Promise<void> {
  await tx.query('delete from command.card_watch where $1::uuid[] is null or matter_id = any($1::uuid[])', [
    matterIds === null ? null : [...matterIds],
  ]);
  if (clocks.length === 0) return;
  await tx.query(
    `insert into command.card_watch (clock_id, matter_id, matter_number, matter_kind, matter_title, area_code, organisation_id, name, started_at, due_at, fired, next_at)
     select * from jsonb_to_recordset($1::jsonb) as r("clockId" uuid, "matterId" uuid, number text, kind text, title text, "areaCode" text, "organisationId" uuid, name text,
       "startedAt" timestamptz, "dueAt" timestamptz, fired int, "nextAt" timestamptz)`,
    [JSON.stringify(clocks)],
  );
}

/** Notes what was fired and when the next rule is due. */
export async function moveWatched(
  tx: Connection,
  moved: readonly { clockId: string; fired: number; nextAt: Date | null }[],
): Promise<void> {
  await tx.query(
    `update command.card_watch w set fired = r.fired, next_at = r."nextAt"
     from jsonb_to_recordset($1::jsonb) as r("clockId" uuid, fired int, "nextAt" timestamptz) where w.clock_id = r."clockId"`,
    [JSON.stringify(moved)],
  );
}
