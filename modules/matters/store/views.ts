import type { Connection } from '@gongzhi/platform/database';

export interface ViewRow {
  id: string;
  name: string;
  query: Record<string, string>;
  columns: string[];
  shared: boolean;
  mine: boolean;
}

const columns = 'id, name, query, columns, shared, account_id = $1 as mine';

/** The views of an account and those shared with its organisations. */
export function selectViews(connection: Connection, accountId: string, organisationIds: readonly string[]): Promise<ViewRow[]> {
  return connection.query(
    `select ${columns} from matters.view where account_id = $1 or (shared and organisation_id = any($2::uuid[])) order by name, id`,
    [accountId, organisationIds],
  );
}

/** Saves a view unless the account has `most` already. */
export async function insertView(
  connection: Connection,
  view: Omit<ViewRow, 'mine'> & { accountId: string; organisationId: string | null },
  most: number,
): Promise<ViewRow | undefined> {
  const [row] = await connection.query<ViewRow>(
    `insert into matters.view (id, account_id, organisation_id, name, query, columns, shared)
     select $2, $1, $3, $4, $5::jsonb, $6::text[], $7 where (select count(*) from matters.view where account_id = $1) < $8 returning ${columns}`,
    [view.accountId, view.id, view.organisationId, view.name, JSON.stringify(view.query), view.columns, view.shared, most],
  );
  return row;
}

/** Whether there was such a view of the account. */
export async function deleteView(connection: Connection, accountId: string, id: string): Promise<boolean> {
  const rows = await connection.query('delete from matters.view where id = $2 and account_id = $1 returning id', [accountId, id]);
  return rows.length > 0;
}
