-- The one definition of "may this person's data be used for this purpose?".
-- Reasons: 0 may · 1 no basis declared · 2 consent not given · 3 withdrawn · 4 objected · 5 no address (mail).
-- A study's scope hears the whole workspace's word too; the newest word counts.
-- Somebody erased or merged into another has no rows: nobody may anything. The table people comes later, hence:
set local check_function_bodies = off;

create function permission_rows(ws uuid, asked bigint[])
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
    cross join generate_series(0, 5) as p (purpose)
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

-- The same packed, four bits a purpose, one row per person and scope. People who came the same way and said the same
-- (outside studies) stand the same, so the rules are worked out once for each such kind.
create function permission_standings(ws uuid, asked bigint[])
returns table (person_no bigint, scope text, standing int)
language sql stable as $$
  -- No joins before the people are few: right after an import the planner knows nothing of the new rows and would loop over them.
  with gathered as (
    select p.no as person_no, p.has_email, null::text as declarer, null::text as word, false as in_study
    from people p where p.no = any(asked) and p.workspace_id = ws and p.merged_into is null
    union all
    select g.person_no, null, g.declarer_id::text, null, false
    from grounds g where g.workspace_id = ws and g.person_no = any(asked)
    union all
    select s.person_no, null, null, s.purpose || s.state, s.scope <> ''
    from consent_state s where s.workspace_id = ws and s.person_no = any(asked)
  ),
  kinds as materialized (
    select person_no,
      bool_or(has_email)::text || '|' || coalesce(string_agg(declarer, ' ' order by declarer), '')
        || '|' || coalesce(string_agg(word, ' ' order by word), '')
        || '|' || case when bool_or(in_study) then person_no::text else '' end as kind
    from gathered group by person_no having bool_or(has_email) is not null
  ),
  modelled as materialized (select person_no, min(person_no) over (partition by kind) as model from kinds),
  worked_out as materialized (
    select r.person_no, r.scope, sum(r.reason::int << (4 * r.purpose))::int as standing
    from permission_rows(ws, array(select distinct model from modelled)) r group by r.person_no, r.scope
  )
  select m.person_no, w.scope, w.standing
  from modelled m join worked_out w on w.person_no = m.model
$$;

-- The predicate for one person, for joins in PostgreSQL.
create function may(ws uuid, person bigint, asked_purpose int, asked_scope text default '') returns boolean
language sql stable as $$
  select coalesce(
    (select r.reason = 0 from permission_rows(ws, array[person]) r where r.purpose = asked_purpose and r.scope = asked_scope),
    false)
$$;
