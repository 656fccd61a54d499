import type { Connection } from '@gongzhi/platform/database';

export interface ThemeRow {
  id: string;
  month: string;
  areaCode: string;
  category: string;
  title: string;
  why: string;
  steps: { text: string; owner: string; dueOn: string; doneOn: string | null }[];
  state: 'running' | 'closed';
  version: number;
}

const columns = `id, to_char(month, 'YYYY-MM') as month, area_code as "areaCode", category, title, why, steps, state, version`;

/** Themes whose area lies under one of the areas or around it, newest first. */
export function selectThemes(
  connection: Connection,
  areas: readonly string[],
  after: { month: string; id: string } | null,
  limit: number,
): Promise<ThemeRow[]> {
  return connection.query<ThemeRow>(
    `select ${columns} from command.board_theme where exists (select 1 from unnest($1::text[]) a(code) where starts_with(area_code, a.code))
     and ($2::date is null or (month, id) < ($2::date, $3::uuid)) order by command.board_theme.month desc, id desc limit $4`,
    [areas, after ? `${after.month}-01` : null, after?.id ?? null, limit],
  );
}

export async function selectTheme(connection: Connection, id: string): Promise<ThemeRow | undefined> {
  const [row] = await connection.query<ThemeRow>(`select ${columns} from command.board_theme where id = $1`, [id]);
  return row;
}

/** The theme of a month for an area: its own, else that of the nearest area around it. */
export async function selectThemeOf(connection: Connection, area: string, month: string): Promise<ThemeRow | undefined> {
  const [row] = await connection.query<ThemeRow>(
    `select ${columns} from command.board_theme where month = $2::date and starts_with($1, area_code) order by length(area_code) desc limit 1`,
    [area, `${month}-01`],
    'board.theme',
  );
  return row;
}

/** New, or over the version that was seen; false where that is not the present one. */
export async function writeTheme(tx: Connection, row: ThemeRow, seen: number | null): Promise<boolean> {
  const values = [row.id, `${row.month}-01`, row.areaCode, row.category, row.title, row.why, JSON.stringify(row.steps), row.state];
  const written = await tx.query(
    seen === null
      ? 'insert into command.board_theme (id, month, area_code, category, title, why, steps, state) values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8) returning id'
      : `update command.board_theme set month = $2, area_code = $3, category = $4, title = $5, why = $6, steps = $7::jsonb, state = $8, version = version + 1
         where id = $1 and version = $9 returning id`,
    seen === null ? values : [...values, seen],
  );
  return written.length > 0;
}
