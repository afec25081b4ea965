import { sql } from 'kysely'
import { placeAfter, replaceStretches, withReplacements, type Replacement } from '../conversations/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { openForm, sealForm } from './sealed-name.ts'

type Applying = {
  workspaceId: string
  interviewId: string
  /** Only in this turn, which is held already, or this label. */
  only?: Carrier
}

/** A turn or a speaker's label. */
export type Carrier = { utteranceId: string; speakerId: null } | { utteranceId: null; speakerId: string }

/**
 * Brings one conversation to what was decided: puts pseudonyms in the place of what they stand for, and back again. Passages stay on their words.
 * Holds the turns it is about to change, then labels and counts, each in order, before it changes one. Safe to repeat; says how many places it changed.
 */
export async function applyDecisions(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, interviewId, only }: Applying,
): Promise<number> {
  const due = await sql<{ utterance_id: string | null; speaker_id: string | null }>`
    select distinct p.utterance_id, p.speaker_id from pseudonym_places p join pseudonyms n on n.id = p.pseudonym_id
    where p.workspace_id = ${workspaceId} and p.interview_id = ${interviewId} and ${isDue}
      and ${only === undefined ? sql`true` : isIn(only)}
    order by p.utterance_id, p.speaker_id`.execute(tx)
  if (due.rows.length === 0) return 0
  const turns = due.rows.flatMap(({ utterance_id }) => utterance_id ?? [])
  await sql`select from utterances where id = any(${turns}::uuid[]) order by id for no key update`.execute(tx)
  const labels = due.rows.flatMap(({ speaker_id }) => speaker_id ?? [])
  await holdCounts(tx, { interviewId, turns, labels })
  return replaceAll({ app, tx }, { workspaceId, interviewId, carriers: due.rows })
}

/** SQL over a place `p`: it is in this turn or label. */
export const isIn = ({ utteranceId, speakerId }: Carrier) =>
  utteranceId === null ? sql`p.speaker_id = ${speakerId}` : sql`p.utterance_id = ${utteranceId}`

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

/** A turn, a speaker's label or (neither) the conversation's title. */
type CarrierRow = { utterance_id: string | null; speaker_id: string | null }
type InTalk = { workspaceId: string; interviewId: string }

const keyOf = ({ utterance_id: turn, speaker_id: label }: CarrierRow) => turn ?? label ?? 'title'

/** Reads what stands in the carriers, and where, at once; says how many places it changed. */
async function replaceAll(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: InTalk & { carriers: readonly CarrierRow[] },
): Promise<number> {
  const { workspaceId, interviewId, carriers } = given
  const texts = await textsOf(tx, given)
  const { rows } = await sql<PlaceRow>`
    select p.id, p.utterance_id, p.speaker_id, p.start_at, p.end_at, p.applied, p.form, n.state, n.pseudonym
    from pseudonym_places p join pseudonyms n on n.id = p.pseudonym_id
    where p.interview_id = ${interviewId} and (p.utterance_id = any(${carriers.map((row) => row.utterance_id)}::uuid[])
      or p.speaker_id = any(${carriers.map((row) => row.speaker_id)}::uuid[]) or (p.utterance_id is null and p.speaker_id is null))
    order by p.start_at for update of p`.execute(tx)
  const places = Map.groupBy(rows, keyOf)
  const [forgotten, moved]: [string[], Moved[]] = [[], []]
  let changed = 0
  for (const carrier of carriers) {
    const text = texts.get(keyOf(carrier))
    if (text === undefined) continue
    const change = changeIn(app, { workspaceId, text, places: places.get(keyOf(carrier)) ?? [] })
    forgotten.push(...change.forgotten)
    moved.push(...change.moved)
    changed += change.count
    await writeText(
      { app, tx },
      { workspaceId, interviewId, carrier, text, replacements: change.replacements },
    )
  }
  await sql`delete from pseudonym_places where id = any(${forgotten}::uuid[])`.execute(tx)
  await movePlaces(tx, moved)
  return changed
}

type PlaceRow = CarrierRow & {
  id: string
  start_at: number
  end_at: number
  applied: string | null
  form: string | null
  state: string
  pseudonym: string
}
type Change = { replacements: Replacement[]; moved: Moved[]; forgotten: string[]; count: number }

/** What is to be put in the place of what in one text, and where its places are then. Pure. */
function changeIn(
  app: App,
  { workspaceId, text, places }: { workspaceId: string; text: string; places: readonly PlaceRow[] },
): Change {
  const letters = [...text]
  const replacements: Replacement[] = []
  const changes = new Map<string, Stands>()
  const forgotten: string[] = []
  for (const row of places) {
    const wanted = row.state === 'accepted' ? row.pseudonym : null
    if (wanted === row.applied) continue
    const stands = letters.slice(row.start_at, row.end_at).join('')
    // A label or title was written anew by hand: what stood there is gone.
    if (
      row.utterance_id === null &&
      row.applied !== null &&
      stands.toLowerCase() !== row.applied.toLowerCase()
    ) {
      forgotten.push(row.id)
      continue
    }
    const form = row.form === null ? stands : openForm(app, { workspaceId, form: row.form })
    const put = wanted === null ? form : inCaseOf(form, wanted)
    replacements.push({ start: row.start_at, end: row.end_at, text: put })
    changes.set(row.id, {
      applied: wanted,
      form: wanted === null ? null : (row.form ?? sealForm(app, { workspaceId, form })),
    })
  }
  const moved = places
    .filter(({ id }) => !forgotten.includes(id))
    .map((row) => ({
      id: row.id,
      ...placeAfter({ start: row.start_at, end: row.end_at }, replacements),
      ...(changes.get(row.id) ?? { applied: row.applied, form: row.form }),
    }))
  return { replacements, moved, forgotten, count: changes.size }
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

/** What stands in the carriers, by what `keyOf` calls each; they are held already. */
async function textsOf(
  tx: PostgresTransaction,
  { interviewId, carriers }: { interviewId: string; carriers: readonly CarrierRow[] },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; text: string }>`
    select id::text as key, text from utterances where id = any(${carriers.map((row) => row.utterance_id)}::uuid[])
    union all select id::text, name from speakers where id = any(${carriers.map((row) => row.speaker_id)}::uuid[]) and name is not null
    union all select 'title', title from interviews where id = ${interviewId}`.execute(tx)
  return new Map(rows.map(({ key, text }) => [key, text]))
}

type Written = InTalk & { carrier: CarrierRow; text: string; replacements: readonly Replacement[] }

async function writeText(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, interviewId, carrier, text, replacements }: Written,
): Promise<void> {
  const { utterance_id: utteranceId, speaker_id: speakerId } = carrier
  if (utteranceId !== null) {
    await replaceStretches({ app, tx }, { workspaceId, utteranceId, replacements })
    return
  }
  const written = withReplacements(text, replacements)
  if (speakerId !== null) await sql`update speakers set name = ${written} where id = ${speakerId}`.execute(tx)
  else await sql`update interviews set title = ${written} where id = ${interviewId}`.execute(tx)
}
