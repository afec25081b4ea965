import { z } from 'zod'
import { route } from '../platform/index.ts'
import { StudyId, WorkspaceId, member, memberOrKey } from '../workspace/index.ts'
import type { SaturationRule } from './saturation.ts'
import { SaturationAsked, StudySaturation } from './saturation.schema.ts'
import { saturationOf, sayEnough } from './study-saturation.ts'

const inStudy = z.object({ workspaceId: WorkspaceId, studyId: StudyId })

const bases = { 4: 4, 5: 5, 6: 6 } as const
const runs = { 2: 2, 3: 3 } as const

const ruleOf = ({ base, run, most }: SaturationAsked): SaturationRule => ({
  base: bases[base],
  run: runs[run],
  threshold: Number(most) / 100,
})

export const saturationRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/saturation', {
    summary: 'How much new each conversation brought, in all and by segment',
    access: memberOrKey('coding.read'),
    params: inStudy,
    query: SaturationAsked,
    answer: StudySaturation,
    handle: ({ app, params, query }) => saturationOf(app, { ...params, rule: ruleOf(query) }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/saturation/words', {
    summary: 'Say why enough was heard',
    access: member('coding.write'),
    params: inStudy,
    body: z.object({ why: z.string().trim().min(1).max(5000) }),
    handle: async ({ app, params, body, actor }) => {
      await sayEnough(app, { ...params, ...body, actor })
      return undefined
    },
  }),
]
