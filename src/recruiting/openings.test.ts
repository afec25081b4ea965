import { expect, test } from 'vitest'
import { openingsOf } from './openings.ts'
import type { MemberHours } from './recruiting.schema.ts'

const copenhagen: MemberHours = {
  zone: 'Europe/Copenhagen',
  weekly: [{ weekday: 1, hours: [{ from: '09:00', to: '12:00' }] }],
  exceptions: [],
  bufferMinutes: 0,
  noticeHours: 0,
}
const shown = (dates: readonly Date[]) => dates.map((date) => date.toISOString().slice(0, 16))
const ask = (hours: Partial<MemberHours>, given: Partial<Parameters<typeof openingsOf>[0]> = {}) =>
  shown(
    openingsOf({
      hours: { ...copenhagen, ...hours },
      busy: [],
      minutes: 60,
      now: new Date('2026-01-04T12:00:00Z'),
      days: 6,
      ...given,
    }),
  )

test('a Monday morning in Copenhagen begins at eight in winter and at seven in summer, in universal time', () => {
  expect(ask({})).toEqual([
    '2026-01-05T08:00',
    '2026-01-05T08:30',
    '2026-01-05T09:00',
    '2026-01-05T09:30',
    '2026-01-05T10:00',
  ])
  expect(ask({}, { now: new Date('2026-07-05T12:00:00Z') })[0]).toBe('2026-07-06T07:00')
})

test('nothing is offered before the day the study begins, and as many days from then on', () => {
  const begins = (startsOn: string | null) => ask({}, { days: 6, startsOn })[0]
  expect(begins('2026-03-22')).toBe('2026-03-23T08:00')
  expect(begins('2026-01-06')).toBe('2026-01-12T08:00')
  expect(begins('2025-12-01')).toBe('2026-01-05T08:00')
  expect(begins(null)).toBe('2026-01-05T08:00')
})

test('the night in spring when an hour is left out is an hour shorter, and nothing is offered twice', () => {
  // 29 March 2026: 02:00 becomes 03:00. From one to five are three hours.
  const night = ask(
    { weekly: [{ weekday: 7, hours: [{ from: '01:00', to: '05:00' }] }] },
    { now: new Date('2026-03-28T12:00:00Z'), days: 2 },
  )
  expect(night).toEqual([
    '2026-03-29T00:00',
    '2026-03-29T00:30',
    '2026-03-29T01:00',
    '2026-03-29T01:30',
    '2026-03-29T02:00',
  ])
  // Hours inside what is left out begin where there is an hour again.
  const inside = ask(
    { weekly: [{ weekday: 7, hours: [{ from: '02:00', to: '04:00' }] }] },
    { now: new Date('2026-03-28T12:00:00Z'), days: 2 },
  )
  expect(inside).toEqual(['2026-03-29T01:00'])
})

test('the night in autumn when an hour comes twice is an hour longer', () => {
  // 25 October 2026: 03:00 becomes 02:00. From one to four are four hours.
  const night = ask(
    { weekly: [{ weekday: 7, hours: [{ from: '01:00', to: '04:00' }] }] },
    { now: new Date('2026-10-24T12:00:00Z'), days: 2 },
  )
  expect(night[0]).toBe('2026-10-24T23:00')
  expect(night.at(-1)).toBe('2026-10-25T02:00')
  expect(night).toHaveLength(7)
})

test('a meeting blocks its time and the buffer on both sides', () => {
  const busy = [{ start: new Date('2026-01-05T09:00:00Z'), end: new Date('2026-01-05T09:30:00Z') }]
  expect(ask({}, { busy })).toEqual(['2026-01-05T08:00', '2026-01-05T09:30', '2026-01-05T10:00'])
  expect(ask({ bufferMinutes: 15 }, { busy })).toEqual(['2026-01-05T10:00'])
})

test('a day of its own replaces the weekday: away, or other hours', () => {
  expect(ask({ exceptions: [{ day: '2026-01-05', hours: [] }] })).toEqual([])
  expect(ask({ exceptions: [{ day: '2026-01-06', hours: [{ from: '23:00', to: '24:00' }] }] }).at(-1)).toBe(
    '2026-01-06T22:00',
  )
})

test('nothing is offered sooner than the notice asked for', () => {
  expect(ask({ noticeHours: 21 })).toEqual(['2026-01-05T09:00', '2026-01-05T09:30', '2026-01-05T10:00'])
})

test('the day of the week is the member’s own, also across the date line', () => {
  // Monday nine o'clock in Auckland is Sunday evening in universal time.
  expect(ask({ zone: 'Pacific/Auckland' }, { now: new Date('2026-01-04T00:00:00Z') })[0]).toBe(
    '2026-01-04T20:00',
  )
})
