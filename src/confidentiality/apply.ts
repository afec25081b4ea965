import { sql } from 'kysely'
import { placeAfter, replaceStretches, withReplacements, type Replacement } from '../conversations/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { openForm, sealForm } from './sealed-name.ts'

type Applying = {
  workspaceId: string
  interviewId: string
  /** Only in this turn, which is held already. */
  utteranceId?: string | undefined
}

/**
 * Brings one conversation to what was decided: puts pseudonyms in the place of what they stand for, and back again. Passages stay on their words.
 * Holds the turns it is about to change, then labels and counts, each in order, before it changes one. Safe to repeat; says how many places it changed.
 */
export async function applyDecisions(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, interviewId, utteranceId }: Applying,
): Promise<number> {
  const due = await sql<{ utterance_id: string | null; speaker_id: string | null }>`
    select distinct p.utterance_id, p.speaker_id from pseudonym_places p join pseudonyms n on n.id = p.pseudonym_id
    where p.workspace_id = ${workspaceId} and p.interview_id = ${interviewId} and ${isDue}
      and (${utteranceId ?? null}::uuid is null or p.utterance_id = ${utteranceId ?? null}::uuid)
    order by p.utterance_id, p.speaker_id`.execute(tx)
  if (due.rows.length === 0) return 0
  const turns = due.rows.flatMap(({ utterance_id }) => utterance_id ?? [])
  await sql`select from utterances where id = any(${turns}::uuid[]) order by id for no key update`.execute(tx)
  const labels = due.rows.flatMap(({ speaker_id }) => speaker_id ?? [])
  await holdCounts(tx, { interviewId, turns, labels })
  let changed = 0
  for (const { utterance_id, speaker_id } of due.rows) {
    const carrier = { workspaceId, interviewId, utteranceId: utterance_id, speakerId: speaker_id }
    changed += await applyIn({ app, tx }, carrier)
  }
  return changed
}

async function holdCounts(
  tx: PostgresTransaction,
  given: { interviewId: string; turns: readonly string[]; labels: readonly string[] },
): Promise<void> {
  const { interviewId, turns, labels } = given
  await sql`
    select from speakers where id = any(${[...labels]}::uuid[])
      or id in (select speaker_id from utterances where id = any(${[...turns]}::uuid[]))
    order by id for no key update`.execute(tx)
  await sql`select from interviews where id = ${interviewId} for no key update`.execute(tx)
}

/** SQL over a place `p` and its pseudonym `n`: something else stands there than was decided. */
export const isDue = sql`((n.state = 'accepted' and p.applied is distinct from n.pseudonym) or (n.state <> 'accepted' and p.applied is not null))`

type Carrier = {
  workspaceId: string
  interviewId: string
  utteranceId: string | null
  speakerId: string | null
}

type PlaceRow = {
  id: string
  start_at: number
  end_at: number
  applied: string | null
  form: string | null
  state: string
  pseudonym: string
}

async function applyIn(
  { app, tx }: { app: App; tx: PostgresTransaction },
  carrier: Carrier,
): Promise<number> {
  const { workspaceId, interviewId, utteranceId, speakerId } = carrier
  const text = await textOf(tx, carrier)
  if (text === null) return 0
  const { rows } = await sql<PlaceRow>`
    select p.id, p.start_at, p.end_at, p.applied, p.form, n.state, n.pseudonym
    from pseudonym_places p join pseudonyms n on n.id = p.pseudonym_id
    where p.interview_id = ${interviewId} and p.utterance_id is not distinct from ${utteranceId}::uuid
      and p.speaker_id is not distinct from ${speakerId}::uuid order by p.start_at for update of p`.execute(
    tx,
  )
  const letters = [...text]
  const replacements: Replacement[] = []
  const changes = new Map<string, Stands>()
  const forgotten = new Set<string>()
  for (const row of rows) {
    const wanted = row.state === 'accepted' ? row.pseudonym : null
    if (wanted === row.applied) continue
    const stands = letters.slice(row.start_at, row.end_at).join('')
    // A label or title was written anew by hand: what stood there is gone.
    if (utteranceId === null && row.applied !== null && stands.toLowerCase() !== row.applied.toLowerCase()) {
      forgotten.add(row.id)
      continue
    }
    const form = row.form === null ? stands : openForm(app, { workspaceId, form: row.form })
    replacements.push({
      start: row.start_at,
      end: row.end_at,
      text: wanted === null ? form : inCaseOf(form, wanted),
    })
    changes.set(row.id, {
      applied: wanted,
      form: wanted === null ? null : (row.form ?? sealForm(app, { workspaceId, form })),
    })
  }
  if (forgotten.size > 0)
    await tx
      .deleteFrom('pseudonym_places')
      .where('id', 'in', [...forgotten])
      .execute()
  await movePlaces(
    tx,
    rows
      .filter(({ id }) => !forgotten.has(id))
      .map((row) => ({
        id: row.id,
        ...placeAfter({ start: row.start_at, end: row.end_at }, replacements),
        ...(changes.get(row.id) ?? { applied: row.applied, form: row.form }),
      })),
  )
  await writeText({ app, tx }, { ...carrier, text, replacements })
  return changes.size
}

/** What stands in a place now, and what stood there before. */
type Stands = { applied: string | null; form: string | null }
type Moved = Stands & { id: string; start: number; end: number }

async function movePlaces(tx: PostgresTransaction, moved: readonly Moved[]): Promise<void> {
  const column = <T>(read: (one: Moved) => T) => moved.map(read)
  await sql`
    update pseudonym_places p set start_at = n.start_at, end_at = n.end_at, applied = n.applied, form = n.form
    from unnest(${column(({ id }) => id)}::uuid[], ${column(({ start }) => start)}::int[], ${column(({ end }) => end)}::int[],
      ${column(({ applied }) => applied)}::text[], ${column(({ form }) => form)}::text[]) as n (id, start_at, end_at, applied, form)
    where p.id = n.id`.execute(tx)
}

/** VAN DISSEL is replaced in capitals. */
export function inCaseOf(form: string, pseudonym: string): string {
  const isLoud = /\p{Lu}{2}/u.test(form) && !/\p{Ll}/u.test(form)
  return isLoud && !pseudonym.startsWith('[') ? pseudonym.toUpperCase() : pseudonym
}

/** The text of a turn, of a speaker's label or (neither) of the conversation's title, held until the transaction ends. */
async function textOf(tx: PostgresTransaction, carrier: Carrier): Promise<string | null> {
  const { interviewId, utteranceId, speakerId } = carrier
  const from =
    utteranceId !== null
      ? sql`select text from utterances where id = ${utteranceId} for no key update`
      : speakerId !== null
        ? sql`select name as text from speakers where id = ${speakerId} for no key update`
        : sql`select title as text from interviews where id = ${interviewId} for no key update`
  const { rows } = await sql<{ text: string | null }>`${from}`.execute(tx)
  return rows[0]?.text ?? null
}

async function writeText(
  { app, tx }: { app: App; tx: PostgresTransaction },
  changed: Carrier & { text: string; replacements: readonly Replacement[] },
): Promise<void> {
  const { workspaceId, interviewId, utteranceId, speakerId, text, replacements } = changed
  if (utteranceId !== null) {
    await replaceStretches({ app, tx }, { workspaceId, utteranceId, replacements })
    return
  }
  const written = withReplacements(text, replacements)
  if (speakerId !== null) await sql`update speakers set name = ${written} where id = ${speakerId}`.execute(tx)
  else await sql`update interviews set title = ${written} where id = ${interviewId}`.execute(tx)
}
