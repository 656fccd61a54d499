import type { Connection } from '@gongzhi/platform/database';

/** Everything one act writes. Lists may be empty; the statement is always the same, so it is planned once. */
export interface ActRecord {
  id: string;
  version: number;
  /** By how much the version rises: 0 for the quiet acts of the product itself. */
  raises: 0 | 1;
  matter: {
    area_code: string;
    category: string | null;
    title: string;
    address: string | null;
    longitude: number | null;
    latitude: number | null;
    state: string;
    state_since: Date;
    urgency: number;
    reporter_id: string | null;
    confidential: boolean;
    public: boolean;
    lead_id: string | null;
    due_at: Date | null;
    closed_at: Date | null;
    outcome: string | null;
    pending: string | null;
    details: Record<string, unknown>;
  };
  entry: {
    no: number;
    at: Date;
    actor_kind: string;
    actor_id: string | null;
    actor_name: string;
    post_title: string | null;
    organisation_id: string | null;
    action: string;
    from_state: string | null;
    to_state: string;
    visibility: string;
    note: string | null;
    data: Record<string, unknown> | null;
    salt: Buffer;
    digest: Buffer;
    hash: Buffer;
  };
  newParts: Record<string, unknown>[];
  parts: Record<string, unknown>[];
  newClocks: Record<string, unknown>[];
  clocks: Record<string, unknown>[];
  newPauses: Record<string, unknown>[];
  endedPauses: Record<string, unknown>[];
  links: Record<string, unknown>[];
  unlinks: Record<string, unknown>[];
  ratings: Record<string, unknown>[];
  facts: Record<string, unknown>[];
  files: string[];
}

const statement = `
with act as (select $3::jsonb as j),
changed as (
  update matters.matter m set
    area_code = j->'matter'->>'area_code', category = j->'matter'->>'category', title = j->'matter'->>'title', address = j->'matter'->>'address',
    location = case when j->'matter'->>'longitude' is null then null else ST_SetSRID(ST_MakePoint((j->'matter'->>'longitude')::float8, (j->'matter'->>'latitude')::float8), 4326) end,
    state = j->'matter'->>'state', state_since = (j->'matter'->>'state_since')::timestamptz, urgency = (j->'matter'->>'urgency')::smallint,
    reporter_id = (j->'matter'->>'reporter_id')::uuid, confidential = (j->'matter'->>'confidential')::boolean, public = (j->'matter'->>'public')::boolean,
    lead_id = (j->'matter'->>'lead_id')::uuid, due_at = (j->'matter'->>'due_at')::timestamptz, closed_at = (j->'matter'->>'closed_at')::timestamptz,
    outcome = j->'matter'->>'outcome', pending = j->'matter'->>'pending', details = j->'matter'->'details',
    version = version + (j->>'raises')::int, entries = entries + 1, head = $6
  from act where m.id = $1 and m.version = $2 and m.entries = (j->'entry'->>'no')::int - 1
  returning m.id, m.version, m.area_code, m.state, m.due_at
),
entry as (
  insert into matters.entry (matter_id, no, at, actor_kind, actor_id, actor_name, post_title, organisation_id, action, from_state, to_state, visibility, note, data, salt, digest, hash)
  select c.id, (e->>'no')::int, (e->>'at')::timestamptz, e->>'actor_kind', (e->>'actor_id')::uuid, e->>'actor_name', e->>'post_title', (e->>'organisation_id')::uuid,
    e->>'action', e->>'from_state', e->>'to_state', e->>'visibility', e->>'note', nullif(e->'data', 'null'::jsonb), $4, $5, $6
  from changed c, act, lateral (select j->'entry' as e) x
),
part_in as (
  insert into matters.part (id, matter_id, organisation_id, role, assigned_at, due_at)
  select p.id, c.id, p.organisation_id, p.role, p.assigned_at, p.due_at
  from changed c, act, jsonb_to_recordset(j->'newParts') as p(id uuid, organisation_id uuid, role text, assigned_at timestamptz, due_at timestamptz)
),
part_up as (
  update matters.part t set signed_at = p.signed_at, arrived_at = p.arrived_at, done_at = p.done_at, ended_at = p.ended_at, due_at = p.due_at, result = p.result
  from changed c, act, jsonb_to_recordset(j->'parts') as p(id uuid, signed_at timestamptz, arrived_at timestamptz, done_at timestamptz, ended_at timestamptz, due_at timestamptz, result text)
  where t.id = p.id and t.matter_id = c.id
),
clock_in as (
  insert into matters.clock (id, matter_id, organisation_id, name, rule, calendar, amount, unit, started_at, due_at)
  select k.id, c.id, k.organisation_id, k.name, k.rule, k.calendar, k.amount, k.unit, k.started_at, k.due_at
  from changed c, act, jsonb_to_recordset(j->'newClocks') as k(id uuid, organisation_id uuid, name text, rule text, calendar text, amount float8, unit text, started_at timestamptz, due_at timestamptz)
),
clock_up as (
  update matters.clock t set due_at = k.due_at, stopped_at = k.stopped_at, breached = k.breached, paused = k.paused, amount = k.amount,
    reminded = case when t.due_at = k.due_at then t.reminded else 0 end
  from changed c, act, jsonb_to_recordset(j->'clocks') as k(id uuid, due_at timestamptz, stopped_at timestamptz, breached boolean, paused boolean, amount float8)
  where t.id = k.id and t.matter_id = c.id
),
pause_in as (
  -- A clock that takes the place of another brings that one's pauses, which began and ended before it.
  insert into matters.pause (clock_id, from_at, to_at, reason, approved_by)
  select p.clock_id, p.from_at, e.to_at, p.reason, p.approved_by from changed c, act
  cross join lateral jsonb_to_recordset(j->'newPauses') as p(clock_id uuid, from_at timestamptz, reason text, approved_by text)
  left join lateral jsonb_to_recordset(j->'endedPauses') as e(clock_id uuid, from_at timestamptz, to_at timestamptz) on e.clock_id = p.clock_id and e.from_at = p.from_at
),
pause_up as (
  update matters.pause t set to_at = p.to_at from changed c, act, jsonb_to_recordset(j->'endedPauses') as p(clock_id uuid, from_at timestamptz, to_at timestamptz)
  where t.clock_id = p.clock_id and t.to_at is null
),
link_in as (
  insert into matters.link (from_id, to_id, kind, at)
  select c.id, l.to_id, l.kind, (j->'entry'->>'at')::timestamptz from changed c, act, jsonb_to_recordset(j->'links') as l(to_id uuid, kind text)
  on conflict do nothing
),
link_out as (
  delete from matters.link t using changed c, act, jsonb_to_recordset(j->'unlinks') as l(to_id uuid, kind text)
  where t.from_id = c.id and t.to_id = l.to_id and t.kind = l.kind
),
rating_in as (
  insert into matters.rating (id, matter_id, by, at, contacted, resolved, satisfaction, reasons, comment)
  select r.id, c.id, r.by, r.at, r.contacted, r.resolved, r.satisfaction, r.reasons, r.comment
  from changed c, act, jsonb_to_recordset(j->'ratings') as r(id uuid, by text, at timestamptz, contacted boolean, resolved boolean, satisfaction smallint, reasons text[], comment text)
),
file_up as (
  update matters.file f set matter_id = c.id, visibility = case when f.matter_id is null then 'reporter' else f.visibility end
  from changed c, act where f.id = any(array(select jsonb_array_elements_text(j->'files'))::uuid[]) and f.matter_id is null
),
fact_in as (
  insert into platform.fact (at, name, subject, area_code, data)
  select (j->'entry'->>'at')::timestamptz, f.name, c.id, c.area_code, f.data from changed c, act, jsonb_to_recordset(j->'facts') as f(name text, data jsonb)
)
select version, state, due_at as "dueAt" from changed`;

/**
 * Writes one act in one statement, all or nothing: the matter where it still has the version and the entries that were read, the entry,
 * the parts, the clocks, the links, the ratings and the facts. Returns nothing when somebody else wrote in between.
 */
export async function writeAct(
  connection: Connection,
  act: ActRecord,
): Promise<{ version: number; state: string; dueAt: Date | null } | undefined> {
  const { id, version, entry, ...rest } = act;
  const { salt, digest, hash, ...said } = entry;
  const [row] = await connection.query<{ version: number; state: string; dueAt: Date | null }>(
    statement,
    [id, version, JSON.stringify({ ...rest, entry: said }), salt, digest, hash],
    'matters.act',
  );
  return row;
}
