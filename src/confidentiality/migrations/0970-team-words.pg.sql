-- Which pseudonym stands in what the team wrote itself (memos, notes, summaries); null: the original does.
alter table pseudonyms
  add column team_words text,
  -- Conversations read through before this name was known have been looked through for it.
  add column sought boolean not null default false;
create index pseudonyms_unsought on pseudonyms (study_id) where not sought and kind = 'name' and state <> 'refused';
create index pseudonyms_due_in_team_words on pseudonyms (study_id)
  where (state = 'accepted' and team_words is distinct from pseudonym) or (state <> 'accepted' and team_words is not null);

-- Studies in which the team wrote something that is to be looked through; whoever writes in the program has it looked through at once, this is for
-- all other ways.
create table team_words_due (
  study_id uuid primary key references studies (id) on delete cascade,
  workspace_id uuid not null
);

create function team_words_changed() returns trigger language plpgsql as $$
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
  on conflict do nothing;
  return null;
end $$;
create trigger memos_team_words after insert or update of text on memos for each row execute function team_words_changed();
create trigger highlights_team_words after insert or update of note on highlights for each row when (new.note <> '') execute function team_words_changed();
create trigger sitting_notes_team_words after insert or update of text, lines on sitting_notes for each row execute function team_words_changed();
create trigger framework_summaries_team_words after insert or update of text on framework_summaries for each row execute function team_words_changed();
create trigger quote_sets_team_words after insert or update of name, note on quote_sets for each row execute function team_words_changed();
create trigger quote_set_quotes_team_words after insert or update of note on quote_set_quotes
  for each row when (new.note <> '') execute function team_words_changed();
create trigger journal_entries_team_words after insert or update of text on journal_entries for each row execute function team_words_changed();
