import type { BulkTable } from './bulk-insert.ts';

const point = 'case when r._longitude is null then null else ST_SetSRID(ST_MakePoint(r._longitude, r._latitude), 4326) end';

/** The tables of the ledger as complete histories are written into them. Columns that begin with `_` travel but are not stored as they are. */
export const matterTable: BulkTable = {
  name: 'matters.matter',
  columns: {
    id: 'uuid',
    _prefix: 'text',
    kind: 'text',
    area_code: 'text',
    category: 'text',
    title: 'text',
    body: 'text',
    address: 'text',
    _longitude: 'float8',
    _latitude: 'float8',
    channel: 'text',
    state: 'text',
    state_since: 'timestamptz',
    urgency: 'smallint',
    reporter_id: 'uuid',
    confidential: 'boolean',
    public: 'boolean',
    lead_id: 'uuid',
    opened_at: 'timestamptz',
    due_at: 'timestamptz',
    closed_at: 'timestamptz',
    outcome: 'text',
    pending: 'text',
    details: 'jsonb',
    external_source: 'text',
    external_number: 'text',
    version: 'int',
    entries: 'int',
    head: 'bytea',
  },
  computed: {
    number: `r._prefix || to_char(r.opened_at at time zone 'Asia/Shanghai', 'YYYYMMDD') || lpad(nextval('matters.number_seq')::text, 7, '0')`,
    location: point,
  },
  suffix: 'on conflict (external_source, external_number) where external_number is not null do nothing returning id, number',
};

export const entryTable: BulkTable = {
  name: 'matters.entry',
  columns: {
    matter_id: 'uuid',
    no: 'int',
    at: 'timestamptz',
    actor_kind: 'text',
    actor_id: 'uuid',
    actor_name: 'text',
    post_title: 'text',
    organisation_id: 'uuid',
    action: 'text',
    from_state: 'text',
    to_state: 'text',
    visibility: 'text',
    note: 'text',
    data: 'jsonb',
    salt: 'bytea',
    digest: 'bytea',
    hash: 'bytea',
  },
};

export const partTable: BulkTable = {
  name: 'matters.part',
  columns: {
    id: 'uuid',
    matter_id: 'uuid',
    organisation_id: 'uuid',
    role: 'text',
    assigned_at: 'timestamptz',
    signed_at: 'timestamptz',
    arrived_at: 'timestamptz',
    done_at: 'timestamptz',
    ended_at: 'timestamptz',
    due_at: 'timestamptz',
    result: 'text',
  },
};

export const clockTable: BulkTable = {
  name: 'matters.clock',
  columns: {
    id: 'uuid',
    matter_id: 'uuid',
    organisation_id: 'uuid',
    name: 'text',
    rule: 'text',
    calendar: 'text',
    amount: 'float8',
    unit: 'text',
    started_at: 'timestamptz',
    due_at: 'timestamptz',
    stopped_at: 'timestamptz',
    breached: 'boolean',
    paused: 'boolean',
    reminded: 'smallint',
  },
};

export const pauseTable: BulkTable = {
  name: 'matters.pause',
  columns: { clock_id: 'uuid', from_at: 'timestamptz', to_at: 'timestamptz', reason: 'text', approved_by: 'text' },
};

export const ratingTable: BulkTable = {
  name: 'matters.rating',
  columns: {
    id: 'uuid',
    matter_id: 'uuid',
    by: 'text',
    at: 'timestamptz',
    contacted: 'boolean',
    resolved: 'boolean',
    satisfaction: 'smallint',
    _reasons: 'text',
    comment: 'text',
  },
  // Arrays inside arrays would have to be of one length: the reasons travel as JSON.
  computed: { reasons: 'array(select json_array_elements_text(r._reasons::json))' },
};

export const linkTable: BulkTable = {
  name: 'matters.link',
  columns: { from_id: 'uuid', to_id: 'uuid', kind: 'text', at: 'timestamptz' },
  suffix: 'on conflict do nothing',
};

export const factTable: BulkTable = {
  name: 'platform.fact',
  columns: { at: 'timestamptz', name: 'text', subject: 'uuid', area_code: 'text', data: 'jsonb' },
};
