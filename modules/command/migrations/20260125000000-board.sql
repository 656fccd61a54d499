-- What the board counts of each matter: 1 reported, 2 ended in time, 3 ended late. Kept sixty days, for the rows behind a figure and for the scan;
-- a reopening takes the ending back.
create table command.board_event (
  matter_id uuid not null,
  ended boolean not null,
  late boolean not null default false,
  at timestamptz not null,
  kind text collate "C" not null,
  area_code text collate "C" not null,
  category text collate "C",
  primary key (matter_id, ended)
);
create index board_event_at on command.board_event (ended, at desc, matter_id);

-- The same as sums by hour for every level of areas: a row for each prefix of 6, 9, 12 and 15 digits, so that a board reads as many rows with a
-- million matters as with a hundred.
create table command.board_hour (
  area_code text collate "C" not null,
  start timestamptz not null,
  kind text collate "C" not null,
  reported integer not null default 0,
  ended integer not null default 0,
  late integer not null default 0,
  primary key (area_code, start, kind)
) with (fillfactor = 80);

create table command.board_rules (
  version integer primary key,
  value jsonb not null,
  at timestamptz not null default now(),
  by text not null
);

create table command.board_hot_spot (
  id uuid primary key,
  topic text collate "C",
  areas text[] not null,
  first_day date not null,
  last_day date not null,
  observed integer not null,
  expected double precision not null,
  p double precision not null,
  found_at timestamptz not null
);

create table command.board_alert (
  id uuid primary key,
  threshold text not null,
  figure text not null,
  area_code text collate "C" not null,
  value double precision not null,
  limit_value double precision not null,
  raised_at timestamptz not null,
  ended_at timestamptz,
  acknowledged_by text,
  acknowledged_at timestamptz,
  note text
);
create unique index board_alert_standing on command.board_alert (threshold, area_code) where ended_at is null;
create index board_alert_area on command.board_alert (area_code, raised_at desc);

create table command.board_theme (
  id uuid primary key,
  month date not null,
  area_code text collate "C" not null,
  category text collate "C" not null,
  title text not null,
  why text not null,
  steps jsonb not null,
  state text not null default 'running',
  version integer not null default 1
);
create unique index board_theme_month on command.board_theme (area_code, month);
create index board_theme_list on command.board_theme (month desc, id desc);
