-- Who declared a legal basis: a source, a write key or a study.
create table legal_bases (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  declarer_kind text not null check (declarer_kind in ('source', 'key', 'study')),
  declarer_id uuid not null,
  purpose smallint not null check (purpose between 0 and 5),
  basis text not null check (basis in ('consent', 'contract', 'legitimate interest', 'none')),
  -- Where and how consent was asked for, for whoever must prove it.
  evidence text,
  declared_at timestamptz not null default now(),
  declared_by uuid,
  primary key (workspace_id, declarer_id, purpose)
);

-- Through which declarers a person came to us.
create table grounds (
  workspace_id uuid not null,
  person_no bigint not null,
  declarer_id uuid not null,
  since timestamptz not null default now(),
  primary key (workspace_id, person_no, declarer_id)
);

-- The ledger only grows. A person is known by number; the row outlives the profile under its own clock.
-- No reference to workspaces: it would be asked once a row, a sixth of the time of a file with words of consent.
create table consent_ledger (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  person_no bigint not null,
  purpose smallint not null check (purpose between 0 and 5),
  -- '' is the whole workspace, 'study:<id>' one study.
  scope text not null default '',
  state text not null check (state in ('given', 'withdrawn', 'objected')),
  happened_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  wording text,
  language text,
  channel text not null,
  source_id uuid,
  actor_kind text not null,
  actor_id text,
  -- The same file or event read twice says one thing.
  evidence_id text,
  unique (workspace_id, person_no, purpose, scope, evidence_id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  -- A workspace that is removed takes its ledger along; within one, nothing is ever taken out.
  if tg_op = 'DELETE' and not exists (select from workspaces where id = old.workspace_id) then
    return old;
  end if;
  raise exception 'the consent ledger only grows';
end $$;
create trigger consent_ledger_only_grows before update or delete on consent_ledger
  for each row execute function refuse_change();

create function remove_ledger() returns trigger language plpgsql as $$
begin
  delete from consent_ledger where workspace_id in (select id from removed);
  return null;
end $$;
create trigger workspace_takes_ledger_along after delete on workspaces
  referencing old table as removed for each statement execute function remove_ledger();

-- The ledger's newest word per person, purpose and scope.
create table consent_state (
  workspace_id uuid not null,
  person_no bigint not null,
  purpose smallint not null,
  scope text not null,
  state text not null,
  happened_at timestamptz not null,
  ledger_id bigint not null,
  primary key (workspace_id, person_no, purpose, scope)
);

create function keep_consent_state() returns trigger language plpgsql as $$
begin
  insert into consent_state
  select distinct on (workspace_id, person_no, purpose, scope)
    workspace_id, person_no, purpose, scope, state, happened_at, id
  from words
  order by workspace_id, person_no, purpose, scope, happened_at desc, (state <> 'given') desc, id desc
  on conflict (workspace_id, person_no, purpose, scope) do update
    set state = excluded.state, happened_at = excluded.happened_at, ledger_id = excluded.ledger_id
    -- At the same moment a refusal wins over a yes.
    where (excluded.happened_at, excluded.state <> 'given', excluded.ledger_id)
        > (consent_state.happened_at, consent_state.state <> 'given', consent_state.ledger_id);
  return null;
end $$;
create trigger consent_ledger_keeps_state after insert on consent_ledger
  referencing new table as words for each statement execute function keep_consent_state();

-- What ClickHouse's projection has to catch up with: people whose standing may have changed, a row each time some did.
create table permission_changes (
  seq bigint generated always as identity,
  workspace_id uuid not null,
  person_nos bigint[] not null,
  primary key (workspace_id, seq)
);

-- Each projection is newer than the one before, also after a crash.
create sequence permission_version;
