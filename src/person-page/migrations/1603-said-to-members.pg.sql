-- How somebody said that they take something back: on their own page, or to a member (who may note what was said), and which user of the program wrote it
-- down. Null: not kept at that time. The note is what a member wrote about a person: it goes when they are erased.
alter table withdrawals add column channel text;
alter table withdrawals add column note text;
alter table withdrawals add column written_by text references users (id) on delete set null;
