import { type Actor, areasFor, unitsFor } from '@gongzhi/contract/actor';
import { underAreas } from '@gongzhi/matters';
import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { runRaw } from '../../store/run-raw.ts';

export interface WhistleWanted {
  from?: string | undefined;
  to?: string | undefined;
  area?: string | undefined;
  ground?: string | undefined;
  state?: string | undefined;
  organisation?: string | undefined;
  whistler?: string | undefined;
  open?: 'true' | 'false' | undefined;
  late?: 'sign' | 'contact' | 'arrive' | undefined;
  number?: string | undefined;
}

export interface WhistleRecord {
  matterId: string;
  number: string;
  title: string;
  ground: string;
  state: string;
  areaCode: string;
  whistlerId: string;
  openedAt: Date;
  at: string;
  dueAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  problems: number;
  units: {
    organisationId: string;
    role: 'lead' | 'assist';
    listed: boolean;
    signedAt: string | null;
    signDue: string | null;
    contactedAt: string | null;
    contactDue: string | null;
    arrivedAt: string | null;
    arriveDue: string | null;
    metres: number | null;
    proof: 'place' | 'code' | null;
    doneAt: string | null;
    endedAt: string | null;
    rated: number | null;
    ratedBack: number | null;
  }[];
}

const steps = { sign: ['signed_at', 'sign_due'], contact: ['contacted_at', 'contact_due'], arrive: ['arrived_at', 'arrive_due'] } as const;

/** Whistles that an actor may see: under its areas, or those that call a unit of its posts. */
function visible(actor: Actor): RawBuilder<boolean> {
  const units = unitsFor(actor, 'case.handle').filter((id) => id !== '');
  const ways = [
    underAreas(areasFor(actor, 'case.read'), sql`w.area_code`),
    sql<boolean>`w.matter_id in (select u.matter_id from command.whistle_unit u where u.organisation_id = any(${units}::uuid[]))`,
  ];
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/** What narrows whistles; `late` counts what is still undone past its due time at `now`. */
export function whistleConditions(wanted: WhistleWanted, now: Date): RawBuilder<boolean>[] {
  const all: RawBuilder<boolean>[] = [];
  if (wanted.from) all.push(sql`w.opened_at >= ${wanted.from}::timestamptz`);
  if (wanted.to) all.push(sql`w.opened_at < ${wanted.to}::timestamptz`);
  if (wanted.area) all.push(underAreas([wanted.area], sql`w.area_code`));
  if (wanted.ground) all.push(sql`w.ground = ${wanted.ground}`);
  if (wanted.state) all.push(sql`w.state = ${wanted.state}`);
  if (wanted.open === 'true') all.push(sql`w.closed_at is null`);
  if (wanted.open === 'false') all.push(sql`w.closed_at is not null`);
  if (wanted.whistler) all.push(sql`w.whistler_id = ${wanted.whistler}::uuid`);
  if (wanted.number) all.push(sql`w.number = ${wanted.number}`);
  const unit: RawBuilder<boolean>[] = [];
  if (wanted.organisation) unit.push(sql`u.organisation_id = ${wanted.organisation}::uuid`);
  if (wanted.late) {
    const [done, due] = steps[wanted.late];
    unit.push(sql`coalesce(u.${sql.ref(done)}, u.ended_at, w.closed_at, ${now.toISOString()}::timestamptz) > u.${sql.ref(due)}`);
  }
  if (unit.length > 0)
    all.push(sql`exists (select 1 from command.whistle_unit u where u.matter_id = w.matter_id and ${sql.join(unit, sql` and `)})`);
  return all;
}

/** A page of whistles newest first, each with its units; one statement. */
export async function selectWhistles(
  connection: Connection,
  actor: Actor,
  wanted: WhistleWanted,
  now: Date,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<WhistleRecord[]> {
  const conditions = [visible(actor), ...whistleConditions(wanted, now)];
  if (after) conditions.push(sql`(w.opened_at, w.matter_id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return runRaw(
    connection,
    sql<WhistleRecord>`
      select w.matter_id as "matterId", w.number, w.title, w.ground, w.state, w.area_code as "areaCode", w.whistler_id as "whistlerId", w.opened_at as "openedAt",
        (w.opened_at at time zone 'UTC')::text || '+00' as at,
        w.due_at as "dueAt", w.closed_at as "closedAt", w.outcome, w.problems,
        coalesce((select json_agg(json_build_object('organisationId', u.organisation_id, 'role', u.role, 'listed', u.listed, 'signedAt', u.signed_at,
          'signDue', u.sign_due, 'contactedAt', u.contacted_at, 'contactDue', u.contact_due, 'arrivedAt', u.arrived_at, 'arriveDue', u.arrive_due,
          'metres', u.metres, 'proof', u.proof, 'doneAt', u.done_at, 'endedAt', u.ended_at, 'rated', u.rated, 'ratedBack', u.rated_back)
          order by u.role desc, u.called_at, u.organisation_id) from command.whistle_unit u where u.matter_id = w.matter_id), '[]') as units
      from command.whistle w where ${sql.join(conditions, sql` and `)} order by w.opened_at desc, w.matter_id desc limit ${limit}`,
  );
}
