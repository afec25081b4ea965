import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import { collectRoom, collectRoutes } from '../src/collect/index.ts'
import { sourceRoutes } from '../src/sources/index.ts'
import { answerError, mountRoutes } from '../src/platform/index.ts'
import { openTestApp } from '../test/app.ts'
import { issueSecretKey, openWorkspace } from '../test/members.ts'
import { run } from './run.ts'

const bank = join(import.meta.dirname, '../test/data/customers/bank-additional.csv')
const folder = mkdtempSync(join(tmpdir(), 'samtale-cli-'))
let url = ''
let key = ''
let close = () => {}
let away = 0
beforeAll(async () => {
  const app = await openTestApp()
  collectRoom.wire?.(app)
  await app.jobs.start()
  const { workspaceId } = await openWorkspace(app)
  key = (
    await issueSecretKey(app, { workspaceId, scopes: ['collect.write', 'collect.read', 'sources.read'] })
  ).key
  const hono = new Hono()
  hono.onError((error) => answerError(app, error))
  // While it is away, whoever asks how far an import is hears so.
  hono.use('/api/w/:workspaceId/imports/:importId', async (context, next) => {
    if (context.req.method !== 'GET' || away === 0) return next()
    away -= 1
    return answerError(app, Object.assign(new Error('starting up'), { code: '57P03' }))
  })
  mountRoutes(hono, app, [...collectRoutes, ...sourceRoutes])
  const server = serve({ fetch: hono.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})
afterAll(() => close())

async function importPeople(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await run({
    args: ['import', 'people', ...args],
    environment: { SAMTALE_URL: url, SAMTALE_KEY: key },
    print: (text) => out.push(text),
    say: (text) => err.push(text),
  })
  return { exitCode, out: out.join('\n'), err: err.join('\n') }
}

async function imports(): Promise<unknown[]> {
  const { workspaceId } = Object(await ask('/api/key/workspace'))
  const { items } = Object(await ask(`/api/w/${workspaceId}/imports`))
  return items
}

const ask = async (path: string): Promise<unknown> =>
  (await fetch(new URL(path, url), { headers: { authorization: `Bearer ${key}` } })).json()

const stated = [
  '--source',
  'Bank',
  '--party',
  'first',
  '--origin',
  'told',
  '--basis',
  'analysis=legitimate interest',
]

describe('samtale import people', () => {
  test('says which consent nothing is kept of, since its heading does not say what for', async () => {
    const path = join(folder, 'consent.csv')
    writeFileSync(path, 'email,GDPR consent,unsubscribed,quoting\na@x.dk,yes,yes,no\nb@x.dk,no,no,yes\n')
    const dry = await importPeople(path, '--dry-run')
    expect(dry.out).toContain('GDPR consent\tconsent, but not said for what: nothing is kept')
    expect(dry.out).toContain('unsubscribed\trefusal of email_marketing')
    const done = await importPeople(path, ...stated, '--json')
    expect(JSON.parse(done.out)).toMatchObject({ state: 'done', consents: 3, unclear: ['GDPR consent'] })
    expect(done.err).toContain('Of "GDPR consent" nothing is kept')
  })

  test('prints what the columns would become, as words and as a mapping to give back', async () => {
    const { exitCode, out } = await importPeople(bank, '--dry-run')
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^age\tnumber, demographic$/m)
    const json = await importPeople(bank, '--dry-run', '--json')
    const map = join(folder, 'map.json')
    writeFileSync(map, JSON.stringify({ ...Object(JSON.parse(json.out)) }))
    const done = await importPeople(bank, ...stated, '--map', map, '--json')
    expect(done.exitCode).toBe(0)
    expect(done.err).not.toContain('0 rows,')
    expect(JSON.parse(done.out)).toMatchObject({
      state: 'done',
      imported: 4119,
      people: { new: 4119, known: 0 },
    })
    const again = await importPeople(bank, ...stated, '--map', map)
    expect([again.exitCode, again.out.split('\n')[0]]).toEqual([0, '0 people new, 4119 known'])
    expect(again.err).toContain('nothing was changed')
    const known = await importPeople(bank, '--source', 'Bank', '--json')
    expect(JSON.parse(known.out)).toMatchObject({ state: 'done', people: { new: 0, known: 4119 } })
  }, 60_000)

  test('lists the columns in the order of the file', async () => {
    const names = (readFileSync(bank, 'utf8').split('\n')[0] ?? '').replaceAll('"', '').trim().split(/[;,]/)
    const { out } = await importPeople(bank, '--dry-run')
    expect(out.split('\n').map((line) => line.split('\t')[0])).toEqual(names)
    const json = await importPeople(bank, '--dry-run', '--json')
    expect(Object.keys(JSON.parse(json.out).mapping.mapping.columns)).toEqual(names)
  })

  test('waits for an engine that is away for a moment, and says so', async () => {
    away = 2
    const path = join(folder, 'away.csv')
    writeFileSync(path, 'email,city\naway@x.dk,Odense\n')
    const { exitCode, out, err } = await importPeople(path, ...stated, '--json')
    expect([exitCode, away, err]).toEqual([0, 0, expect.stringContaining('What was begun goes on')])
    expect(JSON.parse(out)).toMatchObject({ state: 'done', imported: 1 })
  })

  test('ends in order where nobody reads on, and leaves nothing behind', async () => {
    const before = await imports()
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'main.ts'), 'import', 'people', bank, '--dry-run'],
      {
        env: { ...process.env, SAMTALE_URL: url, SAMTALE_KEY: key },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    child.stdout.destroy()
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    const [exitCode] = await once(child, 'close')
    expect([exitCode, err]).toEqual([0, expect.not.stringContaining('EPIPE')])
    expect(await imports()).toEqual(before)
  })

  test('looked at only, a file leaves nothing behind, also where it is refused', async () => {
    const before = await imports()
    await importPeople(bank, '--dry-run', '--json')
    const refused = await importPeople(bank, '--dry-run', '--sheet', 'Customers')
    expect([refused.exitCode, refused.err]).toEqual([
      1,
      expect.stringContaining('Only a workbook has sheets'),
    ])
    expect(await imports()).toEqual(before)
  })

  test('says where a heading is taken from that has a title above it', async () => {
    const file = join(folder, 'titled.csv')
    writeFileSync(file, 'Customers of July\n\nemail,city\na@example.org,Gent\nb@example.org,Delft\n')
    const { out, err } = await importPeople(file, '--dry-run', '--json')
    expect(JSON.parse(out)).toMatchObject({ read: { sheet: null, sheetsNotRead: [], headingRow: 3 } })
    expect(err).toContain('The heading is taken from row 3.')
  })

  test.each([
    ['without a file', [], /one file/],
    ['with a file that is not there', ['nowhere.csv', ...stated], /no file nowhere.csv/],
    ['without its source', [bank], /--source/],
    ['without whose the data were', [bank, '--source', 'x'], /--party first\|second\|third/],
    ['without how they are known', [bank, '--source', 'x', '--party', 'first'], /--origin told/],
    [
      'without what they may be used for',
      [bank, '--source', 'x', '--party', 'first', '--origin', 'told'],
      /--basis analysis=/,
    ],
    ['with a basis that is none', [bank, ...stated, '--basis', 'fun=profit'], /not understood/],
    ['with a map that is none', [bank, ...stated, '--map', bank], /no mapping/],
  ])('%s ends with 2 and says what to add', async (_, args, words) => {
    const { exitCode, err } = await importPeople(...args)
    expect(exitCode).toBe(2)
    expect(err).toMatch(words)
  })

  test('a folder, or a workspace there is none of, is named in one line', async () => {
    const given = [
      folder,
      '--source',
      'CRM',
      '--party',
      'first',
      '--origin',
      'told',
      '--basis',
      'analysis=none',
    ]
    expect(await importPeople(...given)).toEqual({
      exitCode: 2,
      out: '',
      err: `${folder} is a folder. Name one file in it.`,
    })
    const { exitCode, err } = await importPeople(bank, '--workspace', 'nonsense', '--dry-run')
    expect([exitCode, err]).toEqual([1, 'There is no such workspace, or it is not one of yours. (not-found)'])
  })

  test('a file that is a ZIP ends with 1 and says what to do', async () => {
    const zip = join(folder, 'people.csv')
    writeFileSync(zip, Buffer.from('1f8b0800000000000003', 'hex'))
    const { exitCode, err } = await importPeople(zip, ...stated)
    expect(exitCode).toBe(1)
    expect(err).toMatch(/unpack it first.*\(file-is-binary\)/)
  })
})
