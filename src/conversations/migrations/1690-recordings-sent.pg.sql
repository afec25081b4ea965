-- To whom a recording was sent to be written down, for each of those heard in it. Stays when the recording is deleted: what was sent was sent.
create table recordings_sent (
  run uuid not null,
  participant_id uuid not null references participants (id) on delete cascade,
  workspace_id uuid not null,
  recording_id uuid not null,
  -- When they talked.
  happened_at timestamptz not null,
  host text not null,
  sent_at timestamptz not null,
  primary key (run, participant_id)
);
create index recordings_sent_by_participant on recordings_sent (participant_id);

-- What was sent before, by the last time it was asked for.
insert into recordings_sent (run, participant_id, workspace_id, recording_id, happened_at, host, sent_at)
select t.run, h.participant_id, t.workspace_id, r.id, r.happened_at, t.host, t.asked_at
from transcriptions t join recordings r on r.id = t.recording_id
cross join lateral (
  select distinct k.participant_id from heard_in(t.workspace_id, array[r.id]) k join participants p on p.id = k.participant_id
) h
where t.attempts > 0 and t.why is distinct from 'not agreed' and t.why is distinct from 'turned off';
