-- Recording (6) is agreed for one study, like analysing and quoting, and is a word of the ledger like them; nobody counts it over a
-- workspace. With each word stands which version of the wording was shown, and with quoting how somebody wants to be named.
alter table consent_ledger
  add column wording_version text,
  add column manner text check (manner in ('anonymous', 'pseudonym', 'name')),
  drop constraint consent_ledger_purpose_check,
  add constraint consent_ledger_purpose_check check (purpose between 0 and 6);

set local check_function_bodies = off;

create or replace function permission_rows(ws uuid, asked bigint[])
returns table (person_no bigint, scope text, purpose smallint, reason smallint)
language sql stable as $$
  with who as (
    select p.no as person_no, p.has_email
    from (select distinct unnest(asked) as no) a join people p using (no)
    where p.workspace_id = ws and p.merged_into is null
  ),
  declared as (
    select g.person_no, b.purpose, b.basis,
      case when b.declarer_kind = 'study' then 'study:' || b.declarer_id else '' end as scope
    from grounds g
    join who using (person_no)
    join legal_bases b on b.workspace_id = g.workspace_id and b.declarer_id = g.declarer_id
    where g.workspace_id = ws
  ),
  scopes as (
    select person_no, '' as scope from who
    union select person_no, scope from declared
    union select s.person_no, s.scope from consent_state s join who using (person_no) where s.workspace_id = ws
  ),
  basis as (
    select person_no, scope, purpose,
      bool_or(basis in ('contract', 'legitimate interest')) as stands,
      bool_or(basis = 'consent') as asks
    from declared group by person_no, scope, purpose
  ),
  word as (
    select distinct on (c.person_no, c.scope, s.purpose) c.person_no, c.scope, s.purpose, s.state
    from scopes c
    join consent_state s on s.workspace_id = ws and s.person_no = c.person_no and s.scope in ('', c.scope)
    order by c.person_no, c.scope, s.purpose, s.happened_at desc, (s.state <> 'given') desc, s.ledger_id desc
  ),
  judged as (
    select c.person_no, c.scope, p.purpose::smallint as purpose,
      (case
        when w.state = 'withdrawn' then 3
        when w.state = 'objected' then 4
        when w.state = 'given' then 0
        when b.stands then 0
        when b.asks then 2
        else 1
      end)::smallint as reason
    from scopes c
    cross join generate_series(0, 6) as p (purpose)
    left join basis b on b.person_no = c.person_no and b.scope = c.scope and b.purpose = p.purpose
    left join word w on w.person_no = c.person_no and w.scope = c.scope and w.purpose = p.purpose
  ),
  -- What was said is agreed study by study (1 analysing it, 3 quoting it): somebody who may be quoted from one study may be quoted.
  agreed as (
    select j.person_no, j.scope, j.purpose,
      case
        when j.scope = '' and j.purpose in (1, 3) and bool_or(j.reason = 0) over (partition by j.person_no, j.purpose)
        then 0::smallint else j.reason
      end as reason
    from judged j
  )
  select a.person_no, a.scope, a.purpose,
    case when a.purpose = 4 and a.reason = 0 and not w.has_email then 5::smallint else a.reason end
  from agreed a join who w using (person_no)
$$;
