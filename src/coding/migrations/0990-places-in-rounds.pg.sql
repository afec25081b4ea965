-- The conversations a document belongs beside: those its participant speaks in. While one is double coded, places on it are not coded either.
create function conversations_of_document(document uuid) returns uuid[]
language sql stable as $$
  select array(select distinct s.interview_id from documents d join speakers s on s.participant_id = d.participant_id where d.id = document)
$$;
