import type { ReportFigures, ReportSection } from '@gongzhi/contract/reports';
import type { Connection } from '@gongzhi/platform/database';

export interface ReportRow {
  id: string;
  areaCode: string;
  month: string;
  edition: number;
  state: 'draft' | 'issued';
  title: string;
  version: number;
  writtenBy: string;
  writtenAt: Date;
  issuedBy: string | null;
  issuedAt: Date | null;
  hash: string | null;
  sections: ReportSection[];
  figures: ReportFigures;
}
export type ReportHeadRow = Omit<ReportRow, 'sections' | 'figures'>;

const head = `id, area_code as "areaCode", to_char(month, 'YYYY-MM') as month, edition, state, title, version, written_by as "writtenBy",
  written_at as "writtenAt", issued_by as "issuedBy", issued_at as "issuedAt", hash`;
const under = 'exists (select 1 from unnest($1::text[]) a(code) where starts_with(area_code, a.code))';

export function selectReports(
  connection: Connection,
  areas: readonly string[],
  after: { month: string; id: string } | null,
  limit: number,
): Promise<ReportHeadRow[]> {
  return connection.query<ReportHeadRow>(
    `select ${head} from command.report r where ${under} and ($2::date is null or (r.month, id) < ($2::date, $3::uuid)) order by r.month desc, id desc limit $4`,
    [areas, after ? `${after.month}-01` : null, after?.id ?? null, limit],
  );
}

export async function selectReport(connection: Connection, areas: readonly string[], id: string): Promise<ReportRow | undefined> {
  const [row] = await connection.query<ReportRow>(`select ${head}, sections, figures from command.report where ${under} and id = $2`, [
    areas,
    id,
  ]);
  return row;
}

/** Writes a draft as the next edition of its month. A second draft fails at `report_draft`. */
export async function insertReport(
  tx: Connection,
  row: Pick<ReportRow, 'id' | 'areaCode' | 'month' | 'title' | 'sections' | 'figures' | 'writtenBy' | 'writtenAt'>,
): Promise<void> {
  await tx.query(
    `insert into command.report (id, area_code, month, edition, title, sections, figures, written_by, written_at)
     select $1, $2, $3, 1 + coalesce((select max(edition) from command.report where area_code = $2 and month = $3), 0), $4, $5::jsonb, $6::jsonb, $7, $8`,
    [
      row.id,
      row.areaCode,
      `${row.month}-01`,
      row.title,
      JSON.stringify(row.sections),
      JSON.stringify(row.figures),
      row.writtenBy,
      row.writtenAt,
    ],
  );
}

/** False where the draft has another version, or is issued. */
export async function updateReport(
  tx: Connection,
  id: string,
  version: number,
  words: { title: string; sections: readonly ReportSection[] },
): Promise<boolean> {
  const rows = await tx.query(
    `update command.report set title = $3, sections = $4::jsonb, version = version + 1 where id = $1 and version = $2 and state = 'draft' returning id`,
    [id, version, words.title, JSON.stringify(words.sections)],
  );
  return rows.length > 0;
}

export async function freezeReport(
  tx: Connection,
  id: string,
  version: number,
  issue: { by: string; at: Date; hash: string },
): Promise<boolean> {
  const rows = await tx.query(
    `update command.report set state = 'issued', issued_by = $3, issued_at = $4, hash = $5, version = version + 1
     where id = $1 and version = $2 and state = 'draft' returning id`,
    [id, version, issue.by, issue.at, issue.hash],
  );
  return rows.length > 0;
}
