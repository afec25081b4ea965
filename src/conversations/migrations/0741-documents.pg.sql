-- Documents of a study: photos of a visit, and PDFs (a diary, a letter, a brochure). A photo is always somebody's: whose home or day it shows.
create table documents (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  participant_id uuid references participants (id) on delete cascade,
  kind text not null check (kind in ('pdf', 'photo')),
  name text not null check (name <> ''),
  media text not null,
  size int not null,
  pages int not null default 1,
  -- What the camera had noted was taken out; true where a place was among it.
  place_removed boolean not null default false,
  -- Keyed hash of the file as it was sent: the same file into the same study is known again.
  fingerprint text not null,
  happened_on date,
  created_at timestamptz not null default now(),
  created_by uuid,
  check (kind <> 'photo' or participant_id is not null),
  unique (study_id, fingerprint)
);
create index documents_by_study on documents (workspace_id, study_id, id desc);
create index documents_by_participant on documents (participant_id) where participant_id is not null;

create table document_parts (
  document_id uuid not null references documents (id) on delete cascade,
  position int not null,
  bytes bytea not null,
  primary key (document_id, position)
);

-- Documents that may be seen now for a purpose (1 analysing, 3 quoting): their participant permits it in the study, and for a photo has agreed to
-- be recorded and has not taken that back (6). What belongs to nobody may be seen. Null documents: all of the workspace.
create function permitted_documents(ws uuid, asked_purpose int, only_documents uuid[] default null)
returns table (document_id uuid, person_no bigint)
language sql stable as $$
  with wanted as materialized (
    select d.id, d.study_id, d.kind, d.participant_id, p.person_no, p.recording_agreed
    from documents d left join participants p on p.id = d.participant_id
    where d.workspace_id = ws and (only_documents is null or d.id = any(only_documents))
  ),
  whose as (select array(select distinct w.person_no from wanted w where w.person_no is not null) as people),
  permitted as materialized (
    select m.participant_id as id from whose, permitted_participants(ws, asked_purpose, array(select distinct w.study_id from wanted w), whose.people) m
  ),
  refused as materialized (
    select s.person_no, s.scope from whose, permission_rows(ws, (select array(select distinct k.person_no from wanted k where k.kind = 'photo'))) s
    where s.purpose = 6 and s.reason in (3, 4)
  )
  select w.id, w.person_no from wanted w
  where w.participant_id is null or (w.participant_id in (select id from permitted) and (w.kind <> 'photo' or (
    w.recording_agreed is true
    and not exists (select from refused r where r.person_no = w.person_no and r.scope = 'study:' || w.study_id))))
$$;
