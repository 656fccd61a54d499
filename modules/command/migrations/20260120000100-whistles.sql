-- What figures of whistles are read from. The truth is the ledger: these rows are written anew from it whenever a fact of a whistle was read.
create table command.whistle (
  matter_id uuid primary key,
  number text collate "C" not null constraint whistle_number_key unique,
  title text not null,
  area_code text collate "C" not null,
  whistler_id uuid not null,
  ground text not null constraint whistle_ground_check check (ground in ('hard-problem', 'joint-enforcement', 'emergency')),
  state text not null,
  opened_at timestamptz not null,
  due_at timestamptz,
  closed_at timestamptz,
  outcome text,
  problems integer not null,
  longitude double precision,
  latitude double precision
);
create index whistle_opened on command.whistle (opened_at desc, matter_id desc);
create index whistle_area on command.whistle (area_code, opened_at desc);

create table command.whistle_unit (
  matter_id uuid not null constraint whistle_unit_fkey references command.whistle (matter_id),
  organisation_id uuid not null,
  role text not null constraint whistle_unit_role_check check (role in ('lead', 'assist')),
  listed boolean not null,
  called_at timestamptz not null,
  signed_at timestamptz,
  sign_due timestamptz,
  contacted_at timestamptz,
  contact_due timestamptz,
  arrived_at timestamptz,
  arrive_due timestamptz,
  metres integer,
  proof text,
  done_at timestamptz,
  ended_at timestamptz,
  rated smallint,
  rated_back smallint,
  primary key (matter_id, organisation_id)
);
create index whistle_unit_organisation on command.whistle_unit (organisation_id, matter_id);

create table command.whistle_problem (
  matter_id uuid not null constraint whistle_problem_fkey references command.whistle (matter_id),
  no integer not null,
  title text not null,
  category text collate "C",
  case_id uuid,
  case_number text,
  open boolean not null default true,
  primary key (matter_id, no)
);
-- One case is never whistled for twice at a time.
create unique index whistle_problem_case_key on command.whistle_problem (case_id) where open and case_id is not null;
create index whistle_problem_open on command.whistle_problem (category) where open;

create table command.whistle_rules (
  version integer primary key,
  value jsonb not null,
  by text not null,
  at timestamptz not null default now()
);
