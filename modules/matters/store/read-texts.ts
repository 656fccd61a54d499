import type { Connection } from '@gongzhi/platform/database';
import type { OpenedMatter } from '../commands/open-matter.ts';
import { matterProblems } from '../problems.ts';

export interface MatterText {
  id: string;
  body: string;
  details: Record<string, unknown>;
  confidential: boolean;
  /** When the last entry was written. */
  updatedAt: Date;
}

/** Words and details of several matters in one statement. */
export async function readTexts(connection: Connection, numbers: readonly string[]): Promise<Map<string, MatterText>> {
  const rows = await connection.query<MatterText & { number: string }>(
    `select m.number, m.id, m.body, m.details, m.confidential, e.at as "updatedAt"
     from matters.matter m join matters.entry e on e.matter_id = m.id and e.no = m.entries where m.number = any($1::text[])`,
    [numbers],
  );
  return new Map(rows.map(({ number, ...text }) => [number, text]));
}

/** A matter as its opening answered it. Refuses an unknown number. */
export async function readOpened(connection: Connection, number: string): Promise<OpenedMatter> {
  const [row] = await connection.query<OpenedMatter>(
    `select id, number, area_code as "areaCode", state, opened_at as "openedAt", due_at as "dueAt", version from matters.matter where number = $1`,
    [number],
  );
  if (!row) throw matterProblems['matter-not-found']();
  return row;
}
