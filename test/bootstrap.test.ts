import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const bin = join(import.meta.dirname, '../bin')
const lock = JSON.stringify({ packages: { '': {}, 'node_modules/zod': { version: '4.0.0' } } })
let clone = ''

beforeEach(() => {
  clone = temporaryFolder('bootstrap')
  mkdirSync(join(clone, 'bin'))
  for (const file of ['bootstrap.mjs', 'install.mjs']) copyFileSync(join(bin, file), join(clone, 'bin', file))
  writeFileSync(
    join(clone, 'bin/start.mjs'),
    `console.log('started by', process.argv0, ...process.argv.slice(2))`,
  )
  writeFileSync(join(clone, 'package-lock.json'), lock)
  writeFileSync(join(clone, 'npm-cli.js'), npm())
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

describe('the bootstrap', () => {
  test('installs a fresh clone, says so, and hands over to the Node it installed', async () => {
    const { output, code } = await bootstrap(['start', '--flag'])
    expect(output).toContain('Installing packages')
    expect(output).toContain(`started by ${clone}/node_modules/node/bin/node --flag`)
    expect(code).toBe(0)
    expect(npmRuns()).toEqual(['ci'])
  })

  test('installs nothing the second time, and again when the lock file changed', async () => {
    await bootstrap(['start'])
    await bootstrap(['start'])
    expect(npmRuns()).toEqual(['ci'])
    writeFileSync(join(clone, 'package-lock.json'), lock.replace('4.0.0', '4.0.1'))
    await bootstrap(['start'])
    expect(npmRuns()).toEqual(['ci', 'install --no-save'])
  })

  test('accepts what was installed by hand', async () => {
    await bootstrap(['start'])
    rmSync(join(clone, 'node_modules/.samtale-install'))
    writeFileSync(join(clone, 'node_modules/.package-lock.json'), lock)
    await bootstrap(['start'])
    expect(npmRuns()).toEqual(['ci'])
  })

  test('goes on with npm install where npm ci refuses the lock', async () => {
    const { code } = await bootstrap(['start'], { REFUSE: 'ci' })
    expect(code).toBe(0)
    expect(npmRuns()).toEqual(['ci', 'install --no-save'])
  })

  test('says what npm said when nothing helps, and ends with 1', async () => {
    const { output, code } = await bootstrap(['start'], { REFUSE: 'ci install' })
    expect(output).toMatch(/could not be installed[^]*no network here/)
    expect(code).toBe(1)
  })

  test('started twice at once, installs once', async () => {
    const both = await Promise.all([bootstrap(['start']), bootstrap(['start'])])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(npmRuns()).toEqual(['ci'])
  })

  test('takes over from an install that was killed', async () => {
    const left = join(clone, '.cache/install.lock')
    mkdirSync(left, { recursive: true })
    utimesSync(left, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000))
    expect((await bootstrap(['start'])).code).toBe(0)
    expect(existsSync(left)).toBe(false)
  })

  test('says what it can do when asked for something else', async () => {
    const { output, code } = await bootstrap(['fly'])
    expect(output).toContain('start|test|samtale|bench')
    expect(code).toBe(1)
  })
})

/** Stands in for npm: notes how it was called, and brings the Node that runs this test. */
function npm(): string {
  return `const { appendFileSync, mkdirSync, symlinkSync } = require('node:fs')
    const args = process.argv.slice(2).filter((arg) => !/audit|fund|loglevel/.test(arg))
    appendFileSync('npm-runs', args.join(' ') + '\\n')
    if ((process.env.REFUSE || '').split(' ').includes(args[0])) { console.error('no network here'); process.exit(1) }
    setTimeout(() => {
      mkdirSync('node_modules/node/bin', { recursive: true })
      try { symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/node/bin/node') } catch {}
    }, 400)`
}

function npmRuns(): string[] {
  return readFileSync(join(clone, 'npm-runs'), 'utf8').trim().split('\n')
}

function bootstrap(
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<{ output: string; code: number | null }> {
  const env = { ...process.env, npm_execpath: join(clone, 'npm-cli.js'), ...environment }
  const child = spawn(process.execPath, [join(clone, 'bin/bootstrap.mjs'), ...args], { env, cwd: clone })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ output, code })))
}
