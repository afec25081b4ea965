import { z } from 'zod'
import { route } from '../../platform/index.ts'
import { CodeId, DocumentId, RegionId, WorkspaceId, member } from '../../workspace/index.ts'
import { InLine, MarkedWith, readAudited, withLine } from '../places/place-routes.ts'
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
    answer: InLine.extend({ regions: z.array(Region) }),
    handle: async ({ app, params, actor }) =>
      withLine(app, { ...params, actor, listed: await listRegions(app.pg, params) }),
  }),
  route('POST /api/w/{workspaceId}/documents/{documentId}/regions', {
    summary: 'Mark a place on a page or photo with codes, known or new',
    access: member('coding.write'),
    params: ofDocument,
    body: MarkedWith.extend({ place: Place }),
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
    handle: ({ app, params, actor }) =>
      readAudited(app, {
        ...params,
        actor,
        read: () => regionsOfCode(app.pg, params),
        detail: ({ regions }) => ({ places: regions.length }),
      }),
  }),
]
