import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookFor } from '../bench/kill.ts'
import { setUpSamtale, startSamtale, type RunningSamtale } from '../bench/running-samtale.ts'
import { freePort } from './clickhouse-node.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder('disk')
const disk = join(folder, 'disk')
mkdirSync(disk)
const mounted = mount()
if (!mounted)
  console.warn('no small disk could be mounted here (root only): the suite "a full disk" does not run')
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk])
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!mounted)('a full disk', () => {
  const data = join(disk, 'data')
  const ballast = join(disk, 'ballast')
  const acknowledged: { taken: string[]; refused: string[] } = { taken: [], refused: [] }
  let samtale: RunningSamtale
  let writeKey = ''

  beforeAll(async () => {
    samtale = await startSamtale({ data, port: await freePort() })
    writeKey = (await setUpSamtale(samtale)).writeKey
  }, 90_000)
  afterAll(() => samtale.stop())

  async function send(id: string): Promise<{ status: number; id: string }> {
    const good = { type: 'track', event: 'Written', userId: 'u1', messageId: `taken-${id}` }
    const batch = [
      ...fill(good),
      { type: 'refuse me', messageId: `refused-${id}`, filler: 'x'.repeat(20_000) },
    ]
    // A connection of its own: one that was kept may be closed by the other side in the moment it is used again.
    const headers = { authorization: `Basic ${btoa(`${writeKey}:`)}`, connection: 'close' }
    const body = JSON.stringify({ batch })
    const answer = await fetch(`${samtale.url}/v1/batch`, { method: 'POST', headers, body })
    const said = (await answer.json()) as { id?: string }
    if (answer.status === 200) {
      acknowledged.taken.push(`taken-${id}`)
      acknowledged.refused.push(`refused-${id}`)
    }
    return { status: answer.status, id: said.id ?? '' }
  }

  test('is said as such, with 507, and nothing is acknowledged that is not written', async () => {
    for (let index = 0; index < 10; index++) expect((await send(`before-${index}`)).status).toBe(200)
    fillUp(ballast)
    const answers = []
    for (let index = 0; index < 20; index++) answers.push(await send(`full-${index}`))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(10)
    expect(refused.map(({ id }) => id)).toContain('disk-full')
    // PostgreSQL stops when it cannot write its log at all; the disk is what is said of that too.
    for (const { status, id } of refused)
      expect([
        [507, 'disk-full'],
        [503, 'disk-full'],
      ]).toContainEqual([status, id])
    const health = await (await fetch(`${samtale.url}/health`)).text()
    expect(health).toContain('the disk of the data folder is full')
  }, 90_000)

  test('with room again, it goes on without a restart', async () => {
    rmSync(ballast)
    await samtale.untilHealthy()
    await expect.poll(async () => (await send('after')).status, { timeout: 30_000, interval: 300 }).toBe(200)
  }, 90_000)

  test('everything acknowledged before, while and after it was full is there', async () => {
    await samtale.stop()
    const found = await lookFor(data, { ...acknowledged, sentAgain: () => 0 })
    expect(found.lost).toEqual({ clickhouse: [], postgres: [] })
  }, 60_000)
})

/** One message, and others that only take room. */
function fill(good: object): object[] {
  const others = Array.from({ length: 12 }, () => {
    const filler = Array.from({ length: 500 }, () => crypto.randomUUID()).join('')
    return { type: 'track', event: 'Filler', userId: 'u1', properties: { filler } }
  })
  return [good, ...others]
}

function mount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=0711', 'tmpfs', disk]).status === 0
}

/** Leaves a few hundred kilobytes. */
function fillUp(file: string): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - 300_000), 1))
}
