import type { Connection } from '@gongzhi/platform/database';

/** A clock that runs, with what a card about it must say. */
export interface RunningClock {
  clockId: string;
  matterId: string;
  number: string;
  kind: string;
  title: string;
  areaCode: string;
  /** The unit of the clock, else the one whose turn it is. */
  organisationId: string;
  name: string;
  startedAt: Date;
  dueAt: Date;
}

/** Running clocks that a unit answers for, of these matters or of all; those that are paused or lie with nobody are left out. */
export async function selectRunning(
  connection: Connection,
  wanted: { names: readonly string[]; matterIds: readonly string[] | null },
): Promise<RunningClock[]> {
  return connection.query<RunningClock>(
    `select c.id as "clockId", m.id as "matterId", m.number, m.kind, m.title, m.area_code as "areaCode",
       coalesce(c.organisation_id, m.lead_id) as "organisationId", c.name, c.started_at as "startedAt", c.due_at as "dueAt"
     from matters.clock c join matters.matter m on m.id = c.matter_id
     where c.stopped_at is null and not c.paused and m.closed_at is null and c.name = any($1::text[]) and coalesce(c.organisation_id, m.lead_id) is not null
       and ($2::uuid[] is null or c.matter_id = any($2::uuid[]))`,
    [[...wanted.names], wanted.matterIds === null ? null : [...wanted.matterIds]],
  );
}
