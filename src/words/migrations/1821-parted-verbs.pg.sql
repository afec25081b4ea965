-- German and Dutch verbs that parted (rief … an) are counted as what they are.
insert into words_due (workspace_id, interview_id) select workspace_id, id from interviews where language in ('de', 'nl');
