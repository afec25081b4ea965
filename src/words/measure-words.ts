import { sql } from 'kysely'
import { z } from 'zod'
import { ch, type App } from '../platform/index.ts'
import { compareWords } from './compare-words.ts'
import { freshWords } from './fresh-words.ts'
import { currentTerms } from './spoken-sql.ts'
import { quotesOfWord } from './word-quotes.ts'

/** Milliseconds, and how much was counted. */
export type WordsMeasured = {
  words: number
  speakers: number
  /** Counting everything that was said, once after it was brought in. */
  counting: number
  /** Comparing the people of a study with the others, and the slowest of the runs. */
  median: number
  slowest: number
  /** The quotes behind the strongest word. */
  quotes: number
}

/** Times the words of a study in a workspace whose interviews have been brought in: for the bench. */
export async function measureWords(
  app: App,
  { workspaceId, studyId, runs = 7 }: { workspaceId: string; studyId: string; runs?: number },
): Promise<WordsMeasured> {
  await sql`insert into words_due (workspace_id, interview_id) select workspace_id, id from interviews where workspace_id = ${workspaceId}`.execute(
    app.pg,
  )
  const counting = await timed(() => freshWords(app, workspaceId))
  const focus = { kind: 'study', studyId } as const
  const found = await compareWords(app, { workspaceId, focus })
  const taken: number[] = []
  for (let run = 0; run < runs; run++)
    taken.push(await timed(() => compareWords(app, { workspaceId, focus })))
  taken.sort((one, other) => one - other)
  const { language } = found
  const stem = found.terms[0]?.stem ?? ''
  const quotes = await timed(() => quotesOfWord(app, { workspaceId, focus, language, stem }))
  const [counted] = await app.ch.query(
    ch.sql`SELECT sum(occurrences) AS words, uniqExact(person) AS speakers FROM spoken_terms WHERE ${currentTerms(workspaceId)}`,
    z.object({ words: z.number(), speakers: z.number() }),
  )
  return {
    words: counted?.words ?? 0,
    speakers: counted?.speakers ?? 0,
    counting,
    median: taken[Math.floor(taken.length / 2)] ?? 0,
    slowest: taken.at(-1) ?? 0,
    quotes,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return Math.round(performance.now() - begun)
}
