import type { organisations, Post } from '@gongzhi/contract/organisations';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { Connection } from '@gongzhi/platform/database';
import { today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { cursorAfter, readCursor } from '../rules/cursor.ts';
import { countPosts, type PostRow, selectPosts } from '../store/select-posts.ts';

/** Posts page by page in the order of areas, and how many of all that match are filled, vacant, doubled or beyond their term. */
export async function listPosts(
  ground: Ground,
  query: QueryOf<typeof organisations.listPosts>,
): Promise<AnswerOf<typeof organisations.listPosts>> {
  const { cursor, limit, ...filter } = query;
  const after = readCursor(cursor, ['text', 'uuid', 'number']);
  const now = today();
  const rows = await selectPosts(ground.database, now, { ...filter, after, limit: limit + 1 });
  const counts = await countPosts(ground.database, now, { ...filter, limit });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(postAnswer),
    next: rows.length > limit && last ? cursorAfter([last.areaCode, last.organisationId, last.place]) : null,
    counts,
  };
}

export async function readPost(connection: Connection, id: string): Promise<Post> {
  const [row] = await selectPosts(connection, today(), { ids: [id], limit: 1 });
  return postAnswer(row!);
}

export function postAnswer({ areaCode: _, place: __, ...post }: PostRow): Post {
  return post;
}
