-- What a turn said before a member corrected it, for as long as they can take that back: the words that do not stand, and where its passages were in them.
-- Goes with the turn, and with the line of the history that would bring it back.
create table turn_corrections (
  id uuid primary key,
  workspace_id uuid not null,
  utterance_id uuid not null references utterances (id) on delete cascade,
  -- Null for the moment until the line is written.
  log_id bigint references coding_log (id) on delete cascade,
  text text not null,
  -- SHA-256 of the words that must stand for these to come back.
  stands bytea not null,
  -- [highlight, start, end] in codepoints of `text`.
  anchors jsonb not null
);
create index turn_corrections_by_utterance on turn_corrections (utterance_id);
create index turn_corrections_by_log on turn_corrections (log_id);
