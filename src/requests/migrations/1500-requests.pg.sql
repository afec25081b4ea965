-- What was asked by or for a person. After an erasure only the numbers of rows are left, and the receipt.
create table requests (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null,
  kind text not null check (kind in ('export', 'erasure')),
  state text not null check (state in ('running', 'done')),
  requested_at timestamptz not null default now(),
  requested_by uuid,
  completed_at timestamptz,
  -- Who, while it runs: emptied when it is done.
  people jsonb not null default '[]',
  -- Rows removed (or exported), by room.
  counts jsonb not null default '{}',
  receipt jsonb
);
create index requests_by_workspace on requests (workspace_id, id desc);
