import { z } from 'zod'
import {
  NewUpload,
  Upload,
  createUpload,
  findUpload,
  largestChunk,
  receivePiece,
} from '../../collect/index.ts'
import { notFound, route } from '../../platform/index.ts'
import {
  DocumentId,
  StudyId,
  UploadId,
  WorkspaceId,
  audit,
  member,
  outsideSample,
} from '../../workspace/index.ts'
import { findStudy } from '../studies.ts'
import { NewDocument, StudyDocument } from './document.schema.ts'
import { findDocument, keepDocument, listDocuments, readDocument, removeDocument } from './documents.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })
const ofUpload = inWorkspace.extend({ uploadId: UploadId })
const ofDocument = inWorkspace.extend({ documentId: DocumentId })

/** Every route of photos and documents. */
export const documentRoutes = [
  route('POST /api/w/{workspaceId}/documents/uploads', {
    summary: 'Begin to upload a photo or a PDF',
    access: outsideSample(member('studies.write')),
    params: inWorkspace,
    body: NewUpload,
    answer: Upload,
    handle: ({ app, actor, params, body }) => createUpload(app, { ...params, ...body, by: actor.userId }),
  }),
  route('GET /api/w/{workspaceId}/documents/uploads/{uploadId}', {
    summary: 'How much of it is here',
    access: member('studies.write'),
    params: ofUpload,
    answer: Upload,
    handle: ({ app, params }) => findUpload(app.pg, params),
  }),
  route('PUT /api/w/{workspaceId}/documents/uploads/{uploadId}', {
    summary: 'The next piece of it, at most 4 MiB; the header upload-offset says where it begins',
    takes: ['application/octet-stream'],
    headers: { 'upload-offset': 'Byte of the file at which the piece begins' },
    access: member('studies.write'),
    params: ofUpload,
    bodyLimit: largestChunk,
    answer: Upload,
    handle: ({ app, params, request }) => receivePiece(app, { ...params, request }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/documents', {
    summary: 'Photos and PDFs of a study that may be seen now, and how many may not',
    access: member('transcripts.read'),
    params: inStudy,
    answer: z.object({ documents: z.array(StudyDocument), withheld: z.int() }),
    handle: async ({ app, params }) => {
      if (!(await findStudy(app.pg, params))) throw notFound('study')
      return listDocuments(app.pg, params)
    },
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/documents', {
    summary: 'Keep an uploaded photo or PDF; what a camera noted beside the picture is taken out',
    access: outsideSample(member('studies.write')),
    params: inStudy,
    body: NewDocument,
    answer: z.object({
      documentId: DocumentId,
      state: z.enum(['kept', 'known']),
      placeRemoved: z.boolean(),
    }),
    handle: ({ app, params, body, actor }) => keepDocument(app, { ...params, document: body, actor }),
  }),
  route('GET /api/w/{workspaceId}/documents/{documentId}', {
    summary: 'One photo or PDF',
    access: member('transcripts.read'),
    params: ofDocument,
    answer: StudyDocument,
    handle: ({ app, params }) => findDocument(app.pg, params),
  }),
  route('GET /api/w/{workspaceId}/documents/{documentId}/file', {
    summary: 'The photo or PDF itself',
    sends: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
    access: member('transcripts.read'),
    params: ofDocument,
    handle: async ({ app, params, actor }) => {
      const { document, bytes } = await readDocument(app.pg, params)
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'document.read',
        subject: { kind: 'document', id: params.documentId },
        purpose: 'conversation_analysis',
      })
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': document.media,
          'content-disposition': 'inline',
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
          // A withdrawal holds at the next look.
          'cache-control': 'private, no-store',
        },
      })
    },
  }),
  route('DELETE /api/w/{workspaceId}/documents/{documentId}', {
    summary: 'Take a photo or PDF out for good, with all that is marked on it',
    access: member('studies.write'),
    params: ofDocument,
    handle: async ({ app, params, actor }) => {
      await removeDocument(app, { ...params, actor })
      return undefined
    },
  }),
]
