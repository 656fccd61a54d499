import type { Connection } from '@gongzhi/platform/database';

export interface AlertRow {
  id: string;
  threshold: string;
  figure: string;
  areaCode: string;
  value: number;
  limit: number;
  raisedAt: Date;
  endedAt: Date | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  note: string | null;
}

const columns = `id, threshold, figure, area_code as "areaCode", value, limit_value as "limit", raised_at as "raisedAt", ended_at as "endedAt",
  acknowledged_by as "acknowledgedBy", acknowledged_at as "acknowledgedAt", note`;

/** Alerts that stand under an area, and those of the last day that have ended. */
export function selectAlerts(connection: Connection, area: string, since: Date): Promise<AlertRow[]> {
  return connection.query<AlertRow>(
    `select ${columns} from command.board_alert where starts_with(area_code, $1) and (ended_at is null or ended_at > $2)
     order by (ended_at is null) desc, raised_at desc limit 20`,
    [area, since],
    'board.alerts',
  );
}

/** Raises what is above its limit and does not stand yet, follows the value of what stands, ends what is back below; one statement. */
export async function settleAlerts(
  tx: Connection,
  over: readonly { id: string; threshold: string; figure: string; areaCode: string; value: number; limit: number }[],
  at: Date,
): Promise<void> {
  await tx.query(
    `with over as (select * from jsonb_to_recordset($1::jsonb) as o(id uuid, threshold text, figure text, "areaCode" text, value float8, "limit" float8)),
     ended as (
       update command.board_alert a set ended_at = $2 where a.ended_at is null
         and not exists (select 1 from over o where o.threshold = a.threshold and o."areaCode" = a.area_code)
     )
     insert into command.board_alert as a (id, threshold, figure, area_code, value, limit_value, raised_at)
     select id, threshold, figure, "areaCode", value, "limit", $2 from over
     on conflict (threshold, area_code) where ended_at is null do update set value = excluded.value, limit_value = excluded.limit_value`,
    [JSON.stringify(over), at],
  );
}

/** Undefined where no alert under the areas has this id. */
export async function writeAcknowledgement(
  tx: Connection,
  id: string,
  areas: readonly string[],
  seen: { by: string; at: Date; note: string },
): Promise<AlertRow | undefined> {
  const [row] = await tx.query<AlertRow>(
    `update command.board_alert set acknowledged_by = $3, acknowledged_at = $4, note = $5
     where id = $1 and exists (select 1 from unnest($2::text[]) a(code) where starts_with(area_code, a.code)) returning ${columns}`,
    [id, areas, seen.by, seen.at, seen.note],
  );
  return row;
}
