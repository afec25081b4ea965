import { z } from 'zod'
import { readInterview } from '../conversations/index.ts'
import { PageQuery, notFound, route, type RouteKey } from '../platform/index.ts'
import {
  CodeId,
  HighlightId,
  InterviewId,
  StudyId,
  UtteranceId,
  WorkspaceId,
  audit,
  member,
  memberOrKey,
} from '../workspace/index.ts'
import {
  Code,
  CodePlace,
  CodeWords,
  Highlight,
  History,
  NewPassage,
  NoteWritten,
  Quote,
  Replayed,
  Transcript,
} from './coding.schema.ts'
import { changeCode, createCode, findCode, listCodes, removeCode } from './codes.ts'
import { mergeCodes } from './merge-codes.ts'
import {
  listHighlights,
  markPassages,
  removeHighlight,
  repairHighlight,
  studyOfInterview,
  unmark,
} from './highlights.ts'
import { codebookRoutes } from './codebook-routes.ts'
import { CodeState } from './steps.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { historyOf, redo, undo, userOf } from './history.ts'
import { namedBookRoutes } from './codebooks/routes.ts'
import { memoRoutes } from './memos/routes.ts'
import { writeNote } from './notes.ts'
import { quotesOf } from './quotes.ts'
import { answerRoutes } from './open-answers/routes.ts'
import { ownMarks } from './rounds/blind-marks.ts'
import { RoundHere } from './rounds/round.schema.ts'
import { roundRoutes } from './rounds/routes.ts'
import { roundHere } from './rounds/set-aside.ts'
import { saturationRoutes } from './saturation-routes.ts'
import { searchRoutes } from './search/routes.ts'
import { keptRoutes } from './views/kept-routes.ts'
import { viewRoutes } from './views/view-routes.ts'
import { regionRoutes } from './regions/routes.ts'
import { stretchRoutes } from './stretches/routes.ts'
import { correctTurn } from './turn-edits.ts'
import { turnRoutes } from './turn-routes.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofCode = inWorkspace.extend({ codeId: CodeId })
const ofInterview = inWorkspace.extend({ interviewId: InterviewId })
const ofHighlight = inWorkspace.extend({ highlightId: HighlightId })
const CodeShown = Code.pick({
  codeId: true,
  name: true,
  label: true,
  description: true,
  colour: true,
  example: true,
  origin: true,
  parentId: true,
  studyId: true,
}).extend({
  /** Words of participants who took their permission back were taken out of it. */
  wordsTakenOut: z.boolean(),
})

const codeRoutes = [
  route('GET /api/w/{workspaceId}/codes', {
    summary: 'The codebook, with what rests on each code now',
    access: memberOrKey('coding.read'),
    params: inWorkspace,
    query: z.object({ studyId: StudyId.optional() }),
    answer: z.object({ codes: z.array(Code) }),
    handle: async ({ app, params, query }) => ({ codes: await listCodes(app.pg, { ...params, ...query }) }),
  }),
  route('POST /api/w/{workspaceId}/codes', {
    summary: 'Add a code to the workspace’s codebook, or to a study’s',
    access: member('coding.write'),
    params: inWorkspace,
    body: CodeWords.extend({ ...CodePlace.shape, studyId: StudyId.nullable().default(null) }),
    answer: z.object({ codeId: CodeId }),
    handle: ({ app, params, body: { studyId, ...code }, actor }) =>
      createCode(app, { ...params, actor, studyId: code.codebookId === null ? studyId : null, code }),
  }),
  route('PATCH /api/w/{workspaceId}/codes/{codeId}', {
    summary: 'Change a code’s words, colour or place in the tree',
    access: member('coding.write'),
    params: ofCode,
    body: CodeState.extend({
      name: CodeWords.shape.name.optional(),
      description: z.string().trim().max(5000).optional(),
      example: z.string().trim().max(5000).optional(),
    }),
    handle: async ({ app, params, body, actor }) => {
      await changeCode(app, { ...params, actor, change: given(body) })
      return undefined
    },
  }),
  route('DELETE /api/w/{workspaceId}/codes/{codeId}', {
    summary: 'Remove a code; undo brings it back with its passages',
    access: member('coding.write'),
    params: ofCode,
    handle: async ({ app, params, actor }) => {
      await removeCode(app, { ...params, actor })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/codes/{codeId}/merge', {
    summary: 'Give all passages of a code another code instead',
    access: member('coding.write'),
    params: ofCode,
    body: z.object({ intoId: CodeId }),
    handle: async ({ app, params, body, actor }) => {
      await mergeCodes(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/codes/{codeId}/quotes', {
    summary: 'The quotes behind a code that may be shown now, and how many are withheld',
    access: memberOrKey('coding.read'),
    params: ofCode,
    query: PageQuery,
    answer: z.object({
      code: CodeShown,
      items: z.array(Quote),
      next: z.string().nullable(),
      total: z.int(),
      speakers: z.int(),
      withheld: z.int(),
      sources: z.int(),
      withdrawn: z.int(),
    }),
    handle: async ({ app, params, query: { cursor, limit }, actor }) => {
      const { codeId, ...code } = await findCode(app.pg, params)
      const offset = Math.max(0, Math.min(1_000_000, Number.parseInt(cursor ?? '0', 10) || 0))
      const { quotes, ...figures } = await quotesOf(app, { ...params, limit, offset })
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'quotes.read',
        subject: { kind: 'code', id: codeId },
        purpose: 'quoting',
        detail: { quotes: quotes.length },
      })
      const next = offset + quotes.length < figures.total && quotes.length > 0 ? String(offset + limit) : null
      return { code: { codeId, ...code }, items: quotes, next, ...figures }
    },
  }),
]

const passageRoutes = [
  route('GET /api/w/{workspaceId}/interviews/{interviewId}/highlights', {
    summary: 'The marked passages of an interview, and whether there is something to undo',
    access: member('coding.read'),
    params: ofInterview,
    answer: z.object({ highlights: z.array(Highlight), history: History, round: RoundHere.nullable() }),
    handle: async ({ app, params, actor }) => {
      const studyId = await studyOfInterview(app.pg, params)
      const history = await historyOf(app.pg, { ...params, studyId, actor })
      const mine = { ...params, userId: userOf(actor) }
      const round = await roundHere(app.pg, mine)
      const highlights = round === null ? await listHighlights(app.pg, params) : await ownMarks(app.pg, mine)
      return { highlights, history, round }
    },
  }),
  route('POST /api/w/{workspaceId}/interviews/{interviewId}/highlights', {
    summary: 'Mark passages with codes, known or new',
    access: member('coding.write'),
    params: ofInterview,
    body: z.object({
      passages: z.array(NewPassage).min(1).max(200),
      codeIds: z.array(CodeId).max(50).default([]),
      newCode: CodeWords.extend({ origin: CodePlace.shape.origin }).optional(),
    }),
    answer: z.object({ highlightIds: z.array(HighlightId), codeIds: z.array(CodeId) }),
    handle: ({ app, params, body, actor }) => markPassages(app, { ...params, ...body, actor }),
  }),
  route('DELETE /api/w/{workspaceId}/highlights/{highlightId}', {
    summary: 'Take every code off a passage',
    access: member('coding.write'),
    params: ofHighlight,
    handle: async ({ app, params, actor }) => {
      await removeHighlight(app, { ...params, actor })
      return undefined
    },
  }),
  route('DELETE /api/w/{workspaceId}/highlights/{highlightId}/codes/{codeId}', {
    summary: 'Take one code off a passage',
    access: member('coding.write'),
    params: ofHighlight.extend({ codeId: CodeId }),
    handle: async ({ app, params, actor }) => {
      await unmark(app, { ...params, actor })
      return undefined
    },
  }),
  route('PUT /api/w/{workspaceId}/highlights/{highlightId}/note', {
    summary: 'Write beside a passage what the team thinks of it',
    access: member('coding.write'),
    params: ofHighlight,
    body: NoteWritten,
    handle: async ({ app, params, body, actor }) => {
      await writeNote(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/highlights/{highlightId}/repair', {
    summary: 'Put a passage whose words were corrected away in another place',
    access: member('coding.write'),
    params: ofHighlight,
    body: NewPassage,
    answer: z.object({ highlightId: HighlightId }),
    handle: ({ app, params, body, actor }) => repairHighlight(app, { ...params, actor, passage: body }),
  }),
]

const transcriptRoutes = [
  route('GET /api/w/{workspaceId}/interviews/{interviewId}/transcript', {
    summary: 'What was said in an interview, as far as it may be analysed now',
    access: member('transcripts.read'),
    params: ofInterview,
    answer: Transcript,
    handle: async ({ app, params, actor }) => {
      const found = await readInterview(app.pg, params)
      if (!found) throw notFound('interview')
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'transcript.read',
        subject: { kind: 'interview', id: params.interviewId },
        purpose: 'conversation_analysis',
      })
      return { ...found, happenedAt: found.happenedAt.toISOString() }
    },
  }),
  route('PATCH /api/w/{workspaceId}/utterances/{utteranceId}', {
    summary: 'Correct the text of an utterance; marked passages keep to their words',
    access: member('studies.write'),
    params: inWorkspace.extend({ utteranceId: UtteranceId }),
    body: z.object({ text: z.string().max(100_000), version: z.int().min(1).max(1_000_000_000) }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body, actor }) => correctTurn(app, { ...params, ...body, actor }),
  }),
]

const historyRoutes = [
  historyRoute('POST /api/w/{workspaceId}/coding/undo', 'Take back one’s own last change of coding', undo),
  historyRoute('POST /api/w/{workspaceId}/coding/redo', 'Do again what was taken back last', redo),
]

/** Every route of this room. */
export const codingRoutes = [
  ...codebookRoutes,
  ...codeRoutes,
  ...transcriptRoutes,
  ...passageRoutes,
  ...historyRoutes,
  ...exchangeRoutes,
  ...searchRoutes,
  ...answerRoutes,
  ...saturationRoutes,
  ...viewRoutes,
  ...keptRoutes,
  ...turnRoutes,
  ...regionRoutes,
  ...stretchRoutes,
  ...roundRoutes,
  ...memoRoutes,
  ...namedBookRoutes,
]

function historyRoute<const K extends RouteKey>(key: K, summary: string, replay: typeof undo) {
  return route(key, {
    summary,
    access: member('coding.write'),
    params: inWorkspace,
    body: z.object({ studyId: StudyId.nullable() }),
    answer: Replayed,
    handle: ({ app, params, body, actor }) => replay(app, { ...params, ...body, actor }),
  })
}

/** Without the fields that were not given. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
