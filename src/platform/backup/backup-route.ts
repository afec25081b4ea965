import { z } from 'zod'
import { Problem } from '../http/problem.ts'
import { route, type Route } from '../http/route.ts'
import { largeFilesFolder } from '../large-files/from-settings.ts'
import { operator } from '../operator.ts'
import { makeBackup } from './backup.ts'
import { BackupProblem } from './manifest.ts'

/** The route for the person who runs the installation that copies both engines into a folder. */
export function backupRoutes({ databaseUrl, version }: { databaseUrl: string; version: string }): Route[] {
  let running = false
  return [
    route('POST /api/operator/backup', {
      summary: 'Copy both engines into a folder of the machine the program runs on',
      access: operator(),
      body: z.object({ folder: z.string().min(1) }),
      handle: async ({ app, body }) => {
        if (running)
          throw new Problem({ id: 'backup-running', status: 409, detail: 'A backup is being made already.' })
        running = true
        const { folder } = body
        const filesFolder = app.largeFiles.kind === 'disk' ? largeFilesFolder(app.dataDir) : null
        const now = app.clock.now()
        const wish = { folder, databaseUrl, ch: app.ch, secret: app.secret, filesFolder, version, now }
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
