import { expect, test } from 'vitest'
import { compareVersions, joinVersions, type StudyWritten } from './study-written.ts'

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
const same = { both: [], onlyMine: [], onlyTheirs: [], locked: [], together: [] }

test('what one of two changed alone is put together, and what both changed is asked about', () => {
  const mine = { ...read, title: 'Why people leave', target: 12 }
  const theirs = { ...read, ...open, title: 'Why they go', plan: { ...read.plan, weeks: 6 } }
  const versions = { read, mine, theirs }
  expect(compareVersions(versions)).toEqual({
    both: ['title'],
    onlyMine: ['target'],
    onlyTheirs: ['plan'],
    locked: [],
    together: [],
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

const sv = { segmentId: null, language: 'sv' as const, count: 3 }

test('a language taken out and a quota added in it are one choice: neither is put together with the other', () => {
  const before = { ...read, languages: ['da' as const, 'sv' as const] }
  const mine = { ...before, languages: ['da' as const], title: 'Why people leave' }
  const theirs = { ...before, ...open, quotas: [...read.quotas, sv], target: 12 }
  const versions = { read: before, mine, theirs }
  expect(compareVersions(versions)).toEqual({
    both: ['languages', 'quotas'],
    onlyMine: ['title'],
    onlyTheirs: ['target'],
    locked: [],
    together: ['languages', 'quotas'],
  })
  const changed = { title: 'Why people leave', target: 12 }
  const all = { languages: ['da'], quotas: read.quotas, ...changed }
  expect(joinVersions(versions, ['languages', 'quotas'])).toMatchObject(all)
  const none = { languages: ['da', 'sv'], quotas: theirs.quotas, ...changed }
  for (const kept of [[], ['languages' as const], ['quotas' as const]])
    expect(joinVersions(versions, kept)).toMatchObject(none)
})

test('what both chose otherwise is one choice with the quotas too, where one of the choices would contradict them', () => {
  const mine = { ...read, languages: ['da' as const, 'nl' as const] }
  const theirs = { ...read, ...open, languages: ['da' as const, 'sv' as const], quotas: [sv] }
  expect(compareVersions({ read, mine, theirs }).together).toEqual(['languages', 'quotas'])
})

test('a language added by one and a quota in another by the other are put together', () => {
  const before = { ...read, languages: ['da' as const, 'sv' as const] }
  const mine = { ...before, languages: ['da' as const, 'sv' as const, 'nl' as const] }
  const theirs = { ...before, ...open, quotas: [sv] }
  const versions = { read: before, mine, theirs }
  expect(compareVersions(versions)).toMatchObject({ both: [], together: [] })
  expect(joinVersions(versions, [])).toMatchObject({ languages: mine.languages, quotas: [sv] })
})

test('the same languages in another order are no change', () => {
  const mine = { ...read, languages: ['da' as const, 'sv' as const] }
  const theirs = { ...read, ...open, languages: ['sv' as const, 'da' as const] }
  expect(compareVersions({ read: mine, mine: { ...mine, languages: theirs.languages }, theirs })).toEqual(
    same,
  )
})
