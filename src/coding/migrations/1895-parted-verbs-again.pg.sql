-- What was read in already is left as it is where nothing of it changed: German and Dutch turns are read in anew, so that parted verbs are found in them.
delete from search_texts where highlight_id is null and interview_id in (select id from interviews where language in ('de', 'nl'));
insert into search_due (workspace_id, interview_id) select workspace_id, id from interviews where language in ('de', 'nl');
