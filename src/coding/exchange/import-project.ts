import { sql } from 'kysely'
import { z } from 'zod'
import {
  createStudy,
  fingerprintMeanwhile,
  teamWordsToKeep,
  type AgreementGiven,
} from '../../conversations/index.ts'
import { StudyDraft } from '../../conversations/study.schema.ts'
import { Problem, json, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { StudyId, audit, type Doer } from '../../workspace/index.ts'
import type { CodebookId } from '../coding.schema.ts'
import { keepTurns } from '../highlights.ts'
import { keepSteps, userOf } from '../history.ts'
import { forgetSaidInCodes } from '../said-in-codes.ts'
import type { RandomBytes } from './archive.ts'
import { bringMemos } from './exchanged-memos.ts'
import { bringMedia } from './bring-media.ts'
import { bringCodes, type BroughtCodes } from './bring-codes.ts'
import { bringMemosOfWhole, notesOf } from './memos-of-whole.ts'
import { newReport, type ReportLine, type Reporting } from './import-report.ts'
import { findStanding, markSource } from './mark-source.ts'
import { withExchange, type AskedExchange, type AskedSource } from './ask-exchange.ts'
import { placeSource } from './place-source.ts'
import type { SourceHead } from './reading-tasks.ts'

type ImportCounts = {
  codes: number
  interviews: number
  participants: number
  passages: number
  codings: number
  notes: number
  documents: number
  places: number
}

type Importing = {
  workspaceId: string
  actor: Doer
  file: RandomBytes & { name: string }
  /** The study whose conversations the sources become; a codebook may join the workspace's with null. */
  study: { studyId: string | null } | { plan: StudyDraft }
  /** Which codebook new codes join. */
  codebook: 'workspace' | 'study' | { codebookId: CodebookId }
  /** Names of sources often say who speaks, and everybody sees a title. */
  titles: 'numbered' | 'kept'
  /** What everybody in it agreed to: the word of whoever brings it in. */
  agreements: readonly AgreementGiven[]
  signal?: AbortSignal
}

type Imported = { importId: string; studyId: string | null; state: 'brought' | 'known' }

/**
 * Brings a codebook or project in. Each conversation and its codes come whole or not at all, and the same file again adds nothing: brought
 * in after an interruption, it goes on where it stopped. What was repaired or left out is kept as a report. Throws the problems of
 * `withExchange`, `study-missing` (422), 404.
 */
export async function importProject(app: App, given: Importing): Promise<Imported> {
  const report = newReport()
  return withExchange({ ...given, report }, (exchange) => bringExchange(app, { ...given, exchange, report }))
}

async function bringExchange(app: App, given: Bringing): Promise<Imported> {
  const { workspaceId, actor, exchange, report } = given
  if (exchange.kind === 'project' && 'studyId' in given.study && given.study.studyId === null)
    throw studyMissing()
  const content = [Buffer.from(`exchange\n${bookOf(given)}`), exchange.content]
  const fingerprint = await fingerprintMeanwhile(app, { workspaceId, content })
  const studyId = await chosenStudy(app, given)
  const known = await knownImport(app, { workspaceId, studyId, fingerprint })
  if (known !== undefined) return { importId: known, studyId, state: 'known' }
  const counts: ImportCounts = {
    codes: 0,
    interviews: 0,
    participants: 0,
    passages: 0,
    codings: 0,
    notes: 0,
    documents: 0,
    places: 0,
  }
  const codes = await bringAllCodes(app, { ...given, studyId })
  counts.codes = codes.made
  // A codebook from before somebody withdrew holds their words still.
  if (codes.made > 0) await forgetSaidInCodes(app, { workspaceId })
  if (studyId !== null) await bringSources(app, { ...given, studyId, codes, counts })
  const importId = await keepImport(app, {
    ...given,
    studyId,
    fingerprint,
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

// The same file may be brought into several codebooks.
const bookOf = ({ codebook }: Importing) => (typeof codebook === 'string' ? '' : `${codebook.codebookId}\n`)

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

type Bringing = Importing & { exchange: AskedExchange; report: Reporting }

async function bringAllCodes(app: App, given: Bringing & { studyId: string | null }): Promise<BroughtCodes> {
  const { workspaceId, actor, exchange, report } = given
  const studyId = given.codebook === 'study' ? given.studyId : null
  const rewind = report.rewinder()
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    rewind()
    const brought = await bringCodes(tx, {
      workspaceId,
      studyId,
      codebookId: typeof given.codebook === 'string' ? null : given.codebook.codebookId,
      actor,
      codes: exchange.project.codes,
      report,
    })
    const memos = exchange.project.codes.flatMap((code) => {
      const id = brought.ids.get(code.guid)
      return id === undefined
        ? []
        : notesOf(exchange, code.noteGuids).map((text) => ({ kind: 'code' as const, id, text }))
    })
    await bringMemos({ app, tx }, { workspaceId, userId: userOf(actor), memos })
    return { steps: brought.steps, result: brought }
  })
}

/** A project on its way into a study. */
export type BringingSources = Bringing & { studyId: string; codes: BroughtCodes; counts: ImportCounts }

async function bringSources(app: App, given: BringingSources): Promise<void> {
  const { exchange, report } = given
  const { sources, cases, variables } = exchange.project
  const participants = await participantsHere(app, given)
  const used = new Set<string>(exchange.project.codes.flatMap(({ noteGuids }) => noteGuids))
  for (const [at, source] of sources.entries()) {
    const read = await exchange.readSource(at)
    report.note('codes-of-whole-source', source.guid, source.codings.length)
    for (const guid of source.passageNotes) used.add(guid)
    if (read) for (const guid of source.noteGuids) used.add(guid)
    if (read) await bringSource(app, { ...given, source, read, participants })
  }
  for (const media of exchange.project.media) await bringMedia(app, { ...given, media, participants })
  await bringMemosOfWhole(app, { ...given, participants })
  for (const guid of exchange.project.noteGuids) used.add(guid)
  report.note('notes', undefined, [...exchange.project.notes.keys()].filter((guid) => !used.has(guid)).length)
  report.note(
    'case-names',
    undefined,
    exchange.project.origin === 'Samtale' ? 0 : cases.filter(({ name }) => name !== '').length,
  )
  const values = [...cases, ...sources].reduce((sum, one) => sum + one.values.length, 0)
  report.note('variable-values', variables[0]?.name, values)
}

/** Who is here already, by the GUID of their case: what they refused holds for whatever of theirs comes in. */
async function participantsHere(app: App, given: BringingSources): Promise<Map<string, string>> {
  const { workspaceId, studyId, exchange } = given
  const guids = exchange.project.cases
    .map(({ guid }) => guid)
    .filter((guid) => z.guid().safeParse(guid).success)
  const { rows } = await sql<{ guid: string; participant_id: string }>`
    with recursive them as (
      select id as guid, no, merged_into from people where workspace_id = ${workspaceId} and id = any(${guids}::uuid[])
      union all select t.guid, p.no, p.merged_into from people p join them t on p.no = t.merged_into
    )
    select t.guid, p.id as participant_id from them t join participants p on p.person_no = t.no
    where p.study_id = ${studyId}`.execute(app.pg)
  return new Map(rows.map((row) => [row.guid, row.participant_id]))
}

/** One source on its way in. */
export type BringingSource = BringingSources & {
  source: SourceHead
  read: AskedSource
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
  const codes = given.codes.ids
  const standing = await findStanding(app.pg, { workspaceId, interviewId, state, read, codes })
  const rewind = report.rewinder()
  const marked = await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    rewind()
    await keepTurns(tx, { workspaceId, interviewId })
    const notes = await passageNotesToKeep({ app, tx }, given)
    const result = await markSource(tx, {
      workspaceId,
      studyId,
      interviewId,
      state,
      userId: userOf(actor),
      standing,
      noteOf: (guid) => notes.get(guid) ?? '',
      report,
    })
    const memos = notesOf(exchange, source.noteGuids).map((text) => ({
      kind: 'interview' as const,
      id: interviewId,
      text,
    }))
    const userId = userOf(actor)
    result.notes += await bringMemos({ app, tx }, { workspaceId, userId, memos })
    return { steps: result.steps, result }
  })
  counts.passages += marked.passages
  counts.codings += marked.codings
  counts.notes += marked.notes
}

/** What stands with passages of a source, by GUID, as colleagues may read it. Asked first: looking through a study holds its names before its words. */
async function passageNotesToKeep(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, studyId, source, exchange }: BringingSource,
): Promise<ReadonlyMap<string, string>> {
  const guids = source.passageNotes
  const texts = guids.map((guid) => exchange.project.notes.get(guid)?.content ?? '')
  const about = { kind: 'study', id: studyId } as const
  const kept = await teamWordsToKeep(tx, { app, workspaceId, about, texts })
  return new Map(guids.map((guid, at) => [guid, kept[at] ?? '']))
}

async function keepImport(
  app: App,
  given: Pick<Importing, 'workspaceId' | 'actor' | 'file'> & {
    exchange: AskedExchange
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
