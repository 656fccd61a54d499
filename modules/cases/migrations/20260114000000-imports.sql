-- An upload of a list of cases, what was chosen for it, how far it is and what came of it.
create table cases.import (
  id uuid primary key,
  file_name text not null,
  path text not null,
  uploaded_by uuid,
  uploader text not null,
  -- Areas in which the uploader may import; the job works for that person.
  areas text[] not null,
  choices jsonb,
  dry_run boolean not null default false,
  state text not null constraint import_state_check check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer,
  report jsonb,
  error text,
  at timestamptz not null default now(),
  ended_at timestamptz
);
create index import_at on cases.import (at desc, id desc);
