import type { organisations } from '@gongzhi/contract/organisations';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { Connection } from '@gongzhi/platform/database';
import type { PersonToLoad, StaffPerson } from '../organisations.ts';

export async function insertPersons(tx: Connection, rows: readonly PersonToLoad[]): Promise<void> {
  await tx.query(
    `insert into organisations.person (id, name, phone)
     select row.id, row.name, row.phone from jsonb_to_recordset($1::jsonb) as row(id uuid, name text, phone text)`,
    [JSON.stringify(rows)],
  );
}

export async function personsById(connection: Connection, ids: readonly string[]): Promise<StaffPerson[]> {
  return connection.query<StaffPerson>('select id, name, phone from organisations.person where id = any($1::uuid[])', [ids]);
}

type Person = AnswerOf<typeof organisations.createPerson>;

export interface PersonFilter {
  /** Area codes under which one of the person's posts must lie; an empty code is everywhere. */
  areas: string[];
  text?: string | undefined;
  organisation?: string | undefined;
  after?: (string | number)[] | null;
  limit: number;
}

/** Persons in the order of names: those with a post on the day under one of the areas, and those without any post, whom somebody has yet to appoint. */
export async function selectPersons(connection: Connection, today: string, filter: PersonFilter): Promise<Person[]> {
  const values: unknown[] = [today, filter.areas];
  const bound = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const where = [
    '(held.areas is null or exists (select from unnest(held.areas) as area(code), unnest($2::text[]) as reach(code) where starts_with(area.code, reach.code)))',
  ];
  if (filter.text) where.push(`person.name ilike ${bound(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`, 'text')}`);
  if (filter.organisation) where.push(`${bound(filter.organisation, 'uuid')} = any(held.units)`);
  if (filter.after)
    where.push(`(person.name collate "C", person.id) > (${bound(filter.after[0], 'text')}, ${bound(filter.after[1], 'uuid')})`);
  return connection.query<Person>(
    `select person.id, person.name, person.phone, coalesce(held.posts, '[]') as posts
     from organisations.person cross join lateral (
       select array_agg(unit.area_code) as areas, array_agg(unit.id) as units,
         jsonb_agg(jsonb_build_object('postId', post.id, 'title', post.title, 'organisationName', unit.name->>'zh') order by unit.area_code, post.place) as posts
       from organisations.tenure join organisations.post on post.id = tenure.post_id and post.removed_on is null
       join organisations.organisation as unit on unit.id = post.organisation_id
       where tenure.person_id = person.id and tenure.since <= $1::date and (tenure.until is null or tenure.until > $1::date)
     ) as held
     where ${where.join(' and ')} order by person.name collate "C", person.id limit ${bound(filter.limit, 'int')}`,
    values,
  );
}
