import { expect, test } from 'vitest'
import { propertiesOf } from './properties.ts'

const said = (json: string) =>
  propertiesOf(json).map(
    ({ name, values }) => `${name}: ${values.map(({ text, type }) => `${text} (${type})`).join(', ')}`,
  )

test('properties are told by name, in their type, and those within others by their path', () => {
  expect(said('{"value":120,"plan":"Ung","new":true,"since":"2026-02-01","tags":["a","b"]}')).toEqual([
    'value: 120 (number)',
    'plan: Ung (text)',
    'new: true (boolean)',
    'since: 2026-02-01 (date)',
    'tags: a (text), b (text)',
  ])
  expect(said('{"order":{"total":9.5,"lines":[{"sku":"A1"},{"sku":"B2"}]}}')).toEqual([
    'order.total: 9.5 (number)',
    'order.lines.1.sku: A1 (text)',
    'order.lines.2.sku: B2 (text)',
  ])
})

test('where nothing came, nothing is told', () => {
  for (const json of ['{}', '', '[]', '{"a":null,"b":"","c":{},"d":[]}']) expect(said(json)).toEqual([])
})
