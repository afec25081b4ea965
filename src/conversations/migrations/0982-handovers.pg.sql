-- Who led a sitting before somebody took it over: what they noted, and notes of theirs that arrive later, stay part of how it went.
create table sitting_handovers (
  id uuid primary key default uuidv7(),
  sitting_id uuid not null references sittings (id) on delete cascade,
  workspace_id uuid not null,
  from_member uuid references members (id) on delete set null,
  to_member uuid references members (id) on delete set null,
  at timestamptz not null
);
create index sitting_handovers_by_sitting on sitting_handovers (sitting_id);
