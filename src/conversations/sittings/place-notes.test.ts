import { expect, test } from 'vitest'
import { placeNotes } from './place-notes.ts'

const beganAt = '2026-03-02T09:00:00.000Z'
const at = (seconds: number) => new Date(Date.parse(beganAt) + seconds * 1000).toISOString()
const turns = [
  { utteranceId: 'asked', startMs: 0, isAnswer: false },
  { utteranceId: 'answered', startMs: 10_000, isAnswer: true },
  { utteranceId: 'asked again', startMs: 60_000, isAnswer: false },
]
const places = (notes: { kind: 'note' | 'quote'; at: string }[], offsetMs = 0) =>
  placeNotes(notes, { beganAt, offsetMs, turns }).map(({ utteranceId }) => utteranceId)

test('a note stands at the turn that had begun, a mark at the answer before it', () => {
  expect(places([{ kind: 'note', at: at(65) }])).toEqual(['asked again'])
  expect(places([{ kind: 'quote', at: at(65) }])).toEqual(['answered'])
  expect(places([{ kind: 'quote', at: at(5) }])).toEqual([null])
})

test('a recording that began later is told by its offset', () => {
  expect(places([{ kind: 'note', at: at(65) }], -10_000)).toEqual(['answered'])
})

test('without times no note has a place', () => {
  const untimed = turns.map((turn) => ({ ...turn, startMs: null }))
  const note = { kind: 'note' as const, at: at(65) }
  expect(placeNotes([note], { beganAt, offsetMs: 0, turns: untimed })).toEqual([{ note, utteranceId: null }])
})
