-- What events came without: values of a special category whose ground nobody has stated, and addresses of people who were erased.
-- Only the name of the property and how often; the values are nowhere.
create table left_out_properties (
  workspace_id uuid not null,
  name text not null,
  why text not null check (why in ('special', 'erased')),
  times bigint not null,
  newest timestamptz not null,
  primary key (workspace_id, name, why)
);
