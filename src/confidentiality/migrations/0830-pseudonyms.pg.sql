-- What tells who somebody is in the conversations of a study, and what stands in its place. What it was is sealed with the installation's
-- key; it is looked up by a keyed hash. Only what was proposed or left as it is stands in the text; of what was replaced only this row tells.
create table pseudonyms (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  kind text not null check (kind in ('name', 'place', 'email', 'phone', 'civil number', 'other')),
  key_hash text not null,
  -- Sealed: what it is found by, and how it is written.
  original text not null,
  pseudonym text not null check (pseudonym <> ''),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused')),
  -- Found in small letters too: somebody added it so.
  any_case boolean not null default false,
  -- Whose own name it is, where a participant is called so in the file.
  person_no bigint,
  version int not null default 1,
  decided_at timestamptz,
  decided_by uuid,
  unique (study_id, key_hash)
);
create index pseudonyms_by_person on pseudonyms (workspace_id, person_no) where person_no is not null;

-- Where it stands: in a turn, in what a speaker is called, in the title of a conversation. Codepoints of the text as it is now.
create table pseudonym_places (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null,
  study_id uuid not null references studies (id) on delete cascade,
  pseudonym_id uuid not null references pseudonyms (id) on delete cascade,
  interview_id uuid not null references interviews (id) on delete cascade,
  field text not null check (field in ('words', 'speaker', 'title')),
  utterance_id uuid references utterances (id) on delete cascade,
  speaker_id uuid references speakers (id) on delete cascade,
  start_at int not null,
  end_at int not null,
  -- The pseudonym that stands here now; null: the original does.
  applied text,
  -- Sealed: what stood here before.
  form text,
  check (0 <= start_at and start_at < end_at),
  check ((applied is null) = (form is null)),
  check ((field = 'words') = (utterance_id is not null)),
  check ((field = 'speaker') = (speaker_id is not null))
);
create index pseudonym_places_by_pseudonym on pseudonym_places (pseudonym_id);
create index pseudonym_places_by_interview on pseudonym_places (interview_id);
create index pseudonym_places_by_utterance on pseudonym_places (utterance_id);
create index pseudonym_places_by_speaker on pseudonym_places (speaker_id);

-- Which conversations were read through, by which rules.
create table pseudonym_readings (
  interview_id uuid primary key references interviews (id) on delete cascade,
  workspace_id uuid not null,
  study_id uuid not null,
  rules int not null,
  read_at timestamptz not null
);
create index pseudonym_readings_by_study on pseudonym_readings (study_id);

-- Places in words that may be read now, and in titles and labels: what every count and every example rests on.
create function readable_places(ws uuid, asked_study uuid) returns table (place_id uuid)
language sql stable as $$
  with talks as materialized (select id from interviews where workspace_id = ws and study_id = asked_study),
  readable as materialized (select s.speaker_id from permitted_speakers(ws, 1, array(select id from talks)) s),
  closed as materialized (
    select distinct s.interview_id from speakers s
    where s.interview_id in (select id from talks) and s.participant_id is not null and s.id not in (select speaker_id from readable)
  ),
  withheld as materialized (
    select utterance_id from withheld_replies(ws, array(select interview_id from closed)) where exists (select from closed)
  )
  select p.id from pseudonym_places p left join utterances u on u.id = p.utterance_id
  where p.workspace_id = ws and p.study_id = asked_study
    and (p.utterance_id is null
      or (u.speaker_id in (select speaker_id from readable) and u.id not in (select utterance_id from withheld)))
$$;
