create schema notifications;

create table notifications.notice (
  id uuid primary key,
  -- An account or a resident.
  recipient_id uuid not null,
  at timestamptz not null,
  kind text not null,
  title jsonb not null,
  number text,
  read_at timestamptz
);
create index notice_recipient on notifications.notice (recipient_id, at desc, id desc);
create index notice_unread on notifications.notice (recipient_id) where read_at is null;

create table notifications.preference (
  account_id uuid primary key,
  digest boolean not null default true,
  reminders boolean not null default true,
  mail text
);

create table notifications.webhook (
  id uuid primary key,
  url text not null,
  events text[] not null,
  active boolean not null default true,
  created_at timestamptz not null default now()
);

create table notifications.delivery (
  id uuid primary key,
  webhook_id uuid not null constraint delivery_webhook_fkey references notifications.webhook (id) on delete cascade,
  at timestamptz not null default now(),
  event text not null,
  subject text,
  payload jsonb not null,
  attempts integer not null default 0,
  state text not null default 'waiting' constraint delivery_state_check check (state in ('waiting', 'delivered', 'given-up')),
  next_at timestamptz not null default now(),
  status integer,
  error text
);
create index delivery_waiting on notifications.delivery (next_at) where state = 'waiting';
create index delivery_webhook on notifications.delivery (webhook_id, at desc, id desc);

-- Texts that wait to be sent; telephone numbers are looked up at sending and are not kept here.
create table notifications.message (
  id uuid primary key,
  resident_id uuid not null,
  text text not null,
  at timestamptz not null default now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  next_at timestamptz not null default now(),
  error text
);
create index message_waiting on notifications.message (next_at) where sent_at is null and attempts < 8;
