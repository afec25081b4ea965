-- Letters of a study to somebody who was asked twice under two profiles: the link of the one that is gone leads to the one that stays, and so
-- does its refusal.
create table joined_invitees (
  gone_id uuid primary key,
  stays_id uuid not null references invitees (id) on delete cascade,
  workspace_id uuid not null
);
create index joined_invitees_by_stays on joined_invitees (stays_id);
