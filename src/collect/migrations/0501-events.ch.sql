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
  context String
) ENGINE = ReplacingMergeTree(received_at)
PARTITION BY toYear(day)
ORDER BY (workspace_id, name, day, key, message_hash)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- The same events in the order they came, for a week: the live view and the job that finds new people read it.
CREATE TABLE IF NOT EXISTS arrivals (
  -- By the engine's clock: copies of the program may disagree about the time, and the reader's mark must not.
  stored_at DateTime64(3) DEFAULT now64(3),
  received_at DateTime64(3),
  workspace_id UUID,
  source_id UUID,
  name LowCardinality(String),
  type LowCardinality(String),
  id_kind LowCardinality(String),
  id_value String,
  anonymous_id String,
  message_id String,
  at DateTime64(3),
  held UInt8,
  traits String,
  context String
) ENGINE = MergeTree
PARTITION BY toDate(received_at)
ORDER BY stored_at
TTL toDate(received_at) + INTERVAL 7 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS arrivals_feed TO arrivals AS
SELECT received_at, workspace_id, source_id, name, type, id_kind, id_value, anonymous_id, message_id, at, held,
  if(type IN ('identify', 'alias'), traits, '') AS traits,
  if(position(context, '"consent"') > 0, context, '') AS context
FROM events;
