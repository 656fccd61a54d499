-- Department tasks: the four lists of duties, tasks in communities, their turns.
create table command.task_item (
  code text collate "C" primary key,
  list text not null,
  title text not null,
  basis text,
  active boolean not null default true,
  -- The day on which it was taken off the communities.
  cleared_on date,
  constraint task_item_list check (list in ('autonomy', 'assistance', 'purchasable', 'forbidden'))
);

-- One row: how long a decision may take and how far ahead an application is due, in working days.
create table command.task_setting (
  one boolean primary key default true check (one),
  decide_days integer not null default 15,
  ahead_days integer not null default 30,
  constraint task_setting_days check (decide_days between 1 and 120 and ahead_days between 0 and 250)
);
insert into command.task_setting default values;

-- What is counted of a task in a community; the ledger holds the matter of the same id.
create table command.task_placed (
  id uuid primary key,
  number text collate "C" not null unique,
  admission text collate "C",
  department_id uuid not null,
  area_code text collate "C" not null,
  title text not null,
  type text not null,
  admitted boolean not null,
  with_form boolean not null,
  state text not null,
  from_day date not null,
  to_day date not null,
  ended_on date,
  outcome text,
  constraint task_placed_term check (to_day >= from_day)
);
create index task_placed_area on command.task_placed (area_code, from_day);
create index task_placed_department on command.task_placed (department_id, from_day);
create index task_placed_admission on command.task_placed (admission);

-- One turn of a task in one place, community or grid.
create table command.task_sheet (
  id uuid primary key,
  task_id uuid not null references command.task_placed on delete cascade,
  area_code text collate "C" not null,
  period integer not null,
  opens_on date not null,
  due_on date not null,
  answers jsonb,
  -- What was filled in from data held, with its source.
  filled jsonb,
  filled_count integer not null default 0,
  note text,
  minutes integer,
  answered_at timestamptz,
  answered_by uuid,
  answered_name text,
  constraint task_sheet_once unique (task_id, area_code, period),
  constraint task_sheet_order check (due_on >= opens_on)
);
create index task_sheet_area on command.task_sheet (area_code, due_on, id);
