-- The one definition of "may this person's data be used for this purpose?".
-- Reasons: 0 may · 1 no basis declared · 2 consent not given · 3 withdrawn · 4 objected.
-- A study's scope hears the whole workspace's word too; the newest word counts.
create function permission_rows(ws uuid, people bigint[])
returns table (person_no bigint, scope text, purpose smallint, reason smallint)
language sql stable as $$
  with who as (select distinct unnest(people) as person_no),
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
    cross join generate_series(0, 5) as p (purpose)
    left join basis b on b.person_no = c.person_no and b.scope = c.scope and b.purpose = p.purpose
    left join word w on w.person_no = c.person_no and w.scope = c.scope and w.purpose = p.purpose
  )
  -- What was said is agreed study by study (1 analysing it, 3 quoting it): somebody who may be quoted from one study may be quoted.
  select j.person_no, j.scope, j.purpose,
    case
      when j.scope = '' and j.purpose in (1, 3) and exists (
        select 1 from judged k where k.person_no = j.person_no and k.purpose = j.purpose and k.reason = 0)
      then 0::smallint else j.reason
    end
  from judged j
$$;

-- The predicate for one person, for joins in PostgreSQL.
create function may(ws uuid, person bigint, asked_purpose int, asked_scope text default '') returns boolean
language sql stable as $$
  select coalesce(
    (select r.reason = 0 from permission_rows(ws, array[person]) r where r.purpose = asked_purpose and r.scope = asked_scope),
    false)
$$;
