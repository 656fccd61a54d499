import type { Connection } from '@gongzhi/platform/database';
import type { ActorPostRow } from '../organisations.ts';

export interface StoredTenure {
  id: string;
  postId: string;
  personId: string;
  since: string;
  until: string | null;
}
const columns = 'id, post_id as "postId", person_id as "personId", since, until';

export async function tenureById(tx: Connection, id: string): Promise<StoredTenure | undefined> {
  const [row] = await tx.query<StoredTenure>(`select ${columns} from organisations.tenure where id = $1 for update`, [id]);
  return row;
}

/** Tenures of a post that have not ended on the day, those to come included. */
export async function openTenures(tx: Connection, postId: string, day: string): Promise<StoredTenure[]> {
  return tx.query<StoredTenure>(
    `select ${columns} from organisations.tenure where post_id = $1 and (until is null or until > $2::date) order by since, id`,
    [postId, day],
  );
}

/** Roles that a person holds at some time in a span (`to` open where null). */
export async function rolesHeld(tx: Connection, personId: string, from: string, to: string | null): Promise<string[]> {
  const rows = await tx.query<{ role: string }>(
    `select distinct post.role from organisations.tenure join organisations.post on post.id = tenure.post_id
     where tenure.person_id = $1 and (tenure.until is null or tenure.until > $2::date) and ($3::date is null or tenure.since < $3::date)
     order by post.role`,
    [personId, from, to],
  );
  return rows.map((row) => row.role);
}

/** The posts that persons hold on the day in organisations that exist. */
export async function postsHeld(connection: Connection, personIds: readonly string[], day: string): Promise<ActorPostRow[]> {
  return connection.query<ActorPostRow>(
    `select tenure.person_id as "personId", post.id as "postId", post.role, post.title, unit.id as "organisationId",
       unit.name->>'zh' as "organisationName", unit.area_code as "areaCode"
     from organisations.tenure
     join organisations.post on post.id = tenure.post_id and post.removed_on is null
     join organisations.organisation as unit on unit.id = post.organisation_id and (unit.dissolved_on is null or unit.dissolved_on > $2::date)
     where tenure.person_id = any($1::uuid[]) and tenure.since <= $2::date and (tenure.until is null or tenure.until > $2::date)
     order by tenure.person_id, unit.area_code, post.place`,
    [personIds, day],
  );
}

/** The code and every code that it begins with. */
const around = (code: string): string[] => Array.from({ length: code.length - 1 }, (_, cut) => code.slice(0, code.length - cut));

/** Who holds a post of one of the roles today: in the organisations given, or in any whose area lies around or at one of the areas given. */
export async function holdersOf(
  connection: Connection,
  roles: readonly string[],
  where: { organisationIds?: readonly string[]; areaCodes?: readonly string[] },
  day: string,
): Promise<ActorPostRow[]> {
  return connection.query<ActorPostRow>(
    `select tenure.person_id as "personId", post.id as "postId", post.role, post.title, unit.id as "organisationId",
       unit.name->>'zh' as "organisationName", unit.area_code as "areaCode"
     from organisations.organisation as unit
     join organisations.post on post.organisation_id = unit.id and post.removed_on is null and post.role = any($1::text[])
     join organisations.tenure on tenure.post_id = post.id and tenure.since <= $4::date and (tenure.until is null or tenure.until > $4::date)
     where (unit.dissolved_on is null or unit.dissolved_on > $4::date)
       and (unit.id = any($2::uuid[]) or unit.area_code = any($3::text[]))`,
    [roles, where.organisationIds ?? [], [...new Set(where.areaCodes?.flatMap(around))], day],
  );
}
