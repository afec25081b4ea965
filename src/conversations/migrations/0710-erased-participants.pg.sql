-- Somebody erased is gone from people at once, and the rooms remove what they keep a moment later. Were the participant to go with
-- the person, nobody would know any more which conversations to take apart and which files never to let in again.
-- Whoever adds participants holds their people (for key share) until it is written.
alter table participants drop constraint if exists participants_person_no_fkey;
