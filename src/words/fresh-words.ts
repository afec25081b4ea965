import { sql } from 'kysely'
import { z } from 'zod'
import { Language, STEMMER_VERSION, stemmedWords } from '../language/index.ts'
import { ch, newBreath, type App, type PostgresTransaction } from '../platform/index.ts'

/**
 * Counts what has been said, changed or taken away since the words were last counted; call it before every read of
 * `spoken_terms`. Costs one small query when nothing changed. A crash half way leaves the work to be done again, and the newest counting wins.
 * Says whether there was anything to count.
 */
export async function freshWords(app: App, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from words_due where workspace_id = ${workspaceId}) as due`.execute(app.pg)
  if (!rows[0]?.due) return false
  await app.pg.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('words:' || ${workspaceId}, 0))`.execute(tx)
    // What commits after this statement keeps its row and is counted next time.
    const due = await sql<{ interview_id: string }>`
      delete from words_due where workspace_id = ${workspaceId} returning interview_id`.execute(tx)
    const interviews = [...new Set(due.rows.map((row) => row.interview_id))]
    for (let at = 0; at < interviews.length; at += batch)
      await countInterviews({ app, tx, workspaceId, interviewIds: interviews.slice(at, at + batch) })
  })
  return true
}

/** Interviews that are counted and written at once: so long nobody else is answered while their counts are written out. */
const batch = 4

type Counting = { app: App; tx: PostgresTransaction; workspaceId: string; interviewIds: readonly string[] }

async function countInterviews({ app, tx, workspaceId, interviewIds }: Counting): Promise<void> {
  const generation = await nextGeneration(tx)
  const { rows } = await sql<Turn>`
    select u.interview_id, i.study_id, i.language, u.speaker_id, p.person_no, u.position, u.text
    from utterances u
    join interviews i on i.id = u.interview_id
    join speakers s on s.id = u.speaker_id
    join participants p on p.id = s.participant_id
    where u.workspace_id = ${workspaceId} and u.interview_id = any(${[...interviewIds]}::uuid[])`.execute(tx)
  const counts = new Map<string, Count>()
  const breathe = newBreath()
  const counting = { workspace_id: workspaceId, stemmer: STEMMER_VERSION, generation }
  for (const turn of rows) await countTurn(turn, { counting, counts, breathe })
  await app.ch.insert('spoken_terms', [...counts.values()])
  await forget(app, { workspaceId, interviewIds, before: generation })
}

type Turn = {
  interview_id: string
  study_id: string
  language: string
  speaker_id: string
  person_no: number
  position: number
  text: string
}
/** What all rows of one counting bear. */
type InCounting = { workspace_id: string; stemmer: string; generation: number }
type Count = InCounting & {
  language: Language
  interview_id: string
  study_id: string
  speaker_id: string
  person: number
  stem: string
  form: string
  occurrences: number
  places: number[]
}

async function countTurn(
  turn: Turn,
  given: { counting: InCounting; counts: Map<string, Count>; breathe: () => Promise<void> },
): Promise<void> {
  const { counting, counts, breathe } = given
  const language = Language.safeParse(turn.language)
  if (!language.success) return
  let words = 0
  for (const { normal, stem, parted } of stemmedWords(language.data, turn.text)) {
    words += 1
    if (words % 100 === 1) await breathe()
    const form = parted?.form ?? normal
    const key = `${turn.speaker_id} ${form}`
    let count = counts.get(key)
    if (!count) {
      count = {
        ...counting,
        language: language.data,
        interview_id: turn.interview_id,
        study_id: turn.study_id,
        speaker_id: turn.speaker_id,
        person: turn.person_no,
        stem: parted?.stem ?? stem,
        form,
        occurrences: 0,
        places: [],
      }
      counts.set(key, count)
    }
    count.occurrences += 1
    if (count.places.at(-1) !== turn.position) count.places.push(turn.position)
  }
}

/** Removes older countings of these interviews; nothing to do for those just brought in. */
async function forget(
  app: App,
  given: { workspaceId: string; interviewIds: readonly string[]; before: number },
): Promise<void> {
  const ids = { type: 'Array(UUID)', value: [...given.interviewIds] }
  const older = ch.sql`workspace_id = ${ch.uuid(given.workspaceId)} AND interview_id IN ${ids} AND generation < ${ch.u64(given.before)}`
  const [found] = await app.ch.query(
    ch.sql`SELECT count() AS rows FROM spoken_terms WHERE ${older}`,
    z.object({ rows: z.number() }),
  )
  if (found && found.rows > 0) await app.ch.command(ch.sql`DELETE FROM spoken_terms WHERE ${older}`)
}

async function nextGeneration(tx: PostgresTransaction): Promise<number> {
  const { rows } = await sql<{
    generation: number
  }>`select nextval('words_generation') as generation`.execute(tx)
  const generation = rows[0]?.generation
  if (generation === undefined) throw new Error('the sequence words_generation gave nothing')
  return generation
}
