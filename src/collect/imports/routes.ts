import { z } from 'zod'
import { PageQuery, fileAnswer, pageOf, route, tableTypes } from '../../platform/index.ts'
import {
  ImportId,
  UploadId,
  WorkspaceId,
  audit,
  key,
  memberOrKey,
  outsideSample,
  type Actor,
} from '../../workspace/index.ts'
import {
  cancelImport,
  chooseSheet,
  forgetImport,
  putMapping,
  replayRejects,
  resumeImport,
  startImport,
} from './change-import.ts'
import { createImport } from './create-import.ts'
import { Grounds, ImportDetail, ImportMapping, ImportSummary, SourceChoice } from './import.ts'
import { findImport, listImports } from './imports.ts'
import { PreviewRow, previewImport } from './preview.ts'
import { RejectedLine, listRejects, reasonsAsFile, rejectsAsFile } from './rejects.ts'
import { NewUpload, Upload, createUpload, findUpload, largestChunk, receivePiece } from './uploads.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofUpload = inWorkspace.extend({ uploadId: UploadId })
const ofImport = inWorkspace.extend({ importId: ImportId })

const idOf = (actor: Actor) => (actor.kind === 'member' ? actor.userId : actor.keyId)

const uploadRoutes = [
  route('GET /api/key/workspace', {
    summary: 'The workspace a secret key belongs to',
    access: key('collect.write'),
    answer: z.object({ workspaceId: WorkspaceId }),
    handle: async ({ actor }) => ({ workspaceId: actor.workspaceId }),
  }),
  route('POST /api/w/{workspaceId}/uploads', {
    summary: 'Begin to upload a file',
    access: outsideSample(memberOrKey('collect.write')),
    params: inWorkspace,
    body: NewUpload,
    answer: Upload,
    handle: ({ app, actor, params, body }) => createUpload(app, { ...params, ...body, by: idOf(actor) }),
  }),
  route('GET /api/w/{workspaceId}/uploads/{uploadId}', {
    summary: 'How much of a file is here',
    access: memberOrKey('collect.write'),
    params: ofUpload,
    answer: Upload,
    handle: ({ app, params }) => findUpload(app.pg, params),
  }),
  route('PUT /api/w/{workspaceId}/uploads/{uploadId}', {
    summary: 'The next piece of a file, at most 4 MiB; the header upload-offset says where it begins',
    takes: ['application/octet-stream'],
    headers: { 'upload-offset': 'Byte of the file at which the piece begins' },
    access: memberOrKey('collect.write'),
    params: ofUpload,
    bodyLimit: largestChunk,
    answer: Upload,
    handle: ({ app, params, request }) => receivePiece(app, { ...params, request }),
  }),
]

const importRoutes = [
  route('GET /api/w/{workspaceId}/imports', {
    summary: 'Files brought in, newest first',
    access: memberOrKey('collect.read'),
    params: inWorkspace,
    query: PageQuery,
    answer: pageOf(ImportSummary),
    handle: ({ app, params, query }) => listImports(app, { ...params, page: query }),
  }),
  route('POST /api/w/{workspaceId}/imports', {
    summary: 'Look at an uploaded file and propose what its columns mean',
    access: outsideSample(memberOrKey('collect.write')),
    params: inWorkspace,
    body: z.object({ uploadId: UploadId }),
    answer: ImportDetail,
    handle: async ({ app, actor, params, body }) => {
      const importId = await createImport(app, { ...params, ...body, by: idOf(actor) })
      return findImport(app, { ...params, importId })
    },
  }),
  route('GET /api/w/{workspaceId}/imports/{importId}', {
    summary: 'One import: how far it is, its mapping, what came of it',
    access: memberOrKey('collect.write'),
    params: ofImport,
    answer: ImportDetail,
    handle: ({ app, params }) => findImport(app, params),
  }),
  route('DELETE /api/w/{workspaceId}/imports/{importId}', {
    summary: 'Forget an import that has not begun, and its file',
    access: memberOrKey('collect.write'),
    params: ofImport,
    handle: async ({ app, actor, params }) => {
      await forgetImport(app, params)
      await audit(app, { ...about(params), actor, action: 'import.forgotten' })
      return undefined
    },
  }),
  route('PUT /api/w/{workspaceId}/imports/{importId}/sheet', {
    summary: 'Read another sheet of the workbook; what its columns mean is guessed anew',
    access: memberOrKey('collect.write'),
    params: ofImport,
    body: z.object({ sheet: z.string().min(1).max(200) }),
    answer: ImportDetail,
    handle: ({ app, params, body }) => chooseSheet(app, { ...params, ...body }),
  }),
  route('PUT /api/w/{workspaceId}/imports/{importId}/mapping', {
    summary: 'Say what the columns become, and the Art. 9 grounds of those that need one',
    access: memberOrKey('collect.write'),
    params: ofImport,
    body: z.object({ mapping: ImportMapping, grounds: Grounds.default({}) }),
    answer: ImportDetail,
    handle: ({ app, params, body }) => putMapping(app, { ...params, ...body }),
  }),
  route('GET /api/w/{workspaceId}/imports/{importId}/preview', {
    summary: 'The first rows as the mapping would take them',
    access: memberOrKey('collect.write'),
    params: ofImport,
    answer: z.object({
      rows: z.array(PreviewRow),
      sampled: z.number(),
      rejected: z.number(),
      unread: z.number(),
    }),
    handle: async ({ app, actor, params }) => {
      const preview = await previewImport(app, params)
      await audit(app, { ...about(params), actor, action: 'import.previewed' })
      return preview
    },
  }),
  route('POST /api/w/{workspaceId}/imports/{importId}/start', {
    summary: 'Say where the data come from and what they may be used for, and bring them in',
    access: outsideSample(memberOrKey('collect.write')),
    params: ofImport,
    body: z.object({ source: SourceChoice }),
    answer: ImportDetail,
    handle: async ({ app, actor, params, body }) => {
      const started = await startImport(app, { ...params, ...body, by: idOf(actor) })
      await audit(app, { ...about(params), actor, action: 'import.started', detail: { kind: started.kind } })
      return started
    },
  }),
  route('POST /api/w/{workspaceId}/imports/{importId}/cancel', {
    summary: 'Stop an import; what is in stays',
    access: memberOrKey('collect.write'),
    params: ofImport,
    answer: ImportDetail,
    handle: async ({ app, actor, params }) => {
      const stopped = await cancelImport(app, params)
      await audit(app, { ...about(params), actor, action: 'import.cancelled' })
      return stopped
    },
  }),
  route('POST /api/w/{workspaceId}/imports/{importId}/resume', {
    summary: 'Go on where an import stopped',
    access: memberOrKey('collect.write'),
    params: ofImport,
    answer: ImportDetail,
    handle: async ({ app, actor, params }) => {
      const resumed = await resumeImport(app, params)
      await audit(app, { ...about(params), actor, action: 'import.resumed' })
      return resumed
    },
  }),
]

const rejectRoutes = [
  route('GET /api/w/{workspaceId}/imports/{importId}/rejects', {
    summary: 'Lines that could not be taken, with the reason',
    access: memberOrKey('collect.write'),
    params: ofImport,
    query: PageQuery,
    answer: pageOf(RejectedLine),
    handle: async ({ app, actor, params, query }) => {
      const page = await listRejects(app, { ...params, page: query })
      await audit(app, { ...about(params), actor, action: 'import-rejects.read' })
      return page
    },
  }),
  route('GET /api/w/{workspaceId}/imports/{importId}/rejects/file', {
    summary: 'The rejected lines as they were, to be mended',
    sends: ['text/csv', 'application/jsonl'],
    access: memberOrKey('collect.write'),
    params: ofImport,
    handle: async ({ app, actor, params }) => {
      const { extension, lines } = await rejectsAsFile(app, params)
      await audit(app, { ...about(params), actor, action: 'import-rejects.downloaded' })
      return fileAnswer(lines, {
        name: `rejected-lines.${extension}`,
        type: extension === 'csv' ? tableTypes.csv : 'application/jsonl',
      })
    },
  }),
  route('GET /api/w/{workspaceId}/imports/{importId}/rejects/reasons', {
    summary: 'What is wrong with each rejected line, as a table',
    sends: ['text/csv'],
    access: memberOrKey('collect.write'),
    params: ofImport,
    handle: async ({ app, actor, params }) => {
      const lines = await reasonsAsFile(app, params)
      await audit(app, { ...about(params), actor, action: 'import-rejects.downloaded' })
      return fileAnswer(lines, { name: 'rejected-lines-reasons.csv', type: tableTypes.csv })
    },
  }),
  route('POST /api/w/{workspaceId}/imports/{importId}/replay', {
    summary: 'Take a mended file in place of the rejected lines',
    access: memberOrKey('collect.write'),
    params: ofImport,
    body: z.object({ uploadId: UploadId }),
    answer: ImportDetail,
    handle: async ({ app, actor, params, body }) => {
      const importId = await replayRejects(app, { ...params, ...body, by: idOf(actor) })
      await audit(app, { ...about(params), actor, action: 'import-rejects.replayed' })
      return findImport(app, { ...params, importId })
    },
  }),
]

export const importsRoutes = [...uploadRoutes, ...importRoutes, ...rejectRoutes]

function about(params: { workspaceId: string; importId: string }) {
  return { workspaceId: params.workspaceId, subject: { kind: 'import', id: params.importId } }
}
