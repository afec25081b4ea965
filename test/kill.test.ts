import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { killAtMoments } from '../bench/kill.ts'
import { freePort } from './clickhouse-node.ts'
import { temporaryFolder } from './temporary-folder.ts'

const data = temporaryFolder('kill')
afterAll(() => rmSync(data, { recursive: true, force: true }))

test('whatever is killed at ten moments under writes, every acknowledged id is found in both engines', async () => {
  const result = await killAtMoments({ data, port: await freePort(), moments: 10, seed: 4 })
  expect(result.lost).toEqual({ clickhouse: [], postgres: [] })
  expect(result.countedTwice).toBe(0)
  expect(result.acknowledged.clickhouse).toBeGreaterThan(100)
  expect(result.acknowledged.postgres).toBeGreaterThan(40)
  // The seed is chosen so that each kind dies.
  expect(Math.min(...Object.values(result.moments))).toBeGreaterThan(0)
  expect(result.sentAgain).toBeGreaterThan(0)
}, 240_000)
