-- A report of a month. Its figures are those of the moment it was written; an issued one is never changed, a correction is the next edition.
create table command.report (
  id uuid primary key,
  area_code text collate "C" not null,
  month date not null,
  edition integer not null,
  state text not null default 'draft' check (state in ('draft', 'issued')),
  title text not null,
  sections jsonb not null,
  figures jsonb not null,
  version integer not null default 1,
  written_by text not null,
  written_at timestamptz not null,
  issued_by text,
  issued_at timestamptz,
  hash text,
  constraint report_edition unique (area_code, month, edition)
);
-- One draft at a time.
create unique index report_draft on command.report (area_code, month) where state = 'draft';
create index report_list on command.report (month desc, id desc);

-- Frozen by the database, whoever asks.
create function command.keep_issued_report() returns trigger language plpgsql as $$
begin
  if old.state = 'issued' then
    raise exception 'an issued report is not changed' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end
$$;
create trigger report_frozen before update or delete on command.report for each row execute function command.keep_issued_report();
