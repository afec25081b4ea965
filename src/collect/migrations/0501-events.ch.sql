CREATE TABLE IF NOT EXISTS events (
  workspace_id UUID,
  name LowCardinality(String),
  day Date DEFAULT toDate(at),
  -- Identity key of the strongest identifier on the event; the same expression as in table identity.
  key UInt64 DEFAULT cityHash64(workspace_id, id_kind, id_value),
  id_kind LowCardinality(String),
  id_value String,
  message_id String,
  message_hash UInt64 DEFAULT reinterpretAsUInt64(MD5(message_id)),
  type LowCardinality(String),
  at DateTime64(3),
  received_at DateTime64(3),
  source_id UUID,
  anonymous_id String,
  -- JSON text exactly as sent.
  properties String,
  traits String,
  context String
) ENGINE = ReplacingMergeTree(received_at)
PARTITION BY toYYYYMM(day)
ORDER BY (workspace_id, name, day, key, message_hash)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
