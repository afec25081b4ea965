-- An erasure asks who has an address as a user number: few have, and they are found without reading everybody.
create index identifiers_as_addresses on identifiers (workspace_id, lower(value)) where kind <> 'email' and value like '%@%';
