import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createUpload } from '../src/collect/index.ts'
import { NewDocument } from '../src/conversations/documents/document.schema.ts'
import { keepDocument } from '../src/conversations/documents/documents.ts'
import { addParticipant } from '../src/conversations/participants.ts'
import type { AgreementGiven } from '../src/conversations/index.ts'
import type { App } from '../src/platform/index.ts'
import type { TestMember } from './members.ts'

/** A photo of this project, or a PDF of two pages. */
export function sampleFile(name: 'shelf.jpg' | 'shelf.png' | 'en-two-columns.pdf'): Buffer {
  const folder = name.endsWith('.pdf') ? 'transcripts' : 'photos'
  return readFileSync(join(import.meta.dirname, 'data', folder, name))
}

/** Uploads a file and keeps it in a study. */
export async function bringDocument(
  app: App,
  { workspaceId, actor }: Pick<TestMember, 'workspaceId' | 'actor'>,
  given: { studyId: string; name: string; bytes: Buffer; participantId?: string | null },
) {
  const { studyId, name, bytes, participantId = null } = given
  const { id: uploadId } = await createUpload(app, { workspaceId, name, size: bytes.length, by: undefined })
  await app.pg.insertInto('upload_chunks').values({ upload_id: uploadId, position: 0, bytes }).execute()
  await app.pg.updateTable('uploads').set({ received: bytes.length }).where('id', '=', uploadId).execute()
  const document = NewDocument.parse({ uploadId, participantId, happenedOn: '2026-01-05' })
  return keepDocument(app, { workspaceId, studyId, actor, document })
}

/** Somebody new in a study who has agreed to these and nothing else. */
export function joinStudy(
  app: App,
  { workspaceId, actor }: TestMember,
  { studyId, agreed }: { studyId: string; agreed: readonly AgreementGiven['agreement'][] },
) {
  const agreements = agreed.map((agreement) => ({ agreement, given: true, channel: 'by hand' }))
  return addParticipant(app, { workspaceId, studyId, personId: undefined, agreements, actor })
}
