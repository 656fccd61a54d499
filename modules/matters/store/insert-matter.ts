import type { Connection } from '@gongzhi/platform/database';

export interface NewMatterRecord {
  id: string;
  prefix: string;
  matter: Record<string, unknown>;
  entry: Record<string, unknown> & { salt: Buffer; digest: Buffer; hash: Buffer };
  newClocks: Record<string, unknown>[];
  facts: Record<string, unknown>[];
  links: Record<string, unknown>[];
  files: string[];
}

const statement = `
with act as (select $2::jsonb as j),
opened as (
  insert into matters.matter (id, number, kind, area_code, category, title, body, address, location, channel, state, state_since, urgency, reporter_id, confidential, parent_id,
    opened_at, due_at, details, external_source, external_number, entries, head)
  select $1, (j->>'prefix') || to_char(m.opened_at at time zone 'Asia/Shanghai', 'YYYYMMDD') || lpad(nextval('matters.number_seq')::text, 7, '0'),
    m.kind, m.area_code, m.category, m.title, m.body, m.address,
    case when m.longitude is null then null else ST_SetSRID(ST_MakePoint(m.longitude, m.latitude), 4326) end,
    m.channel, m.state, m.opened_at, m.urgency, m.reporter_id, m.confidential, m.parent_id, m.opened_at, m.due_at, m.details, m.external_source, m.external_number, 1, $5
  from act, jsonb_to_record(j->'matter') as m(kind text, area_code text, category text, title text, body text, address text, longitude float8, latitude float8, channel text, state text,
    urgency smallint, reporter_id uuid, confidential boolean, parent_id uuid, opened_at timestamptz, due_at timestamptz, details jsonb, external_source text, external_number text)
  returning id, number, area_code, opened_at
),
entry as (
  insert into matters.entry (matter_id, no, at, actor_kind, actor_id, actor_name, post_title, organisation_id, action, from_state, to_state, visibility, note, data, salt, digest, hash)
  select o.id, 1, (e->>'at')::timestamptz, e->>'actor_kind', (e->>'actor_id')::uuid, e->>'actor_name', e->>'post_title', (e->>'organisation_id')::uuid,
    e->>'action', null, e->>'to_state', e->>'visibility', e->>'note', nullif(e->'data', 'null'::jsonb), $3, $4, $5
  from opened o, act, lateral (select j->'entry' as e) x
),
clock_in as (
  insert into matters.clock (id, matter_id, organisation_id, name, rule, calendar, amount, unit, started_at, due_at)
  select k.id, o.id, k.organisation_id, k.name, k.rule, k.calendar, k.amount, k.unit, k.started_at, k.due_at
  from opened o, act, jsonb_to_recordset(j->'newClocks') as k(id uuid, organisation_id uuid, name text, rule text, calendar text, amount float8, unit text, started_at timestamptz, due_at timestamptz)
),
link_in as (
  insert into matters.link (from_id, to_id, kind, at)
  select o.id, l.to_id, l.kind, o.opened_at from opened o, act, jsonb_to_recordset(j->'links') as l(to_id uuid, kind text)
),
file_up as (
  update matters.file f set matter_id = o.id, visibility = 'reporter', stage = case when f.stage = 'other' then 'before' else f.stage end
  from opened o, act where f.id = any(array(select jsonb_array_elements_text(j->'files'))::uuid[]) and f.matter_id is null
),
fact_in as (
  insert into platform.fact (at, name, subject, area_code, data)
  select (j->'entry'->>'at')::timestamptz, f.name, o.id, o.area_code, f.data || jsonb_build_object('number', o.number) from opened o, act, jsonb_to_recordset(j->'facts') as f(name text, data jsonb)
)
select number, area_code as "areaCode" from opened`;

/** Writes a new matter with its first entry, its clocks and its facts in one statement. */
export async function insertMatter(connection: Connection, record: NewMatterRecord): Promise<{ number: string; areaCode: string }> {
  const { id, entry, ...rest } = record;
  const { salt, digest, hash, ...said } = entry;
  const [row] = await connection.query<{ number: string; areaCode: string }>(
    statement,
    [id, JSON.stringify({ ...rest, entry: said }), salt, digest, hash],
    'matters.open',
  );
  return row as { number: string; areaCode: string };
}
