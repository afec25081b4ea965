-- Names held back before values in events were: what events of before have of them in the open is sealed too.
insert into outbox (workspace_id, topic, payload)
  select distinct workspace_id, 'special.decided', '{}'::jsonb from trait_definitions where held;
