-- How a study asks people to take part: what they read, what they are asked before, and whom it leaves in peace.
create table recruitments (
  study_id uuid primary key references studies (id) on delete cascade,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  -- Months in which somebody who was asked by any study is not asked again.
  rest_months int not null default 6 check (rest_months between 0 and 60),
  minutes int not null default 60 check (minutes between 10 and 240),
  -- By language: what it is about, what one gets for it, where it takes place.
  about jsonb not null default '{}',
  gift jsonb not null default '{}',
  place jsonb not null default '{}',
  -- [{ id, text: { en }, answers: [{ id, text: { en }, fits }] }]
  screener jsonb not null default '[]',
  version int not null default 1
);

-- A draw as it was made: with its seed and the number of each stratum it can be made again.
create table draws (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  seed text not null,
  method text not null,
  -- [{ segmentId, language, open, candidates, drawn }]
  strata jsonb not null,
  drawn_at timestamptz not null,
  drawn_by uuid references members (id) on delete set null
);
create index draws_by_study on draws (study_id, id desc);

-- Somebody who is asked to take part. A friend somebody passed the link to is nobody here until they open their own letter: until then
-- they have an address and no person.
create table invitees (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  person_no bigint,
  address text,
  draw_id uuid references draws (id) on delete set null,
  is_introduced boolean not null default false,
  introduced_by uuid references invitees (id) on delete set null,
  -- The quota they were drawn for.
  quota_segment uuid,
  quota_language text,
  language text not null,
  state text not null check (state in
    ('drawn', 'invited', 'withheld', 'failed', 'unknown', 'declined', 'refused', 'unfit', 'waiting', 'fits', 'agreed', 'booked')),
  answers jsonb,
  called text not null default '',
  participant_id uuid references participants (id) on delete set null,
  sitting_id uuid references sittings (id) on delete set null,
  zone text,
  made_at timestamptz not null,
  -- When a member said that the letter may go.
  released_at timestamptz,
  asked_at timestamptz,
  opened_at timestamptz,
  answered_at timestamptz,
  agreed_at timestamptz,
  expires_at timestamptz not null,
  -- The letter that asks: which one (a member may send it again), how often it was tried, and when next.
  letter int not null default 1,
  tried int not null default 0,
  next_try_at timestamptz,
  -- What they know of their appointment, since when, and how often their calendar was told (RFC 5545, SEQUENCE).
  told_as text not null default 'none',
  told_at timestamptz,
  sequence int not null default 0,
  reminded_as text not null default 'none',
  -- The same for the member who asks them.
  told_member uuid references members (id) on delete set null,
  member_told_as text not null default 'none',
  member_sequence int not null default 0,
  check ((person_no is null) or (address is null)),
  unique (study_id, person_no)
);
-- Of one address, one letter about a study.
create unique index invitees_by_address on invitees (study_id, address) where address is not null;
create index invitees_by_person on invitees (workspace_id, person_no);
create index invitees_by_sitting on invitees (sitting_id);
create index invitees_by_participant on invitees (participant_id);
create index invitees_to_write_to on invitees (released_at) where state = 'drawn' and released_at is not null;

-- When a member can hold interviews: hours of a week in their own time zone, and days that are otherwise.
create table member_hours (
  member_id uuid primary key references members (id) on delete cascade,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  zone text not null,
  -- [{ weekday: 1 to 7, from: '09:00', to: '12:00' }]
  weekly jsonb not null default '[]',
  -- [{ day: '2026-12-24', hours: [{ from, to }] }]; no hours: away
  exceptions jsonb not null default '[]',
  -- Minutes kept free before and after.
  buffer_minutes int not null default 15 check (buffer_minutes between 0 and 240),
  -- Hours from now in which nobody can book any more.
  notice_hours int not null default 24 check (notice_hours between 0 and 336),
  version int not null default 1
);

-- What somebody got for taking part, no more than accounts need.
create table thanks (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  participant_id uuid not null references participants (id) on delete cascade,
  what text not null check (what <> ''),
  -- In hundredths of the currency.
  amount int check (amount >= 0),
  currency text,
  how text not null default '',
  given_at timestamptz not null,
  given_by uuid references members (id) on delete set null,
  check ((amount is null) = (currency is null))
);
create index thanks_by_study on thanks (study_id, id);
create index thanks_by_participant on thanks (participant_id);
