import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { engineFault } from './engine-fault.ts'
import { answerError } from './http/mount.ts'
import { makeSite } from './http/site.ts'

/** What the driver throws when it is asked. */
async function thrownBy(config: pg.ClientConfig): Promise<unknown> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  return client.connect().then(
    () => new TypeError('it answered'),
    (error: unknown) => error,
  )
}

const coded = (code: string) => Object.assign(new Error('as PostgreSQL says it'), { code })

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})

describe('an engine that is away', () => {
  test('is known where its socket is gone, nobody listens, or it hangs up', async () => {
    const rude = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const address = rude.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const thrown = [
      await thrownBy({ host: '/nowhere', port: 5432 }),
      await thrownBy({ host: 'localhost', port: 9 }),
      await thrownBy({ host: '127.0.0.1', port }),
    ]
    await new Promise((resolve) => rude.close(resolve))
    thrown.push(await fetch(`http://127.0.0.1:${port}`).catch((error: unknown) => error))
    expect(thrown.map(engineFault)).toEqual(['down', 'down', 'down', 'down'])
  })

  test.each(['57P01', '57P02', '57P03', '08006', '08003', 'EPIPE', 'ECONNRESET'])(
    'is known by %s, and answered 503 with when to ask again',
    async (code) => {
      expect(engineFault(coded(code))).toBe('down')
      const answer = answerError(app, coded(code))
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
      expect(await answer.json()).toMatchObject({ id: 'engine-down' })
    },
  )

  test('is not what a missing file or a wrong query is', () => {
    expect(engineFault(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBe(
      undefined,
    )
    expect(engineFault(coded('42601'))).toBe(undefined)
    expect(engineFault('text')).toBe(undefined)
  })
})

test.each(['ENOSPC', '53100', '243'])('a full disk is known by %s', (code) => {
  expect(engineFault(coded(code))).toBe('disk full')
  expect(engineFault(new Error('write failed', { cause: coded(code) }))).toBe('disk full')
})

const disk = join(temporaryFolder('engine-fault'), 'disk')
mkdirSync(disk)
const mounted =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0
if (!mounted)
  console.warn('no small disk could be mounted here (root only): the suite "a full disk" does not run')
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk])
})

describe.skipIf(!mounted)('a full disk', () => {
  const health = async (given: Partial<TestApp>) => {
    const site = { app: { ...app, ...given }, routes: [], version: '1', webDir: '/nowhere' }
    return (await makeSite({ ...site, postgres: 'embedded' }).request('/health')).json()
  }

  test('is what is said of an engine that went away over it', async () => {
    const answer = answerError({ ...app, dataDir: disk }, coded('57P03'))
    expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ id: 'disk-full' })])
  })

  test('stands in the answer about health', async () => {
    expect(await health({})).not.toHaveProperty('warning')
    expect(await health({ dataDir: disk })).toMatchObject({
      status: 'ok',
      warning: 'the disk of the data folder is full',
    })
  })
})
