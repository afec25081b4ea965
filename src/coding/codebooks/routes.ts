import { z } from 'zod'
import { route } from '../../platform/index.ts'
import { CodeId, StudyId, WorkspaceId, member, memberOrKey } from '../../workspace/index.ts'
import { CodebookId } from '../coding.schema.ts'
import { historyOf } from '../history.ts'
import {
  Codebook,
  CodebookChange,
  CodesOfRemoved,
  ExpectedCodes,
  NewCodebook,
  Statement,
} from './codebook.schema.ts'
import { changeCodebook, createCodebook, listCodebooks } from './codebooks.ts'
import { expectCodes, statementsOf } from './expected-codes.ts'
import { orderCodes } from './order-codes.ts'
import { removeCodebook } from './remove-codebook.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })

/** Codebooks by name, their order, and codes expected from a hypothesis. */
export const namedBookRoutes = [
  route('GET /api/w/{workspaceId}/codebooks', {
    summary: 'The codebooks by name, beside the workspace’s own',
    access: memberOrKey('coding.read'),
    params: inWorkspace,
    answer: z.object({ codebooks: z.array(Codebook) }),
    handle: async ({ app, params }) => ({ codebooks: await listCodebooks(app.pg, params.workspaceId) }),
  }),
  route('POST /api/w/{workspaceId}/codebooks', {
    summary: 'Begin a codebook, empty or as a copy of another',
    access: member('coding.write'),
    params: inWorkspace,
    body: NewCodebook,
    answer: z.object({ codebookId: CodebookId }),
    handle: ({ app, params, body, actor }) => createCodebook(app, { ...params, actor, codebook: body }),
  }),
  route('PATCH /api/w/{workspaceId}/codebooks/{codebookId}', {
    summary: 'Give a codebook another name, or say which studies use it',
    access: member('coding.write'),
    params: inWorkspace.extend({ codebookId: CodebookId }),
    body: CodebookChange,
    handle: async ({ app, params, body, actor }) => {
      await changeCodebook(app, { ...params, actor, change: body })
      return undefined
    },
  }),
  route('DELETE /api/w/{workspaceId}/codebooks/{codebookId}', {
    summary: 'Remove a codebook; its codes move to the workspace’s or are removed with it',
    access: member('coding.write'),
    params: inWorkspace.extend({ codebookId: CodebookId }),
    query: z.object({ codes: CodesOfRemoved.default('move') }),
    handle: async ({ app, params, query, actor }) => {
      await removeCodebook(app, { ...params, ...query, actor })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/codes/order', {
    summary: 'Put codes in an order, under one code or at the top',
    access: member('coding.write'),
    params: inWorkspace,
    body: z.object({ parentId: CodeId.nullable(), codeIds: z.array(CodeId).min(1).max(1000) }),
    handle: async ({ app, params, body, actor }) => {
      await orderCodes(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/coding/history', {
    summary:
      'Whether there is something of one’s own to take back or do again: in a study, or in the codebooks',
    access: member('coding.read'),
    params: inWorkspace,
    query: z.object({ studyId: StudyId.optional() }),
    answer: z.object({ undo: z.boolean(), redo: z.boolean() }),
    handle: ({ app, params, query, actor }) =>
      historyOf(app.pg, { ...params, studyId: query.studyId ?? null, actor }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/statements', {
    summary: 'What was suspected, sentence by sentence',
    access: member('coding.read'),
    params: inStudy,
    answer: z.object({ statements: z.array(Statement) }),
    handle: async ({ app, params }) => ({ statements: await statementsOf(app.pg, params) }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/expected-codes', {
    summary: 'Add codes expected from the hypothesis',
    access: member('coding.write'),
    params: inStudy,
    body: ExpectedCodes,
    answer: z.object({ codeIds: z.array(CodeId), known: z.int() }),
    handle: ({ app, params, body, actor }) => expectCodes(app, { ...params, actor, expected: body }),
  }),
]
