import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { App } from '../app.ts'
import { Problem } from '../http/problem.ts'
import { route, type Access, type Route } from '../http/route.ts'
import { makeBackup } from './backup.ts'
import { BackupProblem } from './manifest.ts'

/** Who may do what concerns the whole installation: whoever can read this file in the data folder, made anew at every start. */
export const operatorTokenFile = 'operator-token'

type Operator = { app: App; databaseUrl: string; version: string }

/** Routes for the person who runs the installation, not for members of a workspace. */
export function operatorRoutes({ app, databaseUrl, version }: Operator): Route[] {
  const token = randomBytes(32).toString('base64url')
  writeFileSync(join(app.dataDir, operatorTokenFile), `${token}\n`, { mode: 0o600 })
  let running = false
  return [
    route('POST /api/operator/backup', {
      summary: 'Copy both engines into a folder of the machine the program runs on',
      access: holderOf(token),
      body: z.object({ folder: z.string().min(1) }),
      handle: async ({ app, body }) => {
        if (running)
          throw new Problem({ id: 'backup-running', status: 409, detail: 'A backup is being made already.' })
        running = true
        const { folder } = body
        const wish = { folder, databaseUrl, ch: app.ch, secret: app.secret, version, now: app.clock.now() }
        return asLines(async (say) => {
          try {
            say({ done: await makeBackup({ ...wish, say: (line) => say({ line }) }) })
          } catch (error) {
            if (!(error instanceof BackupProblem))
              app.log.error({ kind: String(error).slice(0, 40) }, 'backup failed')
            say({ problem: error instanceof Error ? error.message : String(error) })
          } finally {
            running = false
          }
        })
      },
    }),
  ]
}

function holderOf(token: string): Access<undefined> {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return {
    name: 'open: the proof is a file in the data folder',
    admit: async ({ request }) => {
      const presented = request.headers.get('x-samtale-operator') ?? ''
      if (timingSafeEqual(digest(presented), digest(token))) return undefined
      throw new Problem({
        id: 'not-the-operator',
        status: 401,
        detail: `Only who can read ${operatorTokenFile} in the data folder may do this.`,
      })
    },
  }
}

/** An answer that says how far it is, one JSON object a line, because a copy may take longer than a caller waits in silence. */
function asLines(work: (say: (said: object) => void) => Promise<void>): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const say = (said: object) => controller.enqueue(encoder.encode(`${JSON.stringify(said)}\n`))
      void work(say).finally(() => controller.close())
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/jsonl' } })
}
