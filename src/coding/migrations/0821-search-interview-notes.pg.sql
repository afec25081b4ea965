-- Notes of a conversation are searched as memos are.
create trigger sitting_notes_search after insert or update or delete on sitting_notes
  for each row execute function search_note_changed('interview_note');
insert into search_notes_due (workspace_id, kind, note_id) select workspace_id, 'interview_note', id from sitting_notes;
