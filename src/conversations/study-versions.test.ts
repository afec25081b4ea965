import { expect, test } from 'vitest'
import { compareVersions, joinVersions, type StudyWritten } from './study-versions.ts'

const read: StudyWritten = {
  kind: 'depth',
  title: 'Why people switch bank',
  hypothesis: 'Nobody answers',
  confirmation: '',
  contradiction: '',
  mode: 'behaviour',
  language: 'en',
  languages: [],
  target: 20,
  sessionSize: null,
  plan: { startsOn: null, weeks: 4, shares: [] },
  quotas: [{ segmentId: null, language: 'da', count: 5 }],
  bases: { conversation_analysis: 'consent', quoting: 'consent' },
  quotesByName: false,
}
const open = { lockedAt: null }

test('what one of two changed alone is put together, and what both changed is asked about', () => {
  const mine = { ...read, title: 'Why people leave', target: 12 }
  const theirs = { ...read, ...open, title: 'Why they go', plan: { ...read.plan, weeks: 6 } }
  const versions = { read, mine, theirs }
  expect(compareVersions(versions)).toEqual({
    both: ['title'],
    onlyMine: ['target'],
    onlyTheirs: ['plan'],
    locked: [],
  })
  expect(joinVersions(versions, ['title'])).toMatchObject({
    title: 'Why people leave',
    target: 12,
    plan: { weeks: 6 },
  })
  expect(joinVersions(versions, [])).toMatchObject({ title: 'Why they go', target: 12, plan: { weeks: 6 } })
})

test('who changed the same in the same way is asked nothing, whatever order its parts were written in', () => {
  const quotas = [{ count: 8, language: 'da' as const, segmentId: null }]
  const mine = { ...read, quotas }
  const theirs = { ...read, ...open, quotas: [{ segmentId: null, language: 'da' as const, count: 8 }] }
  const same = { both: [], onlyMine: [], onlyTheirs: [], locked: [] }
  expect(compareVersions({ read, mine, theirs })).toEqual(same)
})

test('a suspicion that was locked meanwhile stays as it was, and what was written of it is named', () => {
  const mine = { ...read, hypothesis: 'The rate is too low', title: 'Rates' }
  const theirs = { ...read, lockedAt: '2026-03-02T10:00:00Z' }
  const versions = { read, mine, theirs }
  expect(compareVersions(versions)).toMatchObject({ locked: ['hypothesis'], onlyMine: ['title'] })
  expect(joinVersions(versions, ['hypothesis'])).toMatchObject({
    hypothesis: 'Nobody answers',
    title: 'Rates',
  })
})
