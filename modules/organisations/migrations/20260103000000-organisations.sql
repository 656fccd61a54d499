-- Organisations of every type, their posts and who holds them, the categories of requests and who answers for them where.
create schema organisations;

create table organisations.organisation (
  id uuid primary key,
  -- Unified social credit code (GB 32100), checked before it comes here.
  code text,
  name jsonb not null,
  short_name text not null,
  type text not null,
  area_code text collate "C" not null,
  parent_id uuid,
  -- First day on which it no longer exists.
  dissolved_on date,
  dissolved_because text,
  constraint organisation_code_once unique (code),
  -- Deferred, so that a whole tree may come in one statement.
  constraint organisation_parent foreign key (parent_id) references organisations.organisation deferrable initially deferred,
  constraint organisation_parent_other check (parent_id <> id)
);
create index organisation_place on organisations.organisation (area_code, id);
create index organisation_children on organisations.organisation (parent_id);

create table organisations.post_template (
  code text primary key,
  organisation_type text not null,
  title jsonb not null,
  role text not null,
  seats integer not null,
  term_years integer,
  -- In the order in which they were entered, leaders first.
  place bigint generated always as identity,
  constraint post_template_seats check (seats between 1 and 50)
);

create table organisations.post (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  title text not null,
  role text not null,
  -- The template it came from; kept as a plain code, so that a template may change without touching posts.
  template text,
  term_years integer,
  -- Removed posts stay for the tenures that they had.
  removed_on date,
  place bigint generated always as identity
);
create index post_organisation on organisations.post (organisation_id, place);

create table organisations.person (
  id uuid primary key,
  name text not null,
  -- Of staff, for duty; shown only to those who keep posts and accounts.
  phone text
);
create index person_name on organisations.person (name collate "C", id);

-- A person in a post from a day to the first day no longer in it. Two at once are a doubled post: shown, not hidden.
create table organisations.tenure (
  id uuid primary key,
  post_id uuid not null references organisations.post,
  person_id uuid not null references organisations.person,
  since date not null,
  until date,
  constraint tenure_order check (until is null or until >= since)
);
create index tenure_post on organisations.tenure (post_id, since);
create index tenure_person on organisations.tenure (person_id, since);

create table organisations.category (
  code text collate "C" primary key,
  parent text collate "C",
  name jsonb not null,
  class text not null,
  "limit" jsonb,
  words jsonb not null,
  wall jsonb not null,
  active boolean not null default true,
  constraint category_parent foreign key (parent) references organisations.category deferrable initially deferred,
  constraint category_parent_other check (parent <> code)
);

-- Who leads and who assists for a category at a place and all below it.
create table organisations.responsibility (
  id uuid primary key,
  category text collate "C" not null references organisations.category deferrable initially deferred,
  area_code text collate "C" not null,
  lead_organisation_id uuid not null references organisations.organisation,
  assist_organisation_ids uuid[] not null default '{}',
  "limit" jsonb,
  constraint responsibility_once unique (category, area_code)
);
create index responsibility_lead on organisations.responsibility (lead_organisation_id);
create index responsibility_assist on organisations.responsibility using gin (assist_organisation_ids);

-- Counted up by every change, so that processes know when what they hold is stale.
create table organisations.revision (
  subject text primary key,
  number bigint not null default 0
);
insert into organisations.revision (subject) values ('organisation'), ('category');
