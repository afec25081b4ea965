-- A passage that was cut in two with its turn: the second part says of which it is the rest. When the turns are put together again it is
-- one passage again, and the rest is kept as removed.
alter table highlights add column continues_id uuid references highlights (id) on delete set null;
create index highlights_by_continued on highlights (continues_id) where continues_id is not null;

-- Where two turns were put together, and what the second was, so that they can be taken apart again. Moves with corrections; holds no words.
create table turn_joints (
  -- The turn that was put to the one before.
  id uuid primary key,
  workspace_id uuid not null,
  utterance_id uuid not null references utterances (id) on delete cascade,
  -- Where it begins, in codepoints of the turn that holds it now.
  at int not null check (at > 0),
  speaker_id uuid not null references speakers (id) on delete cascade,
  start_ms int,
  end_ms int,
  -- When the turn before it ended.
  before_end_ms int
);
create index turn_joints_by_utterance on turn_joints (utterance_id);
create index turn_joints_by_speaker on turn_joints (speaker_id);
