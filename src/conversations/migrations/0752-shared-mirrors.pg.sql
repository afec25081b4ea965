-- An interviewer's mirror is theirs alone until they share it, and again when they stop. It is worked out when it is read; nothing of it is kept.
create table shared_mirrors (
  interview_id uuid primary key references interviews (id) on delete cascade,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  -- Whose mirror was shared: where somebody else is said to have asked, it is not theirs.
  member_id uuid not null references members (id) on delete cascade,
  shared_at timestamptz not null
);
