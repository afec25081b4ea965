-- A turn that is split makes room for its second part by moving those after it: for a moment two have one number.
alter table utterances drop constraint utterances_interview_id_position_key;
alter table utterances add constraint utterances_interview_id_position_key unique (interview_id, position) deferrable;
