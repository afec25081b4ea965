import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dateOf, dayOf } from './days.ts'
import type { Column } from './levels.ts'
import { proposeSegments } from './propose.ts'
import type { Proposal } from './proposal.ts'
import { seededRandom } from './random.ts'
import { segmentOf, SegmentSet } from './segment.ts'
import type { KnownTraits } from './segment.ts'

/** Real rows, values without delimiters inside; "unknown" and the bank's 999 ("never contacted") are not known. */
function readColumns(path: string, delimiter: string): Column[] {
  const [head, ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(delimiter).map((value) => value.trim().replace(/^"|"$/g, '')))
  return (head ?? []).map((name, at) => {
    const never = name === 'pdays' ? '999' : ''
    const values = rows.map((row) =>
      ['', 'unknown', never].includes(row[at] ?? '') ? null : (row[at] ?? null),
    )
    if (values.every((value) => value === null || /^\d{4}-\d{2}-\d{2}$/.test(value)))
      return { name, type: 'date', values: Float64Array.from(values, (value) => dayOf(value ?? '')) }
    return values.every((value) => value === null || Number.isFinite(Number(value)))
      ? {
          name,
          type: 'number',
          values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
        }
      : { name, type: 'category', values }
  })
}

function traitsOf(columns: readonly Column[], row: number): KnownTraits {
  return Object.fromEntries(
    columns.map(({ name, type, values }) => {
      const value = values[row] ?? null
      if (value === null || Number.isNaN(value)) return [name, null]
      return [name, type === 'date' ? dateOf(Number(value)) : value]
    }),
  )
}

/** The rules, judged one person at a time by the pure rule, give the sizes the proposal says, and nobody is in two. */
function expectRulesToHold(columns: readonly Column[], proposal: Proposal): void {
  const rules = proposal.segments.map(({ all }, index) => ({ name: `segment ${index}`, all }))
  expect(SegmentSet.safeParse({ rules }).error).toBeUndefined()
  const sizes = new Map<number, number>()
  for (let row = 0; row < proposal.people; row++) {
    const traits = traitsOf(columns, row)
    const found = segmentOf(rules, traits)
    expect(rules.filter((rule) => segmentOf([rule], traits) === 0).length).toBe(found === -1 ? 0 : 1)
    sizes.set(found, (sizes.get(found) ?? 0) + 1)
  }
  expect(proposal.segments.map((_, index) => sizes.get(index))).toEqual(
    proposal.segments.map(({ people }) => people),
  )
  expect(sizes.get(-1) ?? 0).toBe(proposal.rest.people)
}

const customers = join(import.meta.dirname, '../../test/data/customers')

describe('the bank’s customers, by whether they said yes', () => {
  const columns = readColumns(join(customers, 'bank-additional.csv'), ';')
  const propose = (seed: number) =>
    proposeSegments({ columns, outcome: { column: 'y', is: 'yes' }, seed, minimum: 50, runs: 8 })

  test('get a warning that duration knows the outcome, and segments without it', async () => {
    const proposal = await propose(1)
    expect(proposal.warnings).toContainEqual({
      kind: 'leak',
      column: 'duration',
      reason: 'measured during or after',
    })
    expect(proposal.factors).toHaveLength(3)
    expect(proposal.factors).not.toContain('duration')
    expect(proposal.segments.length).toBeGreaterThanOrEqual(4)
    expect(proposal.segments.length).toBeLessThanOrEqual(5)
    expect(Math.min(...proposal.segments.map(({ people }) => people))).toBeGreaterThanOrEqual(50)
    expectRulesToHold(columns, proposal)
  })

  test('fall into segments that differ in the half that had no say: the best says yes five times as often as all', async () => {
    const { segments, overall } = await propose(1)
    expect(segments[0]?.outcome?.low).toBeGreaterThan(4 * (overall?.share ?? 1))
    expect(segments.at(-1)?.outcome?.high).toBeLessThan(overall?.low ?? 0)
  })

  test('are proposed the same for the same seed', async () => {
    expect(await propose(3)).toEqual(await propose(3))
  })

  test('are told which factor tells when rather than who', async () => {
    const { warnings, factors } = await propose(1)
    expect(factors).toContain('nr.employed')
    expect(warnings).toContainEqual({ kind: 'tells when, not who', column: 'nr.employed' })
  })

  test('without an outcome fall into rules that hold, with a verdict', async () => {
    const people = columns.filter(({ name }) => !['y', 'duration'].includes(name))
    const proposal = await proposeSegments({ columns: people, seed: 1, minimum: 50, runs: 4 })
    expect(proposal.stability?.verdict).toMatch(/natural|reproducible|constructive/)
    expect(proposal.told).toBeGreaterThan(0.5)
    expect(proposal.leftOut).toContainEqual({ column: 'cons.price.idx', why: 'tells when, not who' })
    expectRulesToHold(people, proposal)
  })
})

describe('customers of a shop, by whether they buy again', () => {
  const columns = readColumns(join(customers, 'online-retail-customers.csv'), ',').filter(
    ({ name }) => name !== 'customer',
  )
  const dates = ['joined on', 'last bought']

  test('are told apart by when they bought last, before or since a day', async () => {
    const outcome = { column: 'bought again', is: 'yes' }
    const proposal = await proposeSegments({ columns, outcome, seed: 1, minimum: 20, runs: 8 })
    expect(proposal.factors).toContain('last bought')
    const conditions = proposal.segments.flatMap(({ all }) => all)
    const since = conditions.filter(({ trait }) => dates.includes(trait))
    expect(since.length).toBeGreaterThan(0)
    for (const condition of since) expect(JSON.stringify(condition)).toMatch(/"date":"201[01]-\d\d-\d\d"/)
    const [first, last] = [proposal.segments[0]?.outcome, proposal.segments.at(-1)?.outcome]
    expect(first?.low).toBeGreaterThan(last?.high ?? 1)
    expectRulesToHold(columns, proposal)
  })

  test('fall by likeness into rules with days that hold', async () => {
    const people = columns.filter(({ name }) => name !== 'bought again')
    const proposal = await proposeSegments({ columns: people, seed: 1, minimum: 20, runs: 4 })
    expect(proposal.factors.some((factor) => dates.includes(factor))).toBe(true)
    expectRulesToHold(people, proposal)
  })
})

describe('customers who leave a telephone company', () => {
  test('leave for day charges, calls for help and the international plan, whichever half is asked', async () => {
    const columns = readColumns(join(customers, 'mlc_churn.csv'), ',')
    const proposal = await proposeSegments({
      columns,
      outcome: { column: 'churn', is: 'yes' },
      seed: 1,
      minimum: 50,
      runs: 8,
    })
    expect(proposal.factors.map((factor) => factor.replace(/minutes|charge/, '…')).toSorted()).toEqual([
      'international_plan',
      'number_customer_service_calls',
      'total_day_…',
    ])
    expect(proposal.stability?.sameFactors).toBeGreaterThanOrEqual(0.85)
    expect(proposal.gain?.gain).toBeGreaterThan(0.3)
    expectRulesToHold(columns, proposal)
  })
})

describe('poor data', () => {
  const random = seededRandom(2)
  const noise: Column[] = Array.from({ length: 6 }, (_, f) => ({
    name: `noise ${f}`,
    type: 'number',
    values: Float64Array.from({ length: 1000 }, () => random()),
  }))
  const outcome: Column = {
    name: 'bought',
    type: 'category',
    values: Array.from({ length: 1000 }, () => random() < 0.3),
  }
  const asked = { outcome: { column: 'bought', is: true }, seed: 1, minimum: 50, runs: 3 } as const

  test('of pure chance proposes nothing and says so', async () => {
    const proposal = await proposeSegments({ ...asked, columns: [...noise, outcome] })
    expect(proposal.segments).toEqual([])
    expect(proposal.warnings).toContainEqual({ kind: 'nothing tells the outcome' })
    expect(proposal.rest.people).toBe(1000)
  })

  test.each([0, 1, 2])('of %i factors is no error', async (count) => {
    const proposal = await proposeSegments({ ...asked, columns: [...noise.slice(0, count), outcome] })
    expect(proposal.people).toBe(1000)
    const alike = await proposeSegments({ columns: noise.slice(0, count), seed: 1, minimum: 50, runs: 2 })
    expect(alike.factors.length).toBeLessThanOrEqual(count)
  })

  test('of nobody, or an outcome everybody has, is no error', async () => {
    const empty: Column[] = [
      { name: 'age', type: 'number', values: new Float64Array() },
      { name: 'bought', type: 'category', values: [] },
    ]
    expect((await proposeSegments({ ...asked, columns: empty })).segments).toEqual([])
    const all: Column = { name: 'bought', type: 'category', values: Array(1000).fill(true) }
    expect((await proposeSegments({ ...asked, columns: [...noise, all] })).segments).toEqual([])
  })

  test('stops when asked to, and reports how far it is', async () => {
    const stop = new AbortController()
    const seen: number[] = []
    const planted: Column = {
      name: 'bought',
      type: 'category',
      values: Array.from(
        { length: 1000 },
        (_, row) => Number(noise[0]?.values[row]) > 0.5 === random() < 0.7,
      ),
    }
    const work = proposeSegments({
      ...asked,
      columns: [...noise, planted],
      runs: 50,
      signal: stop.signal,
      onProgress: ({ done }) => {
        seen.push(done)
        if (done === 2) stop.abort()
      },
    })
    await expect(work).rejects.toThrow('abort')
    expect(seen).toEqual([1, 2])
  })
})
