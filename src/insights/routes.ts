import { z } from 'zod'
import { fileAnswer, route, tableFormats, tableMedia, tableTypes, waitingAtMost } from '../platform/index.ts'
import { findSegment } from '../segments/index.ts'
import {
  Language,
  SegmentId,
  WorkspaceId,
  audit,
  member,
  memberOrKey,
  roleAllows,
  signedIn,
} from '../workspace/index.ts'
import { contactPurposes, contactsCsv, contactsWorkbook } from './contacts.ts'
import { homeOf } from './home.ts'
import { Home } from './home.schema.ts'
import { portraitOf } from './portrait.ts'
import { Portrait } from './portrait.schema.ts'
import { openSample } from './sample/sample-workspace.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofSegment = inWorkspace.extend({ segmentId: SegmentId })

/** Every route of this room. */
export const insightRoutes = [
  route('POST /api/sample-workspace', {
    summary: 'Look around: a workspace of one’s own with an invented story in it',
    access: signedIn(),
    body: z.object({ language: Language }),
    answer: z.object({ state: z.enum(['made', 'known']), workspaceId: WorkspaceId }),
    handle: async ({ app, actor, body }) =>
      openSample(app, { user: actor, language: body.language === 'da' ? 'da' : 'en' }),
  }),
  route('GET /api/w/{workspaceId}/home', {
    summary: 'The workspace at a glance: what is known, about whom, how sure, and what may be done',
    access: member('workspace.read'),
    params: inWorkspace,
    answer: Home,
    handle: async ({ app, params, actor, request }) =>
      homeOf(waitingAtMost(app, request), {
        ...params,
        may: (permission) => roleAllows(actor.role, permission),
      }),
  }),
  route('GET /api/w/{workspaceId}/segments/{segmentId}/portrait', {
    summary: 'Who a segment is, why, in whose words, and how many may be contacted for what',
    access: memberOrKey('portraits.read'),
    params: ofSegment,
    answer: Portrait,
    handle: async ({ app, params, actor, request }) => {
      const portrait = await portraitOf(waitingAtMost(app, request), params)
      const quotes = portrait.why.reduce((sum, code) => sum + code.quotes.length, 0)
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'portrait.read',
        subject: { kind: 'segment', id: params.segmentId },
        purpose: 'quoting',
        detail: { quotes },
      })
      return portrait
    },
  }),
  route('GET /api/w/{workspaceId}/segments/{segmentId}/contacts', {
    summary: 'Those of a segment who may be mailed or invited at this moment, as CSV or XLSX',
    sends: tableMedia,
    access: memberOrKey('audience.export'),
    params: ofSegment,
    query: z.object({ purpose: z.enum(contactPurposes), format: z.enum(tableFormats) }),
    handle: async ({ app, params, actor, query }) => {
      const { segment } = await findSegment(app.pg, params)
      const taking = { ...params, purpose: query.purpose, actor, segmentName: segment.name }
      const name = `${query.purpose}-${params.segmentId}.${query.format}`
      const body = query.format === 'csv' ? contactsCsv(app, taking) : await contactsWorkbook(app, taking)
      return fileAnswer(body, { name, type: tableTypes[query.format] })
    },
  }),
]
