-- Whether a member or a program wrote down for somebody what they take back; null: they did it themself. It stays true when that member’s user is gone.
-- `channel` is only ever what was written of how they said it, in whatever words; it may name people, so it goes with the note.
alter table withdrawals add column written_for text check (written_for in ('member', 'program'));
update withdrawals set written_for = case when written_by is null then 'program' else 'member' end
  where written_by is not null or channel <> 'own page';
update withdrawals set channel = null where participant_id is null or channel = 'by hand' or written_for is null;
