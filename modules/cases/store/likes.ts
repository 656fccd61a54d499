import type { Connection } from '@gongzhi/platform/database';

/** Says whether a case concerns a resident too; saying it twice changes nothing. */
export async function writeLike(connection: Connection, matterId: string, residentId: string, like: boolean): Promise<void> {
  await connection.query(
    like
      ? 'insert into cases.liking (matter_id, resident_id) values ($1, $2) on conflict do nothing'
      : 'delete from cases.liking where matter_id = $1 and resident_id = $2',
    [matterId, residentId],
  );
}

/** Likes and shown comments of several cases in one statement; cases without either are absent. */
export async function selectEchoes(
  connection: Connection,
  matterIds: readonly string[],
): Promise<Map<string, { likes: number; comments: number }>> {
  const rows = await connection.query<{ id: string; likes: number; comments: number }>(
    `select x.id, count(*) filter (where x.liked) as likes, count(*) filter (where not x.liked) as comments
     from (select matter_id as id, true as liked from cases.liking where matter_id = any($1::uuid[])
       union all select matter_id, false from cases.comment where matter_id = any($1::uuid[]) and state = 'shown') x group by x.id`,
    [matterIds],
  );
  return new Map(rows.map(({ id, ...echo }) => [id, echo]));
}

/** Whether a resident has said that a case concerns them too. */
export async function selectLiked(connection: Connection, matterId: string, residentId: string): Promise<boolean> {
  const rows = await connection.query('select 1 from cases.liking where matter_id = $1 and resident_id = $2', [matterId, residentId]);
  return rows.length > 0;
}
