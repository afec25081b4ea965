import { sql } from 'kysely'
import { type Language, stemmedWords } from '../language/index.ts'
import type { App } from '../platform/index.ts'

/** A word inside the passages of a code: whose, and where. Positions in codepoints of the utterance. */
export type CodedWord = {
  personNo: number
  stem: string
  form: string
  utteranceId: string
  start: number
  end: number
  mayQuote: boolean
}

/**
 * Every word that stands wholly inside a passage of a code, once however many passages overlap there, by people who permit
 * analysing what they said.
 */
export async function codedWords(
  app: App,
  { workspaceId, codeId, language }: { workspaceId: string; codeId: string; language: Language },
): Promise<CodedWord[]> {
  const { rows } = await sql<CodedRow>`
    select p.person_no, p.utterance_id, p.may_quote, u.text, json_agg(json_build_array(h.start_at, h.end_at)) as passages
    from coded_passages(${workspaceId}::uuid, ${codeId}::uuid) p
    join highlights h on h.id = p.highlight_id
    join utterances u on u.id = p.utterance_id
    join interviews i on i.id = p.interview_id
    where p.may_analyse and i.language = ${language}
    group by p.person_no, p.utterance_id, p.may_quote, u.text`.execute(app.pg)
  return rows.flatMap((row) =>
    [...stemmedWords(language, row.text)]
      .filter((token) => row.passages.some(([start, end]) => token.start >= start && token.end <= end))
      .map(({ normal, stem, parted, start, end }) => ({
        personNo: row.person_no,
        stem: parted?.stem ?? stem,
        form: parted?.form ?? normal,
        utteranceId: row.utterance_id,
        start,
        end,
        mayQuote: row.may_quote,
      })),
  )
}

type CodedRow = {
  person_no: number
  utterance_id: string
  may_quote: boolean
  text: string
  passages: [start: number, end: number][]
}

/** How many people said something under a code that may not be analysed now. */
export async function withheldByCode(
  app: App,
  { workspaceId, codeId }: { workspaceId: string; codeId: string },
): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct person_no) as people from coded_passages(${workspaceId}::uuid, ${codeId}::uuid)
    where not may_analyse`.execute(app.pg)
  return rows[0]?.people ?? 0
}
