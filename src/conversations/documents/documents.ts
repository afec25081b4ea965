import { sql } from 'kysely'
import { openUpload } from '../../collect/index.ts'
import { Problem, notFound, type App, type Postgres, type PostgresTransaction } from '../../platform/index.ts'
import { DocumentId, StudyId, audit, type Doer } from '../../workspace/index.ts'
import { fingerprintMeanwhile } from '../bring-interview.ts'
import { lockStudy } from '../studies.ts'
import { teamWordsToKeep } from '../team-words.ts'
import type { NewDocument, StudyDocument } from './document.schema.ts'
import { largestPdf } from './document.schema.ts'
import { readDocumentFile, type DocumentFile } from './document-file.ts'

type InStudy = { workspaceId: string; studyId: string }
/** Bytes of a document that lie in one row. */
const partBytes = 1024 ** 2

/**
 * Keeps an uploaded photo or PDF in a study and forgets the upload. The same file in the same study is `known`. Throws 404, `photo-nobody` (422) for a photo without
 * a participant, `photo-not-agreed` (409) where they have not agreed to be recorded, and what `readDocumentFile` throws.
 */
export async function keepDocument(
  app: App,
  given: InStudy & { actor: Doer; document: NewDocument },
): Promise<{ documentId: DocumentId; state: 'kept' | 'known'; placeRemoved: boolean }> {
  const { workspaceId, document } = given
  const { uploadId } = document
  const upload = await openUpload(app.pg, { workspaceId, uploadId })
  if (upload.size > largestPdf)
    throw new Problem({
      id: 'document-too-large',
      status: 413,
      detail: 'A PDF may have at most 96 MB, a photo 32 MB.',
    })
  const { documentId, state, placeRemoved } = await keepFile(app, {
    ...given,
    ...document,
    name: upload.name,
    bytes: await upload.read(0, upload.size),
    // The upload goes when its document is there, not before and not after.
    also: async (tx) => {
      await tx
        .deleteFrom('uploads')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', uploadId)
        .execute()
    },
  })
  return { documentId, state, placeRemoved }
}

type Keeping = InStudy & {
  actor: Doer
  name: string
  bytes: Uint8Array
  /** Whose it is; told by a function, somebody who joins with it and not without it. */
  participantId: string | null | ((tx: PostgresTransaction) => Promise<string>)
  happenedOn: string | null
  /** What else is done once it is kept or known. */
  also?: (tx: PostgresTransaction) => Promise<void>
}

/** Keeps the bytes of a photo or PDF in a study, and says whose it is. Throws as `keepDocument`. */
export async function keepFile(
  app: App,
  given: Keeping,
): Promise<{
  documentId: DocumentId
  state: 'kept' | 'known'
  placeRemoved: boolean
  participantId: string | null
}> {
  const { workspaceId, studyId, actor } = given
  const file = await readDocumentFile(given)
  if (file.kind === 'photo' && given.participantId === null)
    throw new Problem({
      id: 'photo-nobody',
      status: 422,
      detail: 'Say whose visit the photo is from: only their agreement makes it yours to keep.',
    })
  const fingerprint = await fingerprintMeanwhile(app, { workspaceId, content: [given.bytes] })
  return app.pg.transaction().execute(async (tx) => {
    await lockStudy(tx, { workspaceId, studyId })
    const participantId =
      typeof given.participantId === 'function' ? await given.participantId(tx) : given.participantId
    if (participantId !== null) await requireParticipant(tx, { workspaceId, studyId, participantId })
    const about = { kind: 'study', id: studyId } as const
    const texts = [given.name]
    const [name = given.name] = await teamWordsToKeep(tx, {
      ...{ app, workspaceId, about, texts },
      are: 'file names',
    })
    const kept = await insertDocument(tx, { ...given, name, participantId, file, fingerprint })
    await given.also?.(tx)
    if (kept === undefined)
      return {
        documentId: DocumentId.parse(await knownDocument(tx, { studyId, fingerprint })),
        state: 'known',
        placeRemoved: false,
        participantId,
      }
    const seen = await documentsSeen(tx, { workspaceId, documentIds: [kept] })
    // Thrown here, nothing of it is kept.
    if (!seen.has(kept))
      throw new Problem({
        id: 'photo-not-agreed',
        status: 409,
        detail:
          'They have not agreed to be recorded, or that what they say is analysed. Ask first and write it down, then bring this in.',
      })
    const subject = { kind: 'document', id: kept }
    await audit(tx, { workspaceId, actor, action: 'document.kept', subject, detail: { kind: file.kind } })
    return { documentId: kept, state: 'kept', placeRemoved: file.placeRemoved, participantId }
  })
}

async function requireParticipant(
  tx: PostgresTransaction,
  { workspaceId, studyId, participantId }: InStudy & { participantId: string },
): Promise<void> {
  const found = await tx
    .selectFrom('participants')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .where('id', '=', participantId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!found) throw notFound('participant')
}

async function insertDocument(
  tx: PostgresTransaction,
  given: Keeping & { participantId: string | null; file: DocumentFile; fingerprint: string },
): Promise<DocumentId | undefined> {
  const { workspaceId, studyId, actor, file, fingerprint, name } = given
  const row = await tx
    .insertInto('documents')
    .values({
      workspace_id: workspaceId,
      study_id: studyId,
      participant_id: given.participantId,
      kind: file.kind,
      name,
      media: file.media,
      size: file.bytes.length,
      pages: file.pages,
      place_removed: file.placeRemoved,
      fingerprint,
      happened_on: sql<Date | null>`${given.happenedOn}::date`,
      created_by: 'userId' in actor ? actor.userId : null,
    })
    .onConflict((conflict) => conflict.columns(['study_id', 'fingerprint']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  for (let position = 0; position < file.bytes.length; position += partBytes)
    await tx
      .insertInto('document_parts')
      .values({
        document_id: row.id,
        position,
        bytes: Buffer.from(file.bytes.subarray(position, position + partBytes)),
      })
      .execute()
  return DocumentId.parse(row.id)
}

/** The document of a study that has these very bytes, if there is one. */
export async function documentOfFile(
  app: App,
  { workspaceId, studyId, bytes }: InStudy & { bytes: Uint8Array },
): Promise<string | undefined> {
  const fingerprint = await fingerprintMeanwhile(app, { workspaceId, content: [bytes] })
  return knownDocument(app.pg, { studyId, fingerprint })
}

async function knownDocument(
  pg: Postgres,
  { studyId, fingerprint }: { studyId: string; fingerprint: string },
): Promise<string | undefined> {
  const row = await pg
    .selectFrom('documents')
    .select('id')
    .where('study_id', '=', studyId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row?.id
}

async function documentsSeen(
  pg: Postgres,
  { workspaceId, documentIds }: { workspaceId: string; documentIds: readonly string[] },
): Promise<Set<string>> {
  const { rows } = await sql<{ document_id: string }>`
    select document_id from permitted_documents(${workspaceId}::uuid, 1, ${[...documentIds]}::uuid[])`.execute(
    pg,
  )
  return new Set(rows.map((row) => row.document_id))
}

/** The documents of a study that may be seen now, newest first, and how many are withheld. */
export async function listDocuments(
  pg: Postgres,
  { workspaceId, studyId }: InStudy,
): Promise<{ documents: StudyDocument[]; withheld: number }> {
  const rows = await readDocuments(pg, { workspaceId, where: sql`d.study_id = ${studyId}` })
  const documents = rows.filter(({ seen }) => seen).map(asDocument)
  return { documents, withheld: rows.length - documents.length }
}

/** One document. Throws 404, also where it may not be seen now. */
export async function findDocument(
  pg: Postgres,
  { workspaceId, documentId }: { workspaceId: string; documentId: string },
): Promise<StudyDocument> {
  const [row] = await readDocuments(pg, { workspaceId, where: sql`d.id = ${documentId}` })
  if (!row?.seen) throw notFound('document')
  return asDocument(row)
}

type Row = {
  id: string
  study_id: string
  kind: 'pdf' | 'photo'
  name: string
  media: string
  size: number
  pages: number
  pseudonym: string | null
  place_removed: boolean
  happened_on: string | null
  seen: boolean
}

async function readDocuments(
  pg: Postgres,
  { workspaceId, where }: { workspaceId: string; where: ReturnType<typeof sql> },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with found as materialized (select d.* from documents d where d.workspace_id = ${workspaceId} and ${where}),
    permitted as materialized (
      select m.document_id from permitted_documents(${workspaceId}::uuid, 1, array(select id from found)) m
    )
    select d.id, d.study_id, d.kind, d.name, d.media, d.size, d.pages, people.pseudonym, d.place_removed,
      d.happened_on::text, d.id in (select document_id from permitted) as seen
    from found d left join participants p on p.id = d.participant_id left join people on people.no = p.person_no
    order by d.id desc`.execute(pg)
  return rows
}

function asDocument(row: Row): StudyDocument {
  return {
    documentId: DocumentId.parse(row.id),
    studyId: StudyId.parse(row.study_id),
    kind: row.kind,
    name: row.name,
    media: row.media,
    size: row.size,
    pages: row.pages,
    who: row.pseudonym,
    placeRemoved: row.place_removed,
    happenedOn: row.happened_on,
  }
}

/** The bytes of a document that may be seen now. Throws 404. */
export async function readDocument(
  pg: Postgres,
  at: { workspaceId: string; documentId: string },
): Promise<{ document: StudyDocument; bytes: Buffer }> {
  const document = await findDocument(pg, at)
  return { document, bytes: await bytesOfDocument(pg, at.documentId) }
}

/** What is kept of a document, for whoever has found that it may be seen. */
export async function bytesOfDocument(pg: Postgres, documentId: string): Promise<Buffer> {
  const parts = await pg
    .selectFrom('document_parts')
    .select('bytes')
    .where('document_id', '=', documentId)
    .orderBy('position')
    .execute()
  return Buffer.concat(parts.map(({ bytes }) => bytes))
}

/** Takes a document out for good, with everything marked on it. Throws 404. */
export async function removeDocument(
  app: App,
  { workspaceId, documentId, actor }: { workspaceId: string; documentId: string; actor: Doer },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    const gone = await tx
      .deleteFrom('documents')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', documentId)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw notFound('document')
    const subject = { kind: 'document', id: documentId }
    await audit(tx, { workspaceId, actor, action: 'document.removed', subject })
  })
}
