import type { Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Asker } from '../threads/index.ts'
import { engineFault, isDiskOf } from '../engine-fault.ts'
import { faultsOf } from './field-fault.ts'
import { Problem, notFound, problemBody } from './problem.ts'
import { readJson, tooLarge } from './read-json.ts'
import type { Asked, Route } from './route.ts'

/** Puts routes on a Hono app: access, then parse, then handle, then the answer through its schema. */
export function mountRoutes(hono: Hono, app: App, routes: readonly Route[]): void {
  for (const route of routes) {
    const [method, path] = splitKey(route.key)
    const limit = limitBody(route.spec.bodyLimit ?? 1_000_000)
    hono.on(method, path, limit, async (context) =>
      answerTo(route, {
        app,
        request: context.req.raw,
        params: context.req.param() as Record<string, string>,
        ip: clientIp(context.req.raw, context.env),
      }),
    )
  }
}

function limitBody(limit: number | 'handler'): MiddlewareHandler {
  if (limit === 'handler') return (_context, next) => next()
  return bodyLimit({
    maxSize: limit,
    onError: () => {
      throw tooLarge()
    },
  })
}

/** Answers any error as a problem; what is not expected is logged under the request's id and said without detail. */
export function answerError(app: App, error: unknown): Response {
  const problem = asProblem(app, error)
  if (problem) {
    return Response.json(problemBody(problem), {
      status: problem.status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        // Seconds until it is worth asking again.
        ...(problem.status === 503 ? { 'retry-after': '1' } : {}),
      },
    })
  }
  app.log.error({ err: withoutData(error) }, 'request failed')
  const body = {
    id: 'internal',
    type: 'urn:samtale:problem:internal',
    title: 'Something went wrong',
    status: 500,
    detail: 'Something went wrong on our side. Nothing was changed; try again.',
  }
  return Response.json(body, { status: 500, headers: { 'content-type': 'application/problem+json' } })
}

type Incoming = { app: App; request: Request; params: Record<string, string>; ip: string }

async function answerTo(route: Route, incoming: Incoming): Promise<Response> {
  const { spec } = route
  const actor = await spec.access.admit(incoming)
  const given = {
    app: incoming.app,
    actor,
    request: incoming.request,
    ip: incoming.ip,
    params: parsePath(spec.params, incoming.params),
    query: parse(spec.query, 'query', queryOf(incoming.request)),
    body:
      spec.body === undefined
        ? undefined
        : parse(spec.body, 'body', await readJson(incoming.request, askerOf(incoming))),
  }
  const answer = await spec.handle(given as Asked)
  if (answer instanceof Response) return answer
  if (answer === undefined) return new Response(null, { status: 204 })
  const checked = spec.answer instanceof z.ZodType ? spec.answer.parse(answer) : answer
  return Response.json(checked, { headers: { 'cache-control': 'no-store' } })
}

function splitKey(key: string): [method: string, path: string] {
  const [method = 'GET', path = '/'] = key.split(' ')
  return [method, path.replaceAll(/\{(\w+)\}/g, ':$1')]
}

function parsePath(schema: unknown, params: Record<string, string>): unknown {
  if (!(schema instanceof z.ZodType)) return undefined
  const parsed = schema.safeParse(params)
  // An id that is no id cannot exist.
  if (!parsed.success) throw notFound('page')
  return parsed.data
}

function parse(schema: unknown, where: string, value: unknown): unknown {
  if (!(schema instanceof z.ZodType)) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = faultsOf(parsed.error.issues, value)
  const first = fields[0]
  throw new Problem({
    id: `bad-${where}`,
    status: 400,
    detail: `Please correct ${first?.path ? `"${first.path}"` : `the ${where}`}: ${first?.message ?? 'not as expected'}.`,
    fields,
  })
}

function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  for (const [name, value] of new URL(request.url).searchParams) {
    const before = query[name]
    query[name] = before === undefined ? value : [before, value].flat()
  }
  return query
}

/** Whose turn a large body takes. */
function askerOf({ request, params, ip }: Incoming): Asker {
  return { whose: params['workspaceId'] ?? ip, signal: request.signal }
}

function asProblem(app: App, error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const fault = engineFault(error)
  if (fault === 'disk full') return diskFull(507)
  // An engine that cannot write its log goes away: then the disk is what somebody can do something about.
  if (fault === 'down' && isDiskOf(app.dataDir) === 'full') return diskFull(503)
  if (fault === 'down')
    return new Problem({
      id: 'engine-down',
      status: 503,
      detail: 'A database is not answering. It is being restarted; try again in a moment.',
    })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // Begun again three times, and others were in its way each time.
  if (code === '40P01' || code === '40001')
    return new Problem({
      id: 'too-many-at-once',
      status: 503,
      detail:
        'Others are changing the same at this moment, so this was not done. Look at what stands there now, then try again.',
    })
  return undefined
}

const diskFull = (status: 503 | 507) =>
  new Problem({
    id: 'disk-full',
    status,
    detail: 'The disk is full. Nothing was lost; make room and try again.',
  })

/** An error as it may be logged: engines quote values in their messages and details, so only kind, code and place stay. */
function withoutData(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? error.code : undefined
  const place = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
  return { kind: error.name, code, place }
}

function clientIp(request: Request, env: unknown): string {
  const socketAddress =
    typeof env === 'object' && env !== null && 'incoming' in env
      ? (env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket?.remoteAddress
      : undefined
  // Behind a proxy on the same machine the real address is the last one it added.
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  const trusted =
    socketAddress === '127.0.0.1' || socketAddress === '::1' || socketAddress === '::ffff:127.0.0.1'
  return (trusted ? forwarded : undefined) ?? socketAddress ?? 'unknown'
}
