-- The HTTP status of the last answer that was a refusal; null where none came.
alter table transcriptions add column refused_with int;
