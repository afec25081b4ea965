// The one door for `npm start`, `npm test`, `npm run samtale` and `npm run bench`. Plain JavaScript for any Node from 18 on:
// it installs what is missing, then hands over to the Node that the project brings along.
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installWhenNeeded } from './install.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const files = { start: 'bin/start.mjs', test: 'bin/test.mjs', samtale: 'cli/main.ts', bench: 'bench/main.ts' }
const [command = '', ...args] = process.argv.slice(2)

if (Number.parseInt(process.versions.node, 10) < 18)
  stop(`Samtale needs Node 18 or newer; this is ${process.version}.`)
if (!(command in files)) stop(`Usage: node bin/bootstrap.mjs ${Object.keys(files).join('|')}`)

try {
  const say = command === 'samtale' ? () => undefined : (line) => console.error(line)
  handOver(await installWhenNeeded({ root, say }))
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}

/** Runs the command under `node` and ends as it ends. */
function handOver(node) {
  const path = join(root, 'node_modules/.bin') + delimiter + (process.env.PATH ?? '')
  // npm changes to the project's folder; files named on the command line are meant from where the user is.
  const asked =
    command === 'samtale' && process.env.npm_lifecycle_event === 'samtale' ? process.env.INIT_CWD : undefined
  const child = spawn(node, [join(root, files[command]), ...args], {
    cwd: asked ?? process.cwd(),
    env: { ...process.env, PATH: path },
    // By this channel the supervisor notices when this process is killed.
    stdio: command === 'start' ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => stop(error.message))
  child.once('exit', (code) => process.exit(code ?? 1))
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
