-- A file on its way to becoming people, facts, consent or events.
create table imports (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  -- Null once the file itself was removed; what came out of it stays.
  upload_id uuid references uploads (id) on delete set null,
  file_name text not null,
  file_size bigint not null,
  -- SHA-256 of the file, to know it again.
  digest text not null,
  -- What was found when it was looked at: kind, encoding, delimiter, header, columns.
  file jsonb not null,
  guesses jsonb not null,
  kind text not null check (kind in ('people', 'order lines')),
  mapping jsonb not null,
  -- Art. 9 grounds stated for traits held back otherwise: trait → ground.
  grounds jsonb not null default '{}',
  state text not null default 'mapped' check (state in ('mapped', 'queued', 'running', 'paused', 'done', 'cancelled', 'failed')),
  source_id uuid references sources (id),
  -- The import whose rejected lines this file mends.
  mends uuid references imports (id),
  -- The finished import of the same file, mapping and source; then nothing was done again.
  same_as uuid references imports (id),
  -- Lines of the file that end a row, roughly; null where it cannot be told beforehand.
  total bigint,
  -- The last line that is safely in; a batch is known by where it ends.
  position bigint not null default 0,
  processed bigint not null default 0,
  imported bigint not null default 0,
  rejected bigint not null default 0,
  people_new bigint not null default 0,
  people_known bigint not null default 0,
  facts bigint not null default 0,
  held bigint not null default 0,
  events bigint not null default 0,
  consents bigint not null default 0,
  unread bigint not null default 0,
  -- While it runs: who was counted, one bit a person (new, known), and the copy of the program that is at it.
  counted_new bytea,
  counted_known bytea,
  people_before bigint,
  runner uuid,
  problem text,
  created_at timestamptz not null default now(),
  created_by uuid,
  started_at timestamptz,
  progressed_at timestamptz,
  finished_at timestamptz
);
create index imports_by_workspace on imports (workspace_id, id desc);
create index imports_by_digest on imports (workspace_id, digest) where state = 'done';

-- Rows that could not be taken, as they were, until they are mended or a month has gone.
create table import_rejects (
  import_id uuid not null references imports (id) on delete cascade,
  line bigint not null,
  workspace_id uuid not null,
  raw text not null,
  reason text not null,
  message text not null,
  replayed_at timestamptz,
  primary key (import_id, line)
);
