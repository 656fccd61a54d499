import type { Connection } from '@gongzhi/platform/database';
import type { PostToLoad, TenureToLoad } from '../organisations.ts';

/** Adds posts, in this order within their organisations. */
export async function insertPosts(tx: Connection, rows: readonly PostToLoad[]): Promise<void> {
  await tx.query(
    `insert into organisations.post (id, organisation_id, title, role, template, term_years)
     select row.id, row."organisationId", row.title, row.role, row.template, row."termYears"
     from rows from (jsonb_to_recordset($1::jsonb) as (id uuid, "organisationId" uuid, title text, role text, template text, "termYears" int))
       with ordinality as row(id, "organisationId", title, role, template, "termYears", place) order by row.place`,
    [JSON.stringify(rows)],
  );
}

/** Adds the posts of the templates of their type to organisations; tells how many. */
export async function insertTemplatePosts(tx: Connection, organisationIds: readonly string[]): Promise<number> {
  const rows = await tx.query(
    `insert into organisations.post (id, organisation_id, title, role, template, term_years)
     select gen_random_uuid(), unit.id, template.title->>'zh', template.role, template.code, template.term_years
     from organisations.organisation as unit join organisations.post_template as template on template.organisation_type = unit.type
     cross join lateral generate_series(1, template.seats) as seat
     where unit.id = any($1::uuid[]) order by unit.id, template.place, seat returning id`,
    [organisationIds],
  );
  return rows.length;
}

export async function removePost(tx: Connection, id: string, today: string): Promise<void> {
  await tx.query('update organisations.post set removed_on = $2::date where id = $1', [id, today]);
}

export async function insertTenures(tx: Connection, rows: readonly TenureToLoad[]): Promise<void> {
  await tx.query(
    `insert into organisations.tenure (id, post_id, person_id, since, until)
     select row.id, row."postId", row."personId", row.from, row.to
     from jsonb_to_recordset($1::jsonb) as row(id uuid, "postId" uuid, "personId" uuid, "from" date, "to" date)`,
    [JSON.stringify(rows)],
  );
}

export async function endTenure(tx: Connection, id: string, on: string): Promise<void> {
  await tx.query('update organisations.tenure set until = $2::date where id = $1', [id, on]);
}
