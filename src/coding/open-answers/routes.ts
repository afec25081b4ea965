import { z } from 'zod'
import { route } from '../../platform/index.ts'
import { InterviewId, UtteranceId, WorkspaceId, audit, member } from '../../workspace/index.ts'
import {
  Answer,
  AnswerList,
  AnswersAsked,
  AnswersChanged,
  AnswersCoded,
  SuggestedCount,
  Suggestion,
} from './answers.schema.ts'
import { listAnswers } from './answers.ts'
import { readAnswers } from './read-answers.ts'
import { codeAnswers } from './code-answers.ts'
import { countSuggestions, suggestFor } from './suggestions.ts'

const ofSource = z.object({ workspaceId: WorkspaceId, interviewId: InterviewId })

/** A table of open answers: read, filtered, coded many at once, with suggestions from answers like them. */
export const answerRoutes = [
  route('GET /api/w/{workspaceId}/interviews/{interviewId}/answers', {
    summary:
      'Which answers of a source of open answers fit what is asked, as far as they may be analysed now',
    access: member('transcripts.read'),
    params: ofSource,
    query: AnswersAsked,
    answer: AnswerList,
    handle: async ({ app, params, query, actor }) => {
      const list = await listAnswers(app, { ...params, asked: query, actor })
      // Here, and not for every fifty that are scrolled to.
      await audit(app, {
        ...{ workspaceId: params.workspaceId, actor, action: 'transcript.read' },
        subject: { kind: 'interview', id: params.interviewId },
        purpose: 'conversation_analysis',
        detail: { answers: list.ids.length },
      })
      return list
    },
  }),
  route('GET /api/w/{workspaceId}/interviews/{interviewId}/answers/read', {
    summary: 'What up to fifty answers say, and their codes',
    access: member('transcripts.read'),
    params: ofSource,
    query: z.object({ ids: z.string().max(2000).describe('Up to fifty ids with commas between them') }),
    answer: z.object({ answers: z.array(Answer) }),
    handle: async ({ app, params, query }) => ({
      answers: await readAnswers(app, { ...params, utteranceIds: idsIn(query.ids) }),
    }),
  }),
  route('GET /api/w/{workspaceId}/interviews/{interviewId}/answers/suggestions', {
    summary: 'For how many answers without a code each code is suggested first',
    access: member('transcripts.read'),
    params: ofSource,
    answer: z.object({ codes: z.array(SuggestedCount) }),
    handle: async ({ app, params }) => ({ codes: await countSuggestions(app, params) }),
  }),
  route('GET /api/w/{workspaceId}/interviews/{interviewId}/answers/{utteranceId}/suggestions', {
    summary: 'Codes an answer may deserve, with the coded answers like it that speak for each',
    access: member('transcripts.read'),
    params: ofSource.extend({ utteranceId: UtteranceId }),
    answer: z.object({ suggestions: z.array(Suggestion) }),
    handle: async ({ app, params }) => ({ suggestions: await suggestFor(app, params) }),
  }),
  route('POST /api/w/{workspaceId}/interviews/{interviewId}/answers/codes', {
    summary: 'Give codes to many answers, or take them off; one step of undo',
    access: member('coding.write'),
    params: ofSource,
    body: AnswersCoded,
    answer: AnswersChanged,
    handle: ({ app, params, body, actor }) => codeAnswers(app, { ...params, ...body, actor }),
  }),
]

/** What is no id names no answer. */
function idsIn(text: string): string[] {
  return text.split(',').filter((id) => UtteranceId.safeParse(id).success)
}
