import { z } from 'zod'
import { route } from '../../platform/index.ts'
import { CodeId, DocumentId, RegionId, StudyId, WorkspaceId, audit, member } from '../../workspace/index.ts'
import { CodePlace, CodeWords } from '../coding.schema.ts'
import { findCode } from '../codes.ts'
import { historyOf } from '../history.ts'
import { CodedRegion, Place, Region } from './region.schema.ts'
import { listRegions, markRegion, regionsOfCode, unmarkRegion } from './regions.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofDocument = inWorkspace.extend({ documentId: DocumentId })
const ofRegion = inWorkspace.extend({ regionId: RegionId })
const ofCode = inWorkspace.extend({ codeId: CodeId })

export const regionRoutes = [
  route('GET /api/w/{workspaceId}/documents/{documentId}/regions', {
    summary: 'The marked places of a photo or PDF, and whether there is something to undo',
    access: member('coding.read'),
    params: ofDocument,
    answer: z.object({
      studyId: StudyId,
      regions: z.array(Region),
      history: z.object({ undo: z.boolean(), redo: z.boolean() }),
    }),
    handle: async ({ app, params, actor }) => {
      const { studyId, regions } = await listRegions(app.pg, params)
      return {
        studyId: StudyId.parse(studyId),
        regions,
        history: await historyOf(app.pg, { ...params, studyId, actor }),
      }
    },
  }),
  route('POST /api/w/{workspaceId}/documents/{documentId}/regions', {
    summary: 'Mark a place on a page or photo with codes, known or new',
    access: member('coding.write'),
    params: ofDocument,
    body: z.object({
      place: Place,
      codeIds: z.array(CodeId).max(50).default([]),
      newCode: CodeWords.extend({ origin: CodePlace.shape.origin }).optional(),
    }),
    answer: z.object({ regionId: RegionId, codeIds: z.array(CodeId) }),
    handle: ({ app, params, body, actor }) => markRegion(app, { ...params, ...body, actor }),
  }),
  route('DELETE /api/w/{workspaceId}/regions/{regionId}', {
    summary: 'Take every code off a marked place',
    access: member('coding.write'),
    params: ofRegion,
    handle: async ({ app, params, actor }) => {
      await unmarkRegion(app, { ...params, actor })
      return undefined
    },
  }),
  route('DELETE /api/w/{workspaceId}/regions/{regionId}/codes/{codeId}', {
    summary: 'Take one code off a marked place',
    access: member('coding.write'),
    params: ofRegion.extend({ codeId: CodeId }),
    handle: async ({ app, params, actor }) => {
      await unmarkRegion(app, { ...params, actor })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/codes/{codeId}/regions', {
    summary: 'The places on pages and photos behind a code that may be shown now, and how many are withheld',
    access: member('coding.read'),
    params: ofCode,
    answer: z.object({ regions: z.array(CodedRegion), withheld: z.int() }),
    handle: async ({ app, params, actor }) => {
      await findCode(app.pg, params)
      const found = await regionsOfCode(app.pg, params)
      if (found.regions.length > 0)
        await audit(app, {
          workspaceId: params.workspaceId,
          actor,
          action: 'quotes.read',
          subject: { kind: 'code', id: params.codeId },
          purpose: 'quoting',
          detail: { places: found.regions.length },
        })
      return found
    },
  }),
]
