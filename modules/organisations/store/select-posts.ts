import type { Post } from '@gongzhi/contract/organisations';
import type { Connection } from '@gongzhi/platform/database';
import { holdersOf, postState } from './post-state.ts';

export interface PostFilter {
  ids?: string[] | undefined;
  organisation?: string | undefined;
  under?: string | undefined;
  role?: string | undefined;
  condition?: string | undefined;
  text?: string | undefined;
  after?: (string | number)[] | null;
  limit: number;
}
export interface PostRow extends Post {
  areaCode: string;
  place: number;
}
export type PostCounts = { filled: number; vacant: number; doubled: number; 'term-over': number };

function conditions(filter: PostFilter, values: unknown[]): string[] {
  const bound = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const where = ['(unit.dissolved_on is null or unit.dissolved_on > $1::date)'];
  if (filter.ids) where.push(`post.id = any(${bound(filter.ids, 'uuid[]')})`);
  if (filter.organisation) where.push(`post.organisation_id = ${bound(filter.organisation, 'uuid')}`);
  if (filter.under)
    where.push(`unit.area_code >= ${bound(filter.under, 'text')} and unit.area_code < ${bound(`${filter.under}:`, 'text')}`);
  if (filter.role) where.push(`post.role = ${bound(filter.role, 'text')}`);
  if (filter.text) {
    const pattern = bound(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`, 'text');
    where.push(`(post.title ilike ${pattern} or unit.name->>'zh' ilike ${pattern} or exists (
      select from organisations.tenure join organisations.person on person.id = tenure.person_id
      where tenure.post_id = post.id and (tenure.until is null or tenure.until > $1::date) and person.name ilike ${pattern}))`);
  }
  return where;
}
const from = `from ${postState('$1::date')} as post join organisations.organisation as unit on unit.id = post.organisation_id`;

/** Posts of existing organisations in the order of areas and organisations, with their holders and their condition on the day. */
export async function selectPosts(connection: Connection, today: string, filter: PostFilter): Promise<PostRow[]> {
  const values: unknown[] = [today];
  const where = conditions(filter, values);
  if (filter.condition) where.push(`post.condition = $${values.push(filter.condition)}`);
  if (filter.after) {
    const [area, unit, place] = filter.after;
    values.push(area, unit, place);
    where.push(
      `(unit.area_code, unit.id, post.place) > ($${values.length - 2}::text, $${values.length - 1}::uuid, $${values.length}::bigint)`,
    );
  }
  return connection.query<PostRow>(
    `select post.id, post.organisation_id as "organisationId", unit.name->>'zh' as "organisationName", post.title, post.role, post.template,
       post.term_years as "termYears", ${holdersOf('$1::date')} as holders, post.condition, unit.area_code as "areaCode", post.place
     ${from} where ${where.join(' and ')} order by unit.area_code, unit.id, post.place limit $${values.push(filter.limit)}::int`,
    values,
  );
}

/** How many posts are in each condition, whatever condition the filter asks for. */
export async function countPosts(connection: Connection, today: string, filter: PostFilter): Promise<PostCounts> {
  const values: unknown[] = [today];
  const where = conditions(filter, values);
  const rows = await connection.query<{ condition: keyof PostCounts; count: number }>(
    `select post.condition, count(*) ${from} where ${where.join(' and ')} group by post.condition`,
    values,
  );
  return { filled: 0, vacant: 0, doubled: 0, 'term-over': 0, ...Object.fromEntries(rows.map((row) => [row.condition, row.count])) };
}

export interface StoredPost {
  id: string;
  organisationId: string;
  organisationName: string;
  areaCode: string;
  title: string;
  role: string;
  dissolvedOn: string | null;
}

/** A post that was not removed, with its organisation; locked to the end of the transaction. */
export async function lockPost(tx: Connection, id: string): Promise<StoredPost | undefined> {
  const [row] = await tx.query<StoredPost>(
    `select post.id, unit.id as "organisationId", unit.name->>'zh' as "organisationName", unit.area_code as "areaCode", post.title, post.role,
       unit.dissolved_on as "dissolvedOn"
     from organisations.post join organisations.organisation as unit on unit.id = post.organisation_id
     where post.id = $1 and post.removed_on is null for update of post`,
    [id],
  );
  return row;
}
