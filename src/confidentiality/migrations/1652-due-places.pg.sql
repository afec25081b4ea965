-- What is due is found name by name, not by going through every place of every study each time it is asked for.
create index pseudonym_places_by_applied on pseudonym_places (pseudonym_id, applied);
drop index pseudonym_places_by_pseudonym;

-- Places in which something else stands than was decided; without a workspace or a study of all of them.
create function due_places(ws uuid, asked_study uuid) returns table (workspace_id uuid, study_id uuid, interview_id uuid) language sql stable as $$
  with names as materialized (
    select n.id, n.state, n.pseudonym from pseudonyms n
    where (ws is null or n.workspace_id = ws) and (asked_study is null or n.study_id = asked_study)
  )
  -- `offset 0`: one look into the index a name, whatever the statistics say while a study grows.
  select p.workspace_id, p.study_id, p.interview_id from names n cross join lateral (
    select p.* from pseudonym_places p where p.pseudonym_id = n.id and p.applied is null offset 0) p
  where n.state = 'accepted'
  union all
  select p.workspace_id, p.study_id, p.interview_id from names n cross join lateral (
    select p.* from pseudonym_places p where p.pseudonym_id = n.id and p.applied < n.pseudonym offset 0) p
  where n.state = 'accepted'
  union all
  select p.workspace_id, p.study_id, p.interview_id from names n cross join lateral (
    select p.* from pseudonym_places p where p.pseudonym_id = n.id and p.applied > n.pseudonym offset 0) p
  where n.state = 'accepted'
  union all
  select p.workspace_id, p.study_id, p.interview_id from names n cross join lateral (
    select p.* from pseudonym_places p where p.pseudonym_id = n.id and p.applied is not null offset 0) p
  where n.state <> 'accepted'
$$;

-- Names that stand in at least one place that may be read now, as `readable_places` says it.
create function readable_names(ws uuid, asked_study uuid) returns table (pseudonym_id uuid) language sql stable as $$
  with talks as materialized (select id from interviews where workspace_id = ws and study_id = asked_study),
  readable as materialized (select s.speaker_id from permitted_speakers(ws, 1, array(select id from talks)) s),
  closed as materialized (
    select distinct s.interview_id from speakers s
    where s.interview_id in (select id from talks) and s.participant_id is not null and s.id not in (select speaker_id from readable)
  ),
  withheld as materialized (
    select utterance_id from withheld_replies(ws, array(select interview_id from closed)) where exists (select from closed)
  )
  select n.id from pseudonyms n cross join lateral (
    select from pseudonym_places p left join utterances u on u.id = p.utterance_id
    where p.pseudonym_id = n.id and (p.utterance_id is null
      or (u.speaker_id in (select speaker_id from readable) and u.id not in (select utterance_id from withheld)))
    limit 1) place
  where n.workspace_id = ws and n.study_id = asked_study
$$;
