import { expect, test } from 'vitest'
import { jsonMeanwhile } from './long-json.ts'
import { json } from './postgres.ts'

test.each([0, 1, 999, 1000, 1001, 2500])(
  'a list of %i is written as one that is written at once',
  async (length) => {
    const items = Array.from({ length }, (_, at) => ({ at, text: `a\0, [${at}] "b"`, none: null }))
    expect(await jsonMeanwhile(items)).toBe(json(items))
  },
)
