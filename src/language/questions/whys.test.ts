import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCsvSample } from '../../collect/tables/csv.ts'
import { asksWhy } from './whys.ts'

const folder = join(import.meta.dirname, '../../../test/data/spoken-whys')

// The figures stand in docs/mirror.md; whoever changes a rule changes them there too.
test.each([
  ['en', { found: 16, missed: 0, wrong: 1 }],
  ['nl', { found: 62, missed: 2, wrong: 3 }],
] as const)('of whys that people said in %s, as many are found as docs/mirror.md tells', (language, told) => {
  const text = readFileSync(join(folder, `${language}.csv`), 'utf8')
  const { rows } = readCsvSample(text, { delimiter: ',', complete: 'whole', most: 1000 })
  const counts = { found: 0, missed: 0, wrong: 0 }
  for (const { cells } of rows.slice(1)) {
    const [question = '', why] = cells
    const says = asksWhy(question, language)
    if (why === '1') counts[says ? 'found' : 'missed'] += 1
    else if (says) counts.wrong += 1
  }
  expect(counts).toEqual(told)
})
