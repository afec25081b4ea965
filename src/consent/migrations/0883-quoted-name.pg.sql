-- Under which name somebody is quoted from a study: their pseudonym, or none where they said so with their newest word about quoting.
set local check_function_bodies = off;

create function quoted_name(person bigint, study uuid) returns text
language sql stable as $$
  select case when 'anonymous' = (
      select l.manner from consent_ledger l
      where l.workspace_id = p.workspace_id and l.person_no = p.no and l.purpose = 3 and l.scope in ('', 'study:' || study)
      order by l.happened_at desc, (l.state <> 'given') desc, l.id desc limit 1)
    then '' else p.pseudonym end
  from people p where p.no = person
$$;
