-- Every fact with where it came from; the newest per person, trait and source.
-- Statistics of columns (auto_statistics_types) cost an eighth of each insert and tell nothing that the order of rows does not.
CREATE TABLE IF NOT EXISTS facts (
  workspace_id UUID,
  person UInt32,
  trait LowCardinality(String),
  source_id UUID,
  text String,
  num Nullable(Float64),
  origin LowCardinality(String),
  class LowCardinality(String),
  at DateTime64(3),
  version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace_id, person, trait, source_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, auto_statistics_types = '';

-- The current value of each trait, laid out for filtering: one trait lies together, people in order.
CREATE TABLE IF NOT EXISTS traits (
  workspace_id UUID,
  trait LowCardinality(String),
  person UInt32,
  text String,
  num Nullable(Float64),
  source_id UUID,
  origin LowCardinality(String),
  at DateTime64(3),
  version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace_id, trait, person)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, auto_statistics_types = '';

-- Identity key of events → person. A merge writes a newer row.
-- Insert workspace_id, kind, value, person, version: the key is computed here and the value is not kept.
CREATE TABLE IF NOT EXISTS identity (
  workspace_id UUID,
  kind String EPHEMERAL,
  value String EPHEMERAL,
  key UInt64 DEFAULT cityHash64(workspace_id, kind, value),
  person UInt32,
  version UInt64
) ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace_id, key)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, auto_statistics_types = '';

-- Facts come in by the column: one line with one trait of many people, spread here over both tables.
-- version: milliseconds in the upper 44 bits, the order of writing (tie) in the lower 20.
CREATE TABLE IF NOT EXISTS facts_in (
  workspace_id UUID,
  source_id UUID,
  trait String,
  origin String,
  class String,
  at DateTime64(3),
  tie UInt64,
  person Array(UInt32),
  text Array(String),
  num Array(Nullable(Float64))
) ENGINE = Null;

CREATE MATERIALIZED VIEW IF NOT EXISTS facts_spread TO facts AS
SELECT workspace_id, person, trait, source_id, text, num, origin, class, at,
  bitShiftLeft(toUInt64(greatest(toUnixTimestamp64Milli(at), 0)), 20) + tie AS version
FROM facts_in ARRAY JOIN person, text, num;

CREATE MATERIALIZED VIEW IF NOT EXISTS traits_spread TO traits AS
SELECT workspace_id, trait, person, text, num, source_id, origin, at,
  bitShiftLeft(toUInt64(greatest(toUnixTimestamp64Milli(at), 0)), 20) + tie AS version
FROM facts_in ARRAY JOIN person, text, num;
