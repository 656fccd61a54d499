import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import { readMomentCursor, writeMomentCursor } from '../rules/moment-cursor.ts';
import { selectCommentPage } from '../store/comments.ts';
import { presentComment } from './present-comment.ts';

/** Comments in a state on cases of the areas where the actor publishes, newest first. */
export async function listComments(
  core: CasesCore,
  actor: Actor,
  query: QueryOf<typeof cases.moderationList>,
): Promise<AnswerOf<typeof cases.moderationList>> {
  const after = query.cursor ? readMomentCursor(query.cursor) : null;
  const found = await selectCommentPage(core.database, query.state, areasFor(actor, 'case.publish'), after, query.limit + 1);
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  const summaries = await core.matters.summaries([...new Set(rows.map((row) => row.matterId))]);
  const titles = new Map(summaries.map((one) => [one.number, one.title]));
  return {
    items: rows.map((row) => ({ ...presentComment(row, actor), number: row.number, title: titles.get(row.number) ?? row.number })),
    next: last ? writeMomentCursor({ at: last.key, id: last.id }) : null,
  };
}
