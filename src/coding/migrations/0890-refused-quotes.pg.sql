-- A participant has asked for this passage to be shown nowhere as a quote. It moves with its words as every passage does, and counts where
-- analysing what was said is permitted. Whatever overlaps it is refused with it, whoever marks it afterwards.
alter table highlights add column refused_at timestamptz;
create index highlights_refused on highlights (utterance_id) where refused_at is not null;

create or replace function coded_passages(ws uuid, asked_code uuid default null)
returns table (highlight_id uuid, code_id uuid, utterance_id uuid, interview_id uuid, study_id uuid, person_no bigint,
  may_analyse boolean, may_quote boolean)
language sql stable as $$
  with marked as materialized (
    select h.id, hc.code_id, h.utterance_id, h.interview_id, h.study_id, h.start_at, h.end_at, u.speaker_id, p.person_no
    from highlight_codes hc
    join codes c on c.id = hc.code_id and c.removed_at is null
    join highlights h on h.id = hc.highlight_id and h.removed_at is null and h.lost_text is null
    join utterances u on u.id = h.utterance_id
    join speakers s on s.id = u.speaker_id
    join participants p on p.id = s.participant_id
    where hc.workspace_id = ws and (asked_code is null or hc.code_id = asked_code)
  ),
  analysed as materialized (
    select a.speaker_id from permitted_speakers(ws, 1, array(select distinct m.interview_id from marked m)) a
  ),
  quoted as materialized (
    select q.speaker_id from permitted_speakers(ws, 3, array(select distinct m.interview_id from marked m)) q
  ),
  refused as materialized (
    select distinct m.id from highlights r
    join marked m on m.utterance_id = r.utterance_id and r.start_at < m.end_at and m.start_at < r.end_at
    where r.workspace_id = ws and r.refused_at is not null and r.lost_text is null
  )
  select m.id, m.code_id, m.utterance_id, m.interview_id, m.study_id, m.person_no,
    a.speaker_id is not null, a.speaker_id is not null and q.speaker_id is not null and r.id is null
  from marked m
  left join analysed a on a.speaker_id = m.speaker_id
  left join quoted q on q.speaker_id = m.speaker_id
  left join refused r on r.id = m.id
$$;
