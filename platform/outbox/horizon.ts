import type { Connection } from '../database/index.ts';

/**
 * The transaction before which every fact of this database is either written or never will be. Read facts below it in a statement of their
 * own, after this one: what ran when it was found has then ended or lies above it. Transactions known to belong to another database of the
 * server cannot write facts here and hold nobody up; one of which that is not known counts.
 */
export async function factHorizon(connection: Connection): Promise<string> {
  const [row] = await connection.query<{ horizon: string }>(
    `select coalesce(
       (select running.tx from (
          select pg_snapshot_xip(pg_current_snapshot()) as tx
          union all select pg_current_xact_id_if_assigned() where pg_current_xact_id_if_assigned() is not null
        ) running
        where not exists (
          select 1 from pg_locks held join pg_stat_activity other on other.pid = held.pid
          where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock' and held.granted and held.transactionid = running.tx::xid
            and other.datid <> (select oid from pg_database where datname = current_database())
        )
        order by running.tx limit 1),
       pg_snapshot_xmax(pg_current_snapshot()))::text as horizon`,
    [],
    'outbox.horizon',
  );
  return row!.horizon;
}
