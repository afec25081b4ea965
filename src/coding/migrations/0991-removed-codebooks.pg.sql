-- A codebook that was removed keeps its name and studies, so that it can be brought back; another may have the name meanwhile.
alter table codebooks add column removed_at timestamptz;
drop index codebooks_by_name;
create unique index codebooks_by_name on codebooks (workspace_id, lower(name)) where removed_at is null;
