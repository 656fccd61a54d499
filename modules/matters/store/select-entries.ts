import type { Connection } from '@gongzhi/platform/database';
import { attachment } from '../rules/quiet.ts';

export interface LastEntry {
  kind: string;
  version: number;
  state: string;
  action: string;
  actorKind: string;
  actorName: string;
  organisationId: string | null;
  at: Date;
}

/** The last entry of a matter, or the last that its reporter may read. */
export async function selectLastEntry(connection: Connection, number: string, forReporter: boolean): Promise<LastEntry | undefined> {
  const [row] = await connection.query<LastEntry>(
    `select m.kind, m.version, m.state, e.action, e.actor_kind as "actorKind", e.actor_name as "actorName", e.organisation_id as "organisationId", e.at
     from matters.matter m join matters.entry e on e.matter_id = m.id
     where m.number = $1 and e.action <> '${attachment.action}' and (not $2 or e.visibility <> 'internal') order by e.no desc limit 1`,
    [number, forReporter],
  );
  return row;
}
