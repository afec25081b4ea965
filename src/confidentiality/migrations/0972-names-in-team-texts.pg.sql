-- Where in what the team wrote something stands that tells who somebody is: which text, and how often.
create table pseudonym_notes (
  pseudonym_id uuid not null references pseudonyms (id) on delete cascade,
  workspace_id uuid not null,
  study_id uuid not null,
  source text not null,
  source_id uuid not null,
  times int not null,
  primary key (pseudonym_id, source, source_id)
);
create index pseudonym_notes_by_study on pseudonym_notes (study_id);
create index pseudonym_notes_by_source on pseudonym_notes (source_id);

-- Texts to be read through: one row a change, so that nobody who writes waits for another or for who reads.
create table team_texts_due (
  seq bigint generated always as identity primary key,
  workspace_id uuid not null,
  source text not null,
  source_id uuid not null
);
create index team_texts_due_by_workspace on team_texts_due (workspace_id);

-- What the team wrote, of one kind: the words, the study (or studies) they are about, and where they are read. With a reader only what that member
-- may read now; without one everything that is there.
create function team_texts(ws uuid, reader uuid, asked text, only_ids uuid[]) returns table (
  source_id uuid, study_id uuid, words text, interview_id uuid, utterance_id uuid, sitting_id uuid, code_id uuid, person_no bigint
) language sql stable as $$
  with passages as materialized (
    select h.id, h.study_id, h.interview_id, h.utterance_id, h.note, u.speaker_id
    from highlights h join utterances u on u.id = h.utterance_id
    where asked = 'passage note' and h.workspace_id = ws and h.id = any(only_ids) and h.note <> '' and h.removed_at is null
  ),
  quoted as materialized (
    select q.set_id, q.note, q.place, q.highlight_id, h.utterance_id, u.speaker_id, h.interview_id, h.refused_at
    from quote_set_quotes q left join highlights h on h.id = q.highlight_id left join utterances u on u.id = h.utterance_id
    where asked = 'set' and q.workspace_id = ws and q.set_id = any(only_ids) and q.note <> ''
  ),
  talks as (
    select case when reader is null then '{}'::uuid[]
      else array(select interview_id from passages union select interview_id from quoted where interview_id is not null) end as ids
  ),
  read as materialized (
    select s.speaker_id from talks, permitted_speakers(ws, 1, talks.ids) s where asked = 'passage note'
    union all
    select s.speaker_id from talks, permitted_speakers(ws, 3, talks.ids) s where asked = 'set'
  ),
  withheld as materialized (
    select w.utterance_id from talks, withheld_replies(ws, talks.ids) w where asked in ('passage note', 'set')
  ),
  summaries as materialized (
    select f.* from framework_summaries f where asked = 'summary' and f.workspace_id = ws and f.id = any(only_ids)
  )
  select t.note_id, s.id, t.text, t.interview_id, null::uuid, null::uuid, t.code_id, t.person_no
  from memo_to_search(ws, reader, only_ids) t cross join lateral (
    select t.study_id where t.study_id is not null
    union select i.study_id from interviews i where i.id = t.interview_id
    union select c.study_id from codes c where c.id = t.code_id and c.study_id is not null
    union select h.study_id from codes c join highlight_codes k on k.code_id = c.id join highlights h on h.id = k.highlight_id
      where c.id = t.code_id and c.study_id is null and h.removed_at is null
    union select p.study_id from participants p where p.workspace_id = ws and p.person_no = t.person_no
  ) s (id)
  where asked = 'memo'
  union all
  select n.note_id, n.study_id, n.text, n.interview_id, null, k.sitting_id, null, null
  from interview_note_to_search(ws, reader, only_ids) n join sitting_notes k on k.id = n.note_id
  where asked = 'interview note'
  union all
  select p.id, p.study_id, p.note, p.interview_id, p.utterance_id, null, null, null from passages p
  where reader is null or (p.speaker_id in (select speaker_id from read) and p.utterance_id not in (select utterance_id from withheld))
  union all
  select f.id, f.study_id, f.text, null, null, null, f.code_id, f.person_no from summaries f
  where reader is null or (f.study_id, f.person_no) in (
    select p.study_id, p.person_no
    from permitted_participants(ws, 1, array(select distinct study_id from summaries), array(select distinct person_no from summaries)) p)
  union all
  select q.id, q.study_id, concat_ws(E'\n', q.name, nullif(q.note, ''), (
      select string_agg(k.note, E'\n' order by k.place) from quoted k where k.set_id = q.id and (reader is null
        or (k.refused_at is null and k.speaker_id in (select speaker_id from read) and k.utterance_id not in (select utterance_id from withheld)))
    )), null, null, null, null, null
  from quote_sets q where asked = 'set' and q.workspace_id = ws and q.id = any(only_ids) and q.removed_at is null
  union all
  select j.id, j.study_id, j.text, null, null, null, null, null from journal_entries j
  where asked = 'journal' and j.workspace_id = ws and j.id = any(only_ids)
    and (reader is null or j.shared_at is not null or j.user_id = (select m.user_id from members m where m.workspace_id = ws and m.id = reader))
  union all
  select c.id, s.id, concat_ws(E'\n', c.name, nullif(c.description, ''), nullif(c.example, '')), null, null, null, c.id, null
  from codes c cross join lateral (
    select c.study_id where c.study_id is not null
    union select h.study_id from highlight_codes k join highlights h on h.id = k.highlight_id
      where k.code_id = c.id and c.study_id is null and h.removed_at is null
  ) s (id)
  where asked = 'code' and c.workspace_id = ws and c.id = any(only_ids) and c.removed_at is null
  union all
  select d.id, d.study_id, d.name, null, null, null, null, null from documents d
  where asked = 'document' and d.workspace_id = ws and d.id = any(only_ids)
    and (reader is null or d.id in (select document_id from permitted_documents(ws, 1, only_ids)))
$$;

-- Every text of the team that a workspace has, by its kind.
create function team_text_ids(ws uuid) returns table (source text, ids uuid[]) language sql stable as $$
  select 'memo', array(select id from memos where workspace_id = ws and removed_at is null)
  union all select 'interview note', array(select id from sitting_notes where workspace_id = ws and removed_at is null)
  union all select 'passage note', array(select id from highlights where workspace_id = ws and note <> '' and removed_at is null)
  union all select 'summary', array(select id from framework_summaries where workspace_id = ws)
  union all select 'set', array(select id from quote_sets where workspace_id = ws and removed_at is null)
  union all select 'journal', array(select id from journal_entries where workspace_id = ws)
  union all select 'code', array(select id from codes where workspace_id = ws and removed_at is null)
  union all select 'document', array(select id from documents where workspace_id = ws)
$$;

create function team_text_changed() returns trigger language plpgsql as $$
declare
  row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  ws uuid := (row->>'workspace_id')::uuid;
begin
  -- One word to the background is enough for all that waits.
  if not exists (select from team_texts_due where workspace_id = ws) then
    insert into outbox (workspace_id, topic, payload) select id, 'team.wrote', '{}' from workspaces where id = ws;
  end if;
  insert into team_texts_due (workspace_id, source, source_id) values (ws, tg_argv[0], coalesce(row->>'set_id', row->>'id')::uuid);
  return null;
end $$;
create trigger memos_team_text after insert or delete or update of text, removed_at, person_no on memos
  for each row execute function team_text_changed('memo');
create trigger sitting_notes_team_text after insert or delete or update of text, lines, removed_at on sitting_notes
  for each row execute function team_text_changed('interview note');
create trigger highlights_note_team_text after insert on highlights for each row when (new.note <> '')
  execute function team_text_changed('passage note');
create trigger highlights_renoted_team_text after update of note, removed_at on highlights for each row when (old.note <> '' or new.note <> '')
  execute function team_text_changed('passage note');
create trigger highlights_gone_team_text after delete on highlights for each row when (old.note <> '')
  execute function team_text_changed('passage note');
create trigger framework_summaries_team_text after insert or delete or update of text on framework_summaries
  for each row execute function team_text_changed('summary');
create trigger quote_sets_team_text after insert or delete or update of name, note, removed_at on quote_sets
  for each row execute function team_text_changed('set');
create trigger quote_set_quotes_team_text after insert or delete or update of note on quote_set_quotes
  for each row execute function team_text_changed('set');
create trigger journal_entries_team_text after insert or delete or update of text on journal_entries
  for each row execute function team_text_changed('journal');
create trigger codes_team_text after insert or delete or update of name, description, example, removed_at on codes
  for each row execute function team_text_changed('code');
create trigger documents_team_text after insert or delete or update of name on documents
  for each row execute function team_text_changed('document');

insert into team_texts_due (workspace_id, source, source_id)
select w.id, t.source, unnest(t.ids) from workspaces w cross join lateral team_text_ids(w.id) t;

-- What codes say and documents are called is replaced as all the rest is; a code of no study may be about any.
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
      else s.id = (row->>'study_id')::uuid end
  order by s.id
  on conflict (study_id) do update set workspace_id = excluded.workspace_id;
  return null;
end $$;
create trigger codes_team_words after insert or update of name, description, example on codes
  for each row execute function team_words_changed();
create trigger documents_team_words after insert or update of name on documents for each row execute function team_words_changed();
insert into team_words_due (study_id, workspace_id)
select distinct study_id, workspace_id from pseudonyms where state = 'accepted' on conflict do nothing;
