import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from './folder-lock.ts'

export type BuildWeb = { root: string; say: (line: string) => void }

/**
 * Builds the web app into `dist/web` when what it is made of has changed since the last build; true when it did. Several starts
 * from one clone build once. Throws with the builder's words when the build fails.
 */
export async function buildWebWhenStale({ root, say }: BuildWeb): Promise<boolean> {
  const dist = join(root, 'dist')
  const current = hashSources(root)
  if (readHash(dist) === current) return false
  mkdirSync(dist, { recursive: true })
  const release = await waitForLock(dist)
  try {
    if (readHash(dist) === current) return false
    say('Building the web app')
    const fresh = join(dist, 'web.new')
    await runVite({ root, outDir: fresh })
    writeFileSync(join(fresh, '.sources'), current)
    rmSync(join(dist, 'web'), { recursive: true, force: true })
    renameSync(fresh, join(dist, 'web'))
    return true
  } finally {
    release()
  }
}

/** Server files count too: a screen may use a room's pure rules, and building once too often costs a few seconds. */
function hashSources(root: string): string {
  const patterns = ['web/**', 'src/**/*.{ts,tsx,css,json,svg}', 'vite.config.ts', 'package-lock.json']
  const files = globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

function readHash(dist: string): string | undefined {
  const file = join(dist, 'web', '.sources')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

async function waitForLock(folder: string): Promise<() => void> {
  for (;;) {
    const lock = lockFolder(folder)
    if (lock.state === 'taken') return lock.release
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function runVite({ root, outDir }: { root: string; outDir: string }): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error']
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  if (code !== 0) throw new Error(`The web app could not be built:\n${output.slice(-4000)}`)
  if (output.trim() !== '') process.stderr.write(output)
}
