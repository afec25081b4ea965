-- A sitting is an interview before and while it is held: who meets whom, and when. What was said in it comes later, as an interview.
create table sittings (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  -- Null: nobody is chosen yet, or who was has left.
  interviewer_id uuid references members (id) on delete set null,
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 600),
  language text not null,
  -- Held from the moment it begins.
  state text not null default 'planned' check (state in ('planned', 'held', 'missed', 'cancelled')),
  -- Two who move at once: the second is told.
  version int not null default 1,
  began_at timestamptz,
  ended_at timestamptz,
  -- Its transcript, once it is here. One transcript is of one sitting.
  interview_id uuid unique references interviews (id) on delete set null,
  -- What must be added to the time of a note to find its place in the transcript: a recording seldom begins with the clock.
  offset_ms int not null default 0,
  created_at timestamptz not null default now(),
  created_by uuid
);
create index sittings_by_study on sittings (workspace_id, study_id, starts_at);
create index sittings_by_interviewer on sittings (interviewer_id, starts_at) where state = 'planned';

-- Who is asked in it. One in a depth interview, several in a focus group.
create table sitting_people (
  sitting_id uuid not null references sittings (id) on delete cascade,
  participant_id uuid not null references participants (id) on delete cascade,
  workspace_id uuid not null,
  -- "Participant 3": what those see who do not meet them. The same in every sitting of the study.
  number int not null,
  -- What they wish to be called; for those who meet them only.
  called text not null default '',
  primary key (sitting_id, participant_id)
);
create index sitting_people_by_participant on sitting_people (participant_id);

-- Colleagues who sit in. The participant is told before it begins.
create table sitting_companions (
  sitting_id uuid not null references sittings (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  workspace_id uuid not null,
  part text not null check (part in ('note-taker', 'observer')),
  -- When the interviewer said that the participant knows of them.
  told_at timestamptz,
  primary key (sitting_id, member_id)
);
