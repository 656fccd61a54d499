-- A case that never had a deadline was closed neither in time nor late: it is counted apart and stays out of the on-time rate.
alter table cases.tally add column closed_undated integer not null default 0;
