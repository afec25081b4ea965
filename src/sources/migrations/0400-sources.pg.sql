create table sources (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  name text not null,
  party text not null check (party in ('first', 'second', 'third')),
  origin text not null check (origin in ('told', 'observed', 'bought', 'inferred')),
  kind text not null check (kind in ('file', 'events', 'interviews', 'manual')),
  -- The write key whose events this source stands for.
  key_id uuid references keys (id),
  created_at timestamptz not null default now(),
  created_by uuid,
  unique (workspace_id, name)
);
