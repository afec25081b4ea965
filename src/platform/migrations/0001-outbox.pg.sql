create table outbox (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  error text
);
create index outbox_due on outbox (next_attempt_at, id) where done_at is null;

create table mails (
  id uuid primary key default uuidv7(),
  workspace_id uuid,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  error text
);
create index mails_by_workspace on mails (workspace_id, id desc);

-- Files on their way in: kept in pieces so that any copy of the program can go on with them.
create table uploads (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null,
  name text not null,
  size bigint not null,
  received bigint not null default 0,
  created_at timestamptz not null default now(),
  created_by uuid
);
create table upload_chunks (
  upload_id uuid not null references uploads (id) on delete cascade,
  position bigint not null,
  bytes bytea not null,
  primary key (upload_id, position)
);
alter table upload_chunks alter column bytes set storage external;
