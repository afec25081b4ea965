import { z } from 'zod'
import { route } from '../platform/index.ts'
import { CodeId, HighlightId, WorkspaceId, member } from '../workspace/index.ts'
import { readCodeHistory } from './code-history.ts'
import { moveCodes } from './code-tree.ts'
import { CodeChange, CodeName } from './coding.schema.ts'
import { nextChange } from './coding-changes.ts'
import { findCode } from './codes.ts'
import { splitCode } from './split-code.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofCode = inWorkspace.extend({ codeId: CodeId })

/** What is done to the codebook as a whole, and news of it. */
export const codebookRoutes = [
  route('POST /api/w/{workspaceId}/codes/move', {
    summary: 'Put codes under another one, or at the top',
    access: member('coding.write'),
    params: inWorkspace,
    body: z.object({ codeIds: z.array(CodeId).min(1).max(1000), parentId: CodeId.nullable() }),
    handle: async ({ app, params, body, actor }) => {
      await moveCodes(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/codes/{codeId}/split', {
    summary: 'Give some passages of a code a new code instead',
    access: member('coding.write'),
    params: ofCode,
    body: z.object({ name: CodeName, highlightIds: z.array(HighlightId).min(1).max(1000) }),
    answer: z.object({ codeId: CodeId }),
    handle: ({ app, params, body, actor }) => splitCode(app, { ...params, ...body, actor }),
  }),
  route('GET /api/w/{workspaceId}/codes/{codeId}/history', {
    summary: 'Who did what to a code, and when',
    access: member('coding.read'),
    params: ofCode,
    answer: z.object({ changes: z.array(CodeChange) }),
    handle: async ({ app, params }) => {
      await findCode(app.pg, params)
      return { changes: await readCodeHistory(app.pg, params) }
    },
  }),
  route('GET /api/w/{workspaceId}/coding/changes', {
    summary:
      'The number of the newest change of coding; with `since`, waits up to twenty seconds for the next',
    access: member('coding.read'),
    params: inWorkspace,
    query: z.object({ since: z.coerce.number().int().min(0).optional() }),
    answer: z.object({ version: z.int(), said: z.int() }),
    handle: ({ app, params, query, request }) =>
      nextChange(app, { ...params, since: query.since, signal: request.signal }),
  }),
]
