-- Muster: who can be called, who was called, posts, shifts, needs and safety counts. The ledger holds the matter and the situation log.
create table command.muster_responder (
  id uuid primary key,
  name text not null,
  -- Where the telephone is kept, sealed; for text messages.
  resident_id uuid,
  -- Of staff: for notices in the product.
  account_id uuid,
  area_code text collate "C" not null,
  team text,
  post text not null,
  skills text[] not null default '{}',
  active boolean not null default true,
  constraint muster_responder_once unique (resident_id)
);
create index muster_responder_area on command.muster_responder (area_code, id);
create index muster_responder_account on command.muster_responder (account_id);

create table command.muster_head (
  id uuid primary key,
  number text collate "C" not null unique,
  area_code text collate "C" not null,
  title text not null,
  rehearsal boolean not null,
  code text not null,
  longitude double precision,
  latitude double precision,
  radius integer not null,
  called_at timestamptz not null,
  ended_at timestamptz
);
create index muster_head_page on command.muster_head (rehearsal, called_at, id);
-- A code belongs to one muster at a time.
create unique index muster_head_code on command.muster_head (code) where ended_at is null;

create table command.muster_member (
  muster_id uuid not null references command.muster_head on delete cascade,
  responder_id uuid not null references command.muster_responder,
  called_at timestamptz not null,
  told_at timestamptz,
  coming boolean,
  reason text,
  answered_at timestamptz,
  signed_at timestamptz,
  signed_by text,
  metres integer,
  safe_at timestamptz,
  left_at timestamptz,
  primary key (muster_id, responder_id)
);
create index muster_member_responder on command.muster_member (responder_id);
create index muster_member_untold on command.muster_member (muster_id) where told_at is null;

create table command.muster_post (
  id uuid primary key,
  muster_id uuid not null references command.muster_head on delete cascade,
  name text not null,
  wanted integer not null,
  longitude double precision,
  latitude double precision,
  constraint muster_post_once unique (muster_id, name)
);

create table command.muster_shift (
  id uuid primary key,
  muster_id uuid not null,
  post_id uuid not null references command.muster_post on delete cascade,
  responder_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  foreign key (muster_id, responder_id) references command.muster_member on delete cascade
);
-- Nobody stands in two places at once.
create unique index muster_shift_one on command.muster_shift (responder_id) where ended_at is null;
create index muster_shift_muster on command.muster_shift (muster_id, from_at);

create table command.muster_need (
  id uuid primary key,
  muster_id uuid not null references command.muster_head on delete cascade,
  what text not null,
  amount text,
  at timestamptz not null,
  by_name text not null,
  met_at timestamptz,
  met_by text
);
create index muster_need_muster on command.muster_need (muster_id, at);

create table command.muster_count (
  id uuid primary key,
  muster_id uuid not null references command.muster_head on delete cascade,
  at timestamptz not null,
  by_name text not null,
  ended_at timestamptz,
  -- As it stood when it was ended.
  expected integer,
  safe integer
);
-- One safety count at a time.
create unique index muster_count_one on command.muster_count (muster_id) where ended_at is null;
create index muster_count_muster on command.muster_count (muster_id, at);
