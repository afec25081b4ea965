import { serve } from '@hono/node-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { buildWebWhenStale } from '../src/platform/engines/web-build.ts'
import { makeSite, type App } from '../src/platform/index.ts'
import { rooms, wireRooms } from '../src/server.ts'
import type { TestUser } from './members.ts'

export type ServedSite = { url: string; close: () => Promise<void> }

/** Serves an app with every room and the built web app on a port of its own; jobs and outbox run. */
export async function serveSite(app: App): Promise<ServedSite> {
  const root = join(import.meta.dirname, '..')
  await buildWebWhenStale({ root, say: () => undefined })
  wireRooms(app)
  app.outbox.start()
  await app.jobs.start()
  const site = makeSite({
    app,
    routes: rooms.flatMap((room) => room.routes),
    version: 'test',
    postgres: 'embedded',
    webDir: join(root, 'dist/web'),
  })
  const server = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Signs a browser in as a user made by `signUp` or `openWorkspace`. */
export async function signInBrowser(
  context: BrowserContext,
  { url, user }: { url: string; user: TestUser },
): Promise<void> {
  const [name = '', value = ''] = (user.headers['cookie'] ?? '').split(/=(.*)/s)
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
}
