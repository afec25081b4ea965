-- What a study is called and suspects, its guide, why a member says that enough was heard, and how a quote was taken out, are the team's texts as all the
-- others are: read through for names, each in its own language, and replaced.

-- The words of a guide in one language (null: the study's own), in their order.
create function guide_words(guide jsonb, asked_language text) returns text language sql immutable as $$
  select string_agg(found.word #>> '{}', E'\n' order by section.at, place.at, found.at)
  from jsonb_array_elements(case when jsonb_typeof(guide) = 'array' then guide else '[]' end) with ordinality section (part, at)
  cross join unnest(array['$@.title', '$@.say', '$.questions[*]@.text', '$.questions[*]@.probes[*]']) with ordinality place (template, at)
  cross join lateral jsonb_path_query(section.part,
    replace(place.template, '@', coalesce('.translations.' || asked_language, ''))::jsonpath) with ordinality found (word, at)
  where found.word #>> '{}' <> ''
$$;

alter function team_texts(uuid, uuid, text, uuid[]) rename to written_beside_talks;

-- What a study says of itself, and what is written about it as a whole.
create function written_of_studies(ws uuid, asked text, only_ids uuid[]) returns table (
  source_id uuid, study_id uuid, words text, interview_id uuid, utterance_id uuid, language text
) language sql stable as $$
  select s.id, s.id, concat_ws(E'\n', s.title, nullif(s.hypothesis, ''), nullif(s.confirmation, ''), nullif(s.contradiction, ''), (
      select string_agg(concat_ws(E'\n', a.text, a.why), E'\n' order by a.id) from study_amendments a where a.study_id = s.id
    )), null::uuid, null::uuid, null::text
  from studies s where asked = 'study' and s.workspace_id = ws and s.id = any(only_ids)
  union all
  select s.id, s.id, guide_words(s.guide, tongue.language), null, null, tongue.language
  from studies s cross join unnest(array[null, 'en', 'da', 'sv', 'nl', 'de']) tongue (language)
  where asked = 'guide' and s.workspace_id = ws and s.id = any(only_ids)
  union all
  select w.id, w.study_id, w.why, null, null, null from saturation_words w
  where asked = 'saturation' and w.workspace_id = ws and w.id = any(only_ids)
  union all
  select d.id, d.study_id, d.note, h.interview_id, h.utterance_id, null
  from withdrawals d left join highlights h on h.id = d.highlight_id
  where asked = 'withdrawal note' and d.workspace_id = ws and d.id = any(only_ids) and d.note <> ''
$$;

-- What the team wrote, of one kind: the words, the study (or studies) they are about, where they are read and in which language (null: the study's); a guide
-- has a row for each of its languages. With a reader only what that member may read now; without one everything that is there.
create function team_texts(ws uuid, reader uuid, asked text, only_ids uuid[]) returns table (
  source_id uuid, study_id uuid, words text, interview_id uuid, utterance_id uuid, sitting_id uuid, code_id uuid, person_no bigint, language text
) language sql stable as $$
  select t.source_id, t.study_id, t.words, t.interview_id, t.utterance_id, t.sitting_id, t.code_id, t.person_no, null::text
  from written_beside_talks(ws, reader, asked, only_ids) t
  union all
  -- Whoever may read what was said may read these.
  select t.source_id, t.study_id, t.words, t.interview_id, t.utterance_id, null, null, null, t.language
  from written_of_studies(ws, asked, only_ids) t where t.words is not null and t.study_id is not null
$$;

create or replace function team_text_ids(ws uuid, asked_study uuid) returns table (source text, ids uuid[]) language sql stable as $$
  select 'memo', array(select id from memos where workspace_id = ws and removed_at is null and (study_id is null or study_id = asked_study)
    and (interview_id is null or interview_id in (select id from interviews where study_id = asked_study)))
  union all select 'interview note', array(select n.id from sitting_notes n join sittings s on s.id = n.sitting_id
    where s.workspace_id = ws and s.study_id = asked_study and n.removed_at is null)
  union all select 'passage note', array(select id from highlights where workspace_id = ws and study_id = asked_study and note <> '' and removed_at is null)
  union all select 'summary', array(select id from framework_summaries where workspace_id = ws and study_id = asked_study)
  union all select 'set', array(select id from quote_sets where workspace_id = ws and study_id = asked_study and removed_at is null)
  union all select 'journal', array(select id from journal_entries where workspace_id = ws and study_id = asked_study)
  union all select 'code', array(select id from codes where workspace_id = ws and removed_at is null and (study_id is null or study_id = asked_study))
  union all select 'document', array(select id from documents where workspace_id = ws and study_id = asked_study)
  union all select 'study', array[asked_study]
  union all select 'guide', array[asked_study]
  union all select 'saturation', array(select id from saturation_words where workspace_id = ws and study_id = asked_study)
  union all select 'withdrawal note', array(select id from withdrawals where workspace_id = ws and study_id = asked_study and note <> '')
$$;

create or replace function team_text_changed() returns trigger language plpgsql as $$
declare
  row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  ws uuid := (row->>'workspace_id')::uuid;
begin
  -- One word to the background is enough for all that waits.
  if not exists (select from team_texts_due where workspace_id = ws and failed_at is null) then
    insert into outbox (workspace_id, topic, payload) select id, 'team.wrote', '{}' from workspaces where id = ws;
  end if;
  insert into team_texts_due (workspace_id, source, source_id) values (ws, tg_argv[0],
    coalesce(row->>'set_id', case when tg_table_name = 'study_amendments' then row->>'study_id' end, row->>'id')::uuid);
  return null;
end $$;
create trigger studies_team_text after insert or update of title, hypothesis, confirmation, contradiction on studies
  for each row execute function team_text_changed('study');
create trigger study_amendments_team_text after insert or update of text, why on study_amendments
  for each row execute function team_text_changed('study');
create trigger guides_begun_team_text after insert on studies for each row when (new.guide <> '[]') execute function team_text_changed('guide');
create trigger guides_team_text after update of guide, language on studies for each row execute function team_text_changed('guide');
create trigger saturation_words_team_text after insert or update of why on saturation_words
  for each row execute function team_text_changed('saturation');
create trigger withdrawals_noted_team_text after insert on withdrawals for each row when (new.note <> '')
  execute function team_text_changed('withdrawal note');
create trigger withdrawals_renoted_team_text after update of note on withdrawals for each row when (old.note <> '' or new.note <> '')
  execute function team_text_changed('withdrawal note');
create trigger withdrawals_gone_team_text after delete on withdrawals for each row when (old.note <> '')
  execute function team_text_changed('withdrawal note');

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
      when 'studies' then s.id = (row->>'id')::uuid
      else s.id = (row->>'study_id')::uuid end
  order by s.id
  on conflict (study_id) do update set workspace_id = excluded.workspace_id;
  return null;
end $$;
-- Whoever changes a study writes all of it anew.
create trigger studies_team_words after update of title, hypothesis, confirmation, contradiction, guide on studies
  for each row when (old.title <> new.title or old.hypothesis <> new.hypothesis or old.confirmation <> new.confirmation
    or old.contradiction <> new.contradiction or old.guide <> new.guide)
  execute function team_words_changed();
create trigger study_amendments_team_words after insert or update of text, why on study_amendments
  for each row execute function team_words_changed();
create trigger saturation_words_team_words after insert or update of why on saturation_words
  for each row execute function team_words_changed();

insert into team_words_due (study_id, workspace_id)
select distinct study_id, workspace_id from pseudonyms where state = 'accepted' on conflict do nothing;
insert into team_texts_due (workspace_id, source, source_id)
select s.workspace_id, t.source, unnest(t.ids) from studies s cross join lateral team_text_ids(s.workspace_id, s.id) t
where t.source in ('study', 'guide', 'saturation', 'withdrawal note');
