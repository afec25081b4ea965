-- A marked place on a page of a PDF or on a photo, in parts of its width and height from the top left. What rests on it is counted and shown beside
-- the passages of a code, not among them: a place is nobody's words.
create table regions (
  id uuid primary key default uuidv7(),
  workspace_id uuid not null,
  study_id uuid not null references studies (id) on delete cascade,
  document_id uuid not null references documents (id) on delete cascade,
  page int not null check (page >= 1),
  left_at float8 not null check (left_at >= 0),
  top_at float8 not null check (top_at >= 0),
  width float8 not null check (width > 0 and left_at + width <= 1.000001),
  height float8 not null check (height > 0 and top_at + height <= 1.000001),
  created_at timestamptz not null default now(),
  created_by uuid,
  removed_at timestamptz
);
create index regions_by_document on regions (document_id);

create table region_codes (
  region_id uuid not null references regions (id) on delete cascade,
  code_id uuid not null references codes (id) on delete cascade,
  workspace_id uuid not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (region_id, code_id)
);
create index region_codes_by_code on region_codes (code_id);
