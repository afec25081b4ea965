import { z } from 'zod'
import { personOr404 } from '../people/index.ts'
import {
  PageQuery,
  Problem,
  cutPage,
  fileAnswer,
  json,
  notFound,
  pageOf,
  route,
  type App,
} from '../platform/index.ts'
import { PersonId, RequestId, WorkspaceId, audit, member } from '../workspace/index.ts'
import { beginErasure } from './erasure.ts'
import { type Keeper, countIn, exportFrom } from './holdings.ts'
import { Receipt } from './receipt.ts'

const ofPerson = z.object({ workspaceId: WorkspaceId, personId: PersonId })
const ofRequest = z.object({ workspaceId: WorkspaceId, requestId: RequestId })
const RequestAnswer = z.object({
  requestId: z.string(),
  kind: z.enum(['export', 'erasure']),
  state: z.enum(['running', 'done']),
  requestedAt: z.string(),
  completedAt: z.string().nullable(),
  counts: z.record(z.string(), z.int()),
  hasReceipt: z.boolean(),
})

/** The rooms that keep something of people; filled once by `wireRequests`, since the routes are made before they are known. */
export const keepers: Keeper[] = []

export const requestRoutes = [
  route('POST /api/w/{workspaceId}/people/{personId}/export', {
    summary: 'Everything kept of a person, as JSON to hand over',
    sends: ['application/json'],
    access: member('people.export'),
    params: ofPerson,
    answer: z.record(z.string(), z.unknown()),
    handle: async ({ app, actor, params }) => {
      const { workspaceId } = params
      const { personId, personNo } = await personOr404(app, params)
      const person = { workspaceId, personId, personNo }
      const everything = await exportFrom(app, { keepers, person })
      await keepExport(app, {
        workspaceId,
        by: actor.userId,
        counts: await countIn(app, { keepers, person }),
      })
      await audit(app, {
        workspaceId,
        actor,
        action: 'people.exported',
        subject: { kind: 'person', id: personId },
        purpose: 'access',
      })
      const body = JSON.stringify(
        { format: 'samtale-person-1', exportedAt: app.clock.now(), ...everything },
        null,
        2,
      )
      return fileAnswer(body, { name: `person-${personId}.json`, type: jsonType })
    },
  }),
  route('POST /api/w/{workspaceId}/people/{personId}/erase', {
    summary: 'Erase a person from both engines and keep them away',
    access: member('people.erase'),
    params: ofPerson,
    body: z.object({ confirm: z.string().max(200) }),
    answer: z.object({ requestId: z.string() }),
    handle: async ({ app, actor, params, body }) => {
      const { workspaceId } = params
      const person = await personOr404(app, params)
      if (body.confirm.trim() !== person.pseudonym)
        throw new Problem({
          id: 'not-confirmed',
          status: 422,
          detail: 'Type the name of the person exactly as it is shown, then erase.',
        })
      return { requestId: await beginErasure(app, { workspaceId, person, keepers, actor }) }
    },
  }),
  route('GET /api/w/{workspaceId}/requests', {
    summary: 'Exports and erasures, newest first',
    access: member('people.export'),
    params: z.object({ workspaceId: WorkspaceId }),
    query: PageQuery,
    answer: pageOf(RequestAnswer),
    handle: ({ app, params, query }) => listRequests(app, { ...params, ...query }),
  }),
  route('GET /api/w/{workspaceId}/requests/{requestId}', {
    summary: 'How far a request is',
    access: member('people.export'),
    params: ofRequest,
    answer: RequestAnswer,
    handle: async ({ app, params }) => asAnswer(await requestOr404(app, params)),
  }),
  route('GET /api/w/{workspaceId}/requests/{requestId}/receipt', {
    summary: 'The signed receipt of an erasure',
    sends: ['application/json'],
    access: member('people.export'),
    params: ofRequest,
    answer: Receipt,
    handle: async ({ app, params }) => {
      const { receipt } = await requestOr404(app, params)
      if (receipt === null) throw notFound('receipt')
      const body = JSON.stringify(Receipt.parse(receipt), null, 2)
      return fileAnswer(body, { name: `receipt-${params.requestId}.json`, type: jsonType })
    },
  }),
] as const

const jsonType = 'application/json; charset=utf-8'

type RequestRow = {
  id: string
  kind: string
  state: string
  requested_at: Date
  completed_at: Date | null
  counts: unknown
  receipt: unknown
}

async function listRequests(
  app: App,
  { workspaceId, cursor, limit }: { workspaceId: string; cursor?: string | undefined; limit: number },
) {
  const after = z.uuid().safeParse(cursor)
  let rows = app.pg.selectFrom('requests').selectAll().where('workspace_id', '=', workspaceId)
  if (after.success) rows = rows.where('id', '<', after.data)
  const found = await rows
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = cutPage(found, limit, (row) => row.id)
  return { items: page.items.map(asAnswer), next: page.next }
}

async function requestOr404(
  app: App,
  { workspaceId, requestId }: { workspaceId: string; requestId: string },
): Promise<RequestRow> {
  const row = await app.pg
    .selectFrom('requests')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', requestId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('request')
  return row
}

async function keepExport(
  app: App,
  given: { workspaceId: string; by: string; counts: Record<string, number> },
): Promise<void> {
  const now = app.clock.now()
  await app.pg
    .insertInto('requests')
    .values({
      workspace_id: given.workspaceId,
      kind: 'export',
      state: 'done',
      requested_at: now,
      completed_at: now,
      requested_by: given.by,
      counts: json(given.counts),
    })
    .execute()
}

function asAnswer(row: RequestRow): z.input<typeof RequestAnswer> {
  return {
    requestId: row.id,
    kind: row.kind === 'export' ? 'export' : 'erasure',
    state: row.state === 'done' ? 'done' : 'running',
    requestedAt: row.requested_at.toISOString(),
    completedAt: row.completed_at?.toISOString() ?? null,
    counts: z.record(z.string(), z.int()).parse(row.counts),
    hasReceipt: row.receipt !== null,
  }
}
