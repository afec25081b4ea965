-- What each participant said in each interview, counted: one row per form, function words too. Only the newest generation of an
-- interview counts.
CREATE TABLE IF NOT EXISTS spoken_terms (
  workspace_id UUID,
  language LowCardinality(String),
  interview_id UUID,
  study_id UUID,
  speaker_id UUID,
  person UInt32,
  stem String,
  form String,
  occurrences UInt32,
  -- Positions of the utterances it stands in.
  places Array(UInt32),
  stemmer LowCardinality(String),
  generation UInt64
) ENGINE = MergeTree
ORDER BY (workspace_id, language, stem, person, interview_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
