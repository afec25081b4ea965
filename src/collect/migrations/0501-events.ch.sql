-- A message sent twice collapses when parts merge; until then queries count distinct message_hash.
CREATE TABLE IF NOT EXISTS events (
  workspace_id UUID,
  name LowCardinality(String),
  day Date DEFAULT toDate(at),
  -- Identity key of the strongest identifier on the event; the same expression as in table identity.
  key UInt64 DEFAULT cityHash64(workspace_id, id_kind, id_value),
  id_kind LowCardinality(String),
  id_value String,
  message_id String,
  message_hash UInt64 DEFAULT cityHash64(message_id),
  type LowCardinality(String),
  at DateTime64(3),
  received_at DateTime64(3),
  source_id UUID,
  anonymous_id String,
  -- 1: the person said no to analysis, so only that word was kept.
  held UInt8 DEFAULT 0,
  -- JSON text exactly as sent.
  properties String,
  traits String,
  context String,
  -- When it was written, by the engine's clock: copies of the program may disagree about the time, and the reader's mark must not.
  -- All rows of one insert have the same, and appear together. Granules lie by day, so the index leaves out nearly all of them.
  stored_at DateTime64(3) DEFAULT now64(3),
  -- 1: the event says something of the person (traits, consent) that must be read when it came.
  speaks UInt8 DEFAULT (type IN ('identify', 'alias') AND traits NOT IN ('', '{}')) OR position(context, '"consent"') > 0,
  INDEX by_stored stored_at TYPE minmax GRANULARITY 1
) ENGINE = ReplacingMergeTree(received_at)
PARTITION BY toYear(day)
ORDER BY (workspace_id, name, day, key, message_hash)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
