import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../test/app.ts'
import { answerError, mountRoutes, renewOperatorToken } from '../src/platform/index.ts'
import { ensureSetupToken, workspaceRoom, workspaceRoutes } from '../src/workspace/index.ts'
import { run } from './run.ts'

let app: TestApp
let url = ''
let close = () => {}

beforeAll(async () => {
  app = await openTestApp()
  workspaceRoom.wire?.(app)
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

describe('samtale', () => {
  test('says what it can do where that is asked for, and what it does not know', async () => {
    for (const asked of [[], ['help'], ['--help']]) {
      const { exitCode, out, err } = await samtale(...asked)
      expect([exitCode, err]).toEqual([0, ''])
      expect(out).toContain('samtale COMMAND [options]')
    }
    const { exitCode, out, err } = await samtale('foo', 'bar')
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain('There is no command "foo".')
    expect(err).toContain('samtale COMMAND [options]')
  })
})

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

describe('samtale reset-password', () => {
  const reset = (...args: string[]) => samtale('reset-password', ...args, '--data', app.dataDir)
  const post = (path: string, body: object, headers = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-samtale': '1', ...headers },
      body: JSON.stringify(body),
    })

  beforeAll(() => {
    renewOperatorToken(app)
    writeFileSync(join(app.dataDir, 'running.json'), JSON.stringify({ url }))
  })

  test('prints a link that sets a new password once, and the audit trail tells', async () => {
    const { exitCode, out, err } = await reset('Owner@Example.org')
    expect([exitCode, err]).toEqual([0, expect.stringContaining('60 minutes')])
    const token = /^http:\/\/127\.0\.0\.1:4780\/reset-password#token=([\w-]{32})$/.exec(out)?.[1]
    const finish = () => post('/api/password-reset/finish', { token, password: 'remembered this time' })
    expect([(await finish()).status, (await finish()).status]).toEqual([204, 410])
    const signIn = (password: string) => post('/api/sign-in', { email: 'owner@example.org', password })
    expect((await signIn('a long password')).status).toBe(401)
    expect((await signIn('remembered this time')).status).toBe(200)
    const trail = await app.pg
      .selectFrom('audit')
      .select(['action', 'actor_kind'])
      .where('action', 'like', 'account.%')
      .orderBy('id')
      .execute()
    expect(trail).toEqual([
      { action: 'account.password-link-made', actor_kind: 'system' },
      { action: 'account.password-reset', actor_kind: 'user' },
    ])
  })

  test('says what to do where phone and recovery codes are lost too', async () => {
    expect((await reset('owner@example.org')).err).toContain('samtale end-two-factor EMAIL')
  })

  test('says when nobody signs in with the address', async () => {
    const { exitCode, out, err } = await reset('nobody@example.org')
    expect([exitCode, out]).toEqual([1, ''])
    expect(err).toContain('(no-such-user)')
  })

  test('needs the data folder of a program that runs', async () => {
    const { exitCode, err } = await samtale('reset-password', 'owner@example.org', '--data', '/nowhere')
    expect([exitCode, err]).toEqual([3, expect.stringContaining('operator-token')])
  })

  test.each([[undefined], ['guessed'], ['']])('refuses the proof %j', async (proof) => {
    const headers = proof === undefined ? {} : { 'x-samtale-operator': proof }
    const answer = await post('/api/operator/password-link', { email: 'owner@example.org' }, headers)
    expect(answer.status).toBe(401)
  })
})

describe('samtale end-two-factor', () => {
  const end = (...args: string[]) => samtale('end-two-factor', ...args, '--data', app.dataDir)

  test('lets somebody in by the password alone, tells them by mail and the audit trail', async () => {
    const secondFactor = { secret: 'lost', backup_codes: 'lost' }
    const { id } = await app.pg
      .updateTable('users')
      .set({ two_factor_enabled: true, language: 'da' })
      .where('email', '=', 'owner@example.org')
      .returning('id')
      .executeTakeFirstOrThrow()
    await app.pg
      .insertInto('two_factors')
      .values({ id: crypto.randomUUID(), user_id: id, ...secondFactor })
      .execute()
    const { exitCode, err } = await end('Owner@example.org')
    expect([exitCode, err]).toEqual([0, expect.stringContaining('password alone')])
    const signedIn = await fetch(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-samtale': '1' },
      body: JSON.stringify({ email: 'owner@example.org', password: 'remembered this time' }),
    })
    expect(await signedIn.json()).toEqual({ state: 'signed in' })
    await app.outbox.drain()
    const mail = await app.pg
      .selectFrom('mails')
      .select('subject')
      .where('recipient', '=', 'owner@example.org')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(mail.subject).toContain('To-trins-login')
    const told = await app.pg
      .selectFrom('audit')
      .select('actor_kind')
      .where('action', '=', 'account.two-factor-ended')
      .execute()
    expect(told).toEqual([{ actor_kind: 'system' }])
    const again = await end('owner@example.org')
    expect([again.exitCode, again.err]).toEqual([1, expect.stringContaining('(two-factor-off)')])
  })

  test('says when nobody signs in with the address, and needs the data folder', async () => {
    expect((await end('nobody@example.org')).err).toContain('(no-such-user)')
    expect((await samtale('end-two-factor', 'owner@example.org', '--data', '/nowhere')).exitCode).toBe(3)
    const answer = await fetch(`${url}/api/operator/two-factor/end`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-samtale-operator': 'guessed' },
      body: JSON.stringify({ email: 'owner@example.org' }),
    })
    expect(answer.status).toBe(401)
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
  const { exitCode, out } = await samtale('--help')
  expect(exitCode).toBe(0)
  expect(out).toMatch(/setup +Set up a new installation/)
  expect((await samtale('setup', '--help')).out).toContain('--token-file')
})
