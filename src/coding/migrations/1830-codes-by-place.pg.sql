-- A name is one code of its place (a codebook, and the code it stands under there), however it is capitalised.
drop index codes_by_name;
create unique index codes_by_name on codes (workspace_id, coalesce(codebook_id, study_id, workspace_id),
  coalesce(parent_id, workspace_id), lower(name)) where removed_at is null;
create index codes_called on codes (workspace_id, lower(name)) where removed_at is null;

-- What a code is called where its tree is not seen: its name, or, where another code of the workspace has it too, with the codebook or study it
-- is of and the codes it stands under.
create function code_label(code codes) returns text
language sql stable as $$
  select case when exists (select from codes other where other.workspace_id = code.workspace_id and other.removed_at is null
      and other.id <> code.id and lower(other.name) = lower(code.name))
    then (
      with recursive above (parent_id, path) as (
        select code.parent_id, code.name
        union all select p.parent_id, p.name || ' › ' || a.path from above a join codes p on p.id = a.parent_id and p.removed_at is null
      )
      select concat_ws(': ', coalesce((select b.name from codebooks b where b.id = code.codebook_id),
        (select s.title from studies s where s.id = code.study_id)), (select path from above order by length(path) desc limit 1)))
    else code.name end
$$;
