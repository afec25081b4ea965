import { z } from 'zod'
import { PageQuery, fileAnswer, route, tableFormats, tableMedia, tableTypes } from '../../platform/index.ts'
import {
  CodeId,
  HighlightId,
  ParticipantId,
  StudyId,
  WorkspaceId,
  audit,
  member,
} from '../../workspace/index.ts'
import { Framework, SummaryHistory, SummaryWritten } from './framework.schema.ts'
import { readFramework } from './framework.ts'
import { JournalEntry, JournalEntryId, JournalWords } from './journal.schema.ts'
import { beginEntry, changeEntry, listJournal, removeEntry } from './journal.ts'
import { HighlightIds, QuoteSet, QuoteSetId, QuoteSetListed, QuoteSetWords } from './quote-set.schema.ts'
import { changeQuoteSet, createQuoteSet, listQuoteSets, putAwayQuoteSet, readQuoteSet } from './quote-sets.ts'
import { readScope } from './scope.ts'
import { addQuotes, exportQuoteSet, noteQuote, orderQuotes, takeQuote } from './set-quotes.ts'
import { CodeIds, ViewAsked } from './view.schema.ts'
import { exportFramework } from './framework-file.ts'
import { summaryHistory, writeSummary } from './write-summary.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })
const ofCell = inStudy.extend({ participantId: ParticipantId, codeId: CodeId })
const ofSet = inWorkspace.extend({ quoteSetId: QuoteSetId })
const ofEntry = inWorkspace.extend({ journalEntryId: JournalEntryId })
const Version = z.int().min(0).max(1_000_000_000)

const frameworkRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/framework', {
    summary: 'Participants by themes, with what was written of each and what has become of its quotes',
    access: member('coding.read'),
    params: inStudy,
    query: ViewAsked.extend({ ...PageQuery.shape, codes: CodeIds }),
    answer: Framework,
    handle: async ({ app, params, query, actor }) => {
      const offset = Math.max(0, Math.min(1_000_000, Number.parseInt(query.cursor ?? '0', 10) || 0))
      const scope = await readScope(app, params, query)
      const framework = await readFramework(app, {
        ...{ scope, offset, limit: query.limit, themes: query.codes ?? [] },
      })
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'summaries.read',
        subject: { kind: 'study', id: params.studyId },
        purpose: 'conversation_analysis',
        detail: { summaries: framework.cells.filter(({ version }) => version > 0).length },
      })
      return framework
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/framework/file', {
    summary: 'The same as CSV or XLSX, every participant',
    sends: tableMedia,
    access: member('coding.export'),
    params: inStudy,
    query: ViewAsked.extend({ codes: CodeIds, format: z.enum(tableFormats) }),
    handle: async ({ app, params, query, actor }) => {
      const scope = await readScope(app, params, query)
      const themes = query.codes ?? []
      const bytes = await exportFramework(app, { scope, actor, themes, format: query.format })
      return fileAnswer(bytes, { name: `framework.${query.format}`, type: tableTypes[query.format] })
    },
  }),
  route('PUT /api/w/{workspaceId}/studies/{studyId}/framework/{participantId}/{codeId}', {
    summary: 'Write what a participant said under a theme',
    access: member('coding.write'),
    params: ofCell,
    body: SummaryWritten,
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body, actor }) => writeSummary(app, { ...params, ...body, actor }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/framework/{participantId}/{codeId}/history', {
    summary: 'What stood there before',
    access: member('coding.read'),
    params: ofCell,
    answer: SummaryHistory,
    handle: async ({ app, params }) => ({ versions: await summaryHistory(app, params) }),
  }),
]

const setRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/quote-sets', {
    summary: 'The saved sets of quotes of a study',
    access: member('coding.read'),
    params: inStudy,
    answer: z.object({ items: z.array(QuoteSetListed) }),
    handle: async ({ app, params }) => ({ items: await listQuoteSets(app, params) }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/quote-sets', {
    summary: 'Begin a set of quotes',
    access: member('coding.write'),
    params: inStudy,
    body: QuoteSetWords,
    answer: z.object({ quoteSetId: QuoteSetId }),
    handle: ({ app, params, body, actor }) => createQuoteSet(app, { ...params, actor, words: body }),
  }),
  route('GET /api/w/{workspaceId}/quote-sets/{quoteSetId}', {
    summary: 'A set of quotes as far as they may be shown now',
    access: member('coding.read'),
    params: ofSet,
    answer: QuoteSet,
    handle: async ({ app, params, actor }) => {
      const { set } = await readQuoteSet(app, params)
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'quotes.read',
        subject: { kind: 'quote set', id: params.quoteSetId },
        purpose: 'quoting',
        detail: { quotes: set.items.length },
      })
      return set
    },
  }),
  route('PATCH /api/w/{workspaceId}/quote-sets/{quoteSetId}', {
    summary: 'Give a set of quotes another name or note',
    access: member('coding.write'),
    params: ofSet,
    body: QuoteSetWords.extend({ version: Version }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body: { version, ...words }, actor }) =>
      changeQuoteSet(app, { ...params, actor, words, version }),
  }),
  route('DELETE /api/w/{workspaceId}/quote-sets/{quoteSetId}', {
    summary: 'Take a set of quotes away; it can be brought back',
    access: member('coding.write'),
    params: ofSet,
    handle: async ({ app, params, actor }) => {
      await putAwayQuoteSet(app, { ...params, actor, to: 'removed' })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/quote-sets/{quoteSetId}/restore', {
    summary: 'Bring a set of quotes back',
    access: member('coding.write'),
    params: ofSet,
    handle: async ({ app, params, actor }) => {
      await putAwayQuoteSet(app, { ...params, actor, to: 'there' })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/quote-sets/{quoteSetId}/quotes', {
    summary: 'Add quotes to a set',
    access: member('coding.write'),
    params: ofSet,
    body: z.object({
      highlightIds: HighlightIds,
      place: z.int().min(0).max(1_000_000).optional(),
      note: z.string().trim().max(5000).optional(),
    }),
    answer: z.object({ added: z.int() }),
    handle: ({ app, params, body, actor }) => addQuotes(app, { ...params, ...body, actor }),
  }),
  route('DELETE /api/w/{workspaceId}/quote-sets/{quoteSetId}/quotes/{highlightId}', {
    summary: 'Take a quote out of a set',
    access: member('coding.write'),
    params: ofSet.extend({ highlightId: HighlightId }),
    answer: z.object({ place: z.int(), note: z.string() }),
    handle: ({ app, params, actor }) => takeQuote(app, { ...params, actor }),
  }),
  route('PUT /api/w/{workspaceId}/quote-sets/{quoteSetId}/quotes/{highlightId}/note', {
    summary: 'Write what the team thinks of a quote in a set',
    access: member('coding.write'),
    params: ofSet.extend({ highlightId: HighlightId }),
    body: z.object({ note: z.string().trim().max(5000), before: z.string().max(5000) }),
    handle: async ({ app, params, body, actor }) => {
      await noteQuote(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('PUT /api/w/{workspaceId}/quote-sets/{quoteSetId}/order', {
    summary: 'Put the quotes of a set in another order',
    access: member('coding.write'),
    params: ofSet,
    body: z.object({ highlightIds: z.array(HighlightId).max(5000), version: Version }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body, actor }) => orderQuotes(app, { ...params, ...body, actor }),
  }),
  route('GET /api/w/{workspaceId}/quote-sets/{quoteSetId}/file', {
    summary: 'A set of quotes as CSV or XLSX',
    sends: tableMedia,
    access: member('coding.export'),
    params: ofSet,
    query: z.object({ format: z.enum(tableFormats) }),
    handle: async ({ app, params, query, actor }) => {
      const bytes = await exportQuoteSet(app, { ...params, ...query, actor })
      return fileAnswer(bytes, { name: `quotes.${query.format}`, type: tableTypes[query.format] })
    },
  }),
]

const journalRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/journal', {
    summary: 'One’s own journal of a study, and what colleagues have shared of theirs',
    access: member('coding.read'),
    params: inStudy,
    answer: z.object({ items: z.array(JournalEntry) }),
    handle: async ({ app, params, actor }) => ({ items: await listJournal(app, { ...params, actor }) }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/journal', {
    summary: 'Begin an entry of one’s own',
    access: member('coding.write'),
    params: inStudy,
    body: JournalWords,
    answer: z.object({ entryId: JournalEntryId }),
    handle: ({ app, params, body, actor }) => beginEntry(app, { ...params, actor, entry: body }),
  }),
  route('PATCH /api/w/{workspaceId}/journal/{journalEntryId}', {
    summary: 'Write an entry of one’s own, share it, or take it back to oneself',
    access: member('coding.write'),
    params: ofEntry,
    body: JournalWords.partial().extend({ isShared: z.boolean().optional(), version: Version }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body: { version, ...change }, actor }) =>
      changeEntry(app, {
        ...{ workspaceId: params.workspaceId, entryId: params.journalEntryId },
        ...{ actor, version, change },
      }),
  }),
  route('DELETE /api/w/{workspaceId}/journal/{journalEntryId}', {
    summary: 'Remove an entry of one’s own for good',
    access: member('coding.write'),
    params: ofEntry,
    handle: async ({ app, params, actor }) => {
      const { workspaceId, journalEntryId: entryId } = params
      await removeEntry(app, { workspaceId, entryId, actor })
      return undefined
    },
  }),
]

/** What members keep beside the counts: summaries, sets of quotes, a journal. */
export const keptRoutes = [...frameworkRoutes, ...setRoutes, ...journalRoutes]
