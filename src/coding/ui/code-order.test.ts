import { expect, test } from 'vitest'
import { CodebookId } from '../coding.schema.ts'
import { CodeId } from '../../workspace/ids.ts'
import { droppedOn, movedBy } from './code-order.ts'
import type { CodeShown } from './coding-data.ts'

const idOf = (name: string) => CodeId.parse(`00000000-0000-4000-8000-0000000000${name}`)
const code = (name: string, parent: string | null = null, book: string | null = null): CodeShown => ({
  codeId: idOf(name),
  studyId: null,
  name,
  label: name,
  description: '',
  colour: 'teal',
  example: '',
  origin: 'inductive',
  parentId: parent === null ? null : idOf(parent),
  codebookId: book === null ? null : CodebookId.parse(idOf(book)),
  place: 0,
  level: null,
  force: null,
  passages: 0,
  people: 0,
  passagesBelow: 0,
  peopleBelow: 0,
  withheld: 0,
})
const codes = [code('01'), code('02'), code('03', '02'), code('04', '02'), code('05', null, '99')]
const told = (order: ReturnType<typeof movedBy>) =>
  order && [order.parentId?.slice(-2) ?? 'top', ...order.codeIds.map((id) => id.slice(-2))].join(' ')
const moved = (name: string, way: 'up' | 'down' | 'in' | 'out') =>
  told(movedBy(codes, { codeId: idOf(name), way }))
const dropped = (name: string, on: string, part: 'before' | 'under') =>
  told(droppedOn(codes, { codeId: idOf(name), targetId: idOf(on), part }))

test('arrows move a code among those beside it, under the one before it and out again', () => {
  expect(moved('04', 'up')).toBe('02 04 03')
  expect(moved('01', 'down')).toBe('top 02 01')
  expect(moved('02', 'in')).toBe('01 02')
  expect(moved('03', 'out')).toBe('top 01 02 03')
})

test('there is no way past the ends, nor into another codebook', () => {
  expect(moved('01', 'up')).toBeUndefined()
  expect(moved('02', 'down')).toBeUndefined()
  expect(moved('01', 'in')).toBeUndefined()
  expect(moved('01', 'out')).toBeUndefined()
})

test('a code is dropped before another or under it, never under itself', () => {
  expect(dropped('01', '04', 'before')).toBe('02 03 01 04')
  expect(dropped('01', '02', 'under')).toBe('02 03 04 01')
  expect(dropped('02', '03', 'under')).toBeUndefined()
  expect(dropped('02', '02', 'before')).toBeUndefined()
})
