-- Areas with their validity, the succession of codes, and the calendars of places.
create schema territory;

-- One row is an area as it was from one day on. The current row of a code is the one without valid_to (the first day on which it no
-- longer held). A redrawn area has a new row; its older ones stay for cases and figures of their time.
create table territory.area (
  id bigint generated always as identity primary key,
  code text collate "C" not null,
  name text not null,
  level text not null,
  type text,
  -- Code of the nearest area above; null at the top. Kept beside the code so that a tree without some level still lists its children.
  parent text collate "C",
  valid_from date not null,
  valid_to date,
  boundary geometry(MultiPolygon, 4326),
  -- A point inside the boundary, for labels, and its size on the ellipsoid.
  center geometry(Point, 4326),
  square_metres double precision,
  constraint area_code_digits check (code ~ '^[0-9]{2,24}$'),
  constraint area_code_under_parent check (parent is null or (starts_with(code, parent) and length(code) > length(parent))),
  constraint area_validity check (valid_to is null or valid_to > valid_from)
);
create unique index area_current on territory.area (code) where valid_to is null;
create unique index area_version on territory.area (code, valid_from);
create index area_children on territory.area (parent, code);
-- The lookup of a point touches current boundaries only.
create index area_boundary on territory.area using gist (boundary) where valid_to is null;

-- Which codes stand in the place of which, from which day on.
create table territory.succession (
  ended text collate "C" not null,
  begun text collate "C" not null,
  since date not null,
  constraint succession_key primary key (ended, begun, since)
);
create index succession_begun on territory.succession (begun);

-- Counted up by every change of areas or calendars, so that processes know when what they hold is stale.
create table territory.revision (
  subject text primary key,
  number bigint not null default 0
);
insert into territory.revision (subject) values ('area'), ('calendar');

-- The deepest current area that covers a point (WGS 84). Candidates by bounding box come from the index; they are tried from the
-- deepest on and the first that covers the point ends the search, so the large outlines above are not touched. On a
-- shared border the smaller code has it. In plpgsql, whose plan is kept for the session.
create function territory.area_at(longitude double precision, latitude double precision) returns text
language plpgsql stable parallel safe as $$
declare
  point constant geometry := st_setsrid(st_makepoint(longitude, latitude), 4326);
begin
  return (
    select candidate.code
    from (
      select area.code, area.boundary from territory.area
      where area.valid_to is null and area.boundary && point
      order by length(area.code) desc, area.code offset 0
    ) as candidate
    where st_covers(candidate.boundary, point)
    limit 1
  );
end
$$;

-- Office hours of a place. Years and days that it does not hold itself come from the statutory calendar.
create table territory.calendar (
  id text primary key,
  area_code text collate "C",
  name text not null,
  timezone text not null,
  hours jsonb not null,
  constraint calendar_area_once unique (area_code)
);
create table territory.calendar_year (
  calendar_id text not null references territory.calendar,
  year integer not null,
  primary key (calendar_id, year)
);
create table territory.calendar_day (
  calendar_id text not null,
  year integer not null,
  date date not null,
  kind text not null,
  name text not null,
  constraint calendar_day_once primary key (calendar_id, date),
  constraint calendar_day_year foreign key (calendar_id, year) references territory.calendar_year on delete cascade
);
