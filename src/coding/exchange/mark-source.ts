import { sql } from 'kysely'
import { newBreath, type App, type PostgresTransaction } from '../../platform/index.ts'
import { HighlightId, type CodeId } from '../../workspace/index.ts'
import { refuseInRound } from '../rounds/set-aside.ts'
import type { Step } from '../steps.ts'
import type { AskedSource } from './ask-exchange.ts'
import type { Reporting } from './import-report.ts'
import type { SourcePassages } from './source-passages.ts'
import { followTurns } from './source-turns.ts'

type Marking = {
  workspaceId: string
  studyId: string
  interviewId: string
  /** Whether the conversation came with this file or was there before. */
  state: 'brought' | 'known'
  userId: string | null
  /** What is to be marked in the conversation, from before its turns were held. */
  standing: Standing
  /** The text of each note, by GUID. */
  noteOf: (guid: string) => string
  report: Reporting
}

/** What was marked: passages, codes given to them, notes, and the steps that did it. */
export type Marked = { passages: number; codings: number; notes: number; steps: Step[] }

type Passage = {
  utteranceId: string
  version: number
  start: number
  end: number
  codes: CodeId[]
  note: string
}

/** Rows written at a time: a source may have a hundred thousand passages, and others are served between. */
const atOnce = 2000

type Standing = { before: readonly Utterance[]; passages: SourcePassages; codeIds: readonly CodeId[] }

/** Finds what of a source is to be marked where. A thread is asked, which may take minutes: never while turns are held. */
export async function findStanding(
  pg: App['pg'],
  given: Pick<Marking, 'workspaceId' | 'interviewId' | 'state'> & {
    read: AskedSource
    codes: ReadonlyMap<string, CodeId>
  },
): Promise<Standing> {
  const before = await utterancesOf(pg, given)
  const turns = before.map(({ text, readable }) => ({ text, readable }))
  const passages = await given.read.passagesIn({ turns, codes: [...given.codes.keys()] })
  return { before, passages, codeIds: [...given.codes.values()] }
}

/** Marks a source's passages in its interview, whose turns are held: whatever is marked there already is left as it is. */
export async function markSource(tx: PostgresTransaction, marking: Marking): Promise<Marked> {
  const { workspaceId, interviewId, state, userId, standing } = marking
  if (state === 'known') await refuseInRound(tx, { workspaceId, interviewIds: [interviewId] })
  const now = followTurns(standing.before, await utterancesOf(tx, marking))
  const known = await knownPassages(tx, marking)
  const marked: Marked = { passages: 0, codings: 0, notes: 0, steps: [] }
  for (let from = 0; from < standing.passages.turns.length; from += atOnce) {
    const passages = passagesFrom(from, { ...marking, now })
    const fresh = passages.filter((one) => !known.has(keyOf(one)))
    const made = await insertPassages(tx, { ...marking, passages: fresh })
    for (const highlightId of made.values()) marked.steps.push({ do: 'put highlight', highlightId })
    const given = passages.flatMap((one) => {
      const key = keyOf(one)
      const highlightId = known.get(key) ?? made.get(key)
      return highlightId === undefined ? [] : one.codes.map((codeId) => ({ highlightId, codeId }))
    })
    const codings = await giveCodes(tx, { ...marking, given })
    for (const coding of codings) marked.steps.push({ do: 'give code', ...coding, by: userId })
    marked.passages += made.size
    marked.codings += codings.length
    marked.notes += fresh.filter(({ note }) => note !== '').length
  }
  return marked
}

type Utterance = { id: string; version: number; text: string; readable: boolean }

/** Words just brought in are there to be marked; of those that were there, only what may be read now. */
async function utterancesOf(
  pg: App['pg'],
  { workspaceId, interviewId, state }: Pick<Marking, 'workspaceId' | 'interviewId' | 'state'>,
): Promise<Utterance[]> {
  const { rows } = await sql<Utterance>`
    select u.id, u.version, u.text, ${state} = 'brought' or u.speaker_id in (
      select speaker_id from permitted_speakers(${workspaceId}::uuid, 1, array[${interviewId}::uuid])) as readable
    from utterances u where u.workspace_id = ${workspaceId} and u.interview_id = ${interviewId}
    order by u.position`.execute(pg)
  return rows
}

/** The next passages, of turns that still stand as they were looked at and may still be read. */
function passagesFrom(
  from: number,
  { standing, noteOf, report, now }: Marking & { now: readonly (Utterance | undefined)[] },
): Passage[] {
  const { turns, starts, ends, firstCodes, codes, notes } = standing.passages
  const passages: Passage[] = []
  for (let at = from; at < Math.min(turns.length, from + atOnce); at++) {
    const turn = now[turns[at] ?? -1]
    if (turn?.readable !== true) {
      report.note(turn === undefined ? 'passage-without-place' : 'passage-withheld')
      continue
    }
    const own = codes.subarray(firstCodes[at], firstCodes[at + 1])
    passages.push({
      utteranceId: turn.id,
      version: turn.version,
      start: starts[at] ?? 0,
      end: ends[at] ?? 0,
      codes: [...new Set([...own].flatMap((code) => standing.codeIds[code] ?? []))],
      note: (notes.get(at) ?? []).map(noteOf).filter(Boolean).join('\n\n'),
    })
  }
  return passages
}

const keyOf = (one: { utteranceId: string; start: number; end: number }) =>
  `${one.utteranceId} ${one.start} ${one.end}`

async function knownPassages(
  tx: PostgresTransaction,
  { interviewId }: Marking,
): Promise<Map<string, HighlightId>> {
  const rows = await tx
    .selectFrom('highlights')
    .select(['id', 'utterance_id', 'start_at', 'end_at'])
    .where('interview_id', '=', interviewId)
    .where('removed_at', 'is', null)
    .where('lost_text', 'is', null)
    .execute()
  const known = new Map<string, HighlightId>()
  const breathe = newBreath()
  for (const row of rows) {
    known.set(
      keyOf({ utteranceId: row.utterance_id, start: row.start_at, end: row.end_at }),
      HighlightId.parse(row.id),
    )
    if (known.size % atOnce === 0) await breathe()
  }
  return known
}

async function insertPassages(
  tx: PostgresTransaction,
  given: Marking & { passages: readonly Passage[] },
): Promise<Map<string, HighlightId>> {
  const { workspaceId, studyId, interviewId, userId, passages } = given
  const { rows } = await sql<{ id: string; utterance_id: string; start_at: number; end_at: number }>`
    insert into highlights (workspace_id, study_id, interview_id, utterance_id, start_at, end_at, utterance_version, note, created_by)
    select ${workspaceId}::uuid, ${studyId}::uuid, ${interviewId}::uuid, utterance, start_at, end_at, version, note, ${userId}::uuid
    from unnest(${passages.map((one) => one.utteranceId)}::uuid[], ${passages.map((one) => one.start)}::int[],
      ${passages.map((one) => one.end)}::int[], ${passages.map((one) => one.version)}::int[],
      ${passages.map((one) => one.note)}::text[]) as given (utterance, start_at, end_at, version, note)
    returning id, utterance_id, start_at, end_at`.execute(tx)
  return new Map(
    rows.map((row) => [
      keyOf({ utteranceId: row.utterance_id, start: row.start_at, end: row.end_at }),
      HighlightId.parse(row.id),
    ]),
  )
}

async function giveCodes(
  tx: PostgresTransaction,
  given: Marking & { given: readonly { highlightId: HighlightId; codeId: CodeId }[] },
): Promise<{ highlightId: HighlightId; codeId: CodeId }[]> {
  const { workspaceId, userId } = given
  const { rows } = await sql<{ highlight_id: string; code_id: string }>`
    insert into highlight_codes (workspace_id, highlight_id, code_id, created_by)
    select ${workspaceId}::uuid, highlight, code, ${userId}::uuid
    from unnest(${given.given.map((one) => one.highlightId)}::uuid[], ${given.given.map((one) => one.codeId)}::uuid[])
      as given (highlight, code)
    on conflict do nothing returning highlight_id, code_id`.execute(tx)
  const codeOf = new Map(given.given.map((one) => [`${one.highlightId} ${one.codeId}`, one]))
  return rows.flatMap((row) => codeOf.get(`${row.highlight_id} ${row.code_id}`) ?? [])
}
