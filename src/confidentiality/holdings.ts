import { sql } from 'kysely'
import { withReplacements } from '../conversations/index.ts'
import type { App, Holdings, PersonRef } from '../platform/index.ts'
import { openForm } from './sealed-name.ts'

/** What this room keeps of a person: what stood in their own words before pseudonyms did, and what they themselves are called. */
export const confidentialityHoldings: Holdings = {
  exportPerson: async (app, person) => ({ saidBeforePseudonyms: await originalWords(app, person) }),
  erasePerson: async (app, person) => {
    await erase(app, person)
  },
  countPerson: async (app, { workspaceId, personNo }) => {
    const { rows } = await sql<{ kept: number }>`
      select (select count(*) from pseudonyms where workspace_id = ${workspaceId} and person_no = ${personNo})
        + (select count(*) from pseudonym_places p left join utterances u on u.id = p.utterance_id
          join speakers s on s.id = coalesce(p.speaker_id, u.speaker_id) join participants k on k.id = s.participant_id
          where p.workspace_id = ${workspaceId} and k.person_no = ${personNo}) as kept`.execute(app.pg)
    return rows[0]?.kept ?? 0
  },
}

/** Their turns in which something is replaced, as they said them; and how the file called them. */
async function originalWords(app: App, { workspaceId, personNo }: PersonRef): Promise<object[]> {
  const { rows } = await sql<PlaceRow>`
    select coalesce(u.id, s.id) as id, i.title, i.happened_at, u.id is null as is_label, coalesce(u.text, s.name) as text, p.start_at, p.end_at, p.form
    from pseudonym_places p left join utterances u on u.id = p.utterance_id
    join speakers s on s.id = coalesce(p.speaker_id, u.speaker_id) join participants k on k.id = s.participant_id
    join interviews i on i.id = p.interview_id
    where p.workspace_id = ${workspaceId} and k.person_no = ${personNo} and p.form is not null
    order by i.happened_at, u.position nulls first, p.start_at`.execute(app.pg)
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((places) => {
    const [first] = places
    if (!first) return []
    const replacements = places.map(({ start_at, end_at, form }) => ({
      start: start_at,
      end: end_at,
      text: openForm(app, { workspaceId, form }),
    }))
    return {
      conversation: first.title,
      happenedAt: first.happened_at.toISOString(),
      [first.is_label ? 'namedInFile' : 'said']: withReplacements(first.text, replacements),
    }
  })
}

type PlaceRow = {
  id: string
  title: string
  happened_at: Date
  is_label: boolean
  text: string
  start_at: number
  end_at: number
  form: string
}

/**
 * What they are called is forgotten wherever it stood, also in what others said: there the pseudonym stays for good. What stands nowhere but in what goes with
 * them (their turns, a conversation in which they alone took part) is forgotten with it; the rooms below let those words go after this one.
 */
async function erase(app: App, { workspaceId, personNo }: PersonRef): Promise<void> {
  // What the team wrote and keeps is read again: who is named there is proposed anew, as nobody's own name.
  await sql`
    insert into team_texts_due (workspace_id, source, source_id)
    select distinct k.workspace_id, k.source, k.source_id from pseudonym_notes k join pseudonyms n on n.id = k.pseudonym_id
    where n.workspace_id = ${workspaceId} and n.person_no = ${personNo}`.execute(app.pg)
  await sql`delete from pseudonyms where workspace_id = ${workspaceId} and person_no = ${personNo}`.execute(
    app.pg,
  )
  await sql`
    with theirs as materialized (
      select s.id, s.interview_id from participants k join speakers s on s.participant_id = k.id
      where k.workspace_id = ${workspaceId} and k.person_no = ${personNo}
    ), alone as materialized (
      select t.interview_id from theirs t where not exists (
        select from speakers o where o.interview_id = t.interview_id and o.role = 'participant' and o.participant_id is not null
          and o.id not in (select id from theirs))
    ), going as materialized (
      select p.id, p.pseudonym_id from pseudonym_places p left join utterances u on u.id = p.utterance_id
      where p.interview_id in (select interview_id from theirs)
        and (p.interview_id in (select interview_id from alone) or coalesce(p.speaker_id, u.speaker_id) in (select id from theirs))
    )
    delete from pseudonyms n where n.workspace_id = ${workspaceId} and n.id in (select pseudonym_id from going)
      and not exists (select from pseudonym_places p where p.pseudonym_id = n.id and p.id not in (select id from going))`.execute(
    app.pg,
  )
}
