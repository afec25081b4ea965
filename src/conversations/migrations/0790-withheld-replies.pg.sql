-- What interviewers and others say repeats what was answered ("so you left because of the fee?"). A turn of theirs is a reply to the
-- participant's turn before it, and is read only while that turn may be read; where no participant of a conversation may be read, none is.
create function withheld_replies(ws uuid, interviews uuid[]) returns table (utterance_id uuid)
language sql stable as $$
  with readable as materialized (select p.speaker_id from permitted_speakers(ws, 1, interviews) p),
  turns as (
    select u.id, u.interview_id, u.position, s.role = 'participant' as is_answer,
      s.role = 'participant' and s.id not in (select speaker_id from readable) as is_closed
    from utterances u join speakers s on s.id = u.speaker_id
    where u.workspace_id = ws and u.interview_id = any(interviews)
  ),
  exchanges as (
    select t.*, count(*) filter (where is_answer) over (partition by interview_id order by position) as answer,
      bool_or(is_answer) over (partition by interview_id) and bool_and(is_closed or not is_answer) over (partition by interview_id) as all_closed
    from turns t
  )
  select e.id from (
    select x.id, x.is_answer, x.all_closed, bool_or(x.is_closed) over (partition by x.interview_id, x.answer) as answer_closed from exchanges x
  ) e
  where not e.is_answer and (e.answer_closed or e.all_closed)
$$;
