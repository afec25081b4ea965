-- A letter with a key goes out once, whoever asks for it and however often. `began_at` is set before the mail server is asked: where a
-- program ended between asking and hearing the answer, nobody knows whether it went, and it is not sent again by itself.
alter table mails
  add column key text,
  add column began_at timestamptz;
create unique index mails_by_key on mails (key) where key is not null;
