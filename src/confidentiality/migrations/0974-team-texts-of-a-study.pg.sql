-- Every text of the team, by its kind, that may be about a study: not those about another alone.
drop function team_text_ids(uuid);
create function team_text_ids(ws uuid, asked_study uuid) returns table (source text, ids uuid[]) language sql stable as $$
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
$$;
