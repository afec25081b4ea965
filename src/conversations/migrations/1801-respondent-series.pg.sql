-- Two surveys of one study may number their people alike and mean others: which files of answers go by one numbering. Null: the first.
alter table interviews add column respondent_series uuid;
-- A keyed hash of a table's bytes, whichever of its columns was read: two questions of one file are answered by the same people.
alter table interviews add column table_fingerprint text;
