-- When names were last replaced by pseudonyms, or put back, in what was suspected after it had been locked. Nothing else changes it then.
alter table studies add column suspicion_replaced_at timestamptz;
