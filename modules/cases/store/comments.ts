import type { Connection } from '@gongzhi/platform/database';

export type CommentState = 'waiting' | 'shown' | 'hidden';

export interface CommentRow {
  id: string;
  matterId: string;
  number: string;
  residentId: string;
  author: string;
  text: string;
  state: CommentState;
  at: Date;
  /** The same moment as the engine writes it, for cursors. */
  key: string;
}

const columns = 'id, matter_id as "matterId", number, resident_id as "residentId", author, text, state, at, at::text as key';

export async function insertComment(
  connection: Connection,
  comment: Omit<CommentRow, 'state' | 'key'> & { areaCode: string },
): Promise<CommentRow> {
  const [row] = await connection.query<CommentRow>(
    `insert into cases.comment (id, matter_id, number, area_code, resident_id, author, text, at) values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
    [comment.id, comment.matterId, comment.number, comment.areaCode, comment.residentId, comment.author, comment.text, comment.at],
  );
  return row as CommentRow;
}

/** What is shown below a case, and what one resident has said there and waits; oldest first, the newest 200. */
export async function selectComments(connection: Connection, matterId: string, residentId: string | null): Promise<CommentRow[]> {
  const rows = await connection.query<CommentRow>(
    `select ${columns} from cases.comment where matter_id = $1 and (state = 'shown' or (state = 'waiting' and resident_id = $2)) order by at desc, id desc limit 200`,
    [matterId, residentId],
  );
  return rows.reverse();
}

/** One page of comments in a state under any of the areas, newest first. */
export function selectCommentPage(
  connection: Connection,
  state: CommentState,
  areas: readonly string[],
  after: { at: string; id: string } | null,
  limit: number,
): Promise<CommentRow[]> {
  return connection.query<CommentRow>(
    `select ${columns} from cases.comment where state = $1 and exists (select 1 from unnest($2::text[]) a(code) where starts_with(area_code, a.code))
     and ($3::timestamptz is null or (at, id) < ($3::timestamptz, $4::uuid)) order by at desc, id desc limit $5`,
    [state, areas, after?.at ?? null, after?.id ?? null, limit],
  );
}

/** Shows or hides a comment under any of the areas; undefined where there is none. */
export async function writeModeration(
  tx: Connection,
  id: string,
  areas: readonly string[],
  moderation: { state: 'shown' | 'hidden'; by: string; reason: string | null; at: Date },
): Promise<CommentRow | undefined> {
  const [row] = await tx.query<CommentRow>(
    `update cases.comment set state = $3, moderated_by = $4, reason = $5, moderated_at = $6
     where id = $1 and exists (select 1 from unnest($2::text[]) a(code) where starts_with(area_code, a.code)) returning ${columns}`,
    [id, areas, moderation.state, moderation.by, moderation.reason, moderation.at],
  );
  return row;
}
