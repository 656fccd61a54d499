import { randomUUID } from 'node:crypto';
import type { Limit } from '@gongzhi/contract/primitives';
import type { Connection } from '@gongzhi/platform/database';
import type { ResponsibilityToLoad } from '../organisations.ts';

export interface StoredResponsibility {
  id: string;
  category: string;
  areaCode: string;
  leadOrganisationId: string;
  assistOrganisationIds: string[];
  limit: Limit | null;
}
const columns = `id, category, area_code as "areaCode", lead_organisation_id as "leadOrganisationId",
  array_to_json(assist_organisation_ids) as "assistOrganisationIds", "limit"`;

export interface ResponsibilityFilter {
  category?: string | undefined;
  under?: string | undefined;
  /** Leading or assisting. */
  organisation?: string | undefined;
  after?: (string | number)[] | null;
  limit?: number;
}

/** Lines in the order of categories and areas. */
export async function selectResponsibilities(connection: Connection, filter: ResponsibilityFilter = {}): Promise<StoredResponsibility[]> {
  const values: unknown[] = [];
  const bound = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const where: string[] = [];
  if (filter.category) where.push(`category = ${bound(filter.category, 'text')}`);
  if (filter.under) where.push(`area_code >= ${bound(filter.under, 'text')} and area_code < ${bound(`${filter.under}:`, 'text')}`);
  if (filter.organisation) {
    const unit = bound(filter.organisation, 'uuid');
    where.push(`(lead_organisation_id = ${unit} or assist_organisation_ids @> array[${unit}])`);
  }
  if (filter.after) where.push(`(category, area_code) > (${bound(filter.after[0], 'text')}, ${bound(filter.after[1], 'text')})`);
  return connection.query<StoredResponsibility>(
    `select ${columns} from organisations.responsibility ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by category, area_code ${filter.limit ? `limit ${bound(filter.limit, 'int')}` : ''}`,
    values,
  );
}

export async function responsibilityById(tx: Connection, id: string): Promise<StoredResponsibility | undefined> {
  const [row] = await tx.query<StoredResponsibility>(`select ${columns} from organisations.responsibility where id = $1 for update`, [id]);
  return row;
}

/** Adds lines, or changes those of the same category and area; gives them as they stand now. */
export async function putResponsibilities(tx: Connection, rows: readonly ResponsibilityToLoad[]): Promise<StoredResponsibility[]> {
  return tx.query<StoredResponsibility>(
    `insert into organisations.responsibility (id, category, area_code, lead_organisation_id, assist_organisation_ids, "limit")
     select row.id, row.category, row."areaCode", row."leadOrganisationId",
       array(select value::uuid from jsonb_array_elements_text(row."assistOrganisationIds")), nullif(row."limit", 'null'::jsonb)
     from jsonb_to_recordset($1::jsonb) as row(id uuid, category text, "areaCode" text, "leadOrganisationId" uuid, "assistOrganisationIds" jsonb, "limit" jsonb)
     on conflict on constraint responsibility_once do update set lead_organisation_id = excluded.lead_organisation_id,
       assist_organisation_ids = excluded.assist_organisation_ids, "limit" = excluded."limit"
     returning ${columns}`,
    [JSON.stringify(rows.map((row) => ({ ...row, id: row.id ?? randomUUID(), assistOrganisationIds: row.assistOrganisationIds ?? [] })))],
  );
}

export async function deleteResponsibility(tx: Connection, id: string): Promise<void> {
  await tx.query('delete from organisations.responsibility where id = $1', [id]);
}
