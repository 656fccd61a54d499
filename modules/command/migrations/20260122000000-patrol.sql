create table command.patrol_rules (
  version integer primary key,
  value jsonb not null,
  at timestamptz not null default now(),
  by text not null
);

create table command.patrol_plan (
  id uuid primary key,
  area_code text collate "C" not null,
  name text not null,
  frequency text not null check (frequency in ('daily', 'weekly', 'monthly')),
  -- 1 Monday to 7 Sunday; empty: every day
  weekdays smallint[] not null default '{}',
  checklist text,
  active boolean not null default true,
  since date not null default (now() at time zone 'Asia/Shanghai')::date,
  version integer not null default 1
);
create index patrol_plan_area on command.patrol_plan (area_code, id);

create table command.patrol_point (
  id uuid primary key,
  plan_id uuid not null references command.patrol_plan,
  position smallint not null,
  name text not null,
  longitude double precision not null,
  latitude double precision not null,
  radius smallint not null,
  code text,
  active boolean not null default true
);
create index patrol_point_plan on command.patrol_point (plan_id, position);

create table command.patrol_shift (
  id uuid primary key,
  officer_id uuid not null,
  officer text not null,
  area_code text collate "C" not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  handover text
);
create index patrol_shift_officer on command.patrol_shift (officer_id, began_at desc);
create index patrol_shift_handover on command.patrol_shift (area_code, ended_at desc) where handover is not null;

-- One line of the patrol book, as a phone wrote it. Never changed but for the case that came of it.
create table command.patrol_entry (
  id uuid primary key,
  kind text not null,
  officer_id uuid not null,
  officer text not null,
  area_code text collate "C" not null,
  point_id uuid,
  at timestamptz not null,
  device_at timestamptz not null,
  received_at timestamptz not null,
  day date not null generated always as ((at at time zone 'Asia/Shanghai')::date) stored,
  device text not null,
  longitude double precision,
  latitude double precision,
  accuracy real,
  verdict text,
  metres integer,
  counted boolean not null,
  -- why it is kept but not counted
  because text,
  text text not null,
  details jsonb not null,
  wants_case boolean not null default false,
  case_number text,
  -- over what the phone said: another content under the same id is a conflict
  digest text not null
);
create index patrol_entry_area on command.patrol_entry (area_code, at desc, id desc);
create index patrol_entry_officer on command.patrol_entry (officer_id, at desc, id desc);
create index patrol_entry_at on command.patrol_entry (at desc, id desc);
create index patrol_entry_point on command.patrol_entry (point_id, day) where point_id is not null;

-- A point was visited in a period: once, however many phones say so. The period is named by its first day.
create table command.patrol_visit (
  point_id uuid not null,
  period date not null,
  entry_id uuid not null,
  at timestamptz not null,
  primary key (point_id, period)
);

-- Sums by grid and day. `planned` is what fell due on the day and `missed` what of it was not paid, both written once the day is over;
-- a visit that arrives late takes its miss back.
create table command.patrol_day (
  area_code text collate "C" not null,
  day date not null,
  planned integer,
  missed integer not null default 0,
  visited integer not null default 0,
  far integer not null default 0,
  findings integer not null default 0,
  solved integer not null default 0,
  cases integer not null default 0,
  visits integer not null default 0,
  diaries integer not null default 0,
  primary key (area_code, day)
) with (fillfactor = 80);
create index patrol_day_day on command.patrol_day (day, area_code);

create table command.patrol_check (
  area_code text collate "C" not null,
  month date not null,
  item text collate "C" not null,
  checked integer not null default 0,
  failed integer not null default 0,
  primary key (area_code, month, item)
) with (fillfactor = 80);

-- Where an officer went while on duty, in chunks as they were sent: [longitude, latitude, moment].
create table command.patrol_track (
  id uuid primary key,
  officer_id uuid not null,
  shift_id uuid not null,
  day date not null,
  points jsonb not null
);
create index patrol_track_officer on command.patrol_track (officer_id, day);
create index patrol_track_day on command.patrol_track (day);
