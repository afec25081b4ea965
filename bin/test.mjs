// `npm test`: every check with its output, then one line for the whole run. With arguments (`npm test -- src/people`): only the
// tests whose path matches.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWebWhenStale } from '../src/platform/engines/web-build.ts'

const root = join(import.meta.dirname, '..')
const only = process.argv.slice(2)
const report = join(root, '.cache/vitest.json')

const checks = [
  { name: 'types', check: () => run('tsc', ['--noEmit', '-p', '.']) },
  { name: 'lint', check: () => run('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'format', check: () => run('oxfmt', ['--check']) },
  { name: 'unused code', check: () => run('knip', []) },
  { name: 'web app', check: buildWeb },
]

ensureChromium()
let [passed, failed] = [0, 0]
for (const { name, check } of only.length > 0 ? [] : checks) {
  console.log(`\n── ${name}`)
  const right = await check()
  console.log(right ? `${name}: fine` : `${name}: FAILED`)
  if (right) passed++
  else failed++
}
const tests = await runTests()
console.log(`\n${passed + tests.passed} passed, ${failed + tests.failed} failed`)
process.exitCode = failed + tests.failed > 0 ? 1 : 0

async function runTests() {
  console.log('\n── tests')
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const right = await run('vitest', ['run', ...reporters, ...only])
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.map(countFailures).reduce((sum, count) => sum + count, 0)
  // An error outside of any test fails the run too.
  return { passed: numPassedTests, failed: broken === 0 && !right ? 1 : broken }
}

/** A file that cannot even be loaded has no tests that failed, and is one failure. */
function countFailures({ status, assertionResults }) {
  const failures = assertionResults.filter((test) => test.status === 'failed').length
  return failures === 0 && status === 'failed' ? 1 : failures
}

async function buildWeb() {
  try {
    const built = await buildWebWhenStale({ root, say: (line) => console.log(line) })
    if (!built) console.log('nothing changed since the last build')
    return true
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error))
    return false
  }
}

function run(tool, args) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin', tool), args, {
      cwd: root,
      // Every test file is a process of its own that loads the same packages; they are compiled once.
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache/compiled') },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', (error) => (console.log(error.message), resolve(false)))
    child.once('close', (code) => resolve(code === 0))
  })
}

/** The tests drive Debian's Chromium, because its version fits the system's libraries. */
function ensureChromium() {
  if (existsSync('/usr/bin/chromium')) return
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (mayInstall) {
    console.log('── installing Chromium for the tests in a browser')
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    apt('update', '-q')
    apt('install', '-y', '-q', '--no-install-recommends', 'chromium')
  }
  if (!existsSync('/usr/bin/chromium'))
    console.log(
      '/usr/bin/chromium is missing and could not be installed: the tests in a browser will fail. As root: apt-get install chromium',
    )
}
