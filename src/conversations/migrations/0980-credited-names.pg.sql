-- Somebody may want to be quoted with their name. They are where they said which, where that is their newest word about quoting, and where the
-- study credits names at all; everywhere else, and from the moment either is taken back, by pseudonym.
alter table studies add column quotes_by_name boolean not null default false;
alter table participants add column quoted_as text check (quoted_as <> '');

set local check_function_bodies = off;

create function credited_name(person bigint, study uuid) returns text
language sql stable as $$
  select coalesce(
    (select p.quoted_as from participants p join studies s on s.id = p.study_id
      where p.study_id = study and p.person_no = person and p.quoted_as is not null and s.quotes_by_name
        and 'name' = (
          select l.manner from consent_ledger l
          where l.workspace_id = p.workspace_id and l.person_no = person and l.purpose = 3 and l.scope in ('', 'study:' || study)
          order by l.happened_at desc, (l.state <> 'given') desc, l.id desc limit 1)),
    quoted_name(person, study))
$$;
