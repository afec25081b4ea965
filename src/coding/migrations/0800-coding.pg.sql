-- A code names what passages have in common. Without a study it belongs to the workspace's codebook.
create table codes (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid references studies (id) on delete cascade,
  name text not null check (name <> ''),
  description text not null default '',
  colour text not null default 'teal' check (colour in ('teal', 'green', 'amber', 'red', 'grey', 'ink')),
  created_at timestamptz not null default now(),
  created_by uuid,
  -- Removed codes stay, so that undo can bring them back with their passages.
  removed_at timestamptz
);
-- One name is one code, however it is capitalised.
create unique index codes_by_name on codes (workspace_id, coalesce(study_id, workspace_id), lower(name)) where removed_at is null;

-- A marked passage: from start_at to before end_at, in codepoints of the utterance as it stands in utterance_version.
create table highlights (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null,
  study_id uuid not null references studies (id) on delete cascade,
  interview_id uuid not null references interviews (id) on delete cascade,
  utterance_id uuid not null references utterances (id) on delete cascade,
  start_at int not null,
  end_at int not null,
  utterance_version int not null,
  -- The words, kept only once a correction has taken them out of the text, so that somebody can say where they went.
  lost_text text,
  -- What the team thinks of the passage; shown to those who read it, never as a quote.
  note text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid,
  removed_at timestamptz,
  check (0 <= start_at and start_at < end_at)
);
create index highlights_by_interview on highlights (interview_id);
create index highlights_by_utterance on highlights (utterance_id);

create table highlight_codes (
  highlight_id uuid not null references highlights (id) on delete cascade,
  code_id uuid not null references codes (id) on delete cascade,
  workspace_id uuid not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (highlight_id, code_id)
);
create index highlight_codes_by_code on highlight_codes (code_id);

-- What each member did, as steps that can be taken back. Steps hold ids, never anybody's words.
create table coding_log (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  -- Null: the workspace's codebook.
  study_id uuid references studies (id) on delete cascade,
  user_id uuid not null,
  steps jsonb not null,
  at timestamptz not null default now(),
  undone_at timestamptz
);
create index coding_log_by_member on coding_log (workspace_id, user_id, study_id, id desc);

-- Every coded passage of a participant, and whether it may be analysed and quoted now: what every count of a code and every quote
-- rests on. Null code: all. Words of interviewers and others can be marked, but are nobody's view in a count.
create function coded_passages(ws uuid, asked_code uuid default null)
returns table (highlight_id uuid, code_id uuid, utterance_id uuid, interview_id uuid, study_id uuid, person_no bigint,
  may_analyse boolean, may_quote boolean)
language sql stable as $$
  with marked as materialized (
    select h.id, hc.code_id, h.utterance_id, h.interview_id, h.study_id, u.speaker_id, p.person_no
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
  )
  select m.id, m.code_id, m.utterance_id, m.interview_id, m.study_id, m.person_no,
    a.speaker_id is not null, a.speaker_id is not null and q.speaker_id is not null
  from marked m
  left join analysed a on a.speaker_id = m.speaker_id
  left join quoted q on q.speaker_id = m.speaker_id
$$;
