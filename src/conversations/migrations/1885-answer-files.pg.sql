-- Which tables of answers a numbering has taken in: participants and their keys outlive the conversation, so what says whose they are does too.
create table answer_files (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  study_id uuid not null references studies (id) on delete cascade,
  -- As `respondent_series` of interviews; null: the first numbering of the study.
  series uuid,
  table_fingerprint text,
  -- Of files from before there were fingerprints: a hash of their name, which may name somebody.
  name_hash text,
  unique nulls not distinct (study_id, series, table_fingerprint, name_hash)
);

insert into answer_files (workspace_id, study_id, series, table_fingerprint, name_hash)
select distinct workspace_id, study_id, respondent_series, table_fingerprint,
  case when table_fingerprint is null and source_name <> ''
    then encode(sha256(convert_to(study_id::text || ' ' || source_name, 'UTF8')), 'hex') end
from interviews where kind = 'open-answers';
