-- What a study promises before it begins, and what it suspected, which the first conversation locks.
alter table studies
  add column kind text not null default 'depth'
    check (kind in ('depth', 'focus-group', 'field-visit', 'concept-test', 'open-survey')),
  -- People in one conversation; null: as is usual for the kind.
  add column session_size int check (session_size between 1 and 50),
  -- What would confirm it, beside what would contradict it.
  add column confirmation text not null default '',
  -- When the first conversation was held or brought in: from then on the suspicion stands as it is, and changes are kept beside it.
  add column locked_at timestamptz,
  -- Other languages it is held in, besides its own.
  add column languages jsonb not null default '[]',
  -- [{ segmentId?, language?, count }]
  add column quotas jsonb not null default '[]',
  add column starts_on date,
  add column weeks int not null default 4 check (weeks between 1 and 104),
  -- Who holds how many conversations a week: [{ memberId, perWeek }]
  add column shares jsonb not null default '[]',
  add column guide_version int not null default 1,
  add column guide_changed_at timestamptz,
  add column guide_changed_by uuid;

update studies set locked_at = (select min(i.created_at) from interviews i where i.study_id = studies.id);

-- What was written about the suspicion after it was locked: beside it, never over it.
create table study_amendments (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  field text not null check (field in ('hypothesis', 'confirmation', 'contradiction')),
  text text not null,
  why text not null,
  written_by uuid,
  written_at timestamptz not null
);
create index study_amendments_by_study on study_amendments (study_id, id);

-- A guide was [{ title, questions: [text] }]; now parts and questions have ids, minutes, probes and translations.
update studies set guide = (
  select jsonb_agg(jsonb_build_object(
    'id', uuidv7(), 'part', 'questions', 'title', section ->> 'title', 'say', '', 'minutes', null, 'translations', '{}'::jsonb,
    'questions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', uuidv7(), 'text', question #>> '{}', 'probes', '[]'::jsonb, 'translations', '{}'::jsonb) order by place), '[]')
      from jsonb_array_elements(section -> 'questions') with ordinality q (question, place)
    )) order by at)
  from jsonb_array_elements(guide) with ordinality s (section, at))
where jsonb_array_length(guide) > 0;
