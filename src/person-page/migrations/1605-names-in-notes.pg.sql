-- A note of how somebody said it is what the team writes: names in it are replaced as in all the rest.
create trigger withdrawals_team_words after insert or update of note on withdrawals for each row when (new.note <> '')
  execute function team_words_changed();
insert into team_words_due (study_id, workspace_id)
select distinct n.study_id, n.workspace_id from pseudonyms n join withdrawals w on w.study_id = n.study_id and w.note <> ''
where n.state = 'accepted' on conflict do nothing;
