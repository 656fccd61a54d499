-- For whoever lost the device of the second factor: each code signs in once. Kept as an HMAC, so that a stolen database gives none away.
create table identity.recovery_code (
  account_id uuid not null constraint recovery_code_account_fkey references identity.account (id) on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  constraint recovery_code_pkey primary key (account_id, digest)
);
