import { z } from 'zod'
import { route } from '../../platform/index.ts'
import { InterviewId, WorkspaceId, member } from '../../workspace/index.ts'
import { Mirror, MirrorTrend } from './mirror.schema.ts'
import { mirrorTrend, readMirror, shareMirror } from './mirrors.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofInterview = inWorkspace.extend({ interviewId: InterviewId })

export const mirrorRoutes = [
  route('GET /api/w/{workspaceId}/mirror', {
    summary: 'One’s own conversations: how one asked, and how that moves',
    access: member('studies.read'),
    params: inWorkspace,
    answer: MirrorTrend,
    handle: ({ app, params, actor }) => mirrorTrend(app, { ...params, actor }),
  }),
  route('GET /api/w/{workspaceId}/interviews/{interviewId}/mirror', {
    summary: 'How the interviewer asked: for themself alone, unless they share it',
    access: member('studies.read'),
    params: ofInterview,
    answer: Mirror,
    handle: ({ app, params, actor }) => readMirror(app, { ...params, actor }),
  }),
  route('PUT /api/w/{workspaceId}/interviews/{interviewId}/mirror', {
    summary: 'Share the mirror of one’s own conversation with who may read it, or keep it private',
    access: member('studies.read'),
    params: ofInterview,
    body: z.object({ shared: z.enum(['yes', 'no']) }),
    handle: async ({ app, params, body, actor }) => {
      await shareMirror(app, { ...params, ...body, actor })
      return undefined
    },
  }),
]
