-- What a member writes of one participant and one theme (a code with those below it). About the person, so it goes with them.
create table framework_summaries (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  person_no bigint not null,
  code_id uuid not null references codes (id) on delete cascade,
  text text not null,
  version int not null default 1,
  written_by uuid references members (id) on delete set null,
  written_at timestamptz not null,
  unique (study_id, person_no, code_id)
);
create index framework_summaries_by_person on framework_summaries (workspace_id, person_no);

-- The quotes that stood under it when it was written, so that it can say which are there no longer. Of their words a keyed hash, to see a
-- correction; no words.
create table framework_quotes (
  summary_id uuid not null references framework_summaries (id) on delete cascade,
  highlight_id uuid not null,
  words_hash text not null,
  primary key (summary_id, highlight_id)
);

-- What stood there before; what one member writes within ten minutes is one writing.
create table framework_versions (
  summary_id uuid not null references framework_summaries (id) on delete cascade,
  version int not null,
  text text not null,
  written_by uuid references members (id) on delete set null,
  written_at timestamptz not null,
  primary key (summary_id, version)
);
