import { z } from 'zod'
import { PageQuery, route } from '../../platform/index.ts'
import { WorkspaceId, audit, member } from '../../workspace/index.ts'
import { Found, SearchAsked } from './search.schema.ts'
import { mostPlaces, searchWords } from './search.ts'

export const searchRoutes = [
  route('GET /api/w/{workspaceId}/search', {
    summary: 'Search everything said and noted, as far as it may be analysed now',
    access: member('transcripts.read'),
    params: z.object({ workspaceId: WorkspaceId }),
    query: SearchAsked.extend({
      cursor: PageQuery.shape.cursor,
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    answer: Found,
    handle: async ({ app, params, query: { cursor, ...asked }, actor }) => {
      const offset = Math.max(0, Math.min(mostPlaces, Number.parseInt(cursor ?? '0', 10) || 0))
      const reader = actor.kind === 'member' ? actor.memberId : undefined
      const found = await searchWords(app, { ...params, ...asked, offset, reader })
      // Never what was looked for: it may be somebody's name.
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'transcript.searched',
        purpose: 'conversation_analysis',
        detail: { places: found.items.length, notes: found.notes.length },
      })
      return found
    },
  }),
]
