-- What the team thinks of a study, a conversation, a code or a person. What it thinks of a passage stands with the highlight.
create table memos (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  kind text not null check (kind in ('study', 'interview', 'code', 'person')),
  study_id uuid references studies (id) on delete cascade,
  interview_id uuid references interviews (id) on delete cascade,
  code_id uuid references codes (id) on delete cascade,
  person_no bigint,
  text text not null,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  -- Removed ones stay, so that they can be brought back.
  removed_at timestamptz,
  check (num_nonnulls(study_id, interview_id, code_id, person_no) = 1)
);
create index memos_by_study on memos (study_id) where study_id is not null;
create index memos_by_interview on memos (interview_id) where interview_id is not null;
create index memos_by_code on memos (code_id) where code_id is not null;
create index memos_by_person on memos (workspace_id, person_no) where person_no is not null;
create index memos_by_workspace on memos (workspace_id);

-- Who wrote the note of a passage last, and when.
alter table highlights add column noted_by uuid, add column noted_at timestamptz;

-- The memos a user may read now, the only way to read them. One about a person while what they said may be analysed in some study; one about a
-- conversation while a participant of it may be (or none takes part), and while it is coded blind by its author alone.
create function readable_memos(ws uuid, reader uuid, only_ids uuid[] default null) returns setof memos
language sql stable as $$
  with asked as materialized (
    select m.* from memos m where m.workspace_id = ws and m.removed_at is null and (only_ids is null or m.id = any(only_ids))
  ),
  heard as materialized (
    select p.interview_id from permitted_speakers(ws, 1, array(select distinct a.interview_id from asked a where a.interview_id is not null)) p
    where p.role = 'participant'
  ),
  known as materialized (
    select p.person_no from permitted_participants(ws, 1, null, array(select distinct a.person_no from asked a where a.person_no is not null)) p
  )
  select (a).* from asked a
  where (a.person_no is null or a.person_no in (select person_no from known))
    and (a.interview_id is null or a.interview_id in (select interview_id from heard)
      or not exists (select from speakers s where s.interview_id = a.interview_id and s.role = 'participant'))
    and (a.interview_id is null or a.created_by is not distinct from reader or not exists (
      select from round_interviews i join coding_rounds r on r.id = i.round_id and r.state = 'open' where i.interview_id = a.interview_id))
$$;

-- As the search over notes asks for it; the reader is a member.
create function memo_to_search(ws uuid, reader uuid, only_ids uuid[]) returns table (
  note_id uuid, version int, text text, language text, study_id uuid, interview_id uuid, utterance_id uuid, code_id uuid,
  person_no bigint, written_at timestamptz, writer text
) language sql stable as $$
  with readable as materialized (
    select r.id from members m cross join lateral readable_memos(ws, m.user_id::uuid, only_ids) r
    where m.workspace_id = ws and m.id = reader
  )
  select m.id, m.version, m.text, null::text, m.study_id, m.interview_id, null::uuid, m.code_id, m.person_no, m.changed_at, u.name
  from memos m left join members w on w.workspace_id = m.workspace_id and w.user_id = m.changed_by::text
  left join users u on u.id = w.user_id
  where m.workspace_id = ws and m.removed_at is null and (only_ids is null or m.id = any(only_ids))
    and (reader is null or m.id in (select id from readable))
$$;

create trigger memos_search after insert or update or delete on memos
  for each row execute function search_note_changed('memo');
