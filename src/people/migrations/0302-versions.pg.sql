-- ClickHouse keeps the row with the highest version: one counter for identities, one to part facts of the same moment.
create sequence identity_version;
create sequence fact_version;
