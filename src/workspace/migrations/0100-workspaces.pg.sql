create table workspaces (
  id uuid primary key default uuidv7(),
  name text not null,
  -- Descriptive figures about fewer people than this are not shown.
  minimum_group int not null default 50 check (minimum_group >= 5),
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);

create table members (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  user_id text not null,
  role text not null check (role in ('owner', 'researcher', 'marketer', 'privacy officer', 'viewer')),
  created_at timestamptz not null default now(),
  unique (workspace_id, user_id)
);
create index members_by_user on members (user_id);

create table invitations (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  email text not null,
  role text not null,
  token_hash text not null unique,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitations_by_workspace on invitations (workspace_id, id desc);

create table keys (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  kind text not null check (kind in ('write', 'secret')),
  name text not null,
  -- What a person recognises the key by; the key itself is only kept as a hash.
  hint text not null,
  hash text not null unique,
  scopes text[] not null default '{}',
  created_at timestamptz not null default now(),
  created_by uuid,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index keys_by_workspace on keys (workspace_id, id desc);

-- Who changed and who read personal data. Only grows.
create table audit (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  at timestamptz not null default now(),
  actor_kind text not null,
  actor_id text,
  actor_name text,
  action text not null,
  subject_kind text,
  subject_id text,
  purpose text,
  detail jsonb not null default '{}'
);
create index audit_by_workspace on audit (workspace_id, id desc);
create index audit_by_subject on audit (workspace_id, subject_kind, subject_id, id desc);
