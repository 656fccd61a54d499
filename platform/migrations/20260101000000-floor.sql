-- What knows nothing of governance: kept answers, the outbox of facts and how far each consumer has read it.
create table platform.request (
  key text primary key,
  digest text not null,
  status integer,
  answer jsonb,
  at timestamptz not null default now()
);
create index request_at on platform.request (at);

create table platform.fact (
  id bigint generated always as identity primary key,
  -- The transaction that wrote it: a consumer reads only what no running transaction can still precede.
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  name text not null,
  subject uuid,
  area_code text collate "C",
  data jsonb not null
);
create index fact_order on platform.fact (tx, id);

create table platform.cursor (
  consumer text primary key,
  tx xid8 not null default '0',
  id bigint not null default 0,
  at timestamptz not null default now()
);

create table platform.setting (
  name text primary key,
  value jsonb not null
);
