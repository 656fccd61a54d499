import type { Connection } from '@gongzhi/platform/database';
import type { PostTemplate } from '../rules/post-templates.ts';

const columns = 'code, organisation_type as "organisationType", title, role, seats, term_years as "termYears"';

export async function selectTemplates(connection: Connection): Promise<PostTemplate[]> {
  return connection.query<PostTemplate>(`select ${columns} from organisations.post_template order by place`);
}

/** Adds templates, or changes those that are there where `replace`. */
export async function putTemplates(tx: Connection, templates: readonly PostTemplate[], replace: boolean): Promise<void> {
  await tx.query(
    `insert into organisations.post_template (code, organisation_type, title, role, seats, term_years)
     select row.code, row."organisationType", row.title, row.role, row.seats, row."termYears"
     from rows from (jsonb_to_recordset($1::jsonb) as (code text, "organisationType" text, title jsonb, role text, seats int, "termYears" int))
       with ordinality as row(code, "organisationType", title, role, seats, "termYears", place) order by row.place
     on conflict (code) do ${
       replace
         ? 'update set organisation_type = excluded.organisation_type, title = excluded.title, role = excluded.role, seats = excluded.seats, term_years = excluded.term_years'
         : 'nothing'
     }`,
    [JSON.stringify(templates)],
  );
}
