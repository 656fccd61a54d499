-- One survey per closing. The token itself is kept nowhere: it is derived from the master key again when the message is written.
create table cases.survey (
  token_hash bytea primary key,
  matter_id uuid not null,
  -- How often the case had been reopened before this closing.
  closing integer not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint survey_closing_key unique (matter_id, closing)
);
