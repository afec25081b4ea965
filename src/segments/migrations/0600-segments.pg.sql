-- Long work: finding segments in an audience. The row is the job's memory; it goes on after a restart with the same seed.
create table segment_proposals (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  -- Conditions, at most three; none is everybody.
  audience jsonb not null default '[]',
  -- { column, is } or { column, atLeast }; null when there is none.
  outcome jsonb,
  -- Traits not to be used, and suspected leaks that somebody has looked at and wants in.
  leave_out text[] not null default '{}',
  trusted text[] not null default '{}',
  seed int not null,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed', 'cancelled')),
  done int not null default 0,
  total int not null default 0,
  result jsonb,
  -- Why it failed, as a stable word.
  problem text,
  created_at timestamptz not null default now(),
  created_by text not null default '',
  finished_at timestamptz
);
create index segment_proposals_by_workspace on segment_proposals (workspace_id, id desc);

-- An audience cut into segments in an order: the first rule that fits takes the person.
create table segment_sets (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  name text not null check (name <> ''),
  audience jsonb not null default '[]',
  outcome jsonb,
  proposal_id uuid references segment_proposals (id) on delete set null,
  -- Two members who edit at once: the second is told.
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by text not null default '',
  changed_at timestamptz not null default now(),
  changed_by text not null default '',
  -- Removed; kept so that it can be brought back.
  removed_at timestamptz
);
create index segment_sets_by_workspace on segment_sets (workspace_id, id desc);

create table segments (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  set_id uuid not null references segment_sets (id) on delete cascade,
  place int not null,
  name text not null check (name <> ''),
  -- Conditions, at most three, all of which hold.
  rule jsonb not null,
  -- What the proposal found of this very rule; gone once somebody changes it.
  evidence jsonb,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  removed_at timestamptz
);
create index segments_by_set on segments (set_id, place);
create index segments_by_workspace on segments (workspace_id, id desc);

-- How large a segment was, once an hour at most, whenever somebody looked.
create table segment_sizes (
  segment_id uuid not null references segments (id) on delete cascade,
  at timestamptz not null,
  size bigint not null,
  outcome_yes bigint,
  outcome_of bigint,
  primary key (segment_id, at)
);
