import { describe, expect, test } from 'vitest'
import { CodeId, HighlightId, SpeakerId, UtteranceId } from '../../workspace/ids.ts'
import type { HighlightShown, UtteranceShown } from './coding-data.ts'
import { blocksOf, type TurnBlock } from './turn-blocks.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const turn = (n: number, text = `Turn ${n}`): UtteranceShown => ({
  ...{ utteranceId: UtteranceId.parse(uuid(n)), speakerId: SpeakerId.parse(uuid(1)) },
  ...{ position: n, text, startMs: null, version: 1 },
})
const marked = (n: number, inTurn: number): HighlightShown => ({
  ...{ highlightId: HighlightId.parse(uuid(n)), utteranceId: UtteranceId.parse(uuid(inTurn)) },
  ...{ start: 0, end: 4, version: 1, codeIds: [CodeId.parse(uuid(7))], note: '', lostText: null },
})
const turns = Array.from({ length: 1000 }, (_, place) => turn(place + 1))
const highlights = Array.from({ length: 300 }, (_, place) => marked(place + 1, place * 3 + 1))
/** What an answer read anew is: equal, and nothing of it the same object. */
const readAgain = <T>(value: readonly T[]): T[] => structuredClone([...value])
const changedOf = (now: readonly TurnBlock[], before: readonly TurnBlock[]) =>
  now.filter((block) => !before.includes(block))
const textOf = (blocks: readonly TurnBlock[]) =>
  blocks.flatMap((block) => block.turns.map(({ text }) => text)).join('\n')
const textsOf = (some: readonly UtteranceShown[]) => some.map(({ text }) => text).join('\n')

describe('a long conversation in blocks', () => {
  const before = blocksOf({ turns, highlights })

  test('holds every turn once and in order, with what is marked in it', () => {
    expect(before.flatMap((block) => block.turns)).toEqual(turns)
    expect(before.flatMap((block) => [...block.highlights.values()].flat())).toEqual(highlights)
    expect(Math.max(...before.map((block) => block.turns.length))).toBeLessThan(60)
  })

  test('read anew without any change, it is the same to the last object', () => {
    const now = blocksOf({ turns: readAgain(turns), highlights: readAgain(highlights) }, before)
    expect(changedOf(now, before)).toEqual([])
  })

  test('a turn that is split changes its own block alone, though every turn after it has moved on', () => {
    const split = [...turns.slice(0, 399), turn(400, 'First'), turn(5000, 'second'), ...turns.slice(400)].map(
      (one, place) => ({ ...one, position: place + 1 }),
    )
    const now = blocksOf({ turns: split, highlights: readAgain(highlights) }, before)
    expect(textOf(now)).toBe(textsOf(split))
    expect(now.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    const [changed, ...others] = changedOf(now, before)
    expect(changed?.turns).toContainEqual(expect.objectContaining({ text: 'second' }))
    expect(others.map(({ id }) => id)).toEqual([])
    const undone = blocksOf({ turns: readAgain(turns), highlights: readAgain(highlights) }, now)
    expect(textOf(undone)).toBe(textsOf(turns))
    expect(changedOf(undone, now)).toHaveLength(1)
  })

  test('a colleague who marks, takes away or renames a passage changes the block it is in', () => {
    const more = [marked(9000, 500), ...readAgain(highlights).slice(1)]
    const changed = changedOf(blocksOf({ turns, highlights: more }, before), before)
    expect(changed.map((block) => block.turns.map(({ position }) => position))).toEqual([
      expect.arrayContaining([1]),
      expect.arrayContaining([500]),
    ])
  })

  test('a block whose first turn is gone keeps its others where they are, and comes back as it was', () => {
    const [, , , block] = before
    const merged = turns.filter(({ utteranceId }) => utteranceId !== block?.turns[0]?.utteranceId)
    const without = blocksOf({ turns: readAgain(merged), highlights: readAgain(highlights) }, before)
    expect(textOf(without)).toBe(textsOf(merged))
    expect(without.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(changedOf(without, before)).toEqual([without[3]])
    expect(without[3]?.turns).toEqual(block?.turns.slice(1))
    const undone = blocksOf({ turns: readAgain(turns), highlights: readAgain(highlights) }, without)
    expect(undone).toEqual(before)
    expect(changedOf(undone, without)).toEqual([undone[3]])
  })

  test('a block whose turns are all gone is no more', () => {
    const gone = new Set(before[3]?.turns.map(({ utteranceId }) => utteranceId))
    const left = turns.filter(({ utteranceId }) => !gone.has(utteranceId))
    expect(blocksOf({ turns: left, highlights }, before).map(({ id }) => id)).toEqual(
      before.toSpliced(3, 1).map(({ id }) => id),
    )
  })

  test('one that grows too long is cut, each part under a name of its own', () => {
    const many = Array.from({ length: 500 }, (_, place) => turn(10_000 + place))
    const longer = [...turns.slice(0, 10), ...many, ...turns.slice(10)]
    const grown = blocksOf({ turns: longer, highlights }, before)
    expect(textOf(grown)).toBe(textsOf(longer))
    expect(Math.max(...grown.map((block) => block.turns.length))).toBeLessThanOrEqual(60)
    expect(new Set(grown.map(({ id }) => id)).size).toBe(grown.length)
    expect(changedOf(blocksOf({ turns: readAgain(longer), highlights }, grown), grown)).toEqual([])
  })

  test('words that are lost are marked nowhere', () => {
    const lost = { ...marked(1, 1), lostText: 'gone' }
    expect(blocksOf({ turns, highlights: [lost] })[0]?.highlights.size).toBe(0)
  })
})
