-- The key from which every key of this database is derived, sealed with the master key: a new master key seals this row anew and nothing else.
create table identity.data_key (
  single boolean constraint data_key_pkey primary key default true constraint data_key_single check (single),
  wrapped bytea not null,
  -- Id of the master key that opens it.
  wrapped_with bytea not null,
  -- The database is older than this table: its data key is the master key that it began with.
  was_master boolean not null,
  wrapped_at timestamptz not null default now()
);
comment on column identity.master_key.key_id is 'id of the data key, which stands in every ciphertext';
