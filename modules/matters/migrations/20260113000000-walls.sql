-- The walls are read newest first, open and ended ones apart: each along its own index, so that the few open ones are not looked for among all.
drop index matters.matter_public;
create index matter_public_open on matters.matter (opened_at desc, id desc) where public and closed_at is null;
create index matter_public_ended on matters.matter (closed_at desc, id desc) where public and closed_at is not null;
