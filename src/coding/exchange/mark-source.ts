import { sql } from 'kysely'
import { setImmediate as others } from 'node:timers/promises'
import type { App, PostgresTransaction } from '../../platform/index.ts'
import { HighlightId, type CodeId } from '../../workspace/index.ts'
import { codepointCounter } from '../anchor-codepoints.ts'
import { refuseInRound } from '../rounds/set-aside.ts'
import type { Step } from '../steps.ts'
import type { Reporting } from './import-report.ts'
import type { AskedSource } from './ask-exchange.ts'
import type { RefiSource } from './refi.ts'
import { followTurns, partsOf, type Stretch } from './source-turns.ts'

type Marking = {
  workspaceId: string
  studyId: string
  interviewId: string
  /** Whether the conversation came with this file or was there before. */
  state: 'brought' | 'known'
  userId: string | null
  source: RefiSource
  read: AskedSource
  /** Where its words stand in the conversation, from before its turns were held. */
  standing: Standing
  codes: ReadonlyMap<string, CodeId>
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

/** Selections looked at, and rows written, at a time. */
const atOnce = 2000

type Standing = { before: readonly Utterance[]; stretches: readonly Stretch[] }

/** Finds where a source's words stand in its conversation. A thread is asked, which may take minutes: never while turns are held. */
export async function findStanding(
  pg: App['pg'],
  given: Pick<Marking, 'workspaceId' | 'interviewId' | 'state' | 'read'>,
): Promise<Standing> {
  const before = await utterancesOf(pg, given)
  return { before, stretches: await given.read.stretchesOf(before.map(({ text }) => text)) }
}

/** Marks a source's selections in its interview, whose turns are held: whatever is marked there already is left as it is. */
export async function markSource(tx: PostgresTransaction, marking: Marking): Promise<Marked> {
  const { workspaceId, interviewId, state } = marking
  if (state === 'known') await refuseInRound(tx, { workspaceId, interviewIds: [interviewId] })
  const utterances = await utterancesOf(tx, marking)
  const { before, stretches: found } = marking.standing
  const stretches = followTurns(found, { before, now: utterances })
  const passages = await passagesOf(utterances, { ...marking, stretches })
  const known = await knownPassages(tx, marking)
  const fresh = passages.filter((one) => !known.has(keyOf(one)))
  const made = new Map<string, HighlightId>()
  for (const part of inParts(fresh))
    for (const [key, id] of await insertPassages(tx, { ...marking, passages: part })) made.set(key, id)
  const idOf = (one: Passage) => known.get(keyOf(one)) ?? made.get(keyOf(one))
  const steps: Step[] = [...made.values()].map((highlightId) => ({ do: 'put highlight', highlightId }))
  const given = passages.flatMap((one) => {
    const highlightId = idOf(one)
    return highlightId === undefined ? [] : one.codes.map((codeId) => ({ highlightId, codeId }))
  })
  for (const part of inParts(given))
    for (const coding of await giveCodes(tx, { ...marking, given: part }))
      steps.push({ do: 'give code', ...coding, by: marking.userId })
  const notes = fresh.filter(({ note }) => note !== '').length
  return { passages: made.size, codings: steps.length - made.size, notes, steps }
}

function* inParts<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += atOnce) yield items.slice(at, at + atOnce)
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

/** Selections as passages of utterances, one and the same place once. */
async function passagesOf(
  utterances: readonly Utterance[],
  marking: Marking & { stretches: readonly Stretch[] },
): Promise<Passage[]> {
  const { source, read, codes, noteOf, report, stretches } = marking
  const passages = new Map<string, Passage>()
  const counters = new Map<number, (utf16Offset: number) => number>()
  for (const [at, selection] of source.selections.entries()) {
    // A source may have a hundred thousand of them: others are served between.
    if (at % atOnce === 0) await others()
    const { guid, codings } = selection
    const given = codings.flatMap(({ code, guid: coding }) => {
      const codeId = codes.get(code)
      if (codeId === undefined) report.note('coding-without-code', coding)
      return codeId === undefined ? [] : [codeId]
    })
    const note = selection.noteGuids.map(noteOf).filter(Boolean).join('\n\n')
    const place = read.places[at]
    const whole = place === undefined ? [] : partsOf(stretches, place)
    const parts = whole.filter(({ utterance }) => utterances[utterance]?.readable === true)
    const why = lostBecause({
      place,
      found: whole.length,
      readable: parts.length,
      isMarked: given.length > 0 || note !== '',
    })
    if (why !== undefined) {
      // A selection whose codes are all unknown is said as that.
      if (why !== 'passage-empty' || codings.length === 0 || place?.from === place?.until)
        report.note(why, guid)
      continue
    }
    if (parts.length > 1) report.note('passage-split', guid)
    for (const [index, part] of parts.entries()) {
      const utterance = utterances[part.utterance]
      const count = counters.get(part.utterance) ?? codepointCounter(utterance?.text ?? '')
      counters.set(part.utterance, count)
      const passage = passageIn(utterance, { start: count(part.from), end: count(part.until) })
      if (passage === undefined) continue
      const same = passages.get(keyOf(passage))
      const noted = index === 0 ? note : ''
      if (same === undefined) passages.set(keyOf(passage), { ...passage, codes: given, note: noted })
      else {
        same.codes = [...new Set([...same.codes, ...given])]
        same.note = [same.note, noted].filter(Boolean).join('\n\n')
      }
    }
  }
  return [...passages.values()]
}

function lostBecause(given: {
  place: { from: number; until: number } | undefined
  found: number
  readable: number
  isMarked: boolean
}) {
  if (given.place === undefined) return 'passage-without-place'
  if (given.place.from >= given.place.until || !given.isMarked) return 'passage-empty'
  if (given.found === 0) return 'passage-without-place'
  return given.readable === 0 ? 'passage-withheld' : undefined
}

function passageIn(
  utterance: Utterance | undefined,
  place: { start: number; end: number },
): Omit<Passage, 'codes' | 'note'> | undefined {
  if (utterance === undefined || place.start >= place.end) return undefined
  return { utteranceId: utterance.id, version: utterance.version, ...place }
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
  return new Map(
    rows.map((row) => [
      keyOf({ utteranceId: row.utterance_id, start: row.start_at, end: row.end_at }),
      HighlightId.parse(row.id),
    ]),
  )
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
