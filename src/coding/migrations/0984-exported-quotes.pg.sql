-- Which passages left as quotes, so that who has one of them is told when it may be quoted no more. Of what left before this, whose words it was is known.
create table coding_export_quotes (
  export_id uuid not null references coding_exports (id) on delete cascade,
  highlight_id uuid not null references highlights (id) on delete cascade,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  primary key (export_id, highlight_id)
);
create index coding_export_quotes_by_highlight on coding_export_quotes (highlight_id);
