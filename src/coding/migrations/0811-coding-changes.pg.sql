-- How many times the coding of a workspace has changed. Who is looking at it waits for the next number.
create table coding_changes (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  version bigint not null default 1,
  -- The number of the newest change that touched the words themselves: corrected, or permitted to be read no longer.
  said bigint not null default 0
);
