-- Two participants turned out to be one person, and both had a link: both go on opening the page. The one that is handed out is in force alone.
alter table person_links add column joined_at timestamptz;
drop index person_links_in_force;
create unique index person_links_in_force on person_links (participant_id) where revoked_at is null and joined_at is null;
