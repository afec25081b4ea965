-- A round of blind double coding: some conversations of a study, coded by several members of whom none sees what the others do.
create table coding_rounds (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  name text not null check (name <> ''),
  -- open: coding blind; comparing: agreement is seen and disagreements are settled; settled: it is the study's coding.
  state text not null default 'open' check (state in ('open', 'comparing', 'settled', 'cancelled')),
  -- With it the conversations were drawn; null: chosen by hand.
  seed int,
  begun_at timestamptz not null,
  begun_by uuid,
  ended_at timestamptz,
  settled_at timestamptz
);
create index coding_rounds_by_study on coding_rounds (workspace_id, study_id);

create table round_interviews (
  round_id uuid not null references coding_rounds (id) on delete cascade,
  interview_id uuid not null references interviews (id) on delete cascade,
  workspace_id uuid not null,
  primary key (round_id, interview_id)
);
create index round_interviews_by_interview on round_interviews (interview_id);

create table round_coders (
  round_id uuid not null references coding_rounds (id) on delete cascade,
  user_id uuid not null,
  workspace_id uuid not null,
  -- Their order on every screen.
  place int not null,
  finished_at timestamptz,
  primary key (round_id, user_id)
);

-- The codes all of them use: those that were there when it began.
create table round_codes (
  round_id uuid not null references coding_rounds (id) on delete cascade,
  code_id uuid not null references codes (id) on delete cascade,
  workspace_id uuid not null,
  primary key (round_id, code_id)
);
create index round_codes_by_code on round_codes (code_id);

-- While a round runs, every highlight of its conversations lies aside: without a coder those of the study, with one what they marked blind.
-- To whoever reads highlights they are removed, so nothing of them can be seen, counted, found or taken out; they move with the words as ever.
alter table highlights
  add column round_id uuid references coding_rounds (id) on delete set null,
  add column coder_id uuid,
  add check (round_id is null or removed_at is not null);
create index highlights_by_round on highlights (round_id) where round_id is not null;

-- The codes of blind marks, and once they are compared, whether they are kept.
create table round_marks (
  highlight_id uuid not null references highlights (id) on delete cascade,
  code_id uuid not null references codes (id) on delete cascade,
  workspace_id uuid not null,
  kept boolean,
  settled_by uuid,
  settled_at timestamptz,
  note text not null default '',
  primary key (highlight_id, code_id)
);
create index round_marks_by_code on round_marks (code_id);
