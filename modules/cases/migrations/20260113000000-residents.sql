-- The secret links by which reports are followed: the token itself is derived from the matter and never stored.
create table cases.follow (
  token_hash bytea primary key,
  matter_id uuid not null,
  number text not null
);

-- Cases that a rule wants on the walls. A job takes them up; `left_because` says why one was left to a person.
create table cases.publication_due (
  matter_id uuid primary key,
  number text not null,
  at timestamptz not null default now(),
  left_because text
);
create index publication_due_waiting on cases.publication_due (at) where left_because is null;

create table cases.comment (
  id uuid primary key,
  matter_id uuid not null,
  number text not null,
  -- Of the day of the comment: it decides who moderates.
  area_code text collate "C" not null,
  resident_id uuid not null,
  author text not null,
  text text not null,
  state text not null default 'waiting' constraint comment_state_check check (state in ('waiting', 'shown', 'hidden')),
  at timestamptz not null,
  moderated_at timestamptz,
  moderated_by text,
  reason text
);
create index comment_matter on cases.comment (matter_id, at);
create index comment_state on cases.comment (state, at desc, id desc);

create table cases.liking (
  matter_id uuid not null,
  resident_id uuid not null,
  at timestamptz not null default now(),
  primary key (matter_id, resident_id)
);
