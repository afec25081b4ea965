import { sql } from 'kysely'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { addWords, tellCorrected } from './correction.ts'
import { countWords } from './transcripts/transcript.ts'

/** A stretch of codepoints and what stands in its place afterwards. */
export type Replacement = { start: number; end: number; text: string }

/**
 * Puts other words in the place of stretches of a turn, in order and apart, and tells who keeps places in it exactly where they went. The turn is held by
 * whoever calls it. What may be read is not asked, nor is it written down: for work that somebody decided before.
 */
export async function replaceStretches(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: { workspaceId: string; utteranceId: string; replacements: readonly Replacement[] },
): Promise<void> {
  const { workspaceId, utteranceId, replacements } = given
  const found = await tx
    .selectFrom('utterances')
    .select(['text', 'version', 'interview_id', 'speaker_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', utteranceId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const newText = withReplacements(found.text, replacements)
  if (newText === found.text) return
  await sql`update utterances set text = ${newText}, version = version + 1 where id = ${utteranceId}`.execute(
    tx,
  )
  await addWords(tx, { ...found, words: countWords(newText) - countWords(found.text) })
  await tellCorrected(tx, { app, workspaceId, utteranceId, oldText: found.text, newText, replacements })
}

/** The text with other words in the place of stretches. Pure. */
export function withReplacements(text: string, replacements: readonly Replacement[]): string {
  const letters = [...text]
  let [out, at] = ['', 0]
  for (const { start, end, text: put } of replacements) {
    out += letters.slice(at, start).join('') + put
    at = end
  }
  return out + letters.slice(at).join('')
}

/** Where a stretch lies after others were replaced. One that begins or ends inside a replaced stretch takes in all that stands there now. Pure. */
export function placeAfter(
  place: { start: number; end: number },
  replacements: readonly Replacement[],
): { start: number; end: number } {
  let [start, end] = [place.start, place.end]
  for (const one of replacements) {
    const longer = [...one.text].length - (one.end - one.start)
    if (one.end <= place.start) start += longer
    else if (one.start < place.start) start -= place.start - one.start
    if (one.end <= place.end) end += longer
    else if (one.start < place.end) end += one.end - place.end + longer
  }
  return { start, end }
}
