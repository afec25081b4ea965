import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { endLeftBehind, setUpSamtale, startSamtale, type RunningSamtale } from '../bench/running-samtale.ts'
import { startPostgres } from '../src/platform/engines/embedded-postgres.ts'
import { ch, openEmbeddedClickHouse, openPostgres } from '../src/platform/index.ts'
import { freePort } from './clickhouse-node.ts'
import { temporaryFolder } from './temporary-folder.ts'

const data = temporaryFolder('import-kill')
afterAll(async () => {
  await endLeftBehind(data)
  rmSync(data, { recursive: true, force: true })
})

const rows = 30_000
const people = 25_000

/** One in ten says no; the last 5,000 rows say of people named before that they moved, and no. */
const line = (n: number) => {
  const person = n % people
  const isLater = n >= people
  return `C${100_000 + person},p${person}@example.org,${isLater ? 'Ribe' : 'Aarhus'},${person % 97},${isLater || person % 10 === 9 ? 'no' : 'yes'}`
}

test('a program killed twice in the middle of an import goes on by itself and ends with exactly the right people and facts', async () => {
  const samtale = await startSamtale({ data, port: await freePort() })
  try {
    const ask = await asker(samtale)
    const lines = Array.from({ length: rows }, (_, n) => line(n))
    const file = Buffer.from(`customer_id,email,city,visits,newsletter\n${lines.join('\n')}\n`)
    const { id } = await ask('POST', '/uploads', { name: 'people.csv', size: file.length })
    await ask('PUT', `/uploads/${id}`, file)
    const { id: importId } = await ask('POST', '/imports', { uploadId: id })
    const source = { name: 'CRM', party: 'first', origin: 'told', bases: { analysis: { basis: 'contract' } } }
    await ask('POST', `/imports/${importId}/start`, { source })
    const found = () => ask('GET', `/imports/${importId}`)
    for (const least of [1, 10_000]) {
      await until(async () => (await found()).processed >= least)
      await killProgram(samtale)
      expect(await found()).toMatchObject({ state: 'running' })
    }
    await until(async () => (await found()).state === 'done')
    expect(await found()).toMatchObject({
      processed: rows,
      imported: rows,
      rejected: 0,
      people: { new: people, known: 0 },
    })
  } finally {
    await samtale.stop()
  }
  expect(await contents()).toEqual({
    people,
    identifiers: 2 * people,
    twice: 0,
    ledger: rows,
    withdrawn: rows - people + (2 * people - rows) / 10,
    facts: 2 * people,
    city: { Aarhus: 2 * people - rows, Ribe: rows - people },
    wrongVisits: 0,
  })
}, 120_000)

const Answer = z.object({
  id: z.string().default(''),
  state: z.string().default(''),
  processed: z.number().default(0),
  imported: z.number().default(0),
  rejected: z.number().default(0),
  people: z.object({ new: z.number(), known: z.number() }).optional(),
})
type Ask = (method: string, path: string, body?: Buffer | object) => Promise<z.output<typeof Answer>>

async function asker(samtale: RunningSamtale): Promise<Ask> {
  const { workspaceId, secretKey } = await setUpSamtale(samtale)
  return async (method, path, body) => {
    const isFile = Buffer.isBuffer(body)
    const answer = await fetch(`${samtale.url}/api/w/${workspaceId}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secretKey}`,
        'content-type': isFile ? 'application/octet-stream' : 'application/json',
        'upload-offset': '0',
      },
      ...(body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return Answer.parse(await answer.json())
  }
}

async function killProgram(samtale: RunningSamtale): Promise<void> {
  const { program } = samtale.processes()
  samtale.kill('program')
  await until(() => Promise.resolve(samtale.processes().program !== program))
  await samtale.untilHealthy()
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const limit = performance.now() + 60_000; !(await isSo());) {
    if (performance.now() > limit) throw new Error('It does not come to pass.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** What lies in the files of both engines; nothing may run on the folder. */
async function contents() {
  const server = await startPostgres({ folder: join(data, 'postgres') })
  const pg = openPostgres({ url: server.url, max: 2 })
  const clickhouse = openEmbeddedClickHouse({ path: join(data, 'clickhouse'), readers: 1 })
  try {
    const count = async (table: 'people' | 'identifiers' | 'consent_ledger') =>
      Number(
        (
          await pg
            .selectFrom(table)
            .select((from) => from.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    const named = await pg
      .selectFrom('identifiers')
      .select(['kind', 'value', 'person_no'])
      .orderBy('kind')
      .orderBy('value')
      .execute()
    const numbers = new Map(
      named.filter(({ kind }) => kind === 'customer_id').map((row) => [row.value, row.person_no]),
    )
    const states = await pg
      .selectFrom('consent_state')
      .select('state')
      .where('state', '=', 'withdrawn')
      .execute()
    const traits = await clickhouse.query(
      ch.sql`SELECT person, trait, text FROM traits FINAL ORDER BY person`,
      z.object({ person: z.number(), trait: z.string(), text: z.string() }),
    )
    const wanted = new Map(
      Array.from({ length: people }, (_, n) => [numbers.get(`C${100_000 + n}`), String(n % 97)]),
    )
    const cities = traits.filter(({ trait }) => trait === 'city')
    return {
      people: await count('people'),
      identifiers: await count('identifiers'),
      twice: people - new Set(numbers.values()).size,
      ledger: await count('consent_ledger'),
      withdrawn: states.length,
      facts: traits.length,
      city: {
        Aarhus: cities.filter(({ text }) => text === 'Aarhus').length,
        Ribe: cities.filter(({ text }) => text === 'Ribe').length,
      },
      wrongVisits: traits.filter(
        ({ trait, person, text }) => trait === 'visits' && wanted.get(person) !== text,
      ).length,
    }
  } finally {
    await pg.destroy()
    await clickhouse.close()
    await server.stop()
  }
}
