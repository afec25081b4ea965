import { z } from 'zod'
import { Problem, problemBody, route, type Access, type App } from '../../platform/index.ts'
import { findWriteKey, onlyInvented, open, type WriteKey } from '../../workspace/index.ts'
import { readBody } from './body.ts'
import { collectEvents, type Envelope } from './collect-events.ts'

/**
 * The family of calls of Segment's HTTP Tracking API: `POST /v1/batch` and one call for each type of message, with the
 * browser library's one-letter names. Key: Basic user, or `writeKey` in the body.
 * Source: Segment documentation, HTTP Tracking API.
 */
const calls = {
  '/v1/batch': 'batch',
  '/v1/b': 'batch',
  '/v1/import': 'batch',
  '/v1/track': 'track',
  '/v1/t': 'track',
  '/v1/identify': 'identify',
  '/v1/i': 'identify',
  '/v1/page': 'page',
  '/v1/p': 'page',
  '/v1/screen': 'screen',
  '/v1/s': 'screen',
  '/v1/group': 'group',
  '/v1/g': 'group',
  '/v1/alias': 'alias',
  '/v1/a': 'alias',
} as const

type Call = (typeof calls)[keyof typeof calls]

const keyInCall: Access<undefined> = {
  ...open('the key is a write key in the call itself'),
  proofs: ['writeKey', 'writeKeyInBody'],
}
const beforeCall = open('a browser asks whether it may call, not yet whom for')

/** A call as Segment's HTTP Tracking API has it; whatever else is in it is kept too. */
const Message = z.looseObject({
  messageId: z.string().optional(),
  userId: z.string().optional(),
  anonymousId: z.string().optional(),
  event: z.string().optional(),
  name: z.string().optional(),
  properties: z.looseObject({}).optional(),
  traits: z.looseObject({}).optional(),
  context: z.looseObject({}).optional(),
  timestamp: z.string().optional(),
  sentAt: z.string().optional(),
  writeKey: z.string().optional(),
})
const Batch = z.looseObject({
  batch: z.array(Message.extend({ type: z.string() })),
  sentAt: z.string().optional(),
  writeKey: z.string().optional(),
})

export const protocolRoutes = [
  ...Object.entries(calls).map(([path, call]) =>
    route(`POST ${path as keyof typeof calls}`, {
      summary: `Collect: ${call}`,
      sends: ['application/json'],
      access: keyInCall,
      takes: call === 'batch' ? Batch : Message,
      bodyLimit: 'handler',
      handle: async ({ app, request }) => withCors(await takeCall(app, request, call)),
    }),
  ),
  // A browser asks before it calls from another origin: the newest library sends an authorization header.
  ...Object.keys(calls).map((path) =>
    route(`OPTIONS ${path as keyof typeof calls}`, {
      summary: 'May a page from elsewhere call?',
      sends: [],
      access: beforeCall,
      handle: async () => withCors(new Response(null, { status: 204 })),
    }),
  ),
  route('GET /v1/projects/{writeKey}/settings', {
    summary: 'Settings the browser library asks for when it loads',
    sends: ['application/json'],
    access: keyInCall,
    params: z.object({ writeKey: z.string().max(200) }),
    handle: async ({ params }) =>
      withCors(Response.json({ integrations: { 'Segment.io': { apiKey: params.writeKey } } })),
  }),
]

async function takeCall(app: App, request: Request, call: Call): Promise<Response> {
  const read = await readBody(request)
  if (read.state === 'refused') return refuse(read.id, read.detail)
  const body = isRecord(read.value) ? read.value : undefined
  if (!body) return refuse('not-an-object', 'The body must be a JSON object.')
  const sender = await findSender(app, request, body)
  if (!sender)
    return problem(
      new Problem({
        id: 'unknown-key',
        status: 401,
        detail: 'No write key of this installation: check the key.',
      }),
    )
  if (sender.isSample) return problem(onlyInvented())
  const messages = call === 'batch' ? body['batch'] : [{ ...body, type: call }]
  if (!Array.isArray(messages)) return refuse('no-batch', 'A batch needs "batch": a list of messages.')
  const collected = await collectEvents(app, sender, { messages, envelope: envelopeOf(body) })
  const strict = request.headers.get('x-strict-mode') === '1'
  if (strict && collected.refused.length > 0) return refuseEvents(collected.refused, call)
  return Response.json({ success: true })
}

function envelopeOf(body: Record<string, unknown>): Envelope {
  const sent = typeof body['sentAt'] === 'string' ? new Date(body['sentAt']) : undefined
  return { sentAt: sent && Number.isFinite(sent.getTime()) ? sent : undefined, context: body['context'] }
}

async function findSender(
  app: App,
  request: Request,
  body: Record<string, unknown>,
): Promise<WriteKey | undefined> {
  const basic = /^Basic (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const fromHeader =
    basic === undefined ? undefined : Buffer.from(basic, 'base64').toString('utf8').split(':')[0]
  const fromBody = typeof body['writeKey'] === 'string' ? body['writeKey'] : undefined
  for (const presented of [fromHeader, fromBody]) {
    if (presented === undefined || presented === '') continue
    const found = await findWriteKey(app, presented)
    if (found) return found
  }
  return undefined
}

function refuse(id: string, detail: string): Response {
  return problem(new Problem({ id, status: 400, detail }))
}

function refuseEvents(refused: readonly { index: number; reason: string }[], call: Call): Response {
  const fields = refused.map(({ index, reason }) => ({
    path: call === 'batch' ? `batch.${index}` : '',
    message: reason,
    code: 'wrong-form' as const,
    params: {},
  }))
  const count = refused.length
  const many =
    count === 1
      ? '1 of the messages was refused and is kept with its reason; the others were taken.'
      : `${count} of the messages were refused and are kept with their reasons; the others were taken.`
  const detail = call === 'batch' ? many : 'The message was refused and is kept with its reason.'
  return problem(new Problem({ id: 'refused-events', status: 400, detail, fields }))
}

function problem(given: Problem): Response {
  return Response.json(problemBody(given), { status: given.status })
}

function withCors(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set('access-control-allow-methods', 'POST, GET, OPTIONS')
  response.headers.set(
    'access-control-allow-headers',
    'authorization, content-type, x-retry-count, x-strict-mode',
  )
  response.headers.set('access-control-max-age', '86400')
  response.headers.set('cross-origin-resource-policy', 'cross-origin')
  return response
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
