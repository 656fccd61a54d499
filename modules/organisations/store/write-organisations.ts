import type { Connection } from '@gongzhi/platform/database';
import type { OrganisationToLoad } from '../organisations.ts';

/** Adds organisations in any order, all in one statement. */
export async function insertOrganisations(tx: Connection, rows: readonly OrganisationToLoad[]): Promise<void> {
  await tx.query(
    `insert into organisations.organisation (id, code, name, short_name, type, area_code, parent_id)
     select row.id, row.code, row.name, row."shortName", row.type, row."areaCode", row."parentId"
     from jsonb_to_recordset($1::jsonb) as row(id uuid, code text, name jsonb, "shortName" text, type text, "areaCode" text, "parentId" uuid)`,
    [JSON.stringify(rows)],
  );
}

/** Sets what organisations are, all in one statement. */
export async function updateOrganisations(tx: Connection, rows: readonly OrganisationToLoad[]): Promise<void> {
  await tx.query(
    `update organisations.organisation as unit set code = row.code, name = row.name, short_name = row."shortName", type = row.type,
       area_code = row."areaCode", parent_id = row."parentId"
     from jsonb_to_recordset($1::jsonb) as row(id uuid, code text, name jsonb, "shortName" text, type text, "areaCode" text, "parentId" uuid)
     where unit.id = row.id`,
    [JSON.stringify(rows)],
  );
}

/** Dissolves an organisation from a day and ends the tenures of its posts on it; tells how many. */
export async function dissolve(tx: Connection, id: string, on: string, reason: string): Promise<number> {
  await tx.query('update organisations.organisation set dissolved_on = $2::date, dissolved_because = $3 where id = $1', [id, on, reason]);
  const ended = await tx.query(
    `update organisations.tenure set until = greatest(tenure.since, $2::date) from organisations.post
     where post.id = tenure.post_id and post.organisation_id = $1 and (tenure.until is null or tenure.until > $2::date) returning tenure.id`,
    [id, on],
  );
  return ended.length;
}
