import type { Connection } from '@gongzhi/platform/database';

export interface PublicationDue {
  matterId: string;
  number: string;
}
/** As it was read: what is noted again while it is worked on must not be lost. */
export interface PublicationRead extends PublicationDue {
  at: string;
}

/** Notes cases for the walls; one that was left to a person before is looked at again, since it has changed, unless a person took it down. */
export async function insertDue(tx: Connection, due: readonly PublicationDue[]): Promise<void> {
  await tx.query(
    `insert into cases.publication_due (matter_id, number)
     select distinct on (d.id) d.id, d.number from unnest($1::uuid[], $2::text[]) d(id, number)
     on conflict (matter_id) do update set at = now(), left_because = null where publication_due.left_because is distinct from 'taken-down'`,
    [due.map((one) => one.matterId), due.map((one) => one.number)],
  );
}

/** Remembers that a person took cases off the walls: no rule puts them up again. */
export async function rememberTakenDown(tx: Connection, taken: readonly PublicationDue[]): Promise<void> {
  await tx.query(
    `insert into cases.publication_due (matter_id, number, left_because)
     select distinct on (d.id) d.id, d.number, 'taken-down' from unnest($1::uuid[], $2::text[]) d(id, number)
     on conflict (matter_id) do update set at = now(), left_because = 'taken-down'`,
    [taken.map((one) => one.matterId), taken.map((one) => one.number)],
  );
}

export function selectDue(connection: Connection, most: number): Promise<PublicationRead[]> {
  return connection.query<PublicationRead>(
    'select matter_id as "matterId", number, at::text as at from cases.publication_due where left_because is null order by at, matter_id limit $1',
    [most],
  );
}

export async function deleteDue(connection: Connection, done: readonly PublicationRead[]): Promise<void> {
  await connection.query(
    'delete from cases.publication_due p using unnest($1::uuid[], $2::timestamptz[]) d(id, at) where p.matter_id = d.id and p.at = d.at',
    [done.map((one) => one.matterId), done.map((one) => one.at)],
  );
}

/** Leaves cases to a person, with the reason. */
export async function leaveDue(connection: Connection, left: readonly (PublicationRead & { because: string })[]): Promise<void> {
  await connection.query(
    `update cases.publication_due p set left_because = d.because from unnest($1::uuid[], $2::timestamptz[], $3::text[]) d(id, at, because)
     where p.matter_id = d.id and p.at = d.at`,
    [left.map((one) => one.matterId), left.map((one) => one.at), left.map((one) => one.because)],
  );
}
