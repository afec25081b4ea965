-- Events that could not be taken: kept with the reason, to be mended and sent again.
create table refused_events (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  source_id uuid,
  received_at timestamptz not null default now(),
  reason text not null,
  -- The event as it came, as text: it may not be JSON.
  body text not null,
  replayed_at timestamptz
);
create index refused_events_by_workspace on refused_events (workspace_id, id desc);

-- How far each background reader has read.
create table watermarks (
  name text primary key,
  at timestamptz not null
);
