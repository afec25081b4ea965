import { sql } from 'kysely'
import {
  documentOfFile,
  findDocument,
  joinStudy,
  keepFile,
  pageSizes,
  readDocument,
} from '../../conversations/index.ts'
import { Problem, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId, DocumentId, RecordingId, RegionId, StretchId } from '../../workspace/index.ts'
import { keepSteps, userOf } from '../history.ts'
import { givePlaceCode, type PlaceKind } from '../places/place-steps.ts'
import { refuseInRound } from '../rounds/set-aside.ts'
import { regionKind } from '../regions/region-steps.ts'
import { stretchKind } from '../stretches/stretch-steps.ts'
import type { Step } from '../steps.ts'
import type { BringingSources } from './import-project.ts'
import { readPlace } from './media-places.ts'
import { isErased } from './place-source.ts'
import type { RefiMedia, RefiPlace } from './refi.ts'

type BringingMedia = BringingSources & { participants: Map<string, string>; media: RefiMedia }

/** A PDF may have 96 MB. */
const largestFile = 96 * 1024 ** 2

/**
 * Brings one photo, PDF or recording in: what is here already is known by its id or its bytes, the file of a recording never comes along, so that only
 * one that is here gets its stretches. Its places become places here, as one change to take back.
 */
export async function bringMedia(app: App, given: BringingMedia): Promise<void> {
  const { media } = given
  if (media.kind === 'sound' || media.kind === 'video') return bringStretches(app, given)
  const documentId = await placeDocument(app, given)
  if (documentId !== undefined) await bringRegions(app, { ...given, documentId })
}

/** The document a photo or PDF is or becomes; undefined (and said in the report) where it cannot be had. */
async function placeDocument(app: App, given: BringingMedia): Promise<DocumentId | undefined> {
  const { workspaceId, studyId, actor, media, exchange, agreements, participants, report, counts } = given
  const known = await ownDocument(app, given)
  if (known !== undefined) {
    report.note('source-known', media.guid)
    return known
  }
  if (await isErased(app, { workspaceId, guid: media.guid })) {
    report.note('source-erased', media.guid)
    return undefined
  }
  const read = media.path === undefined ? undefined : await exchange.readPath(media.path, largestFile)
  if (read?.state !== 'read') {
    report.note(
      read === undefined || read.state === 'source-missing' ? 'source-not-text' : read.state,
      media.guid,
    )
    return undefined
  }
  const { bytes } = read
  const same = await documentOfFile(app, { workspaceId, studyId, bytes })
  if (same !== undefined) {
    report.note('source-known', media.guid)
    return DocumentId.parse(same)
  }
  try {
    const owner = ownerOf(given)
    const here = owner && participants.get(owner.guid)
    const joining = { workspaceId, studyId, person: 'somebody new' as const, agreements, actor }
    const participantId =
      owner === undefined ? null : (here ?? ((tx: PostgresTransaction) => joinStudy({ app, tx }, joining)))
    const happenedOn = media.own?.happenedOn ?? null
    const name = media.name.trim().slice(0, 300).toWellFormed() || 'Document'
    const kept = await keepFile(app, { workspaceId, studyId, actor, name, bytes, participantId, happenedOn })
    if (owner === undefined) report.note('document-nobody', media.guid)
    else if (here === undefined && kept.participantId !== null) {
      participants.set(owner.guid, kept.participantId)
      counts.participants++
    }
    counts.documents++
    return kept.documentId
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    const isRefused = error.id === 'photo-not-agreed' || error.id === 'photo-nobody'
    report.note(isRefused ? 'document-not-agreed' : 'source-unreadable', media.guid)
    return undefined
  }
}

async function ownDocument(
  app: App,
  { workspaceId, studyId, media }: BringingMedia,
): Promise<DocumentId | undefined> {
  const id = DocumentId.safeParse(media.guid)
  if (!id.success) return undefined
  const row = await app.pg
    .selectFrom('documents')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .where('id', '=', id.data)
    .executeTakeFirst()
  return row && id.data
}

/** The case that has it: the one told, or the only one that holds it. Undefined where it is nobody's. */
function ownerOf({ media, exchange }: BringingMedia) {
  const { cases } = exchange.project
  const told = media.own?.case?.toLowerCase()
  const holders = cases.filter((one) => one.sources.includes(media.guid))
  const [only] = holders
  return cases.find(({ guid }) => guid === told) ?? (holders.length === 1 ? only : undefined)
}

async function bringRegions(app: App, given: BringingMedia & { documentId: DocumentId }): Promise<void> {
  const { workspaceId, studyId, documentId, media, report, actor } = given
  if (media.places.length === 0) return
  const at = { workspaceId, documentId }
  const readable = await findDocument(app.pg, at).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return undefined
    throw error
  })
  if (readable === undefined) return report.note('passage-withheld', media.guid, media.places.length)
  const { bytes } = await readDocument(app.pg, at)
  const pages = (await pageSizes({ workspaceId, kind: readable.kind, bytes })) ?? []
  const { rows } = await sql<{ ids: string[] }>`
    select conversations_of_document(${documentId}::uuid)::text[] as ids`.execute(app.pg)
  await bringPlaces(app, {
    ...given,
    kind: regionKind,
    interviewIds: rows[0]?.ids ?? [],
    place: async (tx, { guid, where }) => {
      const place = readPlace(where, { kind: readable.kind, pages, guid, own: media.own })
      if (place === undefined) return undefined
      const { page, left, top, width, height } = place
      const same = await sql<{ id: string }>`
        select id from regions where document_id = ${documentId} and removed_at is null and page = ${page} and left_at = ${left}
          and top_at = ${top} and width = ${width} and height = ${height} limit 1`.execute(tx)
      if (same.rows[0]) return { id: RegionId.parse(same.rows[0].id), isNew: false }
      const made = await sql<{ id: string }>`
        insert into regions (workspace_id, study_id, document_id, page, left_at, top_at, width, height, created_by)
        values (${workspaceId}, ${studyId}, ${documentId}, ${page}, ${left}, ${top}, ${width}, ${height}, ${userOf(actor)}::uuid) returning id`.execute(
        tx,
      )
      return { id: RegionId.parse(made.rows[0]?.id), isNew: true }
    },
  })
}

async function bringStretches(app: App, given: BringingMedia): Promise<void> {
  const { workspaceId, studyId, media, report, actor } = given
  const id = RecordingId.safeParse(media.guid)
  const { rows } = await sql<{ interview_id: string | null }>`
    select r.interview_id from recordings r
    join audible_recordings(${workspaceId}::uuid, 1, array[${id.data ?? null}::uuid]) a on a.recording_id = r.id
    where r.study_id = ${studyId}`.execute(app.pg)
  const [found] = rows
  if (found === undefined || !id.success) return report.note('recording-absent', media.guid)
  const recordingId = id.data
  report.note('source-known', media.guid)
  await bringPlaces(app, {
    ...given,
    kind: stretchKind,
    interviewIds: found.interview_id === null ? [] : [found.interview_id],
    place: async (tx, { where }) => {
      if (!('begin' in where) || !(where.begin >= 0) || !(where.end > where.begin)) return undefined
      const same = await sql<{ id: string }>`
        select id from stretches where recording_id = ${recordingId} and removed_at is null
          and start_ms = ${where.begin} and end_ms = ${where.end} limit 1`.execute(tx)
      if (same.rows[0]) return { id: StretchId.parse(same.rows[0].id), isNew: false }
      const made = await sql<{ id: string }>`
        insert into stretches (workspace_id, study_id, recording_id, start_ms, end_ms, created_by)
        values (${workspaceId}, ${studyId}, ${recordingId}, ${where.begin}, ${where.end}, ${userOf(actor)}::uuid) returning id`.execute(
        tx,
      )
      return { id: StretchId.parse(made.rows[0]?.id), isNew: true }
    },
  })
}

type Placing<Id extends string> = BringingMedia & {
  kind: PlaceKind<Id>
  interviewIds: readonly string[]
  /** Finds or makes the place; undefined where it is none. */
  place: (tx: PostgresTransaction, place: RefiPlace) => Promise<{ id: Id; isNew: boolean } | undefined>
}

async function bringPlaces<Id extends string>(app: App, given: Placing<Id>): Promise<void> {
  const { workspaceId, studyId, actor, kind, interviewIds, media, codes, report, counts } = given
  const by = userOf(actor)
  const rewind = report.rewinder()
  const made = await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    rewind()
    await refuseInRound(tx, { workspaceId, interviewIds })
    const steps: Step[] = []
    const result = { places: 0, codings: 0 }
    for (const one of media.places) {
      const known = one.codings.flatMap(({ code, guid }) => {
        const codeId = codes.ids.get(code)
        if (codeId === undefined) report.note('coding-without-code', guid)
        return codeId === undefined ? [] : [CodeId.parse(codeId)]
      })
      if (known.length === 0) {
        if (one.codings.length === 0) report.note('passage-empty', one.guid)
        continue
      }
      const placed = await given.place(tx, one)
      if (placed === undefined) {
        report.note('place-outside', one.guid)
        continue
      }
      const { id, isNew } = placed
      if (isNew) {
        steps.push(kind.step.put(id))
        result.places++
      }
      for (const codeId of known) {
        if ((await givePlaceCode(tx, { kind, workspaceId, id, codeId, by })) !== 'given') continue
        steps.push(kind.step.give({ id, codeId, by }))
        result.codings++
      }
    }
    return { steps, result }
  })
  counts.places += made.places
  counts.codings += made.codings
}
