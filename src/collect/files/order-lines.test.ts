import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedData, sharedDataPresent } from '../../../test/shared-data.ts'
import { guessColumns } from './guess.ts'
import { applyOrderLines, guessOrderLines } from './order-lines.ts'
import type { MappedOrderLine } from './order-lines.ts'
import { allRows, fileOf, opened, testData } from '../tables/testing-files.ts'

test('a day of orders becomes events; lines of nobody are rejected', async () => {
  const lines = await mapFile(join(testData, 'uploads/online-retail-2010-12-01.csv'))
  expect(lines).toHaveLength(3108)
  expect(lines[0]).toEqual({
    state: 'mapped',
    line: 2,
    event: {
      messageId: 'order-line-digest-2',
      identifier: { kind: 'customer_id', value: '17850' },
      event: 'Order line',
      time: '2010-12-01T08:26:00Z',
      properties: {
        InvoiceNo: '536365',
        StockCode: '85123A',
        Description: 'WHITE HANGING HEART T-LIGHT HOLDER',
        Quantity: 6,
        UnitPrice: 2.55,
        Country: 'United Kingdom',
      },
    },
  })
  expect(lines.filter((line) => line.state === 'rejected' && line.reason === 'no-identifier')).toHaveLength(
    1140,
  )
})

test('a file of people is not taken for order lines', async () => {
  for (const name of [
    'uploads/users.csv',
    'customers/bank-additional.csv',
    'surveys/thanksgiving-2015.csv',
  ]) {
    const file = await opened(fileOf(join(testData, name)))
    expect(
      guessOrderLines(
        guessColumns(
          file.columns,
          file.sample.map((row) => row.cells),
        ),
      ),
    ).toBeNull()
  }
})

describe.skipIf(!sharedDataPresent)('shared data: a year of order lines', () => {
  test('74,523 lines of 879 people with 1,536 cancellations', { timeout: 60_000 }, async () => {
    const lines = await mapFile(join(sharedData, 'transactions/uci-online-retail/sample-customers-mod5.csv'))
    const events = lines.flatMap((line) => (line.state === 'mapped' ? [line.event] : []))
    expect(events).toHaveLength(74_523)
    expect(new Set(events.map((event) => event.identifier.value)).size).toBe(879)
    expect(events.filter((event) => event.event === 'Order line cancelled')).toHaveLength(1536)
    expect(new Set(events.map((event) => event.messageId)).size).toBe(74_523)
  })
})

async function mapFile(path: string): Promise<MappedOrderLine[]> {
  const file = await opened(fileOf(path))
  const mapping = guessOrderLines(
    guessColumns(
      file.columns,
      file.sample.map((row) => row.cells),
    ),
  )
  if (!mapping) throw new Error('not recognised as order lines')
  return (await allRows(file)).rows.map(applyOrderLines(mapping, { columns: file.columns, digest: 'digest' }))
}
