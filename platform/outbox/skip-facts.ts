import type { Connection } from '../database/index.ts';

/**
 * Sets a consumer to after every fact that has been written so far: it has learned what they say in another way. The caller has made sure that no
 * transaction that may still write facts for it is running, or such a fact would be passed over.
 */
export async function skipFacts(tx: Connection, consumer: string): Promise<void> {
  await tx.query(
    `insert into platform.cursor (consumer, tx, id)
     select $1, coalesce(last.tx, '0'::xid8), coalesce(last.id, 0) from (select 1) one left join (select tx, id from platform.fact order by fact.tx desc, fact.id desc limit 1) last on true
     on conflict (consumer) do update set tx = excluded.tx, id = excluded.id, at = now()`,
    [consumer],
  );
}
