import { sql } from 'kysely'
import { listDocuments, pageSizes, readDocument } from '../../conversations/index.ts'
import { Problem, type App } from '../../platform/index.ts'
import { listRegions } from '../regions/regions.ts'
import { listStretches } from '../stretches/stretches.ts'
import { guidOf } from './guid.ts'
import { writtenPlace } from './media-places.ts'
import type { RefiMedia, RefiPlace } from './refi.ts'

/** Bytes of photos and PDFs that go into one archive: beyond, their places go without them. */
const mostFiles = 1 << 30

type InStudy = { workspaceId: string; studyId: string }

/** A photo, PDF or recording on its way out, with whose it is, and the file where it goes along. */
export type MediaTaken = {
  media: RefiMedia
  people: number[]
  /** Who gave each code, by the GUID of the coding. */
  coders: Map<string, string>
  file: { path: string; bytes: Uint8Array } | undefined
}

/**
 * The photos and PDFs of a study that may be seen now with their files, and its recordings that may be heard, without theirs: how long a
 * recording is kept is a promise that a copy would break. One at a time in memory; what goes while the others are taken stays behind.
 */
export async function* takeMedia(
  app: App,
  { spent, ...at }: InStudy & { spent: { bytes: number } },
): AsyncGenerator<MediaTaken> {
  for (const { documentId } of (await listDocuments(app.pg, at)).documents.toReversed())
    yield* stillHere(takeDocument(app, { ...at, documentId, spent }))
  for (const recording of await recordingsOf(app, at))
    yield* stillHere(takeRecording(app, { ...at, recording }))
}

/** What is taken, or nothing where it was deleted or taken back since it was listed: the archive goes on. */
async function* stillHere(taking: Promise<MediaTaken>): AsyncGenerator<MediaTaken> {
  const taken = await taking.catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return undefined
    throw error
  })
  if (taken !== undefined) yield taken
}

async function takeDocument(
  app: App,
  given: InStudy & { documentId: string; spent: { bytes: number } },
): Promise<MediaTaken> {
  const { workspaceId, documentId, spent } = given
  const { document, bytes } = await readDocument(app.pg, { workspaceId, documentId })
  const { kind, name } = document
  const pages = (await pageSizes({ workspaceId, kind, bytes })) ?? []
  const { regions } = await listRegions(app.pg, { workspaceId, documentId })
  const places = regions.flatMap(({ regionId: guid, codeIds, ...place }): RefiPlace[] => {
    const where = writtenPlace(place, { kind, pages })
    return where === undefined ? [] : [{ guid, where, codings: codingsOf(guid, codeIds), noteGuids: [] }]
  })
  const { rows } = await sql<{ person_id: string | null; person_no: number | null }>`
    select people.id as person_id, people.no as person_no from documents d left join participants p on p.id = d.participant_id
    left join people on people.no = p.person_no where d.id = ${documentId}`.execute(app.pg)
  const { person_id, person_no } = rows[0] ?? { person_id: null, person_no: null }
  const path = `${documentId}.${endings[document.media] ?? 'bin'}`
  const goesAlong = spent.bytes + bytes.length <= mostFiles
  if (goesAlong) spent.bytes += bytes.length
  return {
    media: {
      guid: documentId,
      name,
      kind,
      path: goesAlong ? `internal://${path}` : undefined,
      places,
      own: {
        case: person_id,
        happenedOn: document.happenedOn,
        places: regions.map((one) => [one.regionId, one.page, one.left, one.top, one.width, one.height]),
      },
    },
    people: person_no === null ? [] : [person_no],
    coders: await codersOf(app, { workspaceId, kind: 'region', ids: regions.map((one) => one.regionId) }),
    file: goesAlong ? { path, bytes } : undefined,
  }
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

const codingsOf = (guid: string, codeIds: readonly string[]) =>
  codeIds.map((code) => ({ guid: guidOf('coding', guid, code), code }))

type Recording = { id: string; name: string; media: string | null; people: number[] }

async function recordingsOf(app: App, { workspaceId, studyId }: InStudy): Promise<Recording[]> {
  const { rows } = await sql<Recording>`
    with mine as materialized (select array(select id from recordings where workspace_id = ${workspaceId} and study_id = ${studyId}) as ids)
    select r.id, r.name, r.media, array(select distinct h.person_no from heard_in(${workspaceId}::uuid, array[r.id]) h
      where h.person_no is not null) as people
    from mine, audible_recordings(${workspaceId}::uuid, 1, mine.ids) a join recordings r on r.id = a.recording_id
    order by r.id`.execute(app.pg)
  return rows
}

async function takeRecording(
  app: App,
  { workspaceId, recording }: InStudy & { recording: Recording },
): Promise<MediaTaken> {
  const { id: recordingId, name, media } = recording
  const { stretches } = await listStretches(app.pg, { workspaceId, recordingId })
  return {
    media: {
      guid: recordingId,
      name,
      kind: media?.startsWith('video/') === true ? 'video' : 'sound',
      path: undefined,
      places: stretches.map(({ stretchId: guid, startMs, endMs, codeIds }) => ({
        guid,
        where: { begin: startMs, end: endMs },
        codings: codingsOf(guid, codeIds),
        noteGuids: [],
      })),
      own: undefined,
    },
    people: recording.people,
    coders: await codersOf(app, { workspaceId, kind: 'stretch', ids: stretches.map((one) => one.stretchId) }),
    file: undefined,
  }
}

async function codersOf(
  app: App,
  given: { workspaceId: string; kind: 'region' | 'stretch'; ids: readonly string[] },
): Promise<Map<string, string>> {
  const { workspaceId, kind, ids } = given
  const { rows } = await sql<{ id: string; code_id: string; created_by: string }>`
    select ${sql.ref(`${kind}_id`)} as id, code_id, created_by from ${sql.table(`${kind}_codes`)}
    where workspace_id = ${workspaceId} and ${sql.ref(`${kind}_id`)} = any(${[...ids]}::uuid[]) and created_by is not null`.execute(
    app.pg,
  )
  return new Map(rows.map((row) => [guidOf('coding', row.id, row.code_id), row.created_by]))
}
