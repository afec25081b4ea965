import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import type { JobKind } from './jobs.ts'

const count: JobKind<{ by: number }> = { name: 'count', data: z.object({ by: z.number() }) }
let app: TestApp
let total = 0
let release: () => void = () => undefined

beforeAll(async () => {
  app = await openTestApp()
  app.jobs.handle(count, async ({ by }) => {
    total += by
    if (by === 100) await new Promise<void>((resolve) => (release = resolve))
  })
  await app.jobs.start()
})

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(condition()).toBe(true)
}

test('queued work is done', async () => {
  await app.jobs.queue(count, { by: 1 })
  await until(() => total === 1)
})

test('work of one key is not queued again while it runs', async () => {
  await app.jobs.queue(count, { by: 100 }, { key: 'one' })
  await until(() => total === 101)
  await app.jobs.queue(count, { by: 1000 }, { key: 'one' })
  release()
  await app.jobs.queue(count, { by: 1 }, { key: 'other' })
  await until(() => total === 102)
})

test('work that is not as declared is refused when it is queued', async () => {
  await expect(app.jobs.queue(count, { by: 'x' } as never)).rejects.toThrow('expected number')
})
