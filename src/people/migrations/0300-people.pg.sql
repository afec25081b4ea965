-- No references between these tables and to workspaces: a constraint asks once a row, which is a third of the time of a large
-- import. Whoever writes looks people up in the same transaction, under the workspace's lock.
create table people (
  no bigint generated always as identity primary key check (no < 4294967296),
  id uuid not null unique default uuidv7(),
  workspace_id uuid not null,
  -- Shown instead of a name where who it is does not matter.
  pseudonym text not null default '',
  has_email boolean not null default false,
  created_at timestamptz not null default now(),
  first_source_id uuid,
  -- Set when this person was found to be somebody else's second profile.
  merged_into bigint
);
create index people_by_workspace on people (workspace_id, no);
-- Few: asked after each write whether somebody was joined to another meanwhile.
create index people_merged on people (workspace_id, no) where merged_into is not null;

create table identifiers (
  workspace_id uuid not null,
  kind text not null,
  -- As matched (e-mail lower-cased and trimmed); at most 1000 characters.
  value text not null,
  person_no bigint not null,
  source_id uuid,
  -- A public write key may claim an identifier, but only a trusted source makes it known.
  trusted boolean not null default true,
  first_seen timestamptz not null default now(),
  primary key (workspace_id, kind, value)
);
create index identifiers_by_person on identifiers (person_no);

-- A person erased stays away: identifiers as keyed hashes, so that a re-import does not bring them back.
create table suppressions (
  workspace_id uuid not null,
  hash text not null,
  erased_at timestamptz not null default now(),
  primary key (workspace_id, hash)
);

-- Facts of a special category (GDPR Art. 9) wait here until somebody states the ground.
create table held_facts (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  source_id uuid not null,
  trait text not null,
  person_no bigint not null,
  value text not null,
  at timestamptz not null,
  origin text not null,
  reason text not null
);
create unique index held_facts_once on held_facts (workspace_id, source_id, trait, person_no);
create index held_facts_by_person on held_facts (person_no);

-- What is known of each trait in the workspace: type, class, special category and its stated ground.
create table trait_definitions (
  workspace_id uuid not null,
  trait text not null,
  type text not null,
  class text not null,
  special text,
  art9_ground text,
  held boolean not null default false,
  primary key (workspace_id, trait)
);
