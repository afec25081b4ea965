-- Lists of people to mail or invite that were taken out: who took whom for what, so that whoever has a list hears of those who refuse afterwards.
create table contact_lists (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  -- As the segment was called then.
  segment text not null,
  purpose smallint not null,
  -- None: a program took it, or somebody who works here no more.
  member_id uuid references members (id) on delete set null,
  at timestamptz not null,
  -- When whoever took it said that those who refused since are out of it; newer refusals are due again.
  settled_at timestamptz
);
create index contact_lists_by_workspace on contact_lists (workspace_id, id desc);

-- Thousands in a row: a list may hold a million.
create table contact_list_people (
  id bigint generated always as identity primary key,
  list_id uuid not null references contact_lists (id) on delete cascade,
  workspace_id uuid not null,
  first_no bigint not null,
  last_no bigint not null,
  people bigint[] not null
);
create index contact_list_people_by_number on contact_list_people (workspace_id, first_no);

create table contact_list_refusals (
  id uuid primary key default uuidv7(),
  list_id uuid not null references contact_lists (id) on delete cascade,
  workspace_id uuid not null,
  -- None: somebody who was erased.
  person_no bigint,
  at timestamptz not null,
  mailed_at timestamptz,
  unique (list_id, person_no)
);
create index contact_list_refusals_by_list on contact_list_refusals (list_id);
create index contact_list_refusals_unmailed on contact_list_refusals (workspace_id) where mailed_at is null;

-- In the transaction that writes the refusal, however it reached us, so that none is forgotten.
create function note_contact_refusals() returns trigger language plpgsql as $$
begin
  if not exists (select from contact_lists l where l.workspace_id in (select w.workspace_id from words w limit 1)) then
    return null;
  end if;
  insert into contact_list_refusals (list_id, workspace_id, person_no, at)
  select distinct on (l.id, w.person_no) l.id, l.workspace_id, w.person_no, w.recorded_at
  from words w
  join contact_list_people p on p.workspace_id = w.workspace_id and w.person_no between p.first_no and p.last_no and w.person_no = any(p.people)
  join contact_lists l on l.id = p.list_id
  where w.state <> 'given' and w.scope = '' and w.purpose in (0, l.purpose)
  on conflict (list_id, person_no) do nothing;
  return null;
end $$;
create trigger consent_ledger_tells_lists after insert on consent_ledger
  referencing new table as words for each statement execute function note_contact_refusals();
