-- A text whose reading failed waits by itself, so that those after it are read, and is tried again later.
alter table team_texts_due add column failed_at timestamptz, add column failure text;

create or replace function team_text_changed() returns trigger language plpgsql as $$
declare
  row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  ws uuid := (row->>'workspace_id')::uuid;
begin
  -- One word to the background is enough for all that waits.
  if not exists (select from team_texts_due where workspace_id = ws and failed_at is null) then
    insert into outbox (workspace_id, topic, payload) select id, 'team.wrote', '{}' from workspaces where id = ws;
  end if;
  insert into team_texts_due (workspace_id, source, source_id) values (ws, tg_argv[0], coalesce(row->>'set_id', row->>'id')::uuid);
  return null;
end $$;
