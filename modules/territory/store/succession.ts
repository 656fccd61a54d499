import type { Connection } from '@gongzhi/platform/database';

export interface Succession {
  ended: string;
  begun: string;
}

export async function recordSuccession(tx: Connection, pairs: readonly Succession[], since: string): Promise<void> {
  await tx.query(
    `insert into territory.succession (ended, begun, since)
     select row.ended, row.begun, $2::date from jsonb_to_recordset($1::jsonb) as row(ended text, begun text)
     on conflict do nothing`,
    [JSON.stringify(pairs), since],
  );
}

/** Pairs of a version that ended on a day and one that began on it whose surfaces share something, as `old new`; a missing boundary is taken to share. */
export async function sharedGround(tx: Connection, ended: readonly string[], begun: readonly string[], on: string): Promise<Set<string>> {
  const rows = await tx.query<Succession>(
    `select old.code as ended, new.code as begun
     from territory.area as old join territory.area as new on new.valid_from = $3::date and new.code = any($2::text[])
     where old.valid_to = $3::date and old.code = any($1::text[])
       and (old.boundary is null or new.boundary is null or st_relate(old.boundary, new.boundary, 'T********'))`,
    [ended, begun, on],
  );
  return new Set(rows.map((row) => `${row.ended} ${row.begun}`));
}

/** Codes directly before and after one. */
export async function neighboursInTime(connection: Connection, code: string): Promise<{ successors: string[]; predecessors: string[] }> {
  const rows = await connection.query<Succession>(
    'select ended, begun from territory.succession where ended = $1 or begun = $1 order by since, ended, begun',
    [code],
  );
  return {
    successors: [...new Set(rows.filter((row) => row.ended === code).map((row) => row.begun))],
    predecessors: [...new Set(rows.filter((row) => row.begun === code).map((row) => row.ended))],
  };
}

/** The current codes that stand in the place of each code today, by code. */
export async function selectSuccessors(connection: Connection, codes: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await connection.query<{ origin: string; code: string }>(
    // A step goes on only to later days: a code that was given out again does not lead back in a circle.
    `with recursive step (origin, code, since) as (
       select ended, begun, since from territory.succession where ended = any($1::text[])
       union
       select step.origin, next.begun, next.since from step
       join territory.succession as next on next.ended = step.code and next.since > step.since
     ), last as (
       select step.origin, step.code from step
       where not exists (select from territory.succession as next where next.ended = step.code and next.since > step.since)
       union
       select code, code from unnest($1::text[]) as asked(code)
       where not exists (select from territory.succession where ended = asked.code)
     )
     select last.origin, last.code from last
     join territory.area on area.code = last.code and area.valid_to is null
     order by last.origin, last.code`,
    [codes],
  );
  const successors = new Map<string, string[]>();
  for (const row of rows) {
    const found = successors.get(row.origin);
    if (found) found.push(row.code);
    else successors.set(row.origin, [row.code]);
  }
  return successors;
}
