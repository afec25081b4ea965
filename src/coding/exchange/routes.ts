import { z } from 'zod'
import {
  NewUpload,
  Upload,
  createUpload,
  findUpload,
  largestChunk,
  openUpload,
  receivePiece,
} from '../../collect/index.ts'
import { AgreementGiven, StudyDraft } from '../../conversations/study.schema.ts'
import {
  PageQuery,
  fileAnswer,
  notFound,
  pageOf,
  route,
  tableFormats,
  tableMedia,
  tableTypes,
} from '../../platform/index.ts'
import {
  CodeId,
  SegmentId,
  StudyId,
  UploadId,
  WorkspaceId,
  audit,
  member,
  outsideSample,
} from '../../workspace/index.ts'
import { CodebookId } from '../coding.schema.ts'
import { lookThroughExchange } from './ask-exchange.ts'
import { readCoreq, writeCoreq } from './coreq.ts'
import { exportCodebook } from './export-codes.ts'
import { exportProject } from './export-project.ts'
import { ExportListed, listExports, writeExport } from './exports.ts'
import { importProject } from './import-project.ts'
import { ReportLine } from './import-report.ts'
import { ImportFound, findImport, listImports } from './imports.ts'
import { CoreqItem, CoreqWritten, StudyReport } from './report.schema.ts'
import { reportCsv } from './report-csv.ts'
import { studyReport, takeReport } from './study-report.ts'
import { exportMatrix, exportQuotes } from './tables.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })
const ofUpload = inWorkspace.extend({ uploadId: UploadId })
const ofImport = inWorkspace.extend({ codingImportId: z.uuid() })
const ofStudy = z.object({ studyId: StudyId.optional() })
const Table = ofStudy.extend({
  codeId: CodeId.optional(),
  segmentId: SegmentId.optional(),
  format: z.enum(tableFormats),
})

const exportRoutes = [
  route('GET /api/w/{workspaceId}/coding/project', {
    summary: 'A study, or with no study the whole workspace, as a REFI-QDA project (.qdpx)',
    sends: ['application/zip'],
    access: member('coding.export'),
    params: inWorkspace,
    query: ofStudy,
    handle: async ({ app, params, query, actor }) => {
      const chunks = await exportProject(app, { ...params, studyId: query.studyId ?? null, actor })
      return fileAnswer(chunks, { name: 'project.qdpx', type: 'application/zip' })
    },
  }),
  route('GET /api/w/{workspaceId}/coding/codebook', {
    summary:
      'The codebook as REFI-QDA (.qdc); with a study, what may be used in it; with a codebook, that one',
    sends: ['application/xml'],
    access: member('coding.export'),
    params: inWorkspace,
    query: ofStudy.extend({ codebookId: CodebookId.optional() }),
    handle: async ({ app, params, query, actor }) => {
      const studyId = query.studyId ?? null
      const xml = await exportCodebook(app.pg, { ...params, ...query, studyId })
      await writeExport(app, { ...params, studyId, kind: 'codebook', actor, people: [] })
      return fileAnswer(xml, { name: 'codebook.qdc', type: 'application/xml; charset=utf-8' })
    },
  }),
  route('GET /api/w/{workspaceId}/coding/quotes', {
    summary: 'Quotes that may be shown now, of a code, a study or a segment, as CSV or XLSX',
    sends: tableMedia,
    access: member('coding.export'),
    params: inWorkspace,
    query: Table,
    handle: async ({ app, params, query, actor }) => {
      const bytes = await exportQuotes(app, { ...params, ...query, actor })
      return fileAnswer(bytes, { name: `quotes.${query.format}`, type: tableTypes[query.format] })
    },
  }),
  route('GET /api/w/{workspaceId}/coding/matrix', {
    summary: 'Passages of each code by participant, as CSV or XLSX',
    sends: tableMedia,
    access: member('coding.export'),
    params: inWorkspace,
    query: Table,
    handle: async ({ app, params, query, actor }) => {
      const bytes = await exportMatrix(app, { ...params, ...query, actor })
      return fileAnswer(bytes, {
        name: `codes-by-participant.${query.format}`,
        type: tableTypes[query.format],
      })
    },
  }),
  route('GET /api/w/{workspaceId}/coding/exports', {
    summary: 'What was taken out, by whom and of how many people, newest first',
    access: member('coding.read'),
    params: inWorkspace,
    query: PageQuery.extend({ studyId: StudyId.optional() }),
    answer: pageOf(ExportListed),
    handle: ({ app, params, query }) => listExports(app.pg, { ...params, ...query }),
  }),
]

const Bringing = z.object({
  uploadId: UploadId,
  study: z.union([z.object({ studyId: StudyId.nullable() }), z.object({ plan: StudyDraft })]),
  codebook: z.union([z.enum(['workspace', 'study']), z.object({ codebookId: CodebookId })]),
  titles: z.enum(['numbered', 'kept']).default('numbered'),
  agreements: z.array(AgreementGiven).max(3).default([]),
})

const Looked = z.object({
  kind: z.enum(['codebook', 'project']),
  name: z.string(),
  origin: z.string(),
  codes: z.int(),
  sources: z.int(),
  passages: z.int(),
  cases: z.int(),
  report: z.array(ReportLine),
})

const importRoutes = [
  route('POST /api/w/{workspaceId}/coding/uploads', {
    summary: 'Begin to upload a codebook or project of another program',
    access: outsideSample(member('coding.export')),
    params: inWorkspace,
    body: NewUpload,
    answer: Upload,
    handle: ({ app, actor, params, body }) => createUpload(app, { ...params, ...body, by: actor.userId }),
  }),
  route('GET /api/w/{workspaceId}/coding/uploads/{uploadId}', {
    summary: 'How much of it is here',
    access: member('coding.export'),
    params: ofUpload,
    answer: Upload,
    handle: ({ app, params }) => findUpload(app.pg, params),
  }),
  route('PUT /api/w/{workspaceId}/coding/uploads/{uploadId}', {
    summary: 'The next piece of it, at most 4 MiB; the header upload-offset says where it begins',
    takes: ['application/octet-stream'],
    headers: { 'upload-offset': 'Byte of the file at which the piece begins' },
    access: member('coding.export'),
    params: ofUpload,
    bodyLimit: largestChunk,
    answer: Upload,
    handle: ({ app, params, request }) => receivePiece(app, { ...params, request }),
  }),
  route('POST /api/w/{workspaceId}/coding/uploads/{uploadId}/look', {
    summary: 'What is in an uploaded codebook or project; nothing is kept',
    access: member('coding.export'),
    params: ofUpload,
    answer: Looked,
    handle: async ({ app, params, request }) =>
      lookThroughExchange({
        ...params,
        file: await openUpload(app.pg, params),
        signal: request.signal,
      }),
  }),
  route('POST /api/w/{workspaceId}/coding/imports', {
    summary: 'Bring an uploaded codebook or project in',
    access: outsideSample(member('coding.export')),
    params: inWorkspace,
    body: Bringing,
    answer: z.object({
      codingImportId: z.uuid(),
      studyId: StudyId.nullable(),
      state: z.enum(['brought', 'known']),
    }),
    handle: async ({ app, params, body: { uploadId, ...body }, actor, request }) => {
      const uploaded = await openUpload(app.pg, { ...params, uploadId })
      const { importId, studyId, state } = await importProject(app, {
        ...params,
        ...body,
        actor,
        file: uploaded,
        signal: request.signal,
      })
      return { codingImportId: importId, studyId: studyId === null ? null : StudyId.parse(studyId), state }
    },
  }),
  route('GET /api/w/{workspaceId}/coding/imports', {
    summary: 'Codebooks and projects that were brought in, newest first',
    access: member('coding.read'),
    params: inWorkspace,
    query: PageQuery.extend({ studyId: StudyId.optional() }),
    answer: pageOf(ImportFound),
    handle: ({ app, params, query }) => listImports(app.pg, { ...params, ...query }),
  }),
  route('GET /api/w/{workspaceId}/coding/imports/{codingImportId}', {
    summary: 'What became of everything in a codebook or project that was brought in',
    access: member('coding.read'),
    params: ofImport,
    answer: ImportFound,
    handle: ({ app, params: { workspaceId, codingImportId } }) =>
      findImport(app.pg, { workspaceId, importId: codingImportId }),
  }),
  route('GET /api/w/{workspaceId}/coding/imports/{codingImportId}/report', {
    summary: 'The same as CSV',
    sends: ['text/csv'],
    access: member('coding.read'),
    params: ofImport,
    handle: async ({ app, params: { workspaceId, codingImportId } }) => {
      const found = await findImport(app.pg, { workspaceId, importId: codingImportId })
      return fileAnswer(reportCsv(found.report), { name: 'import-report.csv', type: tableTypes.csv })
    },
  }),
]

const reportRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/report', {
    summary: 'A study told with n and in people’s own words, with the COREQ checklist',
    access: member('coding.read'),
    params: inStudy,
    answer: StudyReport,
    handle: async ({ app, params, actor }) => {
      const report = await studyReport(app, params)
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'quotes.read',
        subject: { kind: 'study', id: params.studyId },
        purpose: 'quoting',
        detail: { quotes: report.codes.reduce((sum, { quotes }) => sum + quotes.length, 0) },
      })
      return report
    },
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/report/taken', {
    summary: 'The same as it leaves the program as a document or on paper, written down as taken out',
    access: member('coding.export'),
    params: inStudy,
    body: z.object({ kind: z.enum(['report', 'report print']) }),
    answer: StudyReport,
    handle: ({ app, params, body, actor }) => takeReport(app, { ...params, ...body, actor }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/coreq', {
    summary: 'The COREQ checklist of a study, filled from what was done',
    access: member('coding.read'),
    params: inStudy,
    answer: z.object({ items: z.array(CoreqItem) }),
    handle: async ({ app, params }) => {
      const study = await app.pg
        .selectFrom('studies')
        .select('id')
        .where('workspace_id', '=', params.workspaceId)
        .where('id', '=', params.studyId)
        .executeTakeFirst()
      if (!study) throw notFound('study')
      return { items: await readCoreq(app.pg, params) }
    },
  }),
  route('PUT /api/w/{workspaceId}/studies/{studyId}/coreq', {
    summary: 'Write over an item of the checklist',
    access: member('coding.write'),
    params: inStudy,
    body: CoreqWritten,
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body, actor }) => writeCoreq(app, { ...params, ...body, actor }),
  }),
]

/** Everything that takes coding out, or brings it in from other programs. */
export const exchangeRoutes = [...exportRoutes, ...importRoutes, ...reportRoutes]
