import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../test/app.ts'
import { answerError, mountRoutes } from '../src/platform/index.ts'
import { ensureSetupToken, workspaceRoutes } from '../src/workspace/index.ts'
import { run } from './run.ts'

let app: TestApp
let url = ''
let close = () => {}

beforeAll(async () => {
  app = await openTestApp()
  const hono = new Hono()
  hono.onError((error) => answerError(app, error))
  mountRoutes(hono, app, workspaceRoutes)
  const server = serve({ fetch: hono.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})
afterAll(() => close())

async function samtale(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await run({
    args,
    environment: { SAMTALE_URL: url },
    print: (text) => out.push(text),
    say: (text) => err.push(text),
  })
  return { exitCode, out: out.join('\n'), err: err.join('\n') }
}

const setup = (tokenFile: string) => [
  'setup',
  ...['--token-file', tokenFile, '--email', 'owner@example.org'],
  ...['--password', 'a long password', '--workspace', 'Nordlys', '--json'],
]

describe('samtale setup', () => {
  test('with a wrong token says where the right one is', async () => {
    await ensureSetupToken(app)
    const file = join(app.dataDir, 'wrong')
    writeFileSync(file, 'wrong')
    const { exitCode, out, err } = await samtale(...setup(file))
    expect([exitCode, out]).toEqual([1, ''])
    expect(err).toMatch(/setup-token.*\(bad-setup-token\)/)
  })

  test('prints the workspace and its keys as JSON on one line, once', async () => {
    const file = join(app.dataDir, 'setup-token')
    const { exitCode, out } = await samtale(...setup(file))
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toEqual({
      workspaceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      writeKey: expect.stringMatching(/^samtale_write_/),
      secretKey: expect.stringMatching(/^samtale_secret_/),
    })
    const again = await samtale(...setup(file))
    expect(again.exitCode).toBe(2)
    expect(again.err).toContain('setup-token')
  })
})

describe('asked wrongly', () => {
  test.each([
    ['an unknown command', ['sing']],
    ['a missing option', ['setup', '--json']],
    ['an unknown option', ['setup', '--colour', 'red']],
    ['an option without its value', ['setup', '--email']],
  ])('%s ends with 2 and says how', async (_, args) => {
    const { exitCode, out, err } = await samtale(...args)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toMatch(/samtale|--/)
  })

  test('a server that is not there ends with 3 and says how to start it', async () => {
    const said: string[] = []
    const file = join(app.dataDir, 'any')
    writeFileSync(file, 'any')
    const exitCode = await run({
      args: setup(file),
      environment: { SAMTALE_URL: 'http://127.0.0.1:9' },
      print: () => undefined,
      say: (text) => said.push(text),
    })
    expect(exitCode).toBe(3)
    expect(said.join()).toMatch(/npm start/)
  })
})

test('help lists every command', async () => {
  const { exitCode, err } = await samtale('--help')
  expect(exitCode).toBe(0)
  expect(err).toMatch(/setup +Set up a new installation/)
  expect((await samtale('setup', '--help')).out).toContain('--token-file')
})
