import { expect, test } from 'vitest'
import { asks, isThere, phaseOf } from './sitting-phase.ts'

type Given = Parameters<typeof phaseOf>[0]

const phase = (sitting: Partial<Given['sitting']>, written: readonly Given['notes'][number]['kind'][] = []) =>
  phaseOf({
    sitting: { mine: 'interviewer', state: 'planned', beganAt: null, endedAt: null, ...sitting },
    notes: written.map((kind) => ({ kind, isMine: true })),
    isResumed: false,
  })
const begun = { state: 'held', beganAt: '2026-03-02T09:00:00.000Z' } as const
const ended = { ...begun, endedAt: '2026-03-02T09:40:00.000Z' } as const

test.each([
  ['planned', { state: 'planned' }],
  ['held', begun],
] as const)(
  'who began it here keeps their pad though somebody took it over, while it is %s',
  (_, sitting) => {
    for (const mine of ['interviewer', 'note-taker', 'lead', 'outside'] as const)
      expect(phase({ ...sitting, mine }, ['begin']), mine).toBe('running')
  },
)

test('their own end, or that of who leads it now, closes the pad', () => {
  for (const mine of ['note-taker', 'lead', 'outside'] as const) {
    expect(phase({ ...begun, mine }, ['begin', 'end']), mine).toBe('after')
    expect(phase({ ...ended, mine }, ['begin']), mine).toBe('after')
  }
})

test('who wrote no beginning has a pad while it lasts if they sit in, and none otherwise', () => {
  const parts = ['interviewer', 'note-taker', 'observer', 'lead', 'outside'] as const
  expect(parts.map((mine) => phase({ mine }))).toEqual(parts.map(() => 'before'))
  expect(parts.map((mine) => phase({ ...begun, mine }))).toEqual([
    'running',
    'running',
    'running',
    'after',
    'after',
  ])
})

test('who began it before it was given to somebody else goes on asking and has a debrief; who never began it has neither', () => {
  const began = [{ kind: 'begin', isMine: true }] as const
  for (const mine of ['outside', 'lead'] as const) {
    expect([asks, isThere].map((is) => is({ sitting: { mine }, notes: began }))).toEqual([true, true])
    const theirs = [{ kind: 'begin', isMine: false }] as const
    expect([asks, isThere].map((is) => is({ sitting: { mine }, notes: theirs }))).toEqual([false, false])
  }
  // Taken over while it went on: they take notes from then on.
  const sitting = { mine: 'note-taker' } as const
  expect([asks, isThere].map((is) => is({ sitting, notes: began }))).toEqual([false, true])
})
