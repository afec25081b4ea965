-- A trait that events made up beyond the day's number is held back as any other, and stands in no list of special categories.
alter table trait_definitions add column listed boolean not null default true;
