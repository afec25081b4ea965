-- Whoever writes holds the mark of the study until it is kept: looking through, which takes the mark away, waits for it and reads what was written.
create or replace function team_words_changed() returns trigger language plpgsql as $$
declare
  row jsonb := to_jsonb(new);
begin
  if current_setting('samtale.replacing', true) = 'on' then
    return null;
  end if;
  insert into team_words_due (study_id, workspace_id)
  select s.id, s.workspace_id from studies s
  where s.workspace_id = (row->>'workspace_id')::uuid and exists (select from pseudonyms n where n.study_id = s.id and n.state = 'accepted')
    and case tg_table_name
      when 'memos' then row->>'person_no' is not null or row->>'code_id' is not null or s.id = (row->>'study_id')::uuid
        or s.id = (select i.study_id from interviews i where i.id = (row->>'interview_id')::uuid)
      when 'sitting_notes' then s.id = (select t.study_id from sittings t where t.id = (row->>'sitting_id')::uuid)
      when 'quote_set_quotes' then s.id = (select q.study_id from quote_sets q where q.id = (row->>'set_id')::uuid)
      else s.id = (row->>'study_id')::uuid end
  order by s.id
  on conflict (study_id) do update set workspace_id = excluded.workspace_id;
  return null;
end $$;
