-- What the team wrote elsewhere than beside a passage (memos, notes of conversations), as it is searched: stems, as in search_texts. What
-- a note says and who may read it is asked at every search of the function of its kind, <kind>_to_search(workspace, reader, ids).
create table search_notes (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  kind text not null,
  note_id uuid not null,
  part int not null,
  -- Of the note: what is older than its text is not found.
  version int not null,
  language text not null,
  words tsvector not null
);
create index search_notes_by_words on search_notes using gin (words);
create index search_notes_by_workspace on search_notes (workspace_id);
create index search_notes_by_note on search_notes (note_id, kind);

-- Notes to be read into it before the next search.
create table search_notes_due (
  seq bigint generated always as identity primary key,
  workspace_id uuid not null,
  kind text not null,
  note_id uuid not null
);
create index search_notes_due_by_workspace on search_notes_due (workspace_id, kind, note_id);

-- For each row of a table of notes, with the kind as its argument. What is deleted is gone from the search in the same transaction.
create function search_note_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from search_notes where note_id = old.id and kind = tg_argv[0];
    delete from search_notes_due where workspace_id = old.workspace_id and kind = tg_argv[0] and note_id = old.id;
  else
    insert into search_notes_due (workspace_id, kind, note_id) values (new.workspace_id, tg_argv[0], new.id);
  end if;
  return null;
end $$;
