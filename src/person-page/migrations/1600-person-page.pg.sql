-- A participant's way to their own page, without an account. The address itself is kept nowhere: it is this id, signed with the
-- installation's secret.
create table person_links (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  participant_id uuid not null references participants (id) on delete cascade,
  made_at timestamptz not null,
  made_by uuid references members (id) on delete set null,
  expires_at timestamptz not null,
  mailed_at timestamptz,
  opened_at timestamptz,
  revoked_at timestamptz
);
-- One link is in force at a time.
create unique index person_links_in_force on person_links (participant_id) where revoked_at is null;

-- A participant has read what was written down of them and says it is right. `text_version` is the sum of the versions of their turns: when a
-- turn is corrected afterwards it is another text than the one they approved.
create table transcript_approvals (
  workspace_id uuid not null,
  participant_id uuid not null references participants (id) on delete cascade,
  interview_id uuid not null references interviews (id) on delete cascade,
  text_version bigint not null,
  at timestamptz not null,
  primary key (participant_id, interview_id)
);

-- A turn whose words the participant has corrected themself, and to which version. What it said before is not kept.
create table own_corrections (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null,
  participant_id uuid not null references participants (id) on delete cascade,
  utterance_id uuid not null references utterances (id) on delete cascade,
  version int not null,
  at timestamptz not null
);
create index own_corrections_by_participant on own_corrections (participant_id);

-- What somebody took back, as their receipt says it. It names nobody; after an erasure nothing leads from it to a person.
create table withdrawals (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid references studies (id) on delete set null,
  participant_id uuid references participants (id) on delete set null,
  uses text[] not null,
  receipt jsonb not null,
  at timestamptz not null
);
create index withdrawals_by_participant on withdrawals (participant_id);

-- Who took words out of the program before they were withdrawn, and has to be told.
create table withdrawal_notices (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  withdrawal_id uuid not null references withdrawals (id) on delete cascade,
  export_id uuid not null references coding_exports (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  mailed_at timestamptz,
  -- The member says that the words are gone from what they took out.
  done_at timestamptz,
  unique (withdrawal_id, export_id)
);
create index withdrawal_notices_by_workspace on withdrawal_notices (workspace_id, id desc);
