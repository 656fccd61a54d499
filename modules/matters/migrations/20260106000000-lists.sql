-- A community lists its matters all day long: without this its page is searched for among those of the whole district.
create index matter_community on matters.matter (left(area_code, 12), opened_at desc, id desc);
-- What stands longest, among what is open.
create index matter_since on matters.matter (state_since desc, id desc) where closed_at is null;
