-- One row per event that a figure counts. A figure is a count of these rows, and the cases behind it are the same rows: they agree by
-- construction. The place and the category are those that the case has now; the unit is the one whose event it was.
create table cases.measure (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  day date not null generated always as ((at at time zone 'Asia/Shanghai')::date) stored,
  -- 1 reported, 2 filed, 3 dispatched, 4 returned, 5 contacted, 6 uncontacted, 7 handled, 8 reworked, 9 passed, 10 verified again,
  -- 11 closed in time, 12 closed late, 13 reopened, 14 solved, 15 unsolved, 16 grade1, 17 grade2, 18 grade3, 19 grade4, 20 grade5, 21 ended
  measure smallint not null,
  matter_id uuid not null,
  area_code text collate "C" not null,
  unit_id uuid,
  category text collate "C",
  channel text not null
);
create index measure_matter on cases.measure (matter_id);
create index measure_at on cases.measure (measure, at desc, id desc);
create index measure_area on cases.measure (area_code, day);
create index measure_unit on cases.measure (unit_id, day) where unit_id is not null;
create index measure_category on cases.measure (category, day);

-- The same events summed up by one dimension. `all` has one row a key, from the beginning until now. Areas are those of the cases
-- themselves: the level above is a sum over a prefix.
create table cases.tally (
  dimension text collate "C" not null,
  -- 'day', 'month' (its first day) or 'all' (2000-01-01)
  grain text collate "C" not null,
  start date not null,
  key text collate "C" not null,
  reported integer not null default 0,
  filed integer not null default 0,
  dispatched integer not null default 0,
  returned integer not null default 0,
  contacted integer not null default 0,
  uncontacted integer not null default 0,
  handled integer not null default 0,
  reworked integer not null default 0,
  passed integer not null default 0,
  verified_again integer not null default 0,
  closed_in_time integer not null default 0,
  closed_late integer not null default 0,
  reopened integer not null default 0,
  solved integer not null default 0,
  unsolved integer not null default 0,
  grade1 integer not null default 0,
  grade2 integer not null default 0,
  grade3 integer not null default 0,
  grade4 integer not null default 0,
  grade5 integer not null default 0,
  ended integer not null default 0,
  primary key (dimension, grain, start, key)
) with (fillfactor = 80);
