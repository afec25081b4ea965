-- What is written down in and after a sitting. The id is made where it is written, so that sending twice writes once.
create table sitting_notes (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  sitting_id uuid not null references sittings (id) on delete cascade,
  member_id uuid references members (id) on delete set null,
  kind text not null check (kind in ('note', 'quote', 'surprise', 'contradiction', 'why', 'ladder', 'asked', 'part', 'begin', 'end', 'debrief')),
  -- By the clock of the server: what a device's clock is wrong by is taken off when it arrives.
  at timestamptz not null,
  text text not null default '',
  -- The rungs of a ladder from below; what surprised, what contradicted and what is next in a debrief.
  lines jsonb not null default '[]',
  -- The question or part of the guide it belongs to.
  about text,
  -- Rises with every change where it is written; of two the higher stays.
  revision int not null default 1,
  removed_at timestamptz,
  received_at timestamptz not null default now()
);
create index sitting_notes_by_sitting on sitting_notes (sitting_id, at);
create index sitting_notes_by_member on sitting_notes (member_id);

-- Whether the notes of a sitting may be analysed: 0 everybody in it agrees, 1 somebody has not said yes yet, 2 somebody took it back or objected,
-- or nobody is left. Notes of a group do not say of whom they are, so they are read while all of the group agree.
create function sitting_standings(ws uuid, only_sittings uuid[]) returns table (sitting_id uuid, standing int)
language sql stable as $$
  with asked as materialized (
    select s.id, s.study_id, p.person_no from sittings s
    left join sitting_people k on k.sitting_id = s.id left join participants p on p.id = k.participant_id
    where s.workspace_id = ws and s.id = any(only_sittings)
  )
  select a.id, max(case when a.person_no is null or r.reason in (3, 4) then 2 when r.reason = 0 then 0 else 1 end)
  from asked a
  left join permission_rows(ws, array(select distinct b.person_no from asked b where b.person_no is not null)) r
    on r.person_no = a.person_no and r.scope = 'study:' || a.study_id and r.purpose = 1
  group by a.id
$$;

-- As the search over notes asks for it.
create function interview_note_to_search(ws uuid, reader uuid, only_ids uuid[]) returns table (
  note_id uuid, version int, text text, language text, study_id uuid, interview_id uuid, utterance_id uuid, code_id uuid,
  person_no bigint, written_at timestamptz, writer text
) language sql stable as $$
  with found as materialized (
    select n.*, s.language, s.study_id, s.interview_id, s.ended_at from sitting_notes n join sittings s on s.id = n.sitting_id
    where n.workspace_id = ws and (only_ids is null or n.id = any(only_ids)) and n.removed_at is null
      and n.kind in ('note', 'quote', 'surprise', 'contradiction', 'why', 'ladder', 'debrief')
  ),
  open as materialized (
    select t.sitting_id from sitting_standings(ws, case when reader is not null then array(select distinct f.sitting_id from found f) end) t
    where t.standing = 0
  )
  select f.id, f.revision, concat_ws(E'\n', nullif(f.text, ''), (select string_agg(l, E'\n') from jsonb_array_elements_text(f.lines) l)),
    f.language, f.study_id, f.interview_id, null::uuid, null::uuid,
    (select case when count(*) = 1 then min(p.person_no) end from sitting_people k join participants p on p.id = k.participant_id
      where k.sitting_id = f.sitting_id),
    f.at, u.name
  from found f left join members m on m.id = f.member_id left join users u on u.id = m.user_id
  where reader is null or (f.sitting_id in (select sitting_id from open) and (f.member_id = reader or f.ended_at is not null))
$$;
