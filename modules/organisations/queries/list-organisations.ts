import type { Organisation, organisations } from '@gongzhi/contract/organisations';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { problems } from '@gongzhi/platform/problems';
import { today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { cursorAfter, readCursor } from '../rules/cursor.ts';
import { organisationsAbove, selectOrganisations } from '../store/select-organisations.ts';
import { selectPosts } from '../store/select-posts.ts';
import { postAnswer } from './list-posts.ts';

/** Organisations page by page in the order of areas. */
export async function listOrganisations(
  ground: Ground,
  query: QueryOf<typeof organisations.listOrganisations>,
): Promise<AnswerOf<typeof organisations.listOrganisations>> {
  const { cursor, dissolved, limit, ...filter } = query;
  const after = readCursor(cursor, ['text', 'uuid']);
  const rows = await selectOrganisations(ground.database, today(), {
    ...filter,
    dissolved: dissolved === undefined ? undefined : dissolved === 'true',
    after,
    limit: limit + 1,
  });
  const areas = await ground.territory.directory();
  const items = rows.slice(0, limit).map((row) => ({ ...row, areaName: areas.name(row.areaCode) }));
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorAfter([last.areaCode, last.id]) : null };
}

/** One organisation as the lists have it; refuses an unknown one as `not-found`. */
export async function organisationAnswer(ground: Ground, id: string): Promise<Organisation> {
  const [row] = await selectOrganisations(ground.database, today(), { ids: [id], limit: 1 });
  if (!row) throw problems['not-found']({ detail: `no organisation ${id}` });
  return { ...row, areaName: (await ground.territory.directory()).name(row.areaCode) };
}

/** One organisation with its posts and what stands above it. */
export async function readOrganisation(ground: Ground, id: string): Promise<AnswerOf<typeof organisations.readOrganisation>> {
  const organisation = await organisationAnswer(ground, id);
  const posts = await selectPosts(ground.database, today(), { organisation: id, limit: 1000 });
  return { ...organisation, postList: posts.map(postAnswer), ancestors: await organisationsAbove(ground.database, id) };
}
