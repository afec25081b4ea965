-- A study starts from something suspected and asks about behaviour or feedback, never both.
create table studies (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  title text not null check (title <> ''),
  hypothesis text not null default '',
  -- What would contradict it, written down before anybody is asked.
  contradiction text not null default '',
  mode text not null check (mode in ('behaviour', 'feedback')),
  -- [{ title, questions: [text] }]
  guide jsonb not null default '[]',
  language text not null default 'en',
  -- Conversations before anything is concluded.
  target int not null default 20 check (target between 1 and 10000),
  -- Two members who edit at once: the second is told.
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  archived_at timestamptz
);
create index studies_by_workspace on studies (workspace_id, id desc);

-- A person in a study. One who is nobody in the data yet is a person without identifiers.
create table participants (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  person_no bigint not null references people (no) on delete cascade,
  language text,
  joined_at timestamptz not null default now(),
  -- Recording is agreed for one conversation and is no purpose of the ledger: null is not asked.
  recording_agreed boolean,
  recording_wording text,
  recording_at timestamptz,
  unique (study_id, person_no)
);
create index participants_by_person on participants (workspace_id, person_no);

create table interviews (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  title text not null,
  -- How the words came: text, markdown, vtt, srt, docx, pasted, open-answers.
  kind text not null,
  happened_at timestamptz not null,
  -- The member who asked, where it was one of the team, or the name of somebody else.
  interviewer_id uuid references members (id) on delete set null,
  interviewer_name text,
  -- As confirmed by a person, and as it was guessed (null: nothing spoke for any).
  language text not null,
  language_guessed text,
  source_name text not null,
  -- Keyed hash of what was brought: the same file into the same study is known again.
  fingerprint text not null,
  -- What was left out on reading: [{ what, count, example }]
  dropped jsonb not null default '[]',
  words int not null default 0,
  created_at timestamptz not null default now(),
  created_by uuid,
  unique (study_id, fingerprint)
);
create index interviews_by_workspace on interviews (workspace_id, id desc);
create index interviews_by_study on interviews (study_id, id desc);

create table speakers (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null,
  interview_id uuid not null references interviews (id) on delete cascade,
  position int not null,
  -- As the file names them; shown only to who may see people. Null: nobody is named.
  name text,
  role text not null check (role in ('participant', 'interviewer', 'other')),
  participant_id uuid references participants (id) on delete cascade,
  words int not null default 0,
  -- Nobody's words are kept as a participant's without a person who can withdraw them.
  check ((role = 'participant') = (participant_id is not null)),
  unique (interview_id, position)
);
create index speakers_by_participant on speakers (participant_id);

-- One speaker's turn, as corrected. 800 interviews of 9,000 words are some 200,000 rows.
create table utterances (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null,
  interview_id uuid not null references interviews (id) on delete cascade,
  position int not null,
  speaker_id uuid not null references speakers (id) on delete cascade,
  text text not null,
  start_ms int,
  end_ms int,
  version int not null default 1,
  unique (interview_id, position)
);
create index utterances_by_speaker on utterances (speaker_id);

-- Somebody erased does not come back with the same file: its keyed hash stays.
create table erased_transcripts (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  fingerprint text not null,
  erased_at timestamptz not null default now(),
  primary key (workspace_id, fingerprint)
);

-- Participants whose words may be used for a purpose (1 analysing what was said, 3 quoting), by their study's own scope.
-- Permission is worked out once a person, never once an utterance. Null studies: all of the workspace; null people: all of them.
create function permitted_participants(ws uuid, asked_purpose int, studies uuid[] default null, only_people bigint[] default null)
returns table (participant_id uuid, person_no bigint, study_id uuid)
language sql stable as $$
  -- The planner expects a handful of people and compares each with each: so it gets a handful at a time.
  with handfuls as materialized (
    select array_agg(k.person_no) as people from (
      select person_no, row_number() over (order by person_no) / 50 as handful from (
        select distinct p.person_no from participants p
        where p.workspace_id = ws and (studies is null or p.study_id = any(studies))
          and (only_people is null or p.person_no = any(only_people))
      ) d
    ) k group by k.handful
  )
  select p.id, p.person_no, p.study_id
  from handfuls h
  cross join lateral permission_rows(ws, h.people) r
  join participants p on p.person_no = r.person_no
    and p.study_id = case when r.scope like 'study:%' then substr(r.scope, 7)::uuid end
  where r.purpose = asked_purpose and r.reason = 0 and p.workspace_id = ws
    and (studies is null or p.study_id = any(studies))
$$;

-- Speakers whose words may be used so: permitted participants, and those who are no participants (interviewers, others).
-- Whatever reads utterances joins this. Null interviews: all of the workspace.
create function permitted_speakers(ws uuid, asked_purpose int, interviews uuid[] default null)
returns table (speaker_id uuid, interview_id uuid, role text, participant_id uuid, person_no bigint, study_id uuid)
language sql stable as $$
  with permitted as materialized (
    select r.participant_id as id from permitted_participants(ws, asked_purpose,
      case when interviews is not null
        then array(select distinct i.study_id from interviews i where i.workspace_id = ws and i.id = any($3)) end) r
  )
  select s.id, s.interview_id, s.role, s.participant_id, p.person_no, i.study_id
  from speakers s
  join interviews i on i.id = s.interview_id
  left join participants p on p.id = s.participant_id
  where s.workspace_id = ws and (interviews is null or s.interview_id = any(interviews))
    -- Asked as a list, so that it is looked up and not compared row by row.
    and (s.participant_id is null or s.participant_id in (select id from permitted))
$$;
