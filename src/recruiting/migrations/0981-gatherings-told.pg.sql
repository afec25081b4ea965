-- What the member who leads a group knows of it: one entry in their calendar for the gathering, not one for each who comes.
create table gatherings_told (
  sitting_id uuid primary key references sittings (id) on delete cascade,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  told_member uuid references members (id) on delete set null,
  member_told_as text not null default 'none',
  member_sequence int not null default 0
);
