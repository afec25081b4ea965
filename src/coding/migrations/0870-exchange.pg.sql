-- What was taken out of the program: who took what of which study when. No study: the whole workspace.
create table coding_exports (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid references studies (id) on delete set null,
  -- project, codebook, quotes, matrix, report, report print
  kind text not null,
  member_id uuid references members (id) on delete set null,
  -- Coded passages or conversations in it.
  passages int not null default 0,
  interviews int not null default 0,
  at timestamptz not null default now()
);
create index coding_exports_by_workspace on coding_exports (workspace_id, id desc);

-- Whose words were in it, so that a withdrawal finds who has them.
create table coding_export_people (
  export_id uuid not null references coding_exports (id) on delete cascade,
  person_no bigint not null,
  workspace_id uuid not null,
  primary key (export_id, person_no)
);
create index coding_export_people_by_person on coding_export_people (workspace_id, person_no);

-- A codebook or project brought in from another program, and what became of each thing in it.
create table coding_imports (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid references studies (id) on delete set null,
  file_name text not null,
  -- Keyed hash of the file: brought again into the same study it is known.
  fingerprint text not null,
  origin text not null default '',
  counts jsonb not null,
  report jsonb not null,
  member_id uuid references members (id) on delete set null,
  at timestamptz not null default now()
);
create index coding_imports_by_workspace on coding_imports (workspace_id, id desc);

-- What a member wrote over an item of the COREQ checklist; what the program knows itself is worked out anew at every read.
create table coreq_answers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  item int not null check (item between 1 and 32),
  answer text not null,
  version int not null default 1,
  member_id uuid references members (id) on delete set null,
  at timestamptz not null default now(),
  primary key (study_id, item)
);
