-- Only those whose words are marked are asked, however many they are: beside five thousand open answers that nobody has coded, the few who were marked in
-- conversations of that study are answered for in a twentieth of the time.
create or replace function marked_passages(ws uuid, asked_study uuid default null, asked_code uuid default null)
returns table (highlight_id uuid, codes uuid[], utterance_id uuid, interview_id uuid, study_id uuid, person_no bigint,
  place int, start_at int, end_at int, may_analyse boolean, may_quote boolean)
language sql stable as $$
  with coded as materialized (
    select hc.highlight_id, array_agg(hc.code_id) as codes
    from highlight_codes hc join codes c on c.id = hc.code_id and c.removed_at is null
    where hc.workspace_id = ws and (asked_code is null or hc.code_id = asked_code)
    group by 1
  ),
  marked as materialized (
    select h.id, k.codes, h.utterance_id, h.interview_id, h.study_id, h.start_at, h.end_at, u.position as place, s.participant_id, p.person_no
    from coded k
    join highlights h on h.id = k.highlight_id and h.removed_at is null and h.lost_text is null
      and (asked_study is null or h.study_id = asked_study)
    cross join lateral (select t.speaker_id, t.position from utterances t where t.id = h.utterance_id offset 0) u
    join speakers s on s.id = u.speaker_id
    join participants p on p.id = s.participant_id and p.study_id = h.study_id
  ),
  few as (select array_agg(distinct m.person_no) as people from marked m),
  permitted as materialized (
    select r.participant_id as id, bool_or(r.purpose = 1) as may_analyse, bool_or(r.purpose = 3) as may_quote
    from few, permitted_purposes(ws, array[1, 3], array(select distinct m.study_id from marked m), few.people) r
    group by 1
  ),
  refused as materialized (
    select distinct m.id from highlights r
    join marked m on m.utterance_id = r.utterance_id and r.start_at < m.end_at and m.start_at < r.end_at
    where r.workspace_id = ws and r.refused_at is not null and r.lost_text is null
  )
  select m.id, m.codes, m.utterance_id, m.interview_id, m.study_id, m.person_no, m.place, m.start_at, m.end_at,
    coalesce(a.may_analyse, false), coalesce(a.may_analyse and a.may_quote, false) and r.id is null
  from marked m
  left join permitted a on a.id = m.participant_id
  left join refused r on r.id = m.id
$$;
