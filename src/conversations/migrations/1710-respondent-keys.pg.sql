-- Who answers two questions of one study is one participant: keyed hashes of what the chosen column says of them, nothing in clear.
alter table participants add column respondent_keys text[] not null default '{}';
