import { describe, expect, test } from 'vitest'
import { followList, moveInAnswers, nothingChosen, type SelectionMove } from './answer-selection.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const after = (...moves: SelectionMove[]) =>
  moves.reduce((selection, move) => moveInAnswers(ids, { selection, move }), nothingChosen)

describe('choosing answers', () => {
  test('a range grows and shrinks with the key, and stops at both ends', () => {
    const down = { move: 'by', steps: 1, extends: true } as const
    const up = { move: 'by', steps: -1, extends: true } as const
    expect([...after({ move: 'to', at: 1 }, down, down).chosen]).toEqual(['b', 'c', 'd'])
    expect([...after({ move: 'to', at: 1 }, down, down, up).chosen]).toEqual(['b', 'c'])
    expect([...after({ move: 'to', at: 1 }, down, up, up, up, up).chosen]).toEqual(['a', 'b'])
    expect(after({ move: 'to', at: 3 }, { move: 'by', steps: 100 }).currentId).toBe('e')
  })

  test('moving on keeps what is chosen, and single answers are put to it or taken from it', () => {
    const chosen = after({ move: 'toggle', at: 0 }, { move: 'by', steps: 2 }, { move: 'toggle', at: 3 })
    expect([...chosen.chosen]).toEqual(['a', 'd'])
    expect([...after({ move: 'toggle', at: 0 }, { move: 'toggle', at: 0 }).chosen]).toEqual([])
    expect(after({ move: 'toggle', at: 0 }, { move: 'none' }).chosen.size).toBe(0)
  })

  test('who stood on an answer that has gone stands on the next, and nothing unseen stays chosen', () => {
    const selection = after({ move: 'toggle', at: 1 }, { move: 'toggle', at: 3 }, { move: 'to', at: 1 })
    const followed = followList(selection, { before: ids, ids: ['a', 'd', 'e'] })
    expect(followed.currentId).toBe('d')
    expect([...followed.chosen]).toEqual(['d'])
    expect(followList(selection, { before: ids, ids: ['a'] }).currentId).toBe('a')
    expect(followList(nothingChosen, { before: [], ids }).currentId).toBe('a')
  })
})
