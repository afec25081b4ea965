-- Interviews whose words have to be counted anew before the next read. Written by triggers, so that no way of changing what was
-- said, by whom, or in which language can be forgotten.
create table words_due (
  seq bigint generated always as identity primary key,
  workspace_id uuid not null,
  interview_id uuid not null
);
create index words_due_by_workspace on words_due (workspace_id, seq);

-- Each counting is newer than the one before, also after a crash.
create sequence words_generation;

create function words_due_of_rows() returns trigger language plpgsql as $$
begin
  insert into words_due (workspace_id, interview_id) select distinct workspace_id, interview_id from changed;
  return null;
end $$;
create trigger utterances_added_words after insert on utterances
  referencing new table as changed for each statement execute function words_due_of_rows();
create trigger utterances_changed_words after update on utterances
  referencing new table as changed for each statement execute function words_due_of_rows();
create trigger utterances_removed_words after delete on utterances
  referencing old table as changed for each statement execute function words_due_of_rows();
create trigger speakers_changed_words after update on speakers
  referencing new table as changed for each statement execute function words_due_of_rows();
create trigger speakers_removed_words after delete on speakers
  referencing old table as changed for each statement execute function words_due_of_rows();

create function words_due_of_interviews() returns trigger language plpgsql as $$
begin
  insert into words_due (workspace_id, interview_id) select workspace_id, id from changed;
  return null;
end $$;
create trigger interviews_changed_words after update on interviews
  referencing new table as changed for each statement execute function words_due_of_interviews();
create trigger interviews_removed_words after delete on interviews
  referencing old table as changed for each statement execute function words_due_of_interviews();

create function words_due_of_participants() returns trigger language plpgsql as $$
begin
  insert into words_due (workspace_id, interview_id)
  select distinct s.workspace_id, s.interview_id from changed c join speakers s on s.participant_id = c.id;
  return null;
end $$;
create trigger participants_changed_words after update on participants
  referencing new table as changed for each statement execute function words_due_of_participants();
