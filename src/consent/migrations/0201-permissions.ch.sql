-- Projection of PostgreSQL's view permission: four bits per purpose, 0 = may, otherwise why not.
CREATE TABLE IF NOT EXISTS permissions (
  workspace_id UUID,
  scope LowCardinality(String),
  person UInt32,
  standing UInt32,
  gone UInt8 DEFAULT 0,
  version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace_id, scope, person)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
