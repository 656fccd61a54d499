create sequence command.card_number;

create table command.card (
  id uuid primary key,
  number text collate "C" not null constraint card_number_key unique,
  matter_id uuid not null,
  matter_number text collate "C" not null,
  matter_kind text not null,
  matter_title text not null,
  area_code text collate "C" not null,
  organisation_id uuid not null,
  grade text not null constraint card_grade_check check (grade in ('reminder', 'yellow', 'red', 'meeting')),
  state text not null,
  rule_id text,
  rule_name jsonb,
  rule_version integer,
  facts jsonb not null,
  reason text not null,
  -- What led to it, said so that the same cause leads to one card only.
  cause text constraint card_cause_key unique,
  issued_at timestamptz not null,
  issued_by text not null,
  reply_due timestamptz not null,
  replied_at timestamptz,
  ended_at timestamptz,
  escalated_from uuid constraint card_escalated_fkey references command.card (id),
  version integer not null default 1
);
create index card_issued on command.card (issued_at desc, id desc);
create index card_organisation on command.card (organisation_id, issued_at desc, id desc);
create index card_matter on command.card (matter_id);
create index card_escalated on command.card (escalated_from) where escalated_from is not null;
create index card_waiting on command.card (reply_due) where state = 'issued';

create table command.card_step (
  card_id uuid not null constraint card_step_fkey references command.card (id),
  no integer not null,
  at timestamptz not null,
  action text not null,
  actor_id uuid,
  actor_name text not null,
  organisation_id uuid,
  note text,
  primary key (card_id, no)
);

-- Running clocks that some rule looks at, and when the next rule is due: the job reads along the index and touches nothing else.
create table command.card_watch (
  clock_id uuid primary key,
  matter_id uuid not null,
  matter_number text not null,
  matter_kind text not null,
  matter_title text not null,
  area_code text not null,
  organisation_id uuid not null,
  name text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  -- The highest percentage for which a card was given.
  fired integer not null default 0,
  next_at timestamptz
);
create index card_watch_next on command.card_watch (next_at) where next_at is not null;
create index card_watch_matter on command.card_watch (matter_id);

create table command.supervision_rules (
  version integer primary key,
  value jsonb not null,
  by text not null,
  at timestamptz not null default now()
);
