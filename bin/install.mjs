// Part of the bootstrap: plain JavaScript for any Node from 18 on.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** Installs when `node_modules` is missing or older than the lock file; returns the path of the Node to go on with. */
export async function installWhenNeeded({ root, say }) {
  if (!isInstalled(root)) {
    const release = await takeLock(join(root, '.cache'), say)
    try {
      // Another bootstrap may have installed while this one waited.
      if (!isInstalled(root)) await install({ root, say })
    } finally {
      release()
    }
  }
  return join(root, nodeFile)
}

const nodeFile =
  process.platform === 'win32' ? 'node_modules/node/bin/node.exe' : 'node_modules/node/bin/node'

function isInstalled(root) {
  if (!existsSync(join(root, nodeFile)) || statSync(join(root, nodeFile)).size < 1_000_000) return false
  const marker = join(root, 'node_modules/.samtale-install')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wantedMark(root)) return true
  // Installed by hand with npm, which keeps its own account of what it put there.
  if (!agreesWithLock(root)) return false
  mark(root)
  return true
}

function wantedMark(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform}-${process.arch}\n`
}

function mark(root) {
  try {
    writeFileSync(join(root, 'node_modules/.samtale-install'), wantedMark(root))
  } catch {
    // A clone that somebody else owns: the account is compared again next time.
  }
}

function agreesWithLock(root) {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(
      ([path, entry]) =>
        path === '' ||
        entry.optional ||
        entry.devOptional ||
        entry.peer ||
        present[path]?.version === entry.version,
    )
  } catch {
    return false
  }
}

async function install({ root, say }) {
  say('Installing packages; the first time this takes a minute or two')
  const fresh = !existsSync(join(root, 'node_modules'))
  // `npm ci` empties node_modules first, which would pull the floor from under a program running from this clone. It also refuses a
  // lock without every other platform's optional packages, which some mirrors of the registry do not have; `npm install` does not.
  const attempts = fresh ? [['ci'], ['install', '--no-save']] : [['install', '--no-save']]
  let failure = ''
  for (const attempt of attempts) {
    failure = await npm({ root, args: attempt, say })
    if (failure === '') break
  }
  if (failure !== '') throw new Error(`The packages could not be installed:\n${failure}`)
  if (!runtimeWorks(root)) await fetchRuntime({ root, say })
  mark(root)
}

/** Resolves with nothing, or with what npm said when it failed. */
function npm({ root, args, say }) {
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined
  const own = [...args, '--no-audit', '--no-fund', '--loglevel=error']
  const [file, all] = cli ? [process.execPath, [cli, ...own]] : ['npm', own]
  const began = Date.now()
  const child = spawn(file, all, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !cli && process.platform === 'win32',
  })
  const progress = setInterval(
    () => say(`… still installing (${Math.round((Date.now() - began) / 1000)} s)`),
    15_000,
  )
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    const end = (failure) => (clearInterval(progress), resolve(failure))
    child.once('error', (error) => end(`npm ${args.join(' ')}: ${error.message}`))
    child.once('close', (code) =>
      end(code === 0 ? '' : `npm ${args.join(' ')} ended with ${code}\n${output}`),
    )
  })
}

function runtimeWorks(root) {
  return (
    spawnSync(join(root, nodeFile), ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v24.') === true
  )
}

/** The `node` package fetches its binary in an install script; where those are switched off it is run here. */
async function fetchRuntime({ root, say }) {
  say('Fetching Node 24')
  const folder = join(root, 'node_modules/node')
  const script = spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (runtimeWorks(root)) return
  throw new Error(
    `The package "node" did not bring a working Node 24 (${script.stderr?.trim() || 'no message'}). Allow its install script, then start again.`,
  )
}

/**
 * One install at a time. The lock is a folder, made by one process only; its holder touches it every second, and one untouched for
 * 30 s was left by a process that was killed. Renaming it away before taking over lets only one of several waiting do so.
 */
async function takeLock(folder, say) {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'install.lock')
  for (let told = false; ; told = true) {
    try {
      mkdirSync(lock)
      const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 1000)
      return () => (clearInterval(beat), rmSync(lock, { recursive: true, force: true }))
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!told) say('Waiting for another install of this clone')
    clearStale(lock)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

function clearStale(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs < 30_000) return
    const aside = `${lock}.${process.pid}`
    renameSync(lock, aside)
    rmSync(aside, { recursive: true, force: true })
  } catch {
    // Released or taken over in the meantime.
  }
}
