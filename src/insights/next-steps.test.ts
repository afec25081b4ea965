import { expect, test } from 'vitest'
import { InterviewId, SegmentId, StudyId, roleAllows, type RoleName } from '../workspace/index.ts'
import { nextSteps } from './next-steps.ts'

const empty = { people: 0, sets: [], studies: [], interviews: [], imports: [], due: [], named: undefined }
const id = '01a2010d-cd2b-7b33-bcb1-f962c534bbe5'
const segment = (name: string, heard: number) => ({
  ...{ segmentId: SegmentId.parse(id), name, heard },
  ...{ people: 80, isExact: true, share: 0.2, lastHeard: null },
})
const set = {
  ...{ setId: id, name: 'A set', asOf: '', isRenewing: false },
  segments: [segment('Known', 9), segment('Unknown', 0)],
}
const study = {
  studyId: StudyId.parse(id),
  title: 'Why',
  heard: 3,
  target: 20,
  interviews: 3,
  thisWeek: null,
}
const interview = (passages: number) => ({
  ...{ interviewId: InterviewId.parse(id), who: ['Frost Hawk'], words: 600, passages, happenedAt: '' },
})
const file = { importId: id, fileName: 'customers.csv', imported: 0, open: 0, at: '' }

const stepsOf = (standing: Partial<Parameters<typeof nextSteps>[0]>, role: RoleName = 'owner') =>
  nextSteps({ ...empty, ...standing }, (permission) => roleAllows(role, permission)).map(({ step, name }) =>
    name === null ? step : `${step}: ${name}`,
  )

test('whoever has nothing brings people in', () => {
  expect(stepsOf({})).toEqual(['bring people'])
})

test('a file that waits comes before anything new', () => {
  expect(stepsOf({ imports: [{ ...file, state: 'mapped' }] })).toEqual([
    'finish an import: customers.csv',
    'plan a study',
  ])
  expect(stepsOf({ people: 400, imports: [{ ...file, state: 'done' }] })).toEqual([
    'find segments',
    'plan a study',
  ])
})

test('on day thirty: code what was said, go on talking, read about those least known', () => {
  const standing = { people: 400, sets: [set], studies: [study], interviews: [interview(5), interview(0)] }
  expect(stepsOf(standing)).toEqual(['code: Frost Hawk', 'talk: Why', 'read a portrait: Unknown'])
})

test('a conversation without notes comes first: tomorrow it is forgotten', () => {
  const standing = { people: 400, studies: [study], interviews: [interview(0)] }
  expect(stepsOf({ ...standing, due: [{ sittingId: id, study: 'Why' }] })[0]).toBe('write notes: Why')
})

test('names that wait for pseudonyms are told after what is to be coded', () => {
  const standing = {
    people: 400,
    studies: [study],
    interviews: [interview(0)],
    named: { studyId: id, title: 'Why' },
  }
  expect(stepsOf({ ...standing, sets: [set] })).toEqual(['code: Frost Hawk', 'hide names: Why', 'talk: Why'])
})

test('nobody is sent where they can do nothing', () => {
  const standing = {
    ...{ people: 400, sets: [set], studies: [study], interviews: [interview(0)] },
    ...{ imports: [{ ...file, state: 'mapped' as const }], named: { studyId: id, title: 'Why' } },
  }
  expect(stepsOf(standing, 'viewer')).toEqual(['read a portrait: Unknown'])
  expect(stepsOf(standing, 'researcher')).toEqual(['code: Frost Hawk', 'hide names: Why', 'talk: Why'])
  expect(stepsOf({}, 'viewer')).toEqual([])
})
