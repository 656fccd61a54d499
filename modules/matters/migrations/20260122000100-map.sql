-- Counts by grid, for the map from afar, are read from this index alone; the ledger's rows are some fifteen times as wide.
create index matter_ground on matters.matter (area_code) include (kind, state, category, opened_at, closed_at, due_at);
-- The map from near shows what is open, a hundredth of an old ledger.
create index matter_place_open on matters.matter using gist (location) where closed_at is null;
