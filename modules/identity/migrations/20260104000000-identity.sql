create schema identity;

-- Staff. A password hash is argon2id; null where the account signs in by single sign-on alone.
create table identity.account (
  id uuid primary key,
  username text collate "C" not null constraint account_username_key unique,
  person_id uuid not null constraint account_person_key unique,
  password_hash text,
  password_changed_at timestamptz,
  -- The password was made up by an administrator and must be changed at the first sign-in, before this moment.
  one_time_until timestamptz,
  oidc_subject text constraint account_oidc_subject_key unique,
  -- Secrets of the second factor, sealed; the step of the last code taken, so that none is taken twice.
  second_factor bytea,
  second_factor_pending bytea,
  second_factor_step bigint,
  disabled_at timestamptz,
  last_sign_in_at timestamptz,
  created_at timestamptz not null
);

-- Residents as they may be shown to anyone who sees their matters. Erasing leaves the row as a tombstone.
create table identity.resident (
  id uuid primary key,
  masked_name text not null,
  masked_phone text,
  anonymous boolean not null,
  created_at timestamptz not null,
  erased_at timestamptz
);

-- Their contact data: ciphertexts, and an HMAC of the telephone to find it by. No row shows, and none can be written, in a transaction
-- that has not said what for; that holds for every query of the product, also for one that somebody forgot to think about.
create table identity.contact (
  resident_id uuid primary key references identity.resident (id) on delete cascade,
  phone_index bytea constraint contact_phone_key unique,
  name bytea,
  phone bytea,
  address bytea
);
alter table identity.contact enable row level security;
alter table identity.contact force row level security;
create policy for_a_purpose on identity.contact
  using (coalesce(current_setting('gongzhi.purpose', true), '') <> '')
  with check (coalesce(current_setting('gongzhi.purpose', true), '') <> '');

-- Records contacts, each found by its telephone or new. The purpose holds inside the function and ends with it.
create function identity.record_contacts(contacts jsonb, moment timestamptz)
returns table (place integer, resident_id uuid, lacks_name boolean, lacks_address boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := coalesce(current_setting('gongzhi.purpose', true), '');
begin
  perform set_config('gongzhi.purpose', 'record', true);
  with given as materialized (
    select * from jsonb_to_recordset(contacts) as c(place integer, id uuid, phone_index text, phone text, name text, address text, masked_name text, masked_phone text, anonymous boolean)
  ), taken as (
    insert into identity.contact (resident_id, phone_index, phone, name, address)
    select g.id, decode(g.phone_index, 'hex'), decode(g.phone, 'hex'), decode(g.name, 'hex'), decode(g.address, 'hex') from given g
    order by g.phone_index
    on conflict (phone_index) do nothing
    returning contact.resident_id
  )
  insert into identity.resident (id, masked_name, masked_phone, anonymous, created_at)
  select g.id, g.masked_name, g.masked_phone, g.anonymous, moment from given g where g.id in (select t.resident_id from taken t);
  -- A second statement, so that it sees a row that another transaction has just put in our way. The digest is computed first: under row-level
  -- security only a bare column is compared through the index.
  return query
    with given as materialized (
      select g.place, g.id, decode(g.phone_index, 'hex') as phone_index, g.name is not null as names, g.address is not null as addresses
      from jsonb_to_recordset(contacts) as g(place integer, id uuid, phone_index text, name text, address text)
    )
    select g.place, c.resident_id, false, false from given g join identity.contact c on c.resident_id = g.id
    union all
    select g.place, c.resident_id, c.name is null and g.names, c.address is null and g.addresses
    from given g join identity.contact c on c.phone_index = g.phone_index and c.resident_id <> g.id;
  perform set_config('gongzhi.purpose', before, true);
end $$;

-- Adds to known residents what was missing; of two who add at once the first is kept.
create function identity.complete_contacts(contacts jsonb) returns void language plpgsql as $$
declare
  before text := coalesce(current_setting('gongzhi.purpose', true), '');
begin
  perform set_config('gongzhi.purpose', 'record', true);
  with given as (
    select * from jsonb_to_recordset(contacts) as g(id uuid, name text, masked_name text) where g.name is not null
  ), named as (
    update identity.contact c set name = decode(g.name, 'hex') from given g where c.resident_id = g.id and c.name is null returning c.resident_id, g.masked_name
  )
  update identity.resident r set masked_name = n.masked_name, anonymous = false from named n where r.id = n.resident_id;
  update identity.contact c set address = decode(g.address, 'hex')
  from jsonb_to_recordset(contacts) as g(id uuid, address text) where c.resident_id = g.id and c.address is null and g.address is not null;
  perform set_config('gongzhi.purpose', before, true);
end $$;

create function identity.resident_of_phone(index text) returns uuid
language plpgsql as $$
declare
  before text := coalesce(current_setting('gongzhi.purpose', true), '');
  found_id uuid;
begin
  perform set_config('gongzhi.purpose', 'find', true);
  select c.resident_id into found_id from identity.contact c where c.phone_index = decode(index, 'hex');
  perform set_config('gongzhi.purpose', before, true);
  return found_id;
end $$;

create table identity.session (
  id uuid primary key,
  secret_hash bytea not null constraint session_secret_key unique,
  account_id uuid references identity.account (id) on delete cascade,
  resident_id uuid references identity.resident (id) on delete cascade,
  -- Not by single sign-on: a one-time password has to be changed first.
  by_password boolean not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_of_one check (num_nonnulls(account_id, resident_id) = 1)
);
create index session_account on identity.session (account_id);
create index session_resident on identity.session (resident_id);
create index session_expiry on identity.session (expires_at);

create table identity.token (
  id uuid primary key,
  secret_hash bytea not null constraint token_secret_key unique,
  name text not null,
  scopes text[] not null,
  area_code text collate "C" not null default '',
  created_by uuid references identity.account (id),
  -- Made on the command line, by whoever holds the machine.
  by_command boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- Failed sign-ins by HMAC of the username or of the address, whether or not such an account exists.
create table identity.attempt (
  key bytea primary key,
  -- With a fraction, for failures are forgotten little by little.
  failures double precision not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index attempt_last on identity.attempt (last_at);

-- The last one-time code of a telephone: HMACs only.
create table identity.phone_code (
  phone_index bytea primary key,
  code bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  -- How many were sent since when, for the limit of a day.
  first_sent_at timestamptz not null,
  sent integer not null default 1
);

-- The audit log: numbered without gap, each line bound to the one before.
create table identity.audit_entry (
  no bigint primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  action text not null,
  subject text,
  purpose text,
  address text,
  detail jsonb not null,
  hash bytea not null
);
create index audit_entry_at on identity.audit_entry (at);
create index audit_entry_action on identity.audit_entry (action, no);
create index audit_entry_actor on identity.audit_entry (actor_id, no);
create index audit_entry_subject on identity.audit_entry (subject, no);

-- Its end. Whoever appends locks this row first, so there is one writer at a time.
create table identity.audit_head (
  single boolean primary key default true check (single),
  no bigint not null,
  hash bytea not null,
  seal bytea
);
insert into identity.audit_head (no, hash) values (0, decode(repeat('00', 32), 'hex'));

create function identity.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete on identity.audit_entry for each row execute function identity.refuse_change();
create trigger audit_entry_no_truncate before truncate on identity.audit_entry for each statement execute function identity.refuse_change();

-- With which master key this database was sealed.
create table identity.master_key (
  single boolean primary key default true check (single),
  key_id bytea not null
);
