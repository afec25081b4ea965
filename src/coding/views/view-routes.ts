import { z } from 'zod'
import { PageQuery, fileAnswer, route, tableFormats, tableMedia, tableTypes } from '../../platform/index.ts'
import { StudyId, WorkspaceId, audit, member, memberOrKey } from '../../workspace/index.ts'
import { viewChoices } from './choices.ts'
import { exportCounts } from './export-counts.ts'
import { readForces } from './forces.ts'
import { usualReach } from './ladders.ts'
import { exportView, figures } from './matrix-file.ts'
import { readMatrix } from './matrix.ts'
import { exportViewQuotes } from './quotes-file.ts'
import { readScope } from './scope.ts'
import { readLadders } from './study-ladders.ts'
import { forceLines, ladderLines } from './view-lines.ts'
import { readViewPlaces } from './view-places.ts'
import { readViewQuotes } from './view-quotes.ts'
import {
  CellAsked,
  CodeIds,
  Forces,
  Ladders,
  Matrix,
  RowsAsked,
  ViewAsked,
  ViewChoices,
  ViewQuotes,
} from './view.schema.ts'

const inStudy = z.object({ workspaceId: WorkspaceId, studyId: StudyId })
const columnsShown = 20
const Format = z.enum(tableFormats)
const Cutoff = z.coerce.number().int().min(1).max(100_000).optional()

const offsetOf = (cursor: string | undefined) =>
  Math.max(0, Math.min(1_000_000, Number.parseInt(cursor ?? '0', 10) || 0))

/** What a study's coded passages say: counts by rows, quotes behind them, ladders, forces. */
export const viewRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/views', {
    summary: 'What a study’s views can be cut by',
    access: member('coding.read'),
    params: inStudy,
    answer: ViewChoices,
    handle: ({ app, params }) => viewChoices(app, params),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/views/matrix', {
    summary:
      'Codes by participants, conversations, segments, a trait, languages, months, parts of a conversation or codes',
    access: memberOrKey('coding.read'),
    params: inStudy,
    query: ViewAsked.extend({ ...RowsAsked.shape, ...PageQuery.shape, codes: CodeIds }),
    answer: Matrix,
    handle: async ({ app, params, query }) =>
      readMatrix(app, {
        ...query,
        scope: await readScope(app, params, query),
        codeIds: query.codes,
        offset: offsetOf(query.cursor),
        columns: columnsShown,
      }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/views/matrix/file', {
    summary: 'The same as CSV or XLSX, every row and every code',
    sends: tableMedia,
    access: member('coding.export'),
    params: inStudy,
    query: ViewAsked.extend({
      ...RowsAsked.shape,
      codes: CodeIds,
      figure: z.enum(figures).default('passages'),
      format: Format,
    }),
    handle: async ({ app, params, query, actor }) => {
      const scope = await readScope(app, params, query)
      const bytes = await exportView(app, { ...query, scope, actor, codeIds: query.codes })
      return fileAnswer(bytes, { name: `codes.${query.format}`, type: tableTypes[query.format] })
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/views/quotes', {
    summary: 'The quotes behind a figure of a view that may be shown now',
    access: memberOrKey('coding.read'),
    params: inStudy,
    query: ViewAsked.extend({ ...RowsAsked.shape, ...CellAsked.shape, ...PageQuery.shape }),
    answer: ViewQuotes,
    handle: async ({ app, params, query, actor }) => {
      const scope = await readScope(app, params, query)
      const offset = offsetOf(query.cursor)
      const { people: _, ...found } = await readViewQuotes(app, {
        scope,
        cell: query,
        limit: query.limit,
        offset,
      })
      const behind =
        offset === 0
          ? await readViewPlaces(app, { scope, cell: query })
          : { regions: [], stretches: [], placesWithheld: 0 }
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'quotes.read',
        subject: { kind: 'study', id: params.studyId },
        purpose: 'quoting',
        detail: { quotes: found.items.length },
      })
      const end = offset + found.items.length
      return { ...found, ...behind, next: end < found.total && found.items.length > 0 ? String(end) : null }
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/views/quotes/file', {
    summary: 'The same as CSV or XLSX, every quote of a query or behind a figure',
    sends: tableMedia,
    access: member('coding.export'),
    params: inStudy,
    query: ViewAsked.extend({ ...RowsAsked.shape, ...CellAsked.shape, format: Format }),
    handle: async ({ app, params, query, actor }) => {
      const scope = await readScope(app, params, query)
      const bytes = await exportViewQuotes(app, { scope, cell: query, actor, format: query.format })
      return fileAnswer(bytes, { name: `quotes.${query.format}`, type: tableTypes[query.format] })
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/views/ladders', {
    summary: 'Ladders from what a thing is to why it matters: implication matrix, cut-offs and map of values',
    access: memberOrKey('coding.read'),
    params: inStudy,
    query: ViewAsked.extend({ cutoff: Cutoff }),
    answer: Ladders,
    handle: async ({ app, params, query }) =>
      readLadders(app, {
        scope: await readScope(app, params, query),
        reach: usualReach,
        cutoff: query.cutoff,
      }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/views/ladders/file', {
    summary: 'The implication matrix as CSV or XLSX, one line a link',
    sends: tableMedia,
    access: member('coding.export'),
    params: inStudy,
    query: ViewAsked.extend({ cutoff: Cutoff, format: Format }),
    handle: async ({ app, params, query, actor }) => {
      const { cutoff, format } = query
      const scope = await readScope(app, params, query)
      const rows = ladderLines(await readLadders(app, { scope, reach: usualReach, cutoff }))
      const bytes = await exportCounts(app, { scope, actor, format, name: 'Ladders', rows })
      return fileAnswer(bytes, { name: `ladders.${format}`, type: tableTypes[format] })
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/views/forces', {
    summary: 'What pushed people away, pulled them on, worried them and held them back',
    access: memberOrKey('coding.read'),
    params: inStudy,
    query: ViewAsked,
    answer: Forces,
    handle: async ({ app, params, query, actor }) => {
      const forces = await readForces(app, await readScope(app, params, query))
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'quotes.read',
        subject: { kind: 'study', id: params.studyId },
        purpose: 'quoting',
        detail: { quotes: forces.forces.reduce((sum, { quotes }) => sum + quotes.length, 0) },
      })
      return forces
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/views/forces/file', {
    summary: 'The four forces as CSV or XLSX: passages and people of each and of its codes',
    sends: tableMedia,
    access: member('coding.export'),
    params: inStudy,
    query: ViewAsked.extend({ format: Format }),
    handle: async ({ app, params, query, actor }) => {
      const { format } = query
      const scope = await readScope(app, params, query)
      const rows = forceLines(await readForces(app, scope))
      const bytes = await exportCounts(app, { scope, actor, format, name: 'Forces', rows })
      return fileAnswer(bytes, { name: `forces.${format}`, type: tableTypes[format] })
    },
  }),
]
