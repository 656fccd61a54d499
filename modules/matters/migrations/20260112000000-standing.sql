-- What stood open past its due time at a moment of the past is asked by place, unit and category: those ended late since then, with all that is asked.
drop index matters.matter_late;
create index matter_late on matters.matter (closed_at) include (due_at, area_code, lead_id, category, channel, outcome, kind) where closed_at > due_at;
create index clock_late on matters.clock (stopped_at) include (name, due_at, matter_id) where breached;
