-- Sound or video of a conversation. The bytes lie among the large files under "workspace/recording", never in this database.
create table recordings (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  -- Once what was said in it is here as words.
  interview_id uuid references interviews (id) on delete set null,
  name text not null check (name <> ''),
  size bigint not null check (size > 0),
  -- Whole pieces kept so far, in bytes.
  received bigint not null default 0,
  -- What its first bytes say it is; null until they are here.
  media text,
  state text not null default 'arriving' check (state in ('arriving', 'checking', 'ready', 'damaged')),
  -- What the place of large files answered when the file was begun.
  begun text not null default '',
  sha256 text,
  duration_ms int,
  -- Loudness over time, one byte a moment, for the picture of it.
  peaks bytea,
  language text not null,
  happened_at timestamptz not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  arrived_at timestamptz,
  -- When its words were brought in: from then on the days are counted.
  transcribed_at timestamptz
);
create index recordings_by_study on recordings (workspace_id, study_id, id desc);
create index recordings_by_interview on recordings (interview_id) where interview_id is not null;

-- Each piece as it arrived, so that an upload goes on after a restart and the whole is compared with what was sent.
create table recording_pieces (
  recording_id uuid not null references recordings (id) on delete cascade,
  number int not null,
  size int not null,
  sha256 bytea not null,
  tag text not null,
  primary key (recording_id, number)
);

-- Who is heard. Of somebody erased the line stays without a name, so that the recording is never taken for that of the others alone.
create table recording_heard (
  recording_id uuid not null references recordings (id) on delete cascade,
  position int not null,
  participant_id uuid references participants (id) on delete set null,
  primary key (recording_id, position),
  unique (recording_id, participant_id)
);
create index recording_heard_by_participant on recording_heard (participant_id);

-- How long a study keeps its recordings; without a row thirty days after their words were brought in.
create table recording_rules (
  study_id uuid primary key references studies (id) on delete cascade,
  workspace_id uuid not null,
  -- Days after the words were brought in; null: not counted so.
  days_after int check (days_after between 0 and 3650),
  -- Not beyond this day, whether there are words or not.
  until_day date,
  version int not null default 1
);

-- That there was a recording, and why it is gone. Names nobody.
create table recording_receipts (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  why text not null check (why in ('by hand', 'rule', 'withdrawn', 'erased', 'unfinished', 'conversation removed')),
  size bigint not null,
  sha256 text,
  gone_at timestamptz not null
);
create index recording_receipts_by_study on recording_receipts (study_id, gone_at desc);

-- Files whose row is gone, however it went: they are removed by a job, and again until it succeeds.
create table recording_files_gone (
  file_key text primary key,
  begun text not null,
  at timestamptz not null default now()
);
create function recording_file_gone() returns trigger language plpgsql as $$
begin
  insert into recording_files_gone (file_key, begun) values (old.workspace_id || '/' || old.id, old.begun) on conflict do nothing;
  return old;
end $$;
create trigger recordings_gone after delete on recordings for each row execute function recording_file_gone();

-- The words of a recording before anybody said who speaks. One a recording: asked for again it begins anew.
create table transcriptions (
  recording_id uuid primary key references recordings (id) on delete cascade,
  workspace_id uuid not null,
  -- Another run makes the answers of the one before worthless.
  run uuid not null,
  state text not null check (state in ('queued', 'sending', 'listening', 'waiting', 'done', 'failed', 'cancelled')),
  host text not null,
  model text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  attempts int not null default 0,
  sent bigint not null default 0,
  -- Why the last attempt did not succeed.
  why text,
  next_at timestamptz,
  ended_at timestamptz,
  -- [{ startMs, endMs, text, starts }]
  segments jsonb not null default '[]',
  -- Who speaks from which of them on: [{ from, who }]
  marks jsonb not null default '[]',
  version int not null default 1
);

-- When each word of an utterance begins, for the text as it was then; after a correction places are worked out between start and end.
create table utterance_times (
  utterance_id uuid primary key references utterances (id) on delete cascade,
  workspace_id uuid not null,
  version int not null,
  starts int[] not null
);

-- Who is heard in recordings: as was said when they came, and who was found to speak in their conversations since. Null: all of the workspace.
create function heard_in(ws uuid, recordings uuid[] default null)
returns table (recording_id uuid, study_id uuid, participant_id uuid, person_no bigint, agreed boolean, was_said boolean)
language sql stable as $$
  select r.id, r.study_id, p.id, p.person_no, p.recording_agreed, k.was_said
  from recordings r
  cross join lateral (
    select h.participant_id as id, true as was_said from recording_heard h where h.recording_id = r.id
    union all
    select s.participant_id, false from speakers s
    where s.interview_id = r.interview_id and s.participant_id is not null
      and exists (select from utterances u where u.speaker_id = s.id)
      and not exists (select from recording_heard h where h.recording_id = r.id and h.participant_id = s.participant_id)
  ) k
  left join participants p on p.id = k.id
  where r.workspace_id = ws and ($2 is null or r.id = any($2))
$$;

-- Recordings that must not be kept: somebody heard in them has not agreed to be recorded, took it back (6), or was erased. Who was only found to
-- speak later, and was not asked yet, closes a recording and does not end it. Null: all of the workspace.
create function refused_recordings(ws uuid, recordings uuid[] default null)
returns table (recording_id uuid, erased boolean)
language sql stable as $$
  with heard as materialized (select * from heard_in(ws, $2)),
  refused as materialized (
    select s.person_no, s.scope from permission_rows(ws, array(select distinct k.person_no from heard k where k.person_no is not null)) s
    where s.purpose = 6 and s.reason in (3, 4)
  )
  select h.recording_id, bool_or(h.participant_id is null) from heard h
  where h.participant_id is null or h.agreed = false or (h.was_said and h.agreed is null)
    or exists (select from refused n where n.person_no = h.person_no and n.scope = 'study:' || h.study_id)
  group by h.recording_id
$$;

-- Recordings that may be heard now: everybody heard in them agreed to be recorded, still does, and permits the purpose
-- (1 analysing what was said, 3 quoting) in the study. Null recordings: all of the workspace.
create function audible_recordings(ws uuid, asked_purpose int, recordings uuid[] default null)
returns table (recording_id uuid)
language sql stable as $$
  with heard as materialized (select * from heard_in(ws, $3)),
  permitted as materialized (
    select m.participant_id as id from permitted_participants(ws, asked_purpose, array(select distinct k.study_id from heard k),
      array(select distinct k.person_no from heard k where k.person_no is not null)) m
  )
  select h.recording_id from heard h
  where h.recording_id not in (select f.recording_id from refused_recordings(ws, $3) f)
  group by h.recording_id
  having bool_and(h.participant_id is not null and h.agreed is true and h.participant_id in (select id from permitted))
$$;
