-- Facilities on the ground (waters, power, gas, sewage, roads and others), in layers that the map offers.

-- One row is a layer of one theme. It belongs to an area: who edits areas there edits it.
create table territory.layer (
  id uuid primary key default gen_random_uuid(),
  area_code text collate "C" not null,
  theme text not null,
  name text not null,
  shown boolean not null default true,
  -- Counts up with every change of the layer or of what it holds: validators of answers are made of it.
  version bigint not null default 1,
  changed_at timestamptz not null default now(),
  constraint layer_area_digits check (area_code ~ '^[0-9]{2,24}$'),
  constraint layer_name_once unique (area_code, name)
);

create table territory.facility (
  id bigint generated always as identity primary key,
  layer_id uuid not null references territory.layer on delete cascade,
  -- What tells it from the others in the layer; from the file, or derived from name and place.
  key text collate "C" not null,
  name text not null,
  -- The deepest area that holds all of it: a pole has its grid, a river the subdistrict or district that it runs through.
  area_code text collate "C" not null,
  shape geometry(Geometry, 4326) not null,
  attributes jsonb not null default '{}',
  -- Of name, shape and attributes: what comes again unchanged is known by it.
  digest text collate "C" not null,
  constraint facility_key_once unique (layer_id, key)
);
create index facility_area on territory.facility (layer_id, area_code);
