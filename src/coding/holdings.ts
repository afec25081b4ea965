import { sql } from 'kysely'
import type { Holdings } from '../platform/index.ts'
import { passage } from './anchor.ts'
import { tellReaders } from './coding-changes.ts'
import { countInExports, eraseFromExports, exportsOfPerson } from './exchange/exported-people.ts'
import { forgetInVivoNames } from './in-vivo-names.ts'
import { countMemos, eraseMemos, memosOfPerson } from './memos/person-memos.ts'
import { forgetSaidInCodes } from './said-in-codes.ts'
import { wordsBefore } from './turn-corrections.ts'
import { countSummaries, eraseSummaries, keptOfPerson } from './views/person-summaries.ts'

/** Passages of a person's own words, with the codes they were given. */
export const codingHoldings: Holdings = {
  exportPerson: async (app, person) => {
    const { workspaceId, personNo } = person
    const { rows } = await sql<{
      text: string
      start_at: number
      end_at: number
      lost_text: string | null
      note: string
      created_at: Date
      codes: string[]
    }>`
      select u.text, h.start_at, h.end_at, h.lost_text, h.note, h.created_at,
        array(select code_label(c) from codes c where c.id in (select code_id from highlight_codes where highlight_id = h.id
          union select code_id from round_marks where highlight_id = h.id) order by c.name) as codes
      from highlights h join utterances u on u.id = h.utterance_id join speakers s on s.id = u.speaker_id
      join participants p on p.id = s.participant_id
      where h.workspace_id = ${workspaceId} and p.person_no = ${personNo}
        -- Marks of a blind coding are told when it has ended: whoever hands out this copy may be one of its coders.
        and (h.coder_id is null or not exists (select from coding_rounds r where r.id = h.round_id and r.state = 'open'))
      order by h.created_at, h.id`.execute(app.pg)
    return {
      highlights: rows.map((row) => ({
        words: row.lost_text ?? passage(row.text, { start: row.start_at, end: row.end_at }),
        codes: row.codes,
        ...(row.note === '' ? {} : { note: row.note }),
        markedAt: row.created_at.toISOString(),
      })),
      writtenBefore: await wordsBefore(app, person),
      memos: await memosOfPerson(app, person),
      takenOut: await exportsOfPerson(app, person),
      ...(await keptOfPerson(app, person)),
    }
  },
  erasePerson: async (app, person) => {
    const { workspaceId, personNo } = person
    await eraseFromExports(app, person)
    await forgetInVivoNames(app, person)
    await forgetSaidInCodes(app, person)
    await eraseSummaries(app, person)
    await eraseMemos(app, person)
    await sql`
      delete from highlights h using utterances u, speakers s, participants p
      where u.id = h.utterance_id and s.id = u.speaker_id and p.id = s.participant_id
        and h.workspace_id = ${workspaceId} and p.person_no = ${personNo}`.execute(app.pg)
    await tellReaders(app.pg, workspaceId)
  },
  countPerson: async (app, person) => {
    const { workspaceId, personNo } = person
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from highlights h join utterances u on u.id = h.utterance_id
      join speakers s on s.id = u.speaker_id join participants p on p.id = s.participant_id
      where h.workspace_id = ${workspaceId} and p.person_no = ${personNo}`.execute(app.pg)
    return (
      (rows[0]?.count ?? 0) +
      (await wordsBefore(app, person)).length +
      (await countInExports(app, person)) +
      (await countSummaries(app, person)) +
      (await countMemos(app, person))
    )
  },
}
