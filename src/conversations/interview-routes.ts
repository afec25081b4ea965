import { z } from 'zod'
import { PageQuery, notFound, pageOf, route } from '../platform/index.ts'
import { InterviewId, StudyId, WorkspaceId, memberOrKey, outsideSample } from '../workspace/index.ts'
import { InterviewBrought, InterviewListed, Preview, PreviewAsked } from './interview.schema.ts'
import { bringMaterial } from './bring-material.ts'
import { listInterviews, removeInterview } from './interviews.ts'
import { previewMaterial } from './material.ts'
import { requirePeople } from './participant-routes.ts'
import { findStudy } from './studies.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })

/** 32 MB as base64 in JSON. */
const largestBody = 46_000_000

export const interviewRoutes = [
  route('GET /api/w/{workspaceId}/interviews', {
    summary: 'Interviews, newest first; those of one study with `studyId`',
    access: memberOrKey('studies.read'),
    params: inWorkspace,
    query: PageQuery.extend({ studyId: StudyId.optional() }),
    answer: pageOf(InterviewListed),
    handle: async ({ app, params, query }) => {
      if (query.studyId && !(await findStudy(app.pg, { ...params, studyId: query.studyId })))
        throw notFound('study')
      return listInterviews(app.pg, { ...params, ...query })
    },
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/interviews/preview', {
    summary: 'What is in a transcript or a table of answers; nothing is kept',
    access: outsideSample(memberOrKey('studies.write')),
    params: inStudy,
    body: PreviewAsked,
    bodyLimit: largestBody,
    answer: Preview,
    handle: async ({ app, params, body, request }) => {
      if (!(await findStudy(app.pg, params))) throw notFound('study')
      return previewMaterial(app, { ...params, ...body, signal: request.signal })
    },
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/interviews', {
    summary: 'Bring a transcript or a table of answers into a study',
    access: outsideSample(memberOrKey('studies.write')),
    params: inStudy,
    body: InterviewBrought,
    bodyLimit: largestBody,
    answer: z.object({
      interviewId: InterviewId,
      state: z.enum(['brought', 'known']),
      /** Of answers: how many are the people of earlier ones, and how many go by the same number and were taken for others. */
      respondents: z.object({ same: z.int(), others: z.int() }).optional(),
    }),
    handle: ({ app, params, body, actor, request }) => {
      const named = body.speakers.some(({ who }) => typeof who === 'object' && 'identifier' in who)
      if (named || body.answers?.identifier !== undefined) requirePeople(actor)
      return bringMaterial(app, { ...params, actor, asked: body, signal: request.signal })
    },
  }),
  route('DELETE /api/w/{workspaceId}/interviews/{interviewId}', {
    summary: 'Take an interview out for good, with all that rests on it',
    access: memberOrKey('studies.write'),
    params: inWorkspace.extend({ interviewId: InterviewId }),
    handle: async ({ app, params, actor }) => {
      await removeInterview(app, { ...params, actor })
      return undefined
    },
  }),
]
