-- What a codebook and a recording are called are the team's texts too. A codebook is about the studies that use it or its codes.
create function written_of_books(ws uuid, asked text, only_ids uuid[]) returns table (source_id uuid, study_id uuid, words text)
language sql stable as $$
  select b.id, s.id, b.name
  from codebooks b cross join lateral (
    select u.study_id from study_codebooks u where u.codebook_id = b.id
    union select h.study_id from codes c join highlight_codes k on k.code_id = c.id join highlights h on h.id = k.highlight_id
      where c.codebook_id = b.id and h.removed_at is null
  ) s (id)
  where asked = 'codebook' and b.workspace_id = ws and b.id = any(only_ids) and b.removed_at is null
  union all
  -- Whoever may read what was said may see what files are called.
  select r.id, r.study_id, r.name from recordings r where asked = 'recording' and r.workspace_id = ws and r.id = any(only_ids)
$$;

create or replace function team_texts(ws uuid, reader uuid, asked text, only_ids uuid[]) returns table (
  source_id uuid, study_id uuid, words text, interview_id uuid, utterance_id uuid, sitting_id uuid, code_id uuid, person_no bigint, language text
) language sql stable as $$
  select t.source_id, t.study_id, t.words, t.interview_id, t.utterance_id, t.sitting_id, t.code_id, t.person_no, null::text
  from written_beside_talks(ws, reader, asked, only_ids) t
  union all
  -- Whoever may read what was said may read these.
  select t.source_id, t.study_id, t.words, t.interview_id, t.utterance_id, null, null, null, t.language
  from written_of_studies(ws, asked, only_ids) t where t.words is not null and t.study_id is not null
  union all
  select t.source_id, t.study_id, t.words, null, null, null, null, null, null from written_of_rounds(ws, reader, asked, only_ids) t
  union all
  select t.source_id, t.study_id, t.words, null, null, null, null, null, null from written_of_books(ws, asked, only_ids) t
$$;

alter function team_text_ids(uuid, uuid) rename to text_ids_but_books;
create function team_text_ids(ws uuid, asked_study uuid) returns table (source text, ids uuid[]) language sql stable as $$
  select source, ids from text_ids_but_books(ws, asked_study)
  union all select 'codebook', array(select id from codebooks where workspace_id = ws and removed_at is null)
  union all select 'recording', array(select id from recordings where workspace_id = ws and study_id = asked_study)
$$;

create trigger codebooks_team_text after insert or delete or update of name, removed_at on codebooks
  for each row execute function team_text_changed('codebook');
create trigger recordings_team_text after insert or delete or update of name on recordings
  for each row execute function team_text_changed('recording');

-- A study that begins to use a codebook, or does no more.
create function codebook_use_changed() returns trigger language plpgsql as $$
declare
  row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  ws uuid := (row->>'workspace_id')::uuid;
begin
  -- As `team_text_changed` has it: a use has no id of its own.
  if not exists (select from team_texts_due where workspace_id = ws and failed_at is null) then
    insert into outbox (workspace_id, topic, payload) select id, 'team.wrote', '{}' from workspaces where id = ws;
  end if;
  insert into team_texts_due (workspace_id, source, source_id) values (ws, 'codebook', (row->>'codebook_id')::uuid);
  return null;
end $$;
create trigger study_codebooks_team_text after insert or delete on study_codebooks for each row execute function codebook_use_changed();

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
      when 'codes' then row->>'study_id' is null or s.id = (row->>'study_id')::uuid
      -- Of several studies, or of none that is begun.
      when 'codebooks' then true
      when 'studies' then s.id = (row->>'id')::uuid
      else s.id = (row->>'study_id')::uuid end
  order by s.id
  on conflict (study_id) do update set workspace_id = excluded.workspace_id;
  return null;
end $$;
create trigger codebooks_team_words after insert or update of name on codebooks for each row execute function team_words_changed();
create trigger recordings_team_words after insert or update of name on recordings for each row execute function team_words_changed();

insert into team_words_due (study_id, workspace_id)
select distinct n.study_id, n.workspace_id from pseudonyms n where n.state = 'accepted'
  and (exists (select from recordings r where r.study_id = n.study_id) or exists (select from codebooks b where b.workspace_id = n.workspace_id))
on conflict do nothing;
insert into team_texts_due (workspace_id, source, source_id) select workspace_id, 'codebook', id from codebooks where removed_at is null;
insert into team_texts_due (workspace_id, source, source_id) select workspace_id, 'recording', id from recordings;
