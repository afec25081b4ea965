-- Conversations that were taken out as text, and who speaks in them: an erased person does not come back with a project brought in again.
-- After an erasure the number is gone and the conversation's id stays.
create table exported_conversations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  interview_id uuid not null,
  person_no bigint,
  unique nulls not distinct (workspace_id, interview_id, person_no)
);
create index exported_conversations_by_person on exported_conversations (workspace_id, person_no);
