import { sql } from 'kysely'
import { guessLanguage } from '../../language/index.ts'
import {
  bringInterview,
  createStudy,
  fingerprintOf,
  type AgreementGiven,
  type SpeakerChoice,
} from '../../conversations/index.ts'
import { StudyDraft } from '../../conversations/study.schema.ts'
import { Problem, json, notFound, type App } from '../../platform/index.ts'
import { InterviewId, Language, StudyId, audit, type Doer } from '../../workspace/index.ts'
import { keepSteps, userOf } from '../history.ts'
import type { RandomBytes } from './archive.ts'
import { bringCodes, type BroughtCodes } from './bring-codes.ts'
import { newReport, type ReportLine, type Reporting } from './import-report.ts'
import { markSource } from './mark-source.ts'
import { openExchange, type Exchange } from './open-exchange.ts'
import { readSource, type ReadSource } from './read-source.ts'
import type { RefiCase, RefiSource } from './refi.ts'

export type ImportCounts = {
  codes: number
  interviews: number
  participants: number
  passages: number
  codings: number
  notes: number
}

export type Importing = {
  workspaceId: string
  actor: Doer
  file: RandomBytes & { name: string }
  /** The study whose conversations the sources become; a codebook may join the workspace's with null. */
  study: { studyId: string | null } | { plan: StudyDraft }
  /** Which codebook new codes join. */
  codebook: 'workspace' | 'study'
  /** Names of sources often say who speaks, and everybody sees a title. */
  titles: 'numbered' | 'kept'
  /** What everybody in it agreed to: the word of whoever brings it in. */
  agreements: readonly AgreementGiven[]
}

export type Imported = { importId: string; studyId: string | null; state: 'brought' | 'known' }

/**
 * Brings a codebook or project in. Each conversation and its codes come whole or not at all, and the same file again adds nothing: brought
 * in after an interruption, it goes on where it stopped. What was repaired or left out is kept as a report. Throws the problems of
 * `openExchange`, `study-missing` (422), 404.
 */
export async function importProject(app: App, given: Importing): Promise<Imported> {
  const { workspaceId, actor } = given
  const report = newReport()
  const exchange = await openExchange(given.file, report)
  if (exchange.kind === 'project' && 'studyId' in given.study && given.study.studyId === null)
    throw studyMissing()
  const fingerprint = fingerprintOf(app, { workspaceId, content: `exchange\n${exchange.content}` })
  const studyId = await chosenStudy(app, given)
  const known = await knownImport(app, { workspaceId, studyId, fingerprint })
  if (known !== undefined) return { importId: known, studyId, state: 'known' }
  const counts: ImportCounts = { codes: 0, interviews: 0, participants: 0, passages: 0, codings: 0, notes: 0 }
  const codes = await bringAllCodes(app, { ...given, studyId, exchange, report })
  counts.codes = codes.made
  if (studyId !== null) await bringSources(app, { ...given, studyId, exchange, report, codes, counts })
  const importId = await keepImport(app, {
    ...given,
    studyId,
    fingerprint,
    exchange,
    counts,
    lines: report.lines(),
  })
  await audit(app, {
    workspaceId,
    actor,
    action: 'coding.brought',
    subject: { kind: 'coding import', id: importId },
    detail: counts,
  })
  return { importId, studyId, state: 'brought' }
}

const studyMissing = () =>
  new Problem({
    id: 'study-missing',
    status: 422,
    detail: 'A project holds conversations. Say which study they belong to, or plan a new one.',
  })

async function chosenStudy(app: App, { workspaceId, actor, study }: Importing): Promise<string | null> {
  if ('plan' in study) {
    return createStudy(app, { workspaceId, actor, draft: StudyDraft.parse(study.plan) })
  }
  if (study.studyId === null) return null
  const found = await app.pg
    .selectFrom('studies')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', study.studyId)
    .executeTakeFirst()
  if (!found) throw notFound('study')
  return StudyId.parse(found.id)
}

async function knownImport(
  app: App,
  { workspaceId, studyId, fingerprint }: { workspaceId: string; studyId: string | null; fingerprint: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from coding_imports where workspace_id = ${workspaceId} and fingerprint = ${fingerprint}
      and study_id is not distinct from ${studyId}::uuid order by id desc limit 1`.execute(app.pg)
  return rows[0]?.id
}

type Bringing = Importing & { exchange: Exchange; report: Reporting }

async function bringAllCodes(app: App, given: Bringing & { studyId: string | null }): Promise<BroughtCodes> {
  const { workspaceId, actor, exchange, report } = given
  const studyId = given.codebook === 'study' ? given.studyId : null
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const brought = await bringCodes(tx, {
      workspaceId,
      studyId,
      actor,
      codes: exchange.project.codes,
      report,
    })
    return { steps: brought.steps, result: brought }
  })
}

type BringingSources = Bringing & { studyId: string; codes: BroughtCodes; counts: ImportCounts }

async function bringSources(app: App, given: BringingSources): Promise<void> {
  const { exchange, report } = given
  const { sources, cases, variables } = exchange.project
  const participants = new Map<string, string>()
  const used = new Set<string>()
  for (const source of sources) {
    const read = await readSource(exchange, { source, report })
    report.note('codes-of-whole-source', source.guid, source.codings.length)
    for (const guid of source.selections.flatMap(({ noteGuids }) => noteGuids)) used.add(guid)
    if (read) await bringSource(app, { ...given, source, read, participants })
  }
  report.note('notes', undefined, [...exchange.project.notes.keys()].filter((guid) => !used.has(guid)).length)
  report.note(
    'case-names',
    undefined,
    exchange.project.origin === 'Samtale' ? 0 : cases.filter(({ name }) => name !== '').length,
  )
  const values = [...cases, ...sources].reduce((sum, one) => sum + one.values.length, 0)
  report.note('variable-values', variables[0]?.name, values)
}

type BringingSource = BringingSources & {
  source: RefiSource
  read: ReadSource
  /** Participants by the GUID of their case: one person in several sources stays one. */
  participants: Map<string, string>
}

async function bringSource(app: App, given: BringingSource): Promise<void> {
  const { workspaceId, studyId, actor, source, read, counts, report, exchange } = given
  const placed = await placeSource(app, given)
  if (placed === undefined) return
  const { interviewId, state } = placed
  if (state === 'known') report.note('source-known', source.guid)
  else {
    counts.interviews++
    counts.participants += placed.joined
  }
  const marked = await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const result = await markSource(tx, {
      workspaceId,
      studyId,
      interviewId,
      state,
      userId: userOf(actor),
      source,
      read,
      codes: given.codes.ids,
      noteOf: (guid) => exchange.project.notes.get(guid)?.content ?? '',
      report,
    })
    return { steps: result.steps, result }
  })
  counts.passages += marked.passages
  counts.codings += marked.codings
  counts.notes += marked.notes
}

type Placed = { interviewId: string; state: 'brought' | 'known'; joined: number }

/** The interview of a source: its own where it was taken out of this very study, else brought in like any transcript. */
async function placeSource(app: App, given: BringingSource): Promise<Placed | undefined> {
  const { workspaceId, studyId, source, read, report } = given
  const own = await ownInterview(app, given)
  if (own !== undefined) return { interviewId: own, state: 'known', joined: 0 }
  if (await isErased(app, given)) {
    report.note('source-erased', source.guid)
    return undefined
  }
  const cases = casesOf(given)
  const choices = choicesOf(given, cases)
  try {
    const { interviewId, state } = await bringInterview(app, {
      workspaceId,
      studyId,
      actor: given.actor,
      transcript: read.transcript,
      choices,
      title: titleOf(given),
      sourceName: given.file.name,
      fingerprint: fingerprintOf(app, { workspaceId, content: read.content }),
      happenedAt: momentOf(app, source),
      ...(await languageOf(app, given)),
    })
    const joined = await rememberParticipants(app, { ...given, interviewId, cases })
    return { interviewId, state, joined }
  } catch (error) {
    // Somebody who speaks in it was erased: the others' conversations come in all the same.
    if (!(error instanceof Problem) || error.id !== 'transcript-erased') throw error
    report.note('source-erased', source.guid)
    return undefined
  }
}

async function ownInterview(
  app: App,
  { workspaceId, studyId, source }: BringingSource,
): Promise<string | undefined> {
  const id = InterviewId.safeParse(source.guid)
  if (!id.success) return undefined
  const row = await app.pg
    .selectFrom('interviews')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .where('id', '=', id.data)
    .executeTakeFirst()
  return row?.id
}

/** Whether this is a conversation of ours, taken out before somebody who speaks in it was erased. */
async function isErased(app: App, { workspaceId, source }: BringingSource): Promise<boolean> {
  const id = InterviewId.safeParse(source.guid)
  if (!id.success) return false
  const row = await app.pg
    .selectFrom('exported_conversations')
    .select('interview_id')
    .where('workspace_id', '=', workspaceId)
    .where('interview_id', '=', id.data)
    .where('person_no', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The case each speaker is, by place: told by our own turns, by name, or because there is one of each. */
function casesOf({ source, read, exchange }: BringingSource): (RefiCase | undefined)[] {
  const { cases } = exchange.project
  const selections = new Set(source.selections.map(({ guid }) => guid))
  const here = cases.filter(
    (one) => one.sources.includes(source.guid) || one.selections.some((guid) => selections.has(guid)),
  )
  const answering = read.roles.filter((role) => role === 'participant').length
  return read.roles.map((role, place) => {
    if (role !== 'participant') return undefined
    const told = source.turns?.speakers[place]?.case
    if (typeof told === 'string') return cases.find(({ guid }) => guid === told.toLowerCase())
    if (answering === 1 && here.length === 1) return here[0]
    const name = read.transcript.speakers[place]?.name?.toLowerCase()
    return here.find((one) => one.name.toLowerCase() === name)
  })
}

function choicesOf(given: BringingSource, cases: readonly (RefiCase | undefined)[]): SpeakerChoice[] {
  const { read, participants, agreements } = given
  const chosen = new Set<string>()
  return read.roles.map((role, place): SpeakerChoice => {
    if (role !== 'participant') return { role }
    const participantId = participants.get(cases[place]?.guid ?? '')
    if (participantId === undefined || chosen.has(participantId))
      return { role, who: 'somebody new', agreements }
    chosen.add(participantId)
    return { role, who: { participantId }, agreements }
  })
}

/** Keeps who is whom for the sources that follow; returns how many are new. */
async function rememberParticipants(
  app: App,
  given: BringingSource & { interviewId: string; cases: readonly (RefiCase | undefined)[] },
): Promise<number> {
  const { interviewId, cases, participants } = given
  const rows = await app.pg
    .selectFrom('speakers')
    .select(['position', 'participant_id'])
    .where('interview_id', '=', interviewId)
    .execute()
  const before = new Set(participants.values())
  const joined = new Set<string>()
  for (const { position, participant_id } of rows) {
    if (participant_id === null) continue
    if (!before.has(participant_id)) joined.add(participant_id)
    const known = cases[position]
    if (known && !participants.has(known.guid)) participants.set(known.guid, participant_id)
  }
  return joined.size
}

function titleOf({ source, titles, exchange }: BringingSource): string | { called: string } {
  const name = source.name.trim().slice(0, 500).toWellFormed()
  const isKept = titles === 'kept' || exchange.project.origin === 'Samtale'
  return isKept && name !== '' ? name : { called: 'Interview' }
}

function momentOf(app: App, source: RefiSource): Date {
  const told = new Date(source.turns?.happenedAt ?? source.at ?? '')
  const now = app.clock.now()
  return Number.isNaN(told.getTime()) || told > now || told.getFullYear() < 1970 ? now : told
}

async function languageOf(
  app: App,
  { workspaceId, studyId, source, read, report }: BringingSource,
): Promise<{ language: string; languageGuessed: string | null }> {
  const guess = await guessLanguage(read.text.slice(0, 20_000))
  const told = Language.safeParse(source.turns?.language ?? (guess.reliable ? guess.language : undefined))
  if (told.success) return { language: told.data, languageGuessed: guess.language }
  report.note('language-guessed', source.guid)
  const study = await app.pg
    .selectFrom('studies')
    .select('language')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .executeTakeFirst()
  return { language: study?.language ?? 'en', languageGuessed: guess.language }
}

async function keepImport(
  app: App,
  given: Pick<Importing, 'workspaceId' | 'actor' | 'file'> & {
    exchange: Exchange
    studyId: string | null
    fingerprint: string
    counts: ImportCounts
    lines: readonly ReportLine[]
  },
): Promise<string> {
  const { workspaceId, studyId, actor, exchange, fingerprint, counts, lines } = given
  const row = await app.pg
    .insertInto('coding_imports')
    .values({
      workspace_id: workspaceId,
      study_id: studyId,
      file_name: given.file.name.slice(0, 300),
      fingerprint,
      origin: exchange.project.origin.slice(0, 200),
      counts: json(counts),
      report: json(lines),
      member_id: 'memberId' in actor && typeof actor.memberId === 'string' ? actor.memberId : null,
      at: app.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
