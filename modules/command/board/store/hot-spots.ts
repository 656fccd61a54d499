import type { Connection } from '@gongzhi/platform/database';

export interface HotSpotRow {
  id: string;
  topic: string | null;
  areas: string[];
  from: string;
  to: string;
  observed: number;
  expected: number;
  p: number;
}

const columns = 'id, topic, areas, first_day::text as "from", last_day::text as "to", observed, expected, p';

/** Puts what the last scan found in the place of what the one before found. */
export async function replaceHotSpots(tx: Connection, rows: readonly HotSpotRow[], at: Date): Promise<void> {
  await tx.query('delete from command.board_hot_spot');
  await tx.query(
    `insert into command.board_hot_spot (id, topic, areas, first_day, last_day, observed, expected, p, found_at)
     select id, topic, areas, "from", "to", observed, expected, p, $2 from jsonb_to_recordset($1::jsonb)
       as r(id uuid, topic text, areas text[], "from" date, "to" date, observed int, expected float8, p float8)`,
    [JSON.stringify(rows), at],
  );
}

/** Hot spots that touch an area, the strongest doubt against chance first. */
export function selectHotSpots(connection: Connection, area: string): Promise<HotSpotRow[]> {
  return connection.query<HotSpotRow>(
    `select ${columns} from command.board_hot_spot where exists (select 1 from unnest(areas) a(code) where starts_with(a.code, $1))
     order by p, observed - expected desc, id limit 12`,
    [area],
    'board.hot-spots',
  );
}

export async function selectHotSpot(connection: Connection, id: string): Promise<HotSpotRow | undefined> {
  const [row] = await connection.query<HotSpotRow>(`select ${columns} from command.board_hot_spot where id = $1`, [id]);
  return row;
}
