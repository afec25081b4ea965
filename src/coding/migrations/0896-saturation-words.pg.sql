-- Why a member says that enough was heard in a study although the two measures do not agree: kept with its date, never over another.
create table saturation_words (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  why text not null check (why <> ''),
  -- Coded conversations when it was written.
  conversations int not null,
  written_by uuid references members (id) on delete set null,
  written_at timestamptz not null
);
create index saturation_words_by_study on saturation_words (study_id, id desc);
