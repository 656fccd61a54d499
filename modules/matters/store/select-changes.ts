import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { runRaw } from './run-raw.ts';

export interface ChangeRow {
  at: Date;
  number: string;
  title: string;
  action: string;
  actorKind: string;
  actorName: string;
  organisationId: string | null;
}

/** So many of the newest entries are looked through; who sees little of a busy ledger is told of the last of it, not of a whole day. */
const window = 20_000;

/** What others did lately to matters that satisfy the condition on `m`, newest first. */
export function selectChanges(
  connection: Connection,
  condition: RawBuilder<boolean>,
  except: string | null,
  since: Date,
  limit: number,
): Promise<ChangeRow[]> {
  return runRaw(
    connection,
    sql<ChangeRow>`select e.at, m.number, m.title, e.action, e.actor_kind as "actorKind", e.actor_name as "actorName", e.organisation_id as "organisationId"
      from (select matter_id, no, at, action, actor_kind, actor_id, actor_name, organisation_id from matters.entry where at >= ${since} order by at desc limit ${window}) e
      join matters.matter m on m.id = e.matter_id
      where e.actor_id is distinct from ${except}::uuid and ${condition} order by e.at desc, m.id, e.no desc limit ${limit}`,
  );
}
