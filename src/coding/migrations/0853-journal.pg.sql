-- What a member thinks of their own part in a study, by day. Theirs alone until they share it.
create table journal_entries (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  written_on date not null,
  text text not null,
  version int not null default 1,
  shared_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index journal_entries_by_study on journal_entries (study_id, user_id, written_on desc);
