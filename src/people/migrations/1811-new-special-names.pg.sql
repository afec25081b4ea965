-- How many names of special categories events have added to the list on a day (UTC): anybody with the key in a web page may make them up.
create table new_special_names (
  workspace_id uuid not null,
  day date not null,
  listed int not null,
  -- There were more on this day than are listed; the privacy officers were told.
  has_more boolean not null default false,
  primary key (workspace_id, day)
);
