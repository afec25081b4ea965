import { readFileSync, writeFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { generatedFile, tableTypes } from '../../../bin/generate-tables.ts'

test('the types of the tables are those of the migrated database (UPDATE_TABLES=1 writes them)', async () => {
  const current = await tableTypes(`${inject('postgresUrl')}/template`)
  if (process.env['UPDATE_TABLES'] === '1') writeFileSync(generatedFile, current)
  expect(readFileSync(generatedFile, 'utf8')).toBe(current)
})
