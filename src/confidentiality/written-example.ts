import { sql, type RawBuilder } from 'kysely'
import { CodeId, InterviewId, PersonId, SittingId, UtteranceId } from '../workspace/index.ts'
import { TeamSource, type WrittenExample } from './pseudonym.schema.ts'

/**
 * SQL of the texts in which something of a study's list stands and which a member may read now, a row for each of both. Nothing without a member. What is
 * recalled from the reading but was changed since stands here until it is read again.
 */
export function notesRead(given: {
  workspaceId: string
  studyId: string
  readerId: string | null
}): RawBuilder<unknown> {
  const { workspaceId, studyId, readerId } = given
  return sql`
    select k.pseudonym_id, k.source, t.source_id, t.words, t.interview_id, t.utterance_id, t.sitting_id, t.code_id, people.id as person_id
    from (select source, array_agg(distinct source_id) as ids from pseudonym_notes
      where study_id = ${studyId} and ${readerId}::uuid is not null group by source) g
    cross join lateral (
      -- A guide has a row for each of its languages.
      select w.source_id, w.study_id, w.interview_id, w.utterance_id, w.sitting_id, w.code_id, w.person_no,
        string_agg(w.words, E'\\n' order by w.language nulls first) as words
      from team_texts(${workspaceId}::uuid, ${readerId}::uuid, g.source, g.ids) w where w.study_id = ${studyId}
      group by w.source_id, w.study_id, w.interview_id, w.utterance_id, w.sitting_id, w.code_id, w.person_no
    ) t
    join pseudonym_notes k on k.source_id = t.source_id and k.source = g.source and k.study_id = t.study_id
    left join people on people.no = t.person_no`
}

export type WrittenRow = {
  source: string | null
  source_id: string | null
  written: string | null
  written_in: string | null
  written_at: string | null
  sitting_id: string | null
  code_id: string | null
  person_id: string | null
}

/** A few words of a text around a name, and where they are read; null where it does not stand there any more. */
export function writtenExample(row: WrittenRow & { form: string }): WrittenExample | null {
  const { form, source_id: sourceId, written } = row
  if (sourceId === null || written === null) return null
  const literal = form.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${literal}`, 'iu').exec(written)
  if (found === null) return null
  const start = [...written.slice(0, found.index)].length
  const parsed = <T>(schema: { parse: (value: unknown) => T }, id: string | null) =>
    id === null ? null : schema.parse(id)
  return {
    source: TeamSource.parse(row.source),
    sourceId,
    interviewId: parsed(InterviewId, row.written_in),
    utteranceId: parsed(UtteranceId, row.written_at),
    sittingId: parsed(SittingId, row.sitting_id),
    codeId: parsed(CodeId, row.code_id),
    personId: parsed(PersonId, row.person_id),
    ...wordsAround(written, { start, end: start + [...found[0]].length }),
  }
}

const around = 60

/** About eight words on either side of a place in codepoints. */
export function wordsAround(
  words: string,
  { start, end }: { start: number; end: number },
): { before: string; text: string; after: string } {
  const letters = [...words]
  const before = letters.slice(Math.max(0, start - around), start).join('')
  const after = letters.slice(end, end + around).join('')
  return {
    before: start > around ? `…${before.replace(/^\S*\s/, '')}` : before,
    text: letters.slice(start, end).join(''),
    after: letters.length > end + around ? `${after.replace(/\s\S*$/, '')}…` : after,
  }
}
