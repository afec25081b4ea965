import { expect, test } from 'vitest'
import { staysOf, type Asked } from './joined-invitees.ts'

const asked: Asked = {
  id: '',
  participantId: null,
  sittingId: null,
  state: null,
  startsAt: null,
  isAhead: false,
}
const agreed: Asked = { ...asked, participantId: 'p' }
const met: Asked = { ...agreed, sittingId: 's', state: 'held', startsAt: new Date('2026-03-02T10:00:00Z') }
const past: Asked = { ...met, state: 'planned' }
const soon: Asked = { ...past, isAhead: true, startsAt: new Date('2026-03-09T10:00:00Z') }
const later: Asked = { ...soon, sittingId: 't', startsAt: new Date('2026-03-10T10:00:00Z') }

test.each([
  ['who agreed before who was asked', agreed, asked],
  ['who was met before who agreed', met, agreed],
  ['an appointment to come before one that was held: letters about it go on', soon, met],
  ['an appointment to come before one whose time has passed', later, past],
  ['the sooner of two to come', soon, later],
])('of two letters stays %s', (_, stays, gone) => {
  const [one, other] = [
    { ...stays, id: 'stays' },
    { ...gone, id: 'gone' },
  ]
  expect(staysOf({ from: one, into: other }).id).toBe('stays')
  expect(staysOf({ from: other, into: one }).id).toBe('stays')
})

test('where both stand alike, the profile that stays keeps its own', () => {
  for (const both of [asked, agreed, met, soon])
    expect(staysOf({ from: { ...both, id: 'from' }, into: { ...both, id: 'into' } }).id).toBe('into')
})
