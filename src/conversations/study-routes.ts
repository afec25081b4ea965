import { z } from 'zod'
import { PageQuery, notFound, pageOf, route } from '../platform/index.ts'
import { StudyId, WorkspaceId, key, memberOrKey } from '../workspace/index.ts'
import { archiveStudy, changeStudy, createStudy, findStudy, listStudies } from './studies.ts'
import { changeGuide } from './guide/change-guide.ts'
import { Amendment, GuideSection, Study, StudyDraft } from './study.schema.ts'
import { GuideSent } from './guide/guide.schema.ts'
import { promiseOf } from './promise.ts'
import { StudyPromise } from './promise.schema.ts'
import { amendStudy } from './suspicion.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })

export const studyRoutes = [
  route('GET /api/w/{workspaceId}/studies', {
    summary: 'The studies of a workspace, newest first',
    access: memberOrKey('studies.read'),
    params: inWorkspace,
    query: PageQuery.extend({ archived: z.enum(['yes', 'no']).default('no') }),
    answer: pageOf(Study),
    handle: ({ app, params, query }) => listStudies(app.pg, { ...params, ...query }),
  }),
  route('POST /api/w/{workspaceId}/studies', {
    summary: 'Plan a study',
    access: memberOrKey('studies.write'),
    params: inWorkspace,
    body: StudyDraft,
    answer: z.object({ studyId: StudyId }),
    handle: async ({ app, params, body, actor }) => ({
      studyId: await createStudy(app, { ...params, actor, draft: body }),
    }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}', {
    summary: 'One study, and how far it is',
    access: memberOrKey('studies.read'),
    params: inStudy,
    answer: Study,
    handle: async ({ app, params }) => {
      const study = await findStudy(app.pg, params)
      if (!study) throw notFound('study')
      return study
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/promise', {
    summary: 'What a study promised against what happened, by week, member and quota',
    access: memberOrKey('studies.read'),
    params: inStudy,
    answer: StudyPromise,
    handle: ({ app, params }) => promiseOf(app, params),
  }),
  route('GET /api/studies/{studyId}', {
    summary: 'Which workspace a study is in: that of the key, or it is not found',
    access: key('studies.write'),
    params: z.object({ studyId: StudyId }),
    answer: z.object({ workspaceId: z.uuid(), title: z.string() }),
    handle: async ({ app, params, actor: { workspaceId } }) => {
      const study = await findStudy(app.pg, { workspaceId, ...params })
      if (!study) throw notFound('study')
      return { workspaceId, title: study.title }
    },
  }),
  route('PUT /api/w/{workspaceId}/studies/{studyId}', {
    summary: 'Write a study anew over the version that was read',
    access: memberOrKey('studies.write'),
    params: inStudy,
    body: StudyDraft.extend({ version: z.int() }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body: { version, ...draft }, actor }) =>
      changeStudy(app, { ...params, actor, draft, version }),
  }),
  route('PUT /api/w/{workspaceId}/studies/{studyId}/guide', {
    summary: 'Write the guide anew over the version that was read',
    access: memberOrKey('studies.write'),
    params: inStudy,
    body: z.object({ version: z.int(), guide: GuideSent }),
    answer: z.object({ guideVersion: z.int(), guide: z.array(GuideSection) }),
    handle: ({ app, params, body, actor }) => changeGuide(app, { ...params, ...body, actor }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/amendments', {
    summary: 'Write beside a locked suspicion how it is seen now',
    access: memberOrKey('studies.write'),
    params: inStudy,
    body: Amendment,
    handle: async ({ app, params, body, actor }) => {
      await amendStudy(app, { ...params, actor, amendment: body })
      return undefined
    },
  }),
  route('PUT /api/w/{workspaceId}/studies/{studyId}/archived', {
    summary: 'Put a study away, or take it out again',
    access: memberOrKey('studies.write'),
    params: inStudy,
    body: z.object({ archived: z.enum(['yes', 'no']) }),
    handle: async ({ app, params, body, actor }) => {
      await archiveStudy(app, { ...params, ...body, actor })
      return undefined
    },
  }),
]
