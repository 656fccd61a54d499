import type { Category } from '@gongzhi/contract/organisations';
import type { Connection } from '@gongzhi/platform/database';

export async function selectCategories(connection: Connection): Promise<Category[]> {
  return connection.query<Category>(
    'select code, parent, name, class, "limit", words, wall, active from organisations.category order by code',
  );
}

/** Adds categories in any order, or changes those that are there where `replace`. */
export async function putCategories(tx: Connection, categories: readonly Category[], replace: boolean): Promise<void> {
  await tx.query(
    `insert into organisations.category (code, parent, name, class, "limit", words, wall, active)
     select row.code, row.parent, row.name, row.class, nullif(row."limit", 'null'::jsonb), row.words, row.wall, row.active
     from jsonb_to_recordset($1::jsonb) as row(code text, parent text, name jsonb, class text, "limit" jsonb, words jsonb, wall jsonb, active boolean)
     on conflict (code) do ${
       replace
         ? 'update set parent = excluded.parent, name = excluded.name, class = excluded.class, "limit" = excluded."limit", words = excluded.words, wall = excluded.wall, active = excluded.active'
         : 'nothing'
     }`,
    [JSON.stringify(categories)],
  );
}
