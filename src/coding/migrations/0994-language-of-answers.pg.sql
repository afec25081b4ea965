-- What language an open answer itself is written in: one study may have answers in several. Null: too short to tell, or no open answer.
alter table search_texts add own_language text;
delete from search_texts where interview_id in (select id from interviews where kind = 'open-answers');
insert into search_due (workspace_id, interview_id) select workspace_id, id from interviews where kind = 'open-answers';
