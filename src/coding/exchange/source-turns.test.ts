import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedData, sharedDataPresent } from '../../../test/shared-data.ts'
import { readTranscript } from '../../conversations/index.ts'
import { decodeText } from '../../platform/text/decode.ts'
import { findTurns, followTurns, partsOf } from './source-turns.ts'

const ours = join(import.meta.dirname, '../../../test/data/transcripts')
const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md|vtt|srt)$/u.test(name))
    .map((name) => [name, join(folder, name)] as const)

/** How much of what was read as utterances stands where it was found, word for word: 0 to 1. */
function shareFound(path: string): number {
  const bytes = readFileSync(path)
  const text = decodeText(bytes).text.replaceAll(/\r\n?/g, '\n')
  const read = readTranscript({ name: path, bytes })
  if (read.state !== 'read') throw new Error(read.problem.id)
  const said = read.transcript.utterances.map((utterance) => utterance.text)
  let found = 0
  for (const { from, until, utterance, at } of findTurns(text, said)) {
    const here = text.slice(from, until)
    expect(here).toBe(said[utterance]?.slice(at, at + until - from))
    found += here.replaceAll(/\s/g, '').length
  }
  return found / said.join('').replaceAll(/\s/g, '').length
}

describe('turns looked at before they were held', () => {
  test('are found where they were moved, and not where they were corrected or taken out meanwhile', () => {
    const kept = (id: string, version = 1) => ({ id, version })
    const before = ['one', 'two', 'three', 'four'].map((id) => kept(id))
    expect(followTurns(before, before)).toEqual(before)
    const now = [kept('new'), kept('one'), kept('two', 2), kept('four')]
    expect(followTurns(before, now)).toEqual([kept('one'), undefined, undefined, kept('four')])
  })
})

describe('utterances are found in the text they were read from', () => {
  test.each(filesIn(ours))('%s', (_, path) => {
    expect(shareFound(path)).toBeGreaterThan(0.99)
  })

  test('the label in front of a turn is nobody’s words, also where it is said in the turn', () => {
    const text = 'Anna: Anna said it.\nBo: Ja.\nJa: No, Bo.'
    const stretches = findTurns(text, ['Anna said it.', 'Ja.', 'No, Bo.'])
    expect(stretches.map(({ from }) => from)).toEqual([6, 24, 32])
    expect(partsOf(stretches, { from: 0, until: 5 })).toEqual([])
    expect(partsOf(stretches, { from: 0, until: text.length })).toEqual([
      { utterance: 0, from: 0, until: 13 },
      { utterance: 1, from: 0, until: 3 },
      { utterance: 2, from: 0, until: 7 },
    ])
  })

  test('a selection within a line of several keeps to its words', () => {
    const text = 'A: one two\nthree four\nB: five'
    const stretches = findTurns(text, ['one two\nthree four', 'five'])
    expect(partsOf(stretches, { from: 7, until: 16 })).toEqual([{ utterance: 0, from: 4, until: 13 }])
  })
})

describe.skipIf(!sharedDataPresent)('shared data: thirty press conferences', () => {
  const folder = join(sharedData, 'interviews/nl-press-conferences')
  test.each(sharedDataPresent ? filesIn(folder) : [])('%s is found whole', (_, path) => {
    expect(shareFound(path)).toBe(1)
  })
})
