-- A marked stretch of sound or video, from a moment to another. It goes with its recording; what rests on it is shown beside the passages of a
-- code, not among them: with words or without, a stretch is nobody's text.
create table stretches (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null,
  study_id uuid not null references studies (id) on delete cascade,
  recording_id uuid not null references recordings (id) on delete cascade,
  start_ms int not null check (start_ms >= 0),
  end_ms int not null check (end_ms > start_ms),
  created_at timestamptz not null default now(),
  created_by uuid,
  removed_at timestamptz
);
create index stretches_by_recording on stretches (recording_id);

create table stretch_codes (
  stretch_id uuid not null references stretches (id) on delete cascade,
  code_id uuid not null references codes (id) on delete cascade,
  workspace_id uuid not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (stretch_id, code_id)
);
create index stretch_codes_by_code on stretch_codes (code_id);
