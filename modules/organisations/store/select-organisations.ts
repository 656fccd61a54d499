import type { Organisation } from '@gongzhi/contract/organisations';
import type { Connection } from '@gongzhi/platform/database';

export interface OrganisationFilter {
  parent?: string | undefined;
  type?: string | undefined;
  under?: string | undefined;
  text?: string | undefined;
  ids?: string[] | undefined;
  /** Dissolved ones only, existing ones only where false, both where absent. */
  dissolved?: boolean | undefined;
  after?: (string | number)[] | null;
  limit: number;
}
interface Row extends Omit<Organisation, 'areaName'> {}

/** Organisations in the order of areas, with what stands below them and how many of their posts are vacant on the day. */
export async function selectOrganisations(connection: Connection, today: string, filter: OrganisationFilter): Promise<Row[]> {
  const values: unknown[] = [today];
  const bound = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const where: string[] = [];
  if (filter.ids) where.push(`unit.id = any(${bound(filter.ids, 'uuid[]')})`);
  if (filter.parent === 'none') where.push('unit.parent_id is null');
  else if (filter.parent) where.push(`unit.parent_id = ${bound(filter.parent, 'uuid')}`);
  if (filter.type) where.push(`unit.type = ${bound(filter.type, 'text')}`);
  // ':' is the character after '9': the codes under an area are a range of the index.
  if (filter.under)
    where.push(`unit.area_code >= ${bound(filter.under, 'text')} and unit.area_code < ${bound(`${filter.under}:`, 'text')}`);
  if (filter.dissolved !== undefined) where.push(`(unit.dissolved_on is not null and unit.dissolved_on <= $1::date) = ${filter.dissolved}`);
  if (filter.text) {
    const pattern = bound(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`, 'text');
    where.push(
      `(unit.name->>'zh' ilike ${pattern} or unit.name->>'en' ilike ${pattern} or unit.short_name ilike ${pattern} or unit.code = ${bound(filter.text.toUpperCase(), 'text')})`,
    );
  }
  if (filter.after) where.push(`(unit.area_code, unit.id) > (${bound(filter.after[0], 'text')}, ${bound(filter.after[1], 'uuid')})`);
  return connection.query<Row>(
    `select unit.id, unit.code, unit.name, unit.short_name as "shortName", unit.type, unit.area_code as "areaCode", unit.parent_id as "parentId",
       unit.dissolved_on as "dissolvedOn",
       (select count(*) from organisations.organisation as child
         where child.parent_id = unit.id and (child.dissolved_on is null or child.dissolved_on > $1::date)) as children,
       seat.posts, seat.vacancies
     from organisations.organisation as unit
     cross join lateral (
       select count(*) as posts, count(*) filter (where not exists (
         select from organisations.tenure where tenure.post_id = post.id and tenure.since <= $1::date
           and (tenure.until is null or tenure.until > $1::date))) as vacancies
       from organisations.post where post.organisation_id = unit.id and post.removed_on is null
     ) as seat
     ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by unit.area_code, unit.id limit ${bound(filter.limit, 'int')}`,
    values,
  );
}

export interface StoredOrganisation {
  id: string;
  code: string | null;
  name: { zh: string; en?: string };
  shortName: string;
  type: Organisation['type'];
  areaCode: string;
  parentId: string | null;
  dissolvedOn: string | null;
}
const stored = `id, code, name, short_name as "shortName", type, area_code as "areaCode", parent_id as "parentId", dissolved_on as "dissolvedOn"`;

/** These organisations as they are stored. Locked to the end of the transaction where `lock`. */
export async function organisationsById(
  connection: Connection,
  ids: readonly string[],
  lock = false,
): Promise<Map<string, StoredOrganisation>> {
  const rows = await connection.query<StoredOrganisation>(
    `select ${stored} from organisations.organisation where id = any($1::uuid[]) ${lock ? 'order by id for update' : ''}`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** All organisations as they are stored, in the order of areas. */
export async function allOrganisations(connection: Connection): Promise<StoredOrganisation[]> {
  return connection.query<StoredOrganisation>(`select ${stored} from organisations.organisation order by area_code, id`);
}

/** The organisations above one, the outermost first. */
export async function organisationsAbove(connection: Connection, id: string): Promise<{ id: string; name: string }[]> {
  return connection.query(
    `with recursive above (id, name, parent_id, height) as (
       select parent.id, parent.name->>'zh', parent.parent_id, 1 from organisations.organisation as unit
       join organisations.organisation as parent on parent.id = unit.parent_id where unit.id = $1
       union all
       select parent.id, parent.name->>'zh', parent.parent_id, above.height + 1 from above
       join organisations.organisation as parent on parent.id = above.parent_id where above.height < 50
     )
     select id, name from above order by height desc`,
    [id],
  );
}

/** Existing organisations right below one. */
export async function organisationsBelow(connection: Connection, id: string, today: string): Promise<{ id: string; name: string }[]> {
  return connection.query(
    `select id, name->>'zh' as name from organisations.organisation
     where parent_id = $1 and (dissolved_on is null or dissolved_on > $2::date) order by area_code, id limit 200`,
    [id, today],
  );
}
