-- German and Dutch verbs that parted (rief … an) are found by what they are as well.
insert into search_due (workspace_id, interview_id) select workspace_id, id from interviews where language in ('de', 'nl');
insert into search_notes_due (workspace_id, kind, note_id)
select distinct workspace_id, kind, note_id from search_notes where language in ('de', 'nl');
