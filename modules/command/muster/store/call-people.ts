import type { Connection } from '@gongzhi/platform/database';

export interface Wanted {
  areas: readonly string[];
  skills: readonly string[];
  posts: readonly string[];
}

const fits = `r.active and exists (select from unnest($1::text[]) as reach(code) where starts_with(r.area_code, reach.code))
  and (cardinality($2::text[]) = 0 or r.skills && $2::text[]) and (cardinality($3::text[]) = 0 or r.post = any($3::text[]))`;
const values = (wanted: Wanted) => [wanted.areas, wanted.skills, wanted.posts];

/** How many fit. */
export async function countFitting(connection: Connection, wanted: Wanted): Promise<{ count: number }> {
  const [row] = await connection.query<{ count: number }>(
    `select count(*)::int as count from command.muster_responder r where ${fits}`,
    values(wanted),
  );
  return { count: row?.count ?? 0 };
}

/** How many fit, with the skills and posts among the people of the areas. */
export async function countResponders(connection: Connection, wanted: Wanted) {
  const inAreas = `r.active and exists (select from unnest($1::text[]) as reach(code) where starts_with(r.area_code, reach.code))`;
  const tally = (what: string, from: string) =>
    connection.query<{ name: string; count: number }>(
      `select ${what} as name, count(*)::int as count from command.muster_responder r ${from} where ${inAreas} group by 1 order by 2 desc, 1 limit 40`,
      [wanted.areas],
    );
  return {
    ...(await countFitting(connection, wanted)),
    skills: await tally('skill', 'cross join unnest(r.skills) as skill'),
    posts: await tally('r.post', ''),
  };
}

/** Calls all who fit and are not called yet, in one statement; gives how many they are. */
export async function callPeople(tx: Connection, musterId: string, wanted: Wanted, at: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `with called as (
       insert into command.muster_member (muster_id, responder_id, called_at)
       select $4, r.id, $5 from command.muster_responder r where ${fits} on conflict do nothing returning 1
     ) select count(*)::int as count from called`,
    [...values(wanted), musterId, at],
  );
  return row?.count ?? 0;
}

/** Takes those of a muster who have not been told, and marks them as told; each is taken once. */
export async function takeUntold(
  tx: Connection,
  musterId: string,
  at: Date,
): Promise<{ responderId: string; residentId: string | null; accountId: string | null }[]> {
  return tx.query(
    `update command.muster_member m set told_at = $2 from command.muster_responder r
     where m.muster_id = $1 and m.told_at is null and r.id = m.responder_id
     returning m.responder_id as "responderId", r.resident_id as "residentId", r.account_id as "accountId"`,
    [musterId, at],
  );
}

export interface ResponderRow {
  id: string;
  name: string;
  residentId: string | null;
  accountId: string | null;
  areaCode: string;
  team: string | null;
  post: string;
  skills: readonly string[];
}

/** Enters people; whoever is known by the same telephone is changed. Gives how many were new. */
export async function putResponders(tx: Connection, rows: readonly ResponderRow[]): Promise<number> {
  const [row] = await tx.query<{ entered: number }>(
    `with put as (
       insert into command.muster_responder (id, name, resident_id, account_id, area_code, team, post, skills)
       select id, name, "residentId", "accountId", "areaCode", team, post, array(select jsonb_array_elements_text(skills))
       from jsonb_to_recordset($1::jsonb) as r(id uuid, name text, "residentId" uuid, "accountId" uuid, "areaCode" text, team text, post text, skills jsonb)
       on conflict (resident_id) do update set name = excluded.name, area_code = excluded.area_code, team = excluded.team, post = excluded.post,
         skills = excluded.skills, active = true
       returning (xmax = 0) as fresh
     ) select count(*) filter (where fresh)::int as entered from put`,
    [JSON.stringify(rows)],
  );
  return row?.entered ?? 0;
}
