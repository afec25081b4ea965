// `npm start`, under the project's own Node: everything on one machine until Ctrl-C.
import { join, resolve } from 'node:path'
import { supervise } from '../src/platform/engines/supervisor.ts'
import { buildWebWhenStale } from '../src/platform/engines/web-build.ts'

const root = join(import.meta.dirname, '..')
const say = (line) => console.error(line)
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort())
// The bootstrap went away, killed perhaps: nobody is left to stop this one.
process.on('disconnect', () => stopping.abort())

const code = await supervise({
  data: resolve(process.env.SAMTALE_DATA || join(root, 'data')),
  program: join(root, 'src/main.ts'),
  environment: process.env,
  buildWeb: () => buildWebWhenStale({ root, say }),
  say,
  stop: stopping.signal,
})
// Everything is stopped; a stray timer or channel shall not keep this process.
process.exit(code)
