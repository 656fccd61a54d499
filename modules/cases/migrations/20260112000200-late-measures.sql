-- What ended too late stood open past its due time until then, and counts against every period that ended in between.
alter table cases.measure add column due_at timestamptz;
create index measure_late on cases.measure (measure, at) include (due_at, area_code, unit_id, category, channel) where due_at is not null;
