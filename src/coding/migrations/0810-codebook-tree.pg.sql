-- A codebook is a tree. Changes of a workspace's coding come one at a time, so that no two of them can close a circle together.
alter table codes
  add column parent_id uuid references codes (id) on delete set null,
  -- What a passage of this code looks like, in the team's own words.
  add column example text not null default '',
  -- Whether it was expected (from the hypothesis) or found in what was said; 'in vivo': its name is somebody's own words.
  add column origin text not null default 'inductive' check (origin in ('deductive', 'inductive', 'in vivo')),
  add check (parent_id <> id);
create index codes_by_parent on codes (parent_id) where parent_id is not null;

-- Who changed what of a code, and when. Holds which fields were changed and other codes' ids, never what anybody wrote or said.
create table code_history (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  code_id uuid not null references codes (id) on delete cascade,
  what text not null check (what in ('added', 'changed', 'moved', 'merged', 'split', 'removed', 'put back')),
  fields text[] not null default '{}',
  other_id uuid references codes (id) on delete set null,
  user_id uuid,
  at timestamptz not null default now()
);
create index code_history_by_code on code_history (code_id, id desc);
