import { expect, test } from 'vitest'
import { programmeOf } from './programme.ts'

const empty = {
  hypothesis: '',
  contradiction: '',
  plan: { startsOn: null, weeks: 4, shares: [] },
  guide: [],
  interviews: 0,
  heard: 0,
  target: 20,
  marked: { faults: 0, mixed: 0 },
}
const guide = (['opening', 'questions', 'close'] as const).map((part) => ({
  id: part,
  part,
  title: '',
  say: part === 'questions' ? '' : 'Said',
  minutes: null,
  translations: {},
  questions: part === 'questions' ? [{ id: 'q', text: 'How?', probes: ['Why?'], translations: {} }] : [],
}))
const done = (study: Parameters<typeof programmeOf>[0]) =>
  programmeOf(study).flatMap(({ step, isDone }) => (isDone ? [step] : []))

test('an empty study has done none of the ten steps', () => {
  expect(programmeOf(empty)).toHaveLength(10)
  expect(done(empty)).toEqual([])
})

test('a guide with opening, probes and close does its five steps, and a marked question undoes one', () => {
  expect(done({ ...empty, guide })).toEqual([3, 5, 6, 8, 9])
  expect(done({ ...empty, guide, marked: { faults: 1, mixed: 0 } })).toEqual([3, 5, 8, 9])
  expect(done({ ...empty, guide, marked: { faults: 0, mixed: 1 } })).toEqual([5, 6, 8, 9])
})

test('the last step is done with the last person promised, not before', () => {
  expect(done({ ...empty, interviews: 19, heard: 19 })).toEqual([7])
  expect(done({ ...empty, interviews: 20, heard: 20 })).toEqual([7, 10])
})
