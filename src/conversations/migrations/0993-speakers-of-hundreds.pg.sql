-- Up to several hundred conversations, picking out the people who speak in them costs less than asking for everybody in a study: for a hundred of
-- eight hundred, a fifth.
create or replace function permitted_speakers(ws uuid, asked_purpose int, interviews uuid[] default null)
returns table (speaker_id uuid, interview_id uuid, role text, participant_id uuid, person_no bigint, study_id uuid)
language sql stable as $$
  with studied as materialized (
    select distinct i.study_id from interviews i where i.workspace_id = ws and i.id = any(interviews)
  ),
  permitted as materialized (
    select a.participant_id as id from permitted_participants(ws, asked_purpose) a where interviews is null
    union all
    select b.participant_id from permitted_participants(ws, asked_purpose, array(select study_id from studied)) b
    where cardinality(interviews) > 300
    union all
    select c.participant_id from permitted_participants(ws, asked_purpose, array(select study_id from studied), array(
      select distinct p.person_no from speakers s join participants p on p.id = s.participant_id
      where s.interview_id = any(interviews))) c
    where cardinality(interviews) <= 300
  )
  select s.id, s.interview_id, s.role, s.participant_id, p.person_no, i.study_id
  from speakers s
  join interviews i on i.id = s.interview_id
  left join participants p on p.id = s.participant_id
  where s.workspace_id = ws and (interviews is null or s.interview_id = any(interviews))
    and (s.participant_id is null or s.participant_id in (select id from permitted))
$$;
