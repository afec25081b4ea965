import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../platform/index.ts'
import { parseExactly } from './json-exact.ts'
import { judgeMessage, type Arrival } from './message.ts'

const arrival: Arrival = {
  workspaceId: '0190163d-8694-739b-aea5-966c26f8ad91',
  sourceId: '0190163d-8694-739b-aea5-966c26f8ad92',
  receivedAt: new Date('2026-01-02T12:00:00.000Z'),
  sentAt: undefined,
  batchContext: undefined,
  newId: () => 'new-id',
}

const judge = (message: unknown, given: Partial<Arrival> = {}) =>
  judgeMessage(message, { ...arrival, ...given })

describe('a message', () => {
  test.each([
    ['a string', 'not an object'],
    [{ type: 'buy', userId: '1' }, 'unknown type'],
    [{ type: 'track', event: 'Bought' }, 'no userId or anonymousId'],
    [{ type: 'track', userId: '1', event: ' ' }, 'no event name'],
    [{ type: 'alias', userId: '1' }, 'no previousId'],
    [{ type: 'track', userId: '1', event: 'Bought', timestamp: 'yesterday' }, 'time not plausible'],
    [{ type: 'track', userId: '1', event: 'x', properties: { a: 'y'.repeat(33_000) } }, 'larger than 32 KB'],
    [{ type: 'track', userId: '1', event: 'x'.repeat(33_000) }, 'larger than 32 KB'],
    [{ type: 'page', userId: '1', messageId: 'x'.repeat(33_000) }, 'larger than 32 KB'],
  ])('%j is refused: %s', (message, reason) => {
    expect(judge(message)).toMatchObject({ state: 'refused', reason })
  })

  test('is kept under its user, and under its device where no user is known', () => {
    expect(judge({ type: 'track', event: 'Bought', userId: 42, anonymousId: 'a' })).toMatchObject({
      event: { id_kind: 'user_id', id_value: '42', anonymous_id: 'a' },
    })
    expect(judge({ type: 'page', anonymousId: 'a' })).toMatchObject({
      event: { id_kind: 'anonymous_id', id_value: 'a', name: 'Page viewed' },
    })
  })

  test('nested deeper than can be written again is refused, not a crash', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(judge({ type: 'track', event: 'x', userId: '1', properties: { deep } })).toMatchObject({
      reason: 'nested too deeply',
    })
  })

  test('of somebody who says no to analysis keeps only that word', () => {
    const context = {
      consent: { categoryPreferences: { analysis: false } },
      page: { url: 'https://example.org/secret' },
    }
    const judged = judge({ type: 'track', event: 'Bought', userId: '1', properties: { price: 5 }, context })
    expect(judged).toMatchObject({
      state: 'held',
      event: { properties: '{}', context: JSON.stringify({ consent: context.consent }) },
    })
  })
})

describe('the time of an event', () => {
  const at = (message: object, given: Partial<Arrival> = {}) => {
    const judged = judge({ type: 'track', event: 'x', userId: '1', ...message }, given)
    return judged.state === 'refused' ? judged.reason : new Date(judged.event.at).toISOString()
  }

  test('a clock ten minutes slow is corrected, a second of transit is not', () => {
    const message = { timestamp: '2026-01-02T11:49:00.000Z' }
    expect(at(message, { sentAt: new Date('2026-01-02T11:50:00.000Z') })).toBe('2026-01-02T11:59:00.000Z')
    expect(at(message, { sentAt: new Date('2026-01-02T11:59:59.000Z') })).toBe('2026-01-02T11:49:00.000Z')
  })

  test('nothing happens in the future', () => {
    expect(at({ timestamp: '2030-01-01T00:00:00.000Z' })).toBe('2026-01-02T12:00:00.000Z')
  })
})

type Case = { name: string; input: string }
const cases =
  (JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../test/data/json-test-suite/parsing.json'), 'utf8'),
  ) as Case[]) ?? []

describe('JSON test suite', () => {
  const valid = cases.filter((one) => one.name.startsWith('y_'))
  test('has its cases', () => expect(valid.length).toBeGreaterThan(90))
  test.each(valid.map((one) => [one.name, one.input]))('%s comes back exactly as a property', (_, json) => {
    const judged = judge(
      parseExactly(`{"type":"track","event":"x","userId":"1","properties":{"value":${json}}}`),
    )
    if (judged.state === 'refused') throw new Error(judged.reason)
    const kept = decodeText(judged.event.properties)
    expect(JSON.parse(kept)).toEqual({ value: JSON.parse(json) })
  })

  test.each(['12345678901234567890', '1E400', '-0', '0.1234567890123456789', '1e5'])(
    'the number %s is kept as written',
    (number) => {
      const judged = judge(
        parseExactly(`{"type":"track","event":"x","userId":"1","properties":{"value":${number}}}`),
      )
      expect(judged).toMatchObject({ event: { properties: `{"value":${number}}` } })
    },
  )
})
