create schema intelligence;

-- Versions of the model that suggests categories; their numbers lie in files beside the database.
create table intelligence.model (
  id uuid primary key,
  at timestamptz not null default now(),
  rows integer not null,
  labels integer not null,
  measures jsonb not null,
  verdict text not null,
  in_force boolean not null default false
);
create unique index model_in_force on intelligence.model (in_force) where in_force;

-- What people decided about two cases: joined, or told apart. The later decision stands.
create table intelligence.pair (
  a text collate "C" not null,
  b text collate "C" not null,
  same boolean not null,
  at timestamptz not null default now(),
  primary key (a, b),
  check (a < b)
);
create index pair_at on intelligence.pair (at desc);

create table intelligence.settings (
  version integer primary key,
  drafts boolean not null,
  by text not null,
  at timestamptz not null default now()
);

-- What the joins and refusals have taught the comparison; one row.
create table intelligence.weights (
  one boolean primary key default true check (one),
  value jsonb not null,
  pairs integer not null,
  at timestamptz not null default now()
);
