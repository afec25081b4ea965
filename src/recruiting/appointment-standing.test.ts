import { expect, test } from 'vitest'
import { letterDue, reminderDue, standingOf, type Appointment } from './appointment-standing.ts'

const planned: Appointment = {
  state: 'planned',
  startsAt: new Date('2026-03-02T10:00:00Z'),
  minutes: 60,
  interviewerId: 'ann',
  companions: [],
}
const known = standingOf(planned)

test.each([
  ['something new', 'none', known, 'planned'],
  ['another time', known, standingOf({ ...planned, startsAt: new Date('2026-03-02T11:00:00Z') }), 'moved'],
  ['another interviewer', known, standingOf({ ...planned, interviewerId: 'ben' }), 'moved'],
  [
    'somebody who sits in',
    known,
    standingOf({ ...planned, companions: [{ name: 'Ben', part: 'observer' }] }),
    'moved',
  ],
  ['called off', known, 'cancelled', 'cancelled'],
  ['not in it any more', known, 'gone', 'cancelled'],
  ['nobody came', known, 'missed', 'missed'],
  ['taken up again', 'cancelled', known, 'planned'],
  ['held', known, 'held', undefined],
  ['nothing new', known, known, undefined],
  ['off before they knew', 'none', 'cancelled', undefined],
  ['called off twice', 'cancelled', 'gone', undefined],
])('%s', (_, told, now, letter) => {
  expect(letterDue({ told, now })).toBe(letter)
})

test('a reminder goes once, a day before, to who has known of it for longer', () => {
  const given = { told: known, reminded: 'none', toldAt: new Date('2026-02-20'), startsAt: planned.startsAt }
  const at = (now: string) => reminderDue({ ...given, now: new Date(now) })
  expect(at('2026-03-01T09:59:00Z')).toBe(false)
  expect(at('2026-03-01T10:00:00Z')).toBe(true)
  expect(at('2026-03-02T10:00:00Z')).toBe(false)
  const now = new Date('2026-03-01T12:00:00Z')
  expect(reminderDue({ ...given, reminded: known, now })).toBe(false)
  expect(reminderDue({ ...given, toldAt: new Date('2026-03-01T11:00:00Z'), now })).toBe(false)
})
