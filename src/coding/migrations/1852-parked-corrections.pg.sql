-- What a turn said before it was corrected waits while the turn is put to the one before (`parked_id`: the turn it is of, `utterance_id`: the one
-- that holds its words meanwhile), so that it can be taken back once the two are apart again.
alter table turn_corrections add column parked_id uuid;
create index turn_corrections_parked on turn_corrections (parked_id) where parked_id is not null;
