import { sql } from 'kysely'
import { z } from 'zod'
import { soundOfWords } from '../../conversations/index.ts'
import { notFound, route } from '../../platform/index.ts'
import { CodeId, HighlightId, RecordingId, StretchId, WorkspaceId, member } from '../../workspace/index.ts'
import { InLine, MarkedWith, readAudited, withLine } from '../places/place-routes.ts'
import { CodedStretch, Moments, Stretch } from './stretch.schema.ts'
import { listStretches, markStretch, stretchesOfCode, unmarkStretch } from './stretches.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofRecording = inWorkspace.extend({ recordingId: RecordingId })
const ofStretch = inWorkspace.extend({ stretchId: StretchId })
const ofCode = inWorkspace.extend({ codeId: CodeId })

export const stretchRoutes = [
  route('GET /api/w/{workspaceId}/recordings/{recordingId}/stretches', {
    summary: 'The marked stretches of a recording, and whether there is something to undo',
    access: member('coding.read'),
    params: ofRecording,
    answer: InLine.extend({ stretches: z.array(Stretch) }),
    handle: async ({ app, params, actor }) =>
      withLine(app, { ...params, actor, listed: await listStretches(app.pg, params) }),
  }),
  route('POST /api/w/{workspaceId}/recordings/{recordingId}/stretches', {
    summary: 'Mark a stretch of sound or video with codes, known or new',
    access: member('coding.write'),
    params: ofRecording,
    body: MarkedWith.extend({ moments: Moments }),
    answer: z.object({ stretchId: StretchId, codeIds: z.array(CodeId) }),
    handle: ({ app, params, body, actor }) => markStretch(app, { ...params, ...body, actor }),
  }),
  route('DELETE /api/w/{workspaceId}/stretches/{stretchId}', {
    summary: 'Take every code off a marked stretch',
    access: member('coding.write'),
    params: ofStretch,
    handle: async ({ app, params, actor }) => {
      await unmarkStretch(app, { ...params, actor })
      return undefined
    },
  }),
  route('DELETE /api/w/{workspaceId}/stretches/{stretchId}/codes/{codeId}', {
    summary: 'Take one code off a marked stretch',
    access: member('coding.write'),
    params: ofStretch.extend({ codeId: CodeId }),
    handle: async ({ app, params, actor }) => {
      await unmarkStretch(app, { ...params, actor })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/codes/{codeId}/stretches', {
    summary:
      'The stretches of sound and video behind a code that may be heard now, and how many are withheld',
    access: member('coding.read'),
    params: ofCode,
    answer: z.object({ stretches: z.array(CodedStretch), withheld: z.int() }),
    handle: ({ app, params, actor }) =>
      readAudited(app, {
        ...params,
        actor,
        read: () => stretchesOfCode(app.pg, params),
        detail: ({ stretches }) => ({ stretches: stretches.length }),
      }),
  }),
  route('GET /api/w/{workspaceId}/highlights/{highlightId}/sound', {
    summary: 'Where a coded passage is heard, while its recording may be heard',
    access: member('transcripts.read'),
    params: inWorkspace.extend({ highlightId: HighlightId }),
    answer: z.object({ recordingId: RecordingId, startMs: z.int(), endMs: z.int() }),
    handle: async ({ app, params: { workspaceId, highlightId } }) => {
      const { rows } = await sql<{ utterance_id: string; start_at: number; end_at: number }>`
        select utterance_id, start_at, end_at from highlights
        where workspace_id = ${workspaceId} and id = ${highlightId} and removed_at is null and lost_text is null`.execute(
        app.pg,
      )
      const [row] = rows
      const place =
        row &&
        (await soundOfWords(app.pg, {
          workspaceId,
          utteranceId: row.utterance_id,
          start: row.start_at,
          end: row.end_at,
        }))
      if (!place) throw notFound('sound of this passage')
      return place
    },
  }),
]
