import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startClickHouseNode, type ClickHouseNode } from '../../../test/clickhouse-node.ts'
import { openPostgres } from '../store/index.ts'
import { sql } from 'kysely'
import { externalFault } from './external-engines.ts'

const postgres = (path: string, user?: string) => {
  const url = new URL(`${inject('postgresUrl')}/${path}`)
  if (user !== undefined) url.username = user
  return url.href
}
const nobody = 'http://127.0.0.1:1'

describe('engines somebody else runs', () => {
  let node: ClickHouseNode
  beforeAll(async () => {
    node = await startClickHouseNode()
  }, 60_000)
  afterAll(() => node.stop())

  test('get the databases that are named and missing, however many copies start at once', async () => {
    const name = `made_${process.pid}`
    const engines = { databaseUrl: postgres(name), clickhouseUrl: `${node.url}/sam%20tale` }
    const starts = [externalFault(engines), externalFault(engines), externalFault(engines)]
    expect(await Promise.all(starts)).toEqual([undefined, undefined, undefined])
    const found = await fetch(`${node.url}/?query=EXISTS+DATABASE+%60sam+tale%60`)
    expect((await found.text()).trim()).toBe('1')
    const admin = openPostgres({ url: postgres('postgres'), max: 1 })
    await sql`drop database ${sql.id(name)}`.execute(admin)
    await admin.destroy()
  }, 60_000)

  test('that do not answer are named in one line with what to check', async () => {
    const away = { databaseUrl: 'postgres://sam:tale@127.0.0.1:1/samtale', clickhouseUrl: node.url }
    expect(await externalFault(away)).toBe('PostgreSQL does not answer at 127.0.0.1:1; check DATABASE_URL')
    expect(
      await externalFault({ databaseUrl: postgres('postgres'), clickhouseUrl: `${nobody}/samtale` }),
    ).toBe('ClickHouse does not answer at 127.0.0.1:1; check CLICKHOUSE_URL')
  })

  test('that refuse the user, or whose user may not make the database, say so', async () => {
    const databaseUrl = postgres('postgres')
    const wrong = node.url.replace('http://', 'http://nobody:wrong@')
    expect(await externalFault({ databaseUrl, clickhouseUrl: `${wrong}/samtale` })).toMatch(
      /^ClickHouse at 127\.0\.0\.1:\d+ refuses the user or the password; check CLICKHOUSE_URL$/,
    )
    const admin = openPostgres({ url: databaseUrl, max: 1 })
    const user = `weak_${process.pid}`
    await sql`create role ${sql.id(user)} login password 'weak'`.execute(admin)
    const weak = new URL(postgres('not_there', user))
    weak.password = 'weak'
    expect(await externalFault({ databaseUrl: weak.href, clickhouseUrl: undefined })).toContain(
      `has no database "not_there", and the user "${user}" may not make it.`,
    )
    await sql`drop role ${sql.id(user)}`.execute(admin)
    await admin.destroy()
  })

  test('at the path of a socket are asked there', async () => {
    const databaseUrl = 'postgres://somebody@/samtale?host=/nowhere'
    expect(await externalFault({ databaseUrl, clickhouseUrl: undefined })).toContain(
      'does not answer at /nowhere:5432',
    )
  })

  test('whose address is none are not asked', async () => {
    expect(await externalFault({ databaseUrl: 'samtale', clickhouseUrl: undefined })).toContain(
      'DATABASE_URL is no address',
    )
    expect(await externalFault({ databaseUrl: postgres('postgres'), clickhouseUrl: 'here' })).toContain(
      'CLICKHOUSE_URL is no address',
    )
  })
})
