-- What was said and noted, as it is searched: stems with their language before them (da:kund) and their places. Long turns lie in
-- parts of 240 words, because PostgreSQL keeps no more than 256 places of a word. Permission is not in here: it is joined at every search.
create table search_texts (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  interview_id uuid not null references interviews (id) on delete cascade,
  utterance_id uuid not null references utterances (id) on delete cascade,
  -- Null: what was said. Otherwise what the team noted on this passage.
  highlight_id uuid references highlights (id) on delete cascade,
  part int not null,
  position int not null,
  -- Of the utterance: what is older than the text is not found.
  version int not null,
  language text not null,
  words tsvector not null
);
create index search_texts_by_words on search_texts using gin (words);
create index search_texts_by_place on search_texts (workspace_id, interview_id desc, position, id);
create index search_texts_by_interview on search_texts (interview_id);
create index search_texts_by_utterance on search_texts (utterance_id);
create index search_texts_by_highlight on search_texts (highlight_id) where highlight_id is not null;

-- Conversations to be read into it anew before the next search. Written by triggers, so that no way of changing what was said or
-- noted can be forgotten; what is taken away goes with its row.
create table search_due (
  seq bigint generated always as identity primary key,
  workspace_id uuid not null,
  interview_id uuid not null
);
create index search_due_by_workspace on search_due (workspace_id, interview_id);

create function search_due_of_rows() returns trigger language plpgsql as $$
begin
  insert into search_due (workspace_id, interview_id) select distinct workspace_id, interview_id from changed;
  return null;
end $$;
create trigger utterances_added_search after insert on utterances
  referencing new table as changed for each statement execute function search_due_of_rows();
create trigger utterances_changed_search after update on utterances
  referencing new table as changed for each statement execute function search_due_of_rows();

create function search_due_of_languages() returns trigger language plpgsql as $$
begin
  insert into search_due (workspace_id, interview_id)
  select c.workspace_id, c.id from changed c join before b on b.id = c.id where c.language <> b.language;
  return null;
end $$;
create trigger interviews_changed_search after update on interviews
  referencing old table as before new table as changed for each statement execute function search_due_of_languages();

create function search_due_of_new_notes() returns trigger language plpgsql as $$
begin
  insert into search_due (workspace_id, interview_id) select distinct workspace_id, interview_id from changed where note <> '';
  return null;
end $$;
create trigger highlights_added_search after insert on highlights
  referencing new table as changed for each statement execute function search_due_of_new_notes();

create function search_due_of_notes() returns trigger language plpgsql as $$
begin
  insert into search_due (workspace_id, interview_id)
  select distinct c.workspace_id, c.interview_id from changed c join before b on b.id = c.id
  where c.note <> b.note or (c.note <> '' and (c.removed_at is distinct from b.removed_at or c.utterance_id <> b.utterance_id));
  return null;
end $$;
create trigger highlights_changed_search after update on highlights
  referencing old table as before new table as changed for each statement execute function search_due_of_notes();

-- What is there already.
insert into search_due (workspace_id, interview_id) select workspace_id, id from interviews;
