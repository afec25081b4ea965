import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../test/seeded-random.ts'
import type { CodeLevel } from '../coding.schema.ts'
import { cutoffsOf, implications, laddersOf, usualCutoff, type Ladder, type Rung } from './ladders.ts'
import { mapEdges, placeCodes } from './value-map.ts'

const levels: Record<string, CodeLevel> = { A: 'attribute', C: 'consequence', V: 'value' }

/** `A1 C1@5`: a step of an attribute at turn 0, of a consequence at turn 5. */
function said(text: string, personNo = 1, interviewId = 'one'): Rung[] {
  return text.split(' ').map((step, at) => {
    const [codeId = '', position = String(at)] = step.split('@')
    return {
      highlightId: `${personNo} ${interviewId} ${at}`,
      interviewId,
      personNo,
      codeId,
      level: levels[codeId.charAt(0)] ?? 'value',
      position: Number(position),
    }
  })
}
const named = (ladders: readonly Ladder[]) =>
  ladders.map((ladder) => ladder.map(({ codeId }) => codeId).join(' '))
const climbed = (rungs: readonly Rung[], reach = 6) => named(laddersOf(rungs, { reach }))

describe('ladders', () => {
  test('go up from a thing to what it brings to why that matters, and end where it goes down', () => {
    expect(climbed(said('A1 C1 C2 V1 A2 C1 C3'))).toEqual(['A1 C1 C2 V1', 'A2 C1 C3'])
  })
  test('end where the next step is too far away, in another conversation or somebody else’s', () => {
    expect(climbed(said('A1@0 C1@6 V1@13'))).toEqual(['A1 C1'])
    expect(climbed([...said('A1', 1), ...said('C1', 2)])).toEqual([])
    expect(climbed([...said('A1', 1, 'one'), ...said('C1', 1, 'two')])).toEqual([])
  })
  test('hold a code once, and one step is none', () => {
    expect(climbed(said('A1 C1 C1 V1 V1'))).toEqual(['A1 C1 V1'])
    expect(climbed(said('A1 A1'))).toEqual([])
  })
  test('of one turn begin with the least abstract, whichever was said first', () => {
    expect(climbed(said('V1@3 A1@3 C1@3'))).toEqual(['A1 C1 V1'])
  })
})

describe('the implication matrix', () => {
  const cells = (ladders: readonly Ladder[]) =>
    Object.fromEntries(
      implications(ladders).map(({ from, to, direct, indirect }) => [`${from}-${to}`, [direct, indirect]]),
    )

  test('has the four direct and six indirect relations of the published ladder A → B → C → D → E', () => {
    const ladder = ['A', 'B', 'C', 'D', 'E'].map((codeId, position): Rung => ({
      ...{ highlightId: codeId, interviewId: 'one', personNo: 1, codeId, position },
      level: 'consequence',
    }))
    expect(cells([ladder])).toEqual({
      ...{ 'A-B': [1, 0], 'B-C': [1, 0], 'C-D': [1, 0], 'D-E': [1, 0] },
      ...{ 'A-C': [0, 1], 'A-D': [0, 1], 'A-E': [0, 1], 'B-D': [0, 1], 'B-E': [0, 1], 'C-E': [0, 1] },
    })
  })
  test('counts ladders, and people once', () => {
    const ladders = laddersOf([...said('A1 C1 A1 C1 V1'), ...said('A1 C2 C1', 2)], { reach: 6 })
    const cell = implications(ladders).find(({ from, to }) => from === 'A1' && to === 'C1')
    expect(cell).toMatchObject({ direct: 2, indirect: 1 })
    expect(cell?.people.size).toBe(2)
    expect(cell?.highlightIds.size).toBe(6)
  })
  test('of any ladders has n − 1 direct and (n − 1)(n − 2) ÷ 2 indirect relations a ladder of n steps', () => {
    const random = seededRandom(3)
    const pick = (n: number) => Math.floor(random() * n)
    const rungs = Array.from({ length: 2000 }, (_, at) =>
      said(`${'ACV'.charAt(pick(3))}${pick(9)}@${at}`, pick(40)),
    ).flat()
    const ladders = laddersOf(rungs, { reach: 60 })
    expect(ladders.length).toBeGreaterThan(300)
    const sum = (of: (n: number) => number) => ladders.reduce((all, { length }) => all + of(length), 0)
    const found = implications(ladders)
    expect(found.reduce((all, { direct }) => all + direct, 0)).toBe(sum((n) => n - 1))
    expect(found.reduce((all, { indirect }) => all + indirect, 0)).toBe(sum((n) => ((n - 1) * (n - 2)) / 2))
  })
})

describe('a cut-off', () => {
  const cells = [
    { direct: 4, indirect: 2 },
    { direct: 1, indirect: 1 },
    { direct: 1, indirect: 0 },
    { direct: 0, indirect: 1 },
  ]
  test('says how many links it keeps and which share of all steps', () => {
    expect(cutoffsOf(cells)).toEqual([
      { cutoff: 1, links: 4, steps: 10, share: 1 },
      { cutoff: 2, links: 2, steps: 8, share: 0.8 },
      { cutoff: 3, links: 1, steps: 6, share: 0.6 },
      { cutoff: 4, links: 1, steps: 6, share: 0.6 },
      { cutoff: 5, links: 1, steps: 6, share: 0.6 },
      { cutoff: 6, links: 1, steps: 6, share: 0.6 },
    ])
  })
  test('to begin with keeps two thirds; of no links it is 1', () => {
    expect(usualCutoff(cutoffsOf(cells))).toBe(2)
    expect(cutoffsOf([])).toEqual([])
    expect(usualCutoff([])).toBe(1)
  })
})

describe('the map of values', () => {
  const link = (text: string, direct = 3, indirect = 0) => {
    const [from = '', to = ''] = text.split('-')
    return { from, to, direct, indirect }
  }
  const names = (edges: readonly { from: string; to: string }[]) =>
    edges.map(({ from, to }) => `${from}-${to}`).toSorted()

  test('leaves out what is below the cut-off, and a link that says no more than the way along others', () => {
    const cells = [link('A1-C1'), link('C1-V1'), link('A1-V1', 0, 3), link('A2-C1', 1)]
    expect(names(mapEdges(cells, 2))).toEqual(['A1-C1', 'C1-V1'])
    expect(names(mapEdges(cells, 1))).toEqual(['A1-C1', 'A2-C1', 'C1-V1'])
  })
  // With links of one weight and no circle what is left is the transitive reduction, which is unique (Aho, Garey & Ullman 1972, SIAM Journal on Computing 1(2), 131–137). The two
  // graphs and their answers are those of the tests of NetworkX (`transitive_reduction`) and of AliceVision Meshroom (`test_transitive_reduction`).
  test.each([
    ['1-2 2-3 1-3', '1-2 2-3'],
    ['A-E A-B B-C B-D B-E C-E D-E', 'A-B B-C B-D C-E D-E'],
  ])('of the published graph %s keeps %s', (all, kept) => {
    expect(
      names(
        mapEdges(
          all.split(' ').map((text) => link(text)),
          2,
        ),
      ),
    ).toEqual(kept.split(' '))
  })
  test('can be walked wherever the links above the cut-off could, also round a circle', () => {
    const random = seededRandom(5)
    const pick = (n: number) => Math.floor(random() * n)
    for (let round = 0; round < 50; round += 1) {
      const cells = Array.from({ length: 40 }, () =>
        link(`C${pick(9)}-C${pick(9)}`, pick(5), pick(5)),
      ).filter(({ from, to }) => from !== to)
      const kept = mapEdges(cells, 3)
      expect(waysOf(kept)).toEqual(waysOf(cells.filter(({ direct, indirect }) => direct + indirect >= 3)))
    }
  })
  test('puts attributes below, values on top, and what leads to another of its level under it', () => {
    const codes = ['V1', 'A1', 'C2', 'C1', 'A2'].map((codeId) => ({
      codeId,
      level: levels[codeId.charAt(0)] ?? 'value',
    }))
    const edges = [link('A1-C1'), link('C1-C2'), link('C2-C1', 1), link('C2-V1'), link('A2-C2')]
    const { placed, layers } = placeCodes(codes, edges)
    expect(layers).toBe(4)
    expect(Object.fromEntries(placed.map(({ codeId, layer }) => [codeId, layer]))).toEqual({
      ...{ A1: 0, A2: 0, C1: 1, C2: 2, V1: 3 },
    })
    for (const row of Map.groupBy(placed, ({ layer }) => layer).values())
      expect(new Set(row.map(({ place }) => place)).size).toBe(row.length)
  })
})

/** Which codes can be reached from which. */
function waysOf(edges: readonly { from: string; to: string }[]): string[] {
  const ways = new Set(edges.map(({ from, to }) => `${from} ${to}`))
  for (let before = -1; before !== ways.size;) {
    before = ways.size
    for (const way of ways) {
      const [from, middle] = way.split(' ')
      for (const edge of edges) if (edge.from === middle) ways.add(`${from} ${edge.to}`)
    }
  }
  // A circle leads back to where it began, which no map draws.
  return [...ways].filter((way) => new Set(way.split(' ')).size === 2).toSorted()
}
