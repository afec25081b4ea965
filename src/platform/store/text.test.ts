import { expect, test } from 'vitest'
import { decodeDeep, decodeText, encodeDeep, encodeText } from './text.ts'

test.each([
  '',
  'plain',
  'æøå',
  '🙂',
  'a\0b',
  '\uD800',
  'x\uDC00y',
  '\uDC00\uD800',
  '\uF8FE',
  '\uF8FE0000',
  '🙂\uD83D',
])('text %j comes back exactly and holds nothing PostgreSQL refuses', (text) => {
  const kept = encodeText(text)
  expect(decodeText(kept)).toBe(text)
  expect(kept).not.toContain('\0')
  expect(kept.isWellFormed()).toBe(true)
})

test('strings and keys deep inside a value come back exactly', () => {
  const value = { 'k\0': ['\uD800', { n: 1, b: true, z: null }] }
  expect(decodeDeep(encodeDeep(value))).toEqual(value)
})
