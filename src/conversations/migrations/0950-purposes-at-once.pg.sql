-- Views ask whose words may be analysed and whose may be quoted: permission is worked out once for all the purposes asked for.
create function permitted_purposes(ws uuid, asked_purposes int[], studies uuid[] default null, only_people bigint[] default null)
returns table (participant_id uuid, person_no bigint, study_id uuid, purpose smallint)
language sql stable as $$
  -- The planner expects a handful of people and compares each with each: so it gets a handful at a time.
  with handfuls as materialized (
    select array_agg(k.person_no) as people from (
      select person_no, row_number() over (order by person_no) / 50 as handful from (
        select distinct p.person_no from participants p
        where p.workspace_id = ws and (studies is null or p.study_id = any(studies))
          and (only_people is null or p.person_no = any(only_people))
      ) d
    ) k group by k.handful
  )
  select p.id, p.person_no, p.study_id, r.purpose
  from handfuls h
  cross join lateral permission_rows(ws, h.people) r
  join participants p on p.person_no = r.person_no
    and p.study_id = case when r.scope like 'study:%' then substr(r.scope, 7)::uuid end
  where r.purpose = any(asked_purposes) and r.reason = 0 and p.workspace_id = ws
    and (studies is null or p.study_id = any(studies))
$$;

create or replace function permitted_participants(ws uuid, asked_purpose int, studies uuid[] default null, only_people bigint[] default null)
returns table (participant_id uuid, person_no bigint, study_id uuid)
language sql stable as $$
  select p.participant_id, p.person_no, p.study_id from permitted_purposes(ws, array[asked_purpose], studies, only_people) p
$$;
