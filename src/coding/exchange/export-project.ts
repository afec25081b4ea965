import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { sql } from 'kysely'
import { readInterview, type InterviewText } from '../../conversations/index.ts'
import { Problem, notFound, type App } from '../../platform/index.ts'
import type { Doer } from '../../workspace/index.ts'
import { listHighlights } from '../highlights.ts'
import { caseVariables } from './case-variables.ts'
import { userOf } from '../history.ts'
import { memosForExchange } from './exchanged-memos.ts'
import { codesForExchange } from './export-codes.ts'
import { takeMedia, type MediaTaken } from './export-media.ts'
import { growExport, writeExport } from './exports.ts'
import { guidOf } from './guid.ts'
import { placeIn, writeInterview } from './interview-text.ts'
import { describedAs, type RefiCase, type RefiSelection, type RefiSource } from './refi.ts'
import { writeMedia, writeProject, writeSource, type WrittenNote } from './write-project.ts'

type Asked = { workspaceId: string; studyId: string | null; actor: Doer }

/**
 * A study (or the whole workspace) as `.qdpx`, written as it is read: one conversation in memory at a time. Each conversation is read through
 * permission at that moment, and whose words are in it is written down before they leave. Throws 404 before the first byte.
 */
export async function exportProject(app: App, asked: Asked): Promise<AsyncGenerator<Uint8Array>> {
  const studies = await studiesAsked(app, asked)
  if (asked.studyId !== null && studies.length === 0) throw notFound('study')
  const exportId = await writeExport(app, { ...asked, kind: 'project', people: [] })
  return archive(app, { ...asked, studies, exportId })
}

type StudyAsked = { id: string; title: string } & Parameters<typeof describedAs>[0]
type Writing = Asked & { studies: readonly StudyAsked[]; exportId: string }

async function* archive(app: App, writing: Writing): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    chunks.push(bytes)
  })
  const add = (path: string, content: string | Uint8Array) => {
    // Photos and PDFs are packed already.
    const file = typeof content === 'string' ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path)
    // A fixed time: the same project gives the same file.
    file.mtime = new Date('2000-01-01')
    zip.add(file)
    file.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true)
    return chunks.splice(0)
  }
  const project = newProject()
  for (const study of writing.studies)
    for (const interviewId of await interviewsOf(app, { ...writing, studyId: study.id })) {
      const taking = { ...writing, studyId: study.id, interviewId, project }
      const text = await takeWhatStands(app, taking)
      if (text === undefined) continue
      project.sets.set(study.id, [...(project.sets.get(study.id) ?? []), interviewId])
      yield* add(`sources/${interviewId}.txt`, text)
    }
  const spent = { bytes: 0 }
  for (const study of writing.studies)
    for await (const taken of takeMedia(app, { ...writing, studyId: study.id, spent })) {
      const kept = await unlessTakenBack(keepMedia(app, { ...writing, studyId: study.id, project, taken }))
      if (kept && taken.file) yield* add(`sources/${taken.file.path}`, taken.file.bytes)
    }
  yield* add('project.qde', await finish(app, { ...writing, project }))
  zip.end()
  yield* chunks
}

/** What is gathered for the `.qde` while sources are written. */
type Project = {
  sources: string[]
  cases: Map<string, RefiCase>
  personOf: Map<string, number>
  notes: WrittenNote[]
  coders: Set<string>
  sets: Map<string, string[]>
}

function newProject(): Project {
  return {
    sources: [],
    cases: new Map(),
    personOf: new Map(),
    notes: [],
    coders: new Set(),
    sets: new Map(),
  }
}

/** What was taken back between being read and being written down stays here: nothing is gathered of it, and the archive goes on. */
async function unlessTakenBack<T>(taking: Promise<T>): Promise<T | undefined> {
  return taking.catch((error: unknown) => {
    if (error instanceof Problem && error.id === 'words-withheld') return undefined
    throw error
  })
}

/** Writes down whose a photo, PDF or recording is before it leaves, and gathers what the project says of it. */
async function keepMedia(
  app: App,
  given: Writing & { studyId: string; project: Project; taken: MediaTaken },
): Promise<'kept'> {
  const { workspaceId, exportId, studyId, project, taken } = given
  const { media, people, coders } = taken
  await growExport(app, {
    ...{ workspaceId, exportId, studyId, people },
    source: media.kind === 'photo' || media.kind === 'pdf' ? 'document' : 'recording',
    sourceId: media.guid,
    passages: media.places.length,
  })
  for (const { id, no, name } of await casesOf(app, { workspaceId, people })) {
    addToCase(project, { personId: id, personNo: no, name, source: media.guid })
  }
  for (const coder of coders.values()) project.coders.add(coder)
  project.sets.set(studyId, [...(project.sets.get(studyId) ?? []), media.guid])
  project.sources.push(writeMedia(media, (guid) => coders.get(guid)))
  return 'kept'
}

async function casesOf(
  app: App,
  { workspaceId, people }: { workspaceId: string; people: readonly number[] },
): Promise<{ id: string; no: number; name: string }[]> {
  const { rows } = await sql<{ id: string; no: number; name: string }>`
    select id, no, pseudonym as name from people where workspace_id = ${workspaceId} and no = any(${[...people]}::bigint[]) order by no`.execute(
    app.pg,
  )
  return rows
}

function addToCase(
  project: Project,
  { personId, personNo, name, source }: { personId: string; personNo: number; name: string; source: string },
): void {
  const known = project.cases.get(personId)
  if (known) known.sources.push(source)
  else
    project.cases.set(personId, {
      guid: personId,
      name,
      values: [],
      sources: [source],
      selections: [],
      memos: [],
    })
  project.personOf.set(personId, personNo)
}

type Taking = Writing & { studyId: string; interviewId: string; project: Project }

/** Takes a conversation, once more where something of it was taken back meanwhile: the rest of it may still leave. */
async function takeWhatStands(app: App, taking: Taking): Promise<string | undefined> {
  const text = await unlessTakenBack(takeInterview(app, taking))
  return text ?? unlessTakenBack(takeInterview(app, taking))
}

/** Reads one conversation, writes down whose words it holds, and gathers what the project says of it. Undefined where nobody may be read. */
async function takeInterview(app: App, taking: Taking): Promise<string | undefined> {
  const { workspaceId, studyId, interviewId, exportId, project } = taking
  const interview = await readInterview(app.pg, { workspaceId, interviewId })
  if (interview === undefined || interview.utterances.length === 0) return undefined
  const { text, starts, turns } = writeInterview(interview)
  const coders = await codersOf(app, taking)
  const { selections, notes } = await passagesOf(app, { workspaceId, interview, starts })
  const people = interview.speakers.filter((one) => one.withheld === null && one.personNo !== null)
  const numbers = people.flatMap(({ personNo }) => (personNo === null ? [] : [personNo]))
  await growExport(app, {
    ...{ workspaceId, exportId, studyId, people: numbers },
    source: 'conversation',
    sourceId: interviewId,
    passages: selections.length,
  })
  for (const { personId, personNo, label } of people) {
    if (personId === null || personNo === null) continue
    addToCase(project, { personId, personNo, name: label ?? '', source: interviewId })
  }
  for (const coder of coders.values()) project.coders.add(coder)
  const asked = { workspaceId, userId: userOf(taking.actor), kind: 'interview', ids: [interviewId] } as const
  const memos = (await memosForExchange(app.pg, asked)).get(interviewId) ?? []
  project.notes.push(...notes, ...memos)
  const source: RefiSource = {
    guid: interviewId,
    name: interview.title,
    content: undefined,
    plainPath: `internal://${interviewId}.txt`,
    richPath: undefined,
    at: interview.happenedAt.toISOString(),
    selections,
    codings: [],
    noteGuids: memos.map((memo) => memo.guid),
    values: [],
    turns,
  }
  project.sources.push(writeSource(source, (guid) => coders.get(guid)))
  return text
}

/** The passages of a conversation and the notes on them. They leave only where `growExport` lets the conversation leave. */
async function passagesOf(
  app: App,
  given: { workspaceId: string; interview: InterviewText; starts: Map<string, number> },
): Promise<{ selections: RefiSelection[]; notes: WrittenNote[] }> {
  const { workspaceId, interview, starts } = given
  const { interviewId } = interview
  const said = new Map(interview.utterances.map(({ utteranceId, text }) => [utteranceId, text]))
  const selections: RefiSelection[] = []
  const notes: WrittenNote[] = []
  for (const one of await listHighlights(app.pg, { workspaceId, interviewId })) {
    const words = said.get(one.utteranceId)
    const start = starts.get(one.utteranceId)
    if (words === undefined || start === undefined || one.lostText !== null) continue
    const { highlightId: guid } = one
    const noteGuid = guidOf('note', guid)
    if (one.note !== '') notes.push({ guid: noteGuid, text: one.note })
    selections.push({
      guid,
      name: '',
      start: start + placeIn(words, one.start),
      end: start + placeIn(words, one.end),
      codings: one.codeIds.map((code) => ({ guid: guidOf('coding', guid, code), code })),
      noteGuids: one.note === '' ? [] : [noteGuid],
    })
  }
  return { selections, notes }
}

/** Who gave each code to each passage, by the GUID of the coding. */
async function codersOf(app: App, { workspaceId, interviewId }: Taking): Promise<Map<string, string>> {
  const { rows } = await sql<{ highlight_id: string; code_id: string; created_by: string }>`
    select hc.highlight_id, hc.code_id, hc.created_by from highlight_codes hc join highlights h on h.id = hc.highlight_id
    where h.workspace_id = ${workspaceId} and h.interview_id = ${interviewId} and h.removed_at is null
      and hc.created_by is not null`.execute(app.pg)
  return new Map(rows.map((row) => [guidOf('coding', row.highlight_id, row.code_id), row.created_by]))
}

async function finish(
  app: App,
  { workspaceId, studyId, studies, project, actor }: Writing & { project: Project },
) {
  const { variables, valuesOf } = await caseVariables(app, {
    workspaceId,
    people: [...project.personOf.values()],
  })
  const [only] = studies
  const codes = await codesForExchange(app.pg, { workspaceId, studyId })
  const memos = await memosForExchange(app.pg, {
    workspaceId,
    userId: userOf(actor),
    kind: 'code',
    ids: codes.map(({ guid }) => guid),
  })
  project.notes.push(...[...memos.values()].flat())
  const asked = { workspaceId, userId: userOf(actor) }
  const ofStudies = await memosForExchange(app.pg, {
    ...asked,
    kind: 'study',
    ids: studies.map(({ id }) => id),
  })
  project.notes.push(...[...ofStudies.values()].flat())
  const ofPeople = await memosForExchange(app.pg, {
    ...asked,
    kind: 'person',
    ids: [...project.personOf.values()],
  })
  const cases = [...project.cases.values()].map((one) => ({
    ...one,
    values: valuesOf(project.personOf.get(one.guid) ?? -1),
    memos: (ofPeople.get(String(project.personOf.get(one.guid))) ?? []).map(({ text }) => text),
  }))
  return writeProject({
    name: studyId === null ? await workspaceName(app, workspaceId) : (only?.title ?? ''),
    description: studyId === null || !only ? '' : describedAs(only),
    at: app.clock.now().toISOString(),
    coders: await coderNames(app, [...project.coders]),
    codes: codes.map((code) => ({
      ...code,
      noteGuids: (memos.get(code.guid) ?? []).map(({ guid }) => guid),
    })),
    variables,
    cases,
    sources: project.sources,
    notes: project.notes,
    sets: studies.flatMap(({ id, title }) => {
      const sources = project.sets.get(id) ?? []
      const noteGuids = (ofStudies.get(id) ?? []).map(({ guid }) => guid)
      return sources.length + noteGuids.length === 0 ? [] : [{ guid: id, name: title, sources, noteGuids }]
    }),
  })
}

async function studiesAsked(app: App, { workspaceId, studyId }: Asked): Promise<StudyAsked[]> {
  const { rows } = await sql<StudyAsked>`
    select id, title, hypothesis, confirmation, contradiction from studies
    where workspace_id = ${workspaceId} and (${studyId}::uuid is null or id = ${studyId}::uuid) order by id`.execute(
    app.pg,
  )
  return rows
}

async function interviewsOf(
  app: App,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<string[]> {
  const rows = await app.pg
    .selectFrom('interviews')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .orderBy('happened_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function coderNames(app: App, ids: readonly string[]): Promise<{ guid: string; name: string }[]> {
  if (ids.length === 0) return []
  const rows = await app.pg.selectFrom('users').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return ids.map((guid) => ({ guid, name: names.get(guid) ?? '' }))
}

async function workspaceName(app: App, workspaceId: string): Promise<string> {
  const row = await app.pg
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', workspaceId)
    .executeTakeFirst()
  return row?.name ?? ''
}
