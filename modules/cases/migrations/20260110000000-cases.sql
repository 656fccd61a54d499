create schema cases;

-- Terms, window, weights and script in force: each change is a new version, none is lost.
create table cases.rules (
  version integer primary key,
  value jsonb not null,
  at timestamptz not null default now(),
  by text not null
);

-- The key of an Idempotency-Key that opened a case, so that a repeat after a crash finds it.
create table cases.request (
  key text primary key,
  number text not null,
  at timestamptz not null default now()
);
