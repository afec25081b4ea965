import { sql } from 'kysely'
import type { Postgres } from '../../platform/index.ts'
import { DocumentId } from '../../workspace/index.ts'
import { bytesOfDocument } from './documents.ts'

type Own = { workspaceId: string; participantId: string }

/** A photo or document as the participant whose it is sees it. */
export type OwnDocument = {
  documentId: DocumentId
  kind: 'pdf' | 'photo'
  happenedOn: Date
  media: string
}

/** The photos and documents that are a participant's, the oldest first, whatever they permit to others now. */
export async function documentsOfParticipant(
  pg: Postgres,
  { workspaceId, participantId }: Own,
): Promise<OwnDocument[]> {
  const { rows } = await sql<{ id: string; kind: 'pdf' | 'photo'; day: Date; media: string }>`
    select id, kind, coalesce(happened_on::timestamptz, created_at) as day, media from documents
    where workspace_id = ${workspaceId} and participant_id = ${participantId} order by 3, id`.execute(pg)
  return rows.map(({ id, kind, day, media }) => ({
    documentId: DocumentId.parse(id),
    kind,
    happenedOn: day,
    media,
  }))
}

/** The file of one of them; undefined where it is not theirs. */
export async function ownDocumentFile(
  pg: Postgres,
  { documentId, ...own }: Own & { documentId: DocumentId },
): Promise<{ document: OwnDocument; bytes: Buffer } | undefined> {
  const document = (await documentsOfParticipant(pg, own)).find((one) => one.documentId === documentId)
  return document && { document, bytes: await bytesOfDocument(pg, documentId) }
}
