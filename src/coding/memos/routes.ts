import { z } from 'zod'
import { fileAnswer, route, tableTypes } from '../../platform/index.ts'
import { StudyId, WorkspaceId, audit, member } from '../../workspace/index.ts'
import { userOf } from '../history.ts'
import { exportMemos, listMemos } from './memo-list.ts'
import { Memo, MemoAbout, MemoId, MemoListed, MemoText } from './memo.schema.ts'
import { changeMemo, memosAbout, removeMemo, restoreMemo, writeMemo } from './memos.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })
const ofMemo = inWorkspace.extend({ memoId: MemoId })
const Version = z.int().min(1).max(1_000_000_000)

/** Memos on studies, conversations, codes and people. */
export const memoRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/memos', {
    summary: 'Everything the team wrote about a study, its conversations, passages, codes and people',
    access: member('transcripts.read'),
    params: inStudy,
    answer: z.object({ memos: z.array(MemoListed) }),
    handle: async ({ app, params, actor }) => ({
      memos: await listMemos(app.pg, { ...params, userId: userOf(actor) }),
    }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/memos/file', {
    summary: 'The same as CSV',
    sends: ['text/csv'],
    access: member('coding.export'),
    params: inStudy,
    handle: async ({ app, params, actor }) =>
      fileAnswer(await exportMemos(app, { ...params, actor }), { name: 'memos.csv', type: tableTypes.csv }),
  }),
  route('GET /api/w/{workspaceId}/memos', {
    summary: 'The memos about one thing',
    access: member('transcripts.read'),
    params: inWorkspace,
    query: MemoAbout,
    answer: z.object({ memos: z.array(Memo) }),
    handle: async ({ app, params, query, actor }) => {
      if (query.kind === 'person')
        await audit(app, {
          ...params,
          actor,
          action: 'people.read',
          subject: { kind: 'person', id: query.id },
        })
      return { memos: await memosAbout(app.pg, { ...params, userId: userOf(actor), about: query }) }
    },
  }),
  route('POST /api/w/{workspaceId}/memos', {
    summary: 'Write a memo',
    access: member('coding.write'),
    params: inWorkspace,
    body: z.object({ about: MemoAbout, text: MemoText }),
    answer: z.object({ memoId: MemoId, version: z.int() }),
    handle: ({ app, params, body, actor }) => writeMemo(app, { ...params, ...body, actor }),
  }),
  route('PUT /api/w/{workspaceId}/memos/{memoId}', {
    summary: 'Write over a memo as it was read',
    access: member('coding.write'),
    params: ofMemo,
    body: z.object({ text: MemoText, version: Version }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body, actor }) => changeMemo(app, { ...params, ...body, actor }),
  }),
  route('DELETE /api/w/{workspaceId}/memos/{memoId}', {
    summary: 'Take a memo away',
    access: member('coding.write'),
    params: ofMemo,
    handle: async ({ app, params, actor }) => {
      await removeMemo(app, { ...params, actor })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/memos/{memoId}/restore', {
    summary: 'Bring back a memo that was taken away',
    access: member('coding.write'),
    params: ofMemo,
    handle: async ({ app, params, actor }) => {
      await restoreMemo(app, { ...params, actor })
      return undefined
    },
  }),
]
