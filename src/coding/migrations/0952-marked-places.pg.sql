-- Coded places of a study: parts of pages and photos, stretches of sound and video, each with its codes, whom it belongs to and whether it may be analysed and
-- quoted now. For counts of places beside counts of passages, never among them. Every place lies in a rectangle of a page: a stretch from its first to its last millisecond, so that
-- two of one page or recording overlap by the same rule. `share`: how far into its recording a stretch begins, from 0 to 1.
create function marked_places(ws uuid, asked_study uuid)
returns table (kind text, place_id uuid, codes uuid[], of_id uuid, page int, left_at float8, top_at float8, right_at float8, bottom_at float8,
  interview_id uuid, language text, happened_at timestamptz, share float8, people bigint[], may_analyse boolean, may_quote boolean)
language sql stable as $$
  with regioned as materialized (
    select r.id, r.document_id, r.page, r.left_at, r.top_at, r.width, r.height, array_agg(rc.code_id) as codes
    from regions r join region_codes rc on rc.region_id = r.id join codes c on c.id = rc.code_id and c.removed_at is null
    where r.workspace_id = ws and r.study_id = asked_study and r.removed_at is null
    group by r.id
  ),
  pages as (select array(select distinct k.document_id from regioned k) as ids),
  seen as materialized (select m.document_id from pages, permitted_documents(ws, 1, pages.ids) m),
  shown as materialized (select m.document_id from pages, permitted_documents(ws, 3, pages.ids) m),
  stretched as materialized (
    select s.id, s.recording_id, s.start_ms, s.end_ms, array_agg(sc.code_id) as codes
    from stretches s join stretch_codes sc on sc.stretch_id = s.id join codes c on c.id = sc.code_id and c.removed_at is null
    where s.workspace_id = ws and s.study_id = asked_study and s.removed_at is null
    group by s.id
  ),
  sounds as (select array(select distinct k.recording_id from stretched k) as ids),
  heard as materialized (select a.recording_id from sounds, audible_recordings(ws, 1, sounds.ids) a),
  played as materialized (select a.recording_id from sounds, audible_recordings(ws, 3, sounds.ids) a)
  select 'region', k.id, k.codes, k.document_id, k.page, k.left_at, k.top_at, k.left_at + k.width, k.top_at + k.height,
    null::uuid, null::text, d.happened_on::timestamp at time zone 'UTC', null::float8,
    array(select p.person_no from participants p where p.id = d.participant_id),
    d.id in (select document_id from seen), d.id in (select document_id from seen) and d.id in (select document_id from shown)
  from regioned k join documents d on d.id = k.document_id
  union all
  select 'stretch', k.id, k.codes, k.recording_id, 1, k.start_ms, 0, k.end_ms, 1,
    r.interview_id, coalesce(i.language, r.language), coalesce(i.happened_at, r.happened_at), k.start_ms::float8 / nullif(r.duration_ms, 0),
    array(select h.person_no from heard_in(ws, array[r.id]) h where h.person_no is not null),
    r.id in (select recording_id from heard),
    r.id in (select recording_id from heard) and r.id in (select recording_id from played)
      and not exists (select from highlights f join utterances u on u.id = f.utterance_id
        where f.interview_id = r.interview_id and f.refused_at is not null and f.lost_text is null
          and coalesce(u.start_ms, 0) < k.end_ms and k.start_ms < coalesce(u.end_ms, 2147483647))
  from stretched k join recordings r on r.id = k.recording_id left join interviews i on i.id = r.interview_id
$$;
