-- Whose words a code is called by, written down when it is called so: the text may be corrected and the mark taken off afterwards.
create table in_vivo_words (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  code_id uuid not null references codes (id) on delete cascade,
  -- Null once the conversation is gone: then nobody can permit it any more.
  speaker_id uuid references speakers (id) on delete set null,
  highlight_id uuid references highlights (id) on delete set null,
  -- As they stand in the name.
  words text not null
);
create index in_vivo_words_by_code on in_vivo_words (code_id);
create index in_vivo_words_by_workspace on in_vivo_words (workspace_id);
create index in_vivo_words_by_speaker on in_vivo_words (speaker_id);
create index in_vivo_words_by_highlight on in_vivo_words (highlight_id);

-- What somebody said in a passage that the name of its code holds; several words that are all of the name are too.
create function remember_in_vivo_words(given jsonb) returns void
language sql as $$
  insert into in_vivo_words (workspace_id, code_id, speaker_id, highlight_id, words)
  select c.workspace_id, c.id, u.speaker_id, h.id, case when position(left(lower(w.words), 40) in lower(c.name)) > 0 then left(w.words, 200) else c.name end
  from jsonb_to_recordset(given) as g (code_id uuid, highlight_id uuid)
  join codes c on c.id = g.code_id and c.origin = 'in vivo'
  join highlights h on h.id = g.highlight_id and h.lost_text is null and h.end_at > h.start_at
  join utterances u on u.id = h.utterance_id
  cross join lateral (select btrim(substr(u.text, h.start_at + 1, h.end_at - h.start_at), E' \t\n\r') as words) w
  where w.words <> '' and (position(left(lower(w.words), 40) in lower(c.name)) > 0
      or (c.name like '% %' and position(lower(c.name) in lower(w.words)) > 0))
    and not exists (select from in_vivo_words o where o.code_id = c.id and o.highlight_id = h.id
      and position(left(lower(o.words), 40) in lower(c.name)) > 0)
$$;

create function in_vivo_words_of_marks() returns trigger language plpgsql as $$
declare
  marked jsonb;
begin
  select jsonb_agg(m) into marked from made m join codes c on c.id = m.code_id and c.origin = 'in vivo';
  if marked is not null then perform remember_in_vivo_words(marked); end if;
  return null;
end
$$;
create trigger in_vivo_words_of_marks after insert on highlight_codes
  referencing new table as made for each statement execute function in_vivo_words_of_marks();

create function in_vivo_words_of_name() returns trigger language plpgsql as $$
declare
  marked jsonb;
begin
  select jsonb_agg(jsonb_build_object('code_id', hc.code_id, 'highlight_id', hc.highlight_id)) into marked
  from highlight_codes hc where hc.code_id = new.id;
  if marked is not null then perform remember_in_vivo_words(marked); end if;
  return null;
end
$$;
create trigger in_vivo_words_of_name after update of name, origin on codes
  for each row when (new.origin = 'in vivo' and (new.name <> old.name or new.origin <> old.origin))
  execute function in_vivo_words_of_name();

-- Codes of before, also where the mark was taken off and the history still tells.
select remember_in_vivo_words(coalesce(jsonb_agg(jsonb_build_object('code_id', code_id, 'highlight_id', highlight_id)), '[]')) from (
  select hc.code_id, hc.highlight_id from highlight_codes hc join codes c on c.id = hc.code_id and c.origin = 'in vivo'
  union
  select (step ->> 'codeId')::uuid, (step ->> 'highlightId')::uuid from coding_log l, jsonb_array_elements(l.steps) step
  where step ->> 'do' in ('give code', 'take code')
) before;
