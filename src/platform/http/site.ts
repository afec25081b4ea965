import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import type { App } from '../app.ts'
import { isDiskOf } from '../engine-fault.ts'
import { pingPostgres } from '../store/postgres.ts'
import { sql } from '../store/sql.ts'
import { answerMetrics, countRequest } from './metrics.ts'
import { answerError, mountRoutes } from './mount.ts'
import { openApiDocument } from './openapi.ts'
import { Problem, problemBody } from './problem.ts'
import type { Route } from './route.ts'

type Site = {
  app: App
  routes: readonly Route[]
  version: string
  postgres: 'embedded' | 'external'
  /** Folder of the built web app. */
  webDir: string
}

/** Everything served over HTTP: health, metrics, the API, its document, and the web app. */
export function makeSite({ app, routes, version, postgres, webDir }: Site): Hono {
  const hono = new Hono()
  hono.use(requestId())
  hono.use(logAndCount(app))
  hono.use(headers(app))
  hono.onError((error) => answerError(app, error))
  hono.get('/health', () => health({ app, version, postgres }))
  hono.get('/metrics', async () => answerMetrics(await enginesDown(app)))
  hono.get('/api/openapi.json', (context) => context.json(openApiDocument(routes, version)))
  mountRoutes(hono, app, routes)
  hono.all('/api/*', () => {
    throw new Problem({
      id: 'no-such-route',
      status: 404,
      detail: 'There is no such route; see /api/openapi.json.',
    })
  })
  hono.all('/v1/*', (context) => wrongCall(context.req.path, routes))
  serveWebApp(hono, webDir)
  return hono
}

/** A collection call by another method than it has, or one there is not: a sender must not take the web app's page for a yes. */
function wrongCall(path: string, routes: readonly Route[]): Response {
  const methods = routes.flatMap(({ key }) => {
    const [method = '', pattern = ''] = key.split(' ')
    return patternOf(pattern).test(path) ? [method] : []
  })
  if (methods.length === 0)
    throw new Problem({
      id: 'no-such-route',
      status: 404,
      detail: 'There is no such call; see /api/openapi.json.',
    })
  const allow = methods.join(', ')
  const wrong = new Problem({ id: 'wrong-method', status: 405, detail: `Call it by one of: ${allow}.` })
  return Response.json(problemBody(wrong), {
    status: wrong.status,
    headers: { allow, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

function patternOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}

/** Nothing runs in the page that is not ours; nobody frames it. */
function headers(app: App) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      // Recordings and their captions.
      mediaSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    // Said over http it would mean nothing, and behind a proxy that ends https the address is https.
    strictTransportSecurity: app.baseUrl().startsWith('https:')
      ? 'max-age=31536000; includeSubDomains'
      : false,
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'same-site',
  })
}

function logAndCount(app: App) {
  return async (context: Parameters<Parameters<Hono['use']>[1]>[0], next: () => Promise<void>) => {
    const begun = performance.now()
    await next()
    // The route's pattern, never the path: a path may hold an id, a query may hold a name.
    const route = context.req.routePath
    const { method } = context.req
    const { status } = context.res
    const took = performance.now() - begun
    countRequest({ method, route, status, ms: took })
    app.log.info(
      { requestId: context.get('requestId'), method, route, status, ms: Math.round(took) },
      'request',
    )
  }
}

async function health({
  app,
  version,
  postgres,
}: Pick<Site, 'app' | 'version' | 'postgres'>): Promise<Response> {
  const engines = { postgres, clickhouse: app.ch.kind }
  const down = await enginesDown(app)
  const full = isDiskOf(app.dataDir) === 'full' ? 'the disk of the data folder is full' : undefined
  if (down.length === 0)
    return Response.json({ status: 'ok', engines, version, ...(full === undefined ? {} : { warning: full }) })
  const away = `${down.join(' and ')} ${down.length === 1 ? 'does' : 'do'} not answer`
  const reason = full === undefined ? away : `${full}; ${away}`
  return Response.json({ status: 'down', reason, engines, version }, { status: 503 })
}

/** Names of the engines that do not answer within three seconds. */
async function enginesDown(app: App): Promise<string[]> {
  const checks = { postgres: pingPostgres(app.pg), clickhouse: app.ch.query(sql`SELECT 1`, z.unknown()) }
  const timeout = new Promise<never>((_, reject) => setTimeout(reject, 3000, new Error('timed out')).unref())
  // All at once: a check that fails while another is waited for would end the program.
  const answered = await Promise.all(
    Object.entries(checks).map(([engine, check]) =>
      Promise.race([check, timeout]).then(
        () => undefined,
        () => engine,
      ),
    ),
  )
  return answered.filter((engine) => engine !== undefined)
}

function serveWebApp(hono: Hono, webDir: string): void {
  const root = relative(process.cwd(), webDir) || '.'
  hono.use('/assets/*', async (context, next) => {
    await next()
    if (context.res.ok) context.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  hono.use('/assets/*', serveStatic({ root, precompressed: true }))
  // Of another build: the page in its place would be kept as if it were the file.
  hono.all('/assets/*', (context) => context.notFound())
  hono.get('*', async (context) => {
    const file = join(webDir, 'index.html')
    if (/\.\w{2,5}$/.test(context.req.path)) {
      const asset = await readPublic(webDir, context.req.path)
      if (asset) return asset
    }
    if (!existsSync(file)) return context.text('The web app is not built yet.', 503)
    return context.html(await readFile(file, 'utf8'), 200, { 'cache-control': 'no-cache' })
  })
}

const publicTypes: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.js': 'text/javascript',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
}

async function readPublic(webDir: string, path: string): Promise<Response | undefined> {
  const name = /^\/([\w-]+\.\w+)$/.exec(path)?.[1]
  const type = publicTypes[/\.\w+$/.exec(path)?.[0] ?? '']
  if (name === undefined || type === undefined || !existsSync(join(webDir, name))) return undefined
  return new Response(await readFile(join(webDir, name)), { headers: { 'content-type': type } })
}
