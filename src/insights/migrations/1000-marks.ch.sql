-- Who has each value of a trait, reaches each round number and did each event: worked out now and then for portraits, in memory only.
-- Everybody, whatever they permit: a portrait lets permission cut it at every read.
CREATE TABLE IF NOT EXISTS kept_marks (
  workspace_id UUID,
  batch UUID,
  at DateTime64(3),
  -- value, at least, event; known: of whom the trait is known at all
  kind LowCardinality(String),
  name String,
  value String,
  people AggregateFunction(groupBitmap, UInt32)
) ENGINE = Memory;
