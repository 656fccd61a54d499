create schema matters;

create sequence matters.number_seq as bigint;

create table matters.matter (
  id uuid primary key,
  number text collate "C" not null constraint matter_number_key unique,
  kind text not null,
  area_code text collate "C" not null,
  category text collate "C",
  title text not null,
  body text not null,
  address text,
  location public.geometry(Point, 4326),
  channel text not null,
  state text not null,
  state_since timestamptz not null,
  urgency smallint not null default 1,
  reporter_id uuid,
  confidential boolean not null default false,
  public boolean not null default false,
  parent_id uuid constraint matter_parent_fkey references matters.matter (id),
  -- The organisation whose turn it is, or whose it was last.
  lead_id uuid,
  opened_at timestamptz not null,
  due_at timestamptz,
  closed_at timestamptz,
  outcome text,
  -- An ask that waits for a decision: extension, suspension, objection.
  pending text,
  details jsonb not null default '{}',
  external_source text,
  external_number text,
  version integer not null default 1,
  -- How many entries the history has and the hash of the last one: the chain is continued from here.
  entries integer not null default 1,
  head bytea not null,
  constraint matter_closed_has_outcome check ((closed_at is null) = (outcome is null)),
  constraint matter_external_pair check ((external_source is null) = (external_number is null))
);
create unique index matter_external_key on matters.matter (external_source, external_number) where external_number is not null;
create index matter_opened on matters.matter (opened_at desc, id desc);
create index matter_area on matters.matter (area_code, opened_at desc);
create index matter_state on matters.matter (state, opened_at desc, id desc);
create index matter_lead on matters.matter (lead_id, opened_at desc) where lead_id is not null;
create index matter_category on matters.matter (category, opened_at desc);
create index matter_open_due on matters.matter (due_at, area_code, lead_id) where closed_at is null;
create index matter_late on matters.matter (closed_at, due_at) where closed_at > due_at;
create index matter_closed on matters.matter (closed_at desc, id desc) where closed_at is not null;
create index matter_place on matters.matter using gist (location);
create index matter_reporter on matters.matter (reporter_id, opened_at desc) where reporter_id is not null;
create index matter_parent on matters.matter (parent_id) where parent_id is not null;
create index matter_pending on matters.matter (pending, state_since) where pending is not null;
create index matter_public on matters.matter (opened_at desc, id desc) where public;

create table matters.part (
  id uuid primary key,
  matter_id uuid not null constraint part_matter_fkey references matters.matter (id),
  organisation_id uuid not null,
  role text not null constraint part_role_check check (role in ('lead', 'assist', 'supervise')),
  assigned_at timestamptz not null,
  signed_at timestamptz,
  arrived_at timestamptz,
  done_at timestamptz,
  ended_at timestamptz,
  due_at timestamptz,
  result text
);
create index part_matter on matters.part (matter_id);
create index part_organisation on matters.part (organisation_id, assigned_at desc, matter_id);
create index part_organisation_open on matters.part (organisation_id, matter_id) where ended_at is null;

create table matters.entry (
  matter_id uuid not null constraint entry_matter_fkey references matters.matter (id),
  no integer not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  post_title text,
  organisation_id uuid,
  action text not null,
  from_state text,
  to_state text not null,
  visibility text not null constraint entry_visibility_check check (visibility in ('public', 'reporter', 'internal')),
  note text,
  data jsonb,
  -- Digest of note and data with the salt: note, data and salt may be withdrawn, the chain still verifies.
  salt bytea,
  digest bytea not null,
  hash bytea not null,
  withdrawn_at timestamptz,
  primary key (matter_id, no)
);
create index entry_at on matters.entry (at desc);

-- History is never edited; the one exception leaves a tombstone in the place of withdrawn personal data.
create function matters.refuse_entry_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.withdrawn_at is not null and new.note is null and new.data is null and new.salt is null
     and (new.matter_id, new.no, new.at, new.actor_kind, new.action, new.to_state, new.visibility, new.digest, new.hash)
       = (old.matter_id, old.no, old.at, old.actor_kind, old.action, old.to_state, old.visibility, old.digest, old.hash) then
    return new;
  end if;
  raise exception 'the history is append-only' using errcode = 'restrict_violation';
end $$;
create trigger entry_append_only before update or delete on matters.entry for each row execute function matters.refuse_entry_change();

create table matters.clock (
  id uuid primary key,
  matter_id uuid not null constraint clock_matter_fkey references matters.matter (id),
  organisation_id uuid,
  name text not null,
  rule text not null,
  calendar text not null,
  amount double precision not null,
  unit text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  stopped_at timestamptz,
  breached boolean not null default false,
  paused boolean not null default false,
  -- The last reminder that was sent: 0 none, 1 before, 2 at due, 3 after.
  reminded smallint not null default 0
);
create index clock_matter on matters.clock (matter_id);
create index clock_running on matters.clock (due_at) where stopped_at is null and not paused;

create table matters.pause (
  clock_id uuid not null constraint pause_clock_fkey references matters.clock (id),
  from_at timestamptz not null,
  to_at timestamptz,
  reason text not null,
  approved_by text,
  primary key (clock_id, from_at)
);

create table matters.link (
  from_id uuid not null constraint link_from_fkey references matters.matter (id),
  to_id uuid not null constraint link_to_fkey references matters.matter (id),
  kind text not null constraint link_kind_check check (kind in ('duplicate-of', 'split-from', 'follows', 'caused-by')),
  at timestamptz not null,
  primary key (from_id, to_id, kind)
);
create index link_to on matters.link (to_id);

create table matters.rating (
  id uuid primary key,
  matter_id uuid not null constraint rating_matter_fkey references matters.matter (id),
  by text not null constraint rating_by_check check (by in ('reporter', 'community', 'call-back', 'whistler', 'responder')),
  at timestamptz not null,
  contacted boolean,
  resolved boolean,
  satisfaction smallint constraint rating_satisfaction_check check (satisfaction between 1 and 5),
  reasons text[] not null default '{}',
  comment text
);
create index rating_matter on matters.rating (matter_id);

create table matters.file (
  id uuid primary key,
  -- Empty between the upload of a photo and the report that it belongs to.
  matter_id uuid constraint file_matter_fkey references matters.matter (id),
  name text not null,
  kind text not null constraint file_kind_check check (kind in ('photo', 'attachment')),
  type text not null,
  size bigint not null,
  digest text not null,
  preview_digest text,
  stage text not null default 'other',
  visibility text not null default 'internal',
  uploaded_by text not null,
  at timestamptz not null default now()
);
create index file_matter on matters.file (matter_id);
create index file_loose on matters.file (at) where matter_id is null;

-- What is searched: pairs of neighbouring Chinese characters and words of other scripts, kept apart from the ledger
-- so that an act does not touch the index. Written by a job from the facts.
create table matters.wording (
  matter_id uuid primary key constraint wording_matter_fkey references matters.matter (id),
  grams tsvector not null
);
create index wording_grams on matters.wording using gin (grams) with (fastupdate = on);

create table matters.view (
  id uuid primary key,
  account_id uuid not null,
  organisation_id uuid,
  name text not null,
  query jsonb not null,
  columns text[] not null,
  shared boolean not null default false
);
create index view_account on matters.view (account_id);
create index view_organisation on matters.view (organisation_id) where shared;
