-- What a double coding is called and why disagreements in it were settled are the team's texts too.
create function written_of_rounds(ws uuid, reader uuid, asked text, only_ids uuid[]) returns table (source_id uuid, study_id uuid, words text)
language sql stable as $$
  with rounds as materialized (
    select r.id, r.study_id, r.name, array(select i.interview_id from round_interviews i where i.round_id = r.id) as talks
    from coding_rounds r where asked = 'round' and r.workspace_id = ws and r.id = any(only_ids)
  )
  select r.id, r.study_id, concat_ws(E'\n', r.name, (
    -- A note on words that may not be read is not read.
    select string_agg(distinct m.note, E'\n') from highlights h join round_marks m on m.highlight_id = h.id and m.note <> '' join utterances u on u.id = h.utterance_id
    where h.round_id = r.id and (reader is null or (u.speaker_id in (select p.speaker_id from permitted_speakers(ws, 1, r.talks) p)
      and u.id not in (select w.utterance_id from withheld_replies(ws, r.talks) w)))
  ))
  from rounds r
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
$$;

alter function team_text_ids(uuid, uuid) rename to text_ids_but_rounds;
create function team_text_ids(ws uuid, asked_study uuid) returns table (source text, ids uuid[]) language sql stable as $$
  select source, ids from text_ids_but_rounds(ws, asked_study)
  union all select 'round', array(select id from coding_rounds where workspace_id = ws and study_id = asked_study)
$$;

create trigger coding_rounds_team_text after insert or update of name on coding_rounds for each row execute function team_text_changed('round');
create trigger coding_rounds_team_words after insert or update of name on coding_rounds for each row execute function team_words_changed();

create function round_note_changed() returns trigger language plpgsql as $$
begin
  -- As `team_text_changed` has it: a mark has no id of its own.
  if not exists (select from team_texts_due where workspace_id = new.workspace_id and failed_at is null) then
    insert into outbox (workspace_id, topic, payload) select id, 'team.wrote', '{}' from workspaces where id = new.workspace_id;
  end if;
  insert into team_texts_due (workspace_id, source, source_id)
  select new.workspace_id, 'round', h.round_id from highlights h where h.id = new.highlight_id and h.round_id is not null;
  return null;
end $$;
create trigger round_marks_team_text after update of note on round_marks for each row when (old.note <> new.note) execute function round_note_changed();

insert into team_words_due (study_id, workspace_id)
select distinct r.study_id, r.workspace_id from coding_rounds r join pseudonyms n on n.study_id = r.study_id and n.state = 'accepted' on conflict do nothing;
insert into team_texts_due (workspace_id, source, source_id) select workspace_id, 'round', id from coding_rounds;
