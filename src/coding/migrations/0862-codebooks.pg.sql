-- Codebooks by name, beside the workspace's own (codes without one). A study uses the workspace's, its own codes, and those named for it.
create table codebooks (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  created_by uuid
);
create unique index codebooks_by_name on codebooks (workspace_id, lower(name));

create table study_codebooks (
  study_id uuid not null references studies (id) on delete cascade,
  codebook_id uuid not null references codebooks (id) on delete cascade,
  workspace_id uuid not null,
  primary key (study_id, codebook_id)
);
create index study_codebooks_by_codebook on study_codebooks (codebook_id);

alter table codes
  add column codebook_id uuid references codebooks (id) on delete cascade,
  -- Where it stands among those beside it; 0: nobody has put it anywhere, so it follows by its name.
  add column place int not null default 0,
  add check (codebook_id is null or study_id is null);
create index codes_by_codebook on codes (codebook_id) where codebook_id is not null;

-- One name is one code of a codebook, however it is capitalised.
drop index codes_by_name;
create unique index codes_by_name on codes (workspace_id, coalesce(codebook_id, study_id, workspace_id), lower(name)) where removed_at is null;

-- The codes that may be used in a study (null: all of the workspace).
create function codes_of_study(ws uuid, study uuid) returns setof codes
language sql stable as $$
  select c.* from codes c
  where c.workspace_id = ws and c.removed_at is null and (study is null or ((c.study_id is null or c.study_id = study)
    and (c.codebook_id is null or c.codebook_id in (select s.codebook_id from study_codebooks s where s.study_id = study))))
$$;
