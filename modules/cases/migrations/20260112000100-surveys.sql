-- The survey of a closed case that its reporter is asked with a link. The token of the link is kept nowhere: it is derived from the
-- master key again when the message is written. A closing after a reopening asks anew.
create table cases.survey (
  matter_id uuid primary key,
  token_hash bytea not null constraint survey_token_key unique,
  expires_at timestamptz not null,
  used_at timestamptz
);
