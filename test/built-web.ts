import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

export type BuiltWeb = { address: string; folder: string; close: () => Promise<void> }

/**
 * Builds the web app and serves it with the strictest policy it must live under. `answers` stands in for the server: a path of the
 * API and what it answers; any other path of the API is 404.
 */
export async function serveBuiltWeb(answers: Record<string, unknown> = {}): Promise<BuiltWeb> {
  const folder = mkdtempSync(join(tmpdir(), 'samtale-web-'))
  await build({
    configFile: join(import.meta.dirname, '../vite.config.ts'),
    logLevel: 'error',
    // With the gallery of components, which the program does not ship.
    mode: 'gallery',
    build: { outDir: folder, emptyOutDir: true },
  })
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (path.startsWith('/api/')) {
      const answer = answers[path]
      const status = answer === undefined ? 404 : 200
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer ?? { id: 'not-found', title: 'Not found', status }))
      return
    }
    const asset = join(folder, path)
    const file = extname(path) && existsSync(asset) ? asset : join(folder, 'index.html')
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy':
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : 0
  return {
    address: `http://127.0.0.1:${port}`,
    folder,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true })
    },
  }
}
