-- Who stands in a list for a profile that was joined to theirs: the list calls them by that one's pseudonym.
alter table contact_list_people add column stands_for bigint;

-- A refusal that is being written while a list grows is waited for, and the list leaves it out (`contact-lists.ts` holds the lock alone). The shared
-- lock is held to the end of the transaction, also where there is no list yet: one may begin meanwhile. Told of is a no that stands: neither one
-- that a newer yes has followed, nor one that was told of before. When it reached the list counts, not when it was said.
create or replace function note_contact_refusals() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('contact lists:' || w.workspace_id, 0))
    from (select distinct workspace_id from words where state <> 'given' and scope = '' order by workspace_id) w;
  if not found or not exists (select from contact_lists l where l.workspace_id in (select w.workspace_id from words w)) then
    return null;
  end if;
  insert into contact_list_refusals (list_id, workspace_id, person_no, at)
  select distinct on (l.id, w.person_no) l.id, l.workspace_id, w.person_no, clock_timestamp()
  from words w
  join consent_state s on s.workspace_id = w.workspace_id and s.person_no = w.person_no and s.purpose = w.purpose and s.scope = '' and s.state <> 'given'
  join contact_list_people p on p.workspace_id = w.workspace_id and w.person_no between p.first_no and p.last_no and w.person_no = any(p.people)
  join contact_lists l on l.id = p.list_id
  where w.state <> 'given' and w.scope = '' and w.purpose in (0, l.purpose)
  on conflict (list_id, person_no) do nothing;
  return null;
end $$;
