import { expect, test } from 'vitest'
import { guideCourse } from './guide-course.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 9, minutes)).toISOString()
const part = (about: string, minutes: number) => ({ kind: 'part' as const, about, at: at(minutes) })

test('a part lasts until another begins, also when it is begun again', () => {
  const { spent, part: on } = guideCourse(
    [part('opening', 0), part('middle', 4), part('opening', 10), part('middle', 11)],
    new Date(at(20)),
  )
  expect(on).toBe('middle')
  expect(Object.fromEntries([...spent].map(([id, ms]) => [id, ms / 60_000]))).toEqual({
    opening: 5,
    middle: 15,
  })
})

test('a question is asked once it was ticked, and nothing is on before the first part', () => {
  const { asked, part: on, spent } = guideCourse([{ kind: 'asked', about: 'q1', at: at(3) }], new Date(at(5)))
  expect([...asked]).toEqual(['q1'])
  expect(on).toBeNull()
  expect(spent.size).toBe(0)
})
