-- Quotes somebody has put together, in an order of their own. It holds passages and no words: who may be quoted is asked at every read.
create table quote_sets (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  name text not null check (name <> ''),
  note text not null default '',
  -- Raised by another name, note or order, not by adding and taking away, which two can do at once.
  version int not null default 1,
  created_by uuid references members (id) on delete set null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
create index quote_sets_by_study on quote_sets (study_id, id desc);

-- A passage that is deleted stays as a number among those taken out; what was thought of it goes.
create table quote_set_quotes (
  set_id uuid not null references quote_sets (id) on delete cascade,
  highlight_id uuid not null,
  workspace_id uuid not null,
  place int not null,
  note text not null default '',
  added_by uuid references members (id) on delete set null,
  added_at timestamptz not null,
  primary key (set_id, highlight_id)
);
create index quote_set_quotes_by_highlight on quote_set_quotes (highlight_id);

create function forget_quote_notes() returns trigger language plpgsql as $$
begin
  update quote_set_quotes set note = '' where note <> '' and highlight_id in (select id from gone);
  return null;
end $$;
create trigger highlights_deleted_quote_notes after delete on highlights
  referencing old table as gone for each statement execute function forget_quote_notes();
