import { z } from 'zod'
import { PageQuery, fileAnswer, pageOf, route } from '../../platform/index.ts'
import { WorkspaceId, audit, member } from '../../workspace/index.ts'
import { LiveCounts, LiveEvent, countArrivals, listArrivals } from './live.ts'
import { RefusedEvent, listRefused, refusedAsLines, replayRefused } from './refused.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })

export const eventRoutes = [
  route('GET /api/w/{workspaceId}/events/live', {
    summary: 'The newest events',
    access: member('collect.read'),
    params: inWorkspace,
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: z.object({ items: z.array(LiveEvent) }),
    handle: async ({ app, params, query }) => ({ items: await listArrivals(app, { ...params, ...query }) }),
  }),
  route('GET /api/w/{workspaceId}/events/counts', {
    summary: 'How many events arrived, were held and were refused lately',
    access: member('collect.read'),
    params: inWorkspace,
    query: z.object({ hours: z.coerce.number().int().min(1).max(168).default(24) }),
    answer: LiveCounts,
    handle: ({ app, params, query }) => countArrivals(app, { ...params, ...query }),
  }),
  route('GET /api/w/{workspaceId}/refused-events', {
    summary: 'Events that were refused, with the reason',
    access: member('collect.write'),
    params: inWorkspace,
    query: PageQuery,
    answer: pageOf(RefusedEvent),
    handle: async ({ app, actor, params, query }) => {
      await audit(app, { ...params, actor, action: 'refused-events.read' })
      return listRefused(app, { ...params, page: query })
    },
  }),
  route('GET /api/w/{workspaceId}/refused-events.jsonl', {
    summary: 'All refused events as a file',
    sends: ['application/jsonl'],
    access: member('collect.write'),
    params: inWorkspace,
    handle: async ({ app, actor, params }) => {
      await audit(app, { ...params, actor, action: 'refused-events.downloaded' })
      return fileAnswer(refusedAsLines(app, params.workspaceId), {
        name: 'refused-events.jsonl',
        type: 'application/jsonl',
      })
    },
  }),
  route('POST /api/w/{workspaceId}/refused-events/{refusedId}/replay', {
    summary: 'Take a mended event in place of a refused one',
    access: member('collect.write'),
    params: inWorkspace.extend({ refusedId: z.uuid() }),
    body: z.object({ body: z.string().max(100_000) }),
    handle: async ({ app, actor, params, body }) => {
      await replayRefused(app, { ...params, ...body })
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'refused-event.replayed',
        subject: { kind: 'refused event', id: params.refusedId },
      })
      return undefined
    },
  }),
]
