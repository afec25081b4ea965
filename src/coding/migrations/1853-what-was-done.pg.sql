-- What a line of the history is, in one word, so that whoever takes it back reads before what that will be; null: lines of before.
alter table coding_log add column what text;
