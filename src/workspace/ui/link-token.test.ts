import { expect, test } from 'vitest'
import { safeNext } from './link-token.ts'

test.each([
  ['/w/1/people?page=2', '/w/1/people?page=2'],
  ['/invitation#token=abc', '/invitation#token=abc'],
  [undefined, '/'],
  ['', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in with ?next=%s one goes to %s', (next, goes) => {
  expect(safeNext(next)).toBe(goes)
})
