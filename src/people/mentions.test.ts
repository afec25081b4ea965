import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { ch } from '../platform/index.ts'
import { addressesInside, mentionsOf, tellingNames } from './mentions.ts'

const app = await openTestApp()
const ann = mentionsOf(['ann.o+1@example.dk', 'crm-77ab', 'a"b@example.dk', 'brien@example.dk', 'user_1234'])

const texts: [why: string, text: string, without: string][] = [
  ['a whole text', 'ann.o+1@example.dk', '[erased]'],
  ['other capitals', ' Ann.O+1@Example.DK ', ' [erased] '],
  ['a sentence', 'Wrote to ann.o+1@example.dk.', 'Wrote to [erased].'],
  ['two of them', 'ann.o+1@example.dk,ann.o+1@example.dk CRM-77ab', '[erased],[erased] [erased]'],
  ['JSON', '{"to":["ann.o+1@example.dk"],"n":1}', '{"to":["[erased]"],"n":1}'],
  ['a line of JSON', String.raw`{"note":"Hi\nann.o+1@example.dk"}`, String.raw`{"note":"Hi\n[erased]"}`],
  ['a quotation mark in JSON', String.raw`{"to":"a\"b@example.dk"}`, '{"to":"[erased]"}'],
  [
    'the address of a page',
    '/x?q=ann.o%2B1%40example.dk&r=%3Cann.o%2B1%40example.dk%3E',
    '/x?q=[erased]&r=%3C[erased]%3E',
  ],
  ['a name in front', 'joann.o+1@example.dk', 'joann.o+1@example.dk'],
  ['a first name in front', 'jo.ann.o+1@example.dk', 'jo.ann.o+1@example.dk'],
  ['another domain', 'ann.o+1@example.dk.com', 'ann.o+1@example.dk.com'],
  ['a longer domain', 'ann.o+1@example.dks', 'ann.o+1@example.dks'],
  ['a longer number', 'crm-77abc', 'crm-77abc'],
  ['a point that is none', 'annxo+1@example.dk', 'annxo+1@example.dk'],
  ['an apostrophe in the name', "o'brien@example.dk", "o'brien@example.dk"],
  ['the same in an address of a page', 'o%27brien%40example.dk', 'o%27brien%40example.dk'],
  ['a letter in the address of a page', '%C3%B8brien%40example.dk', '%C3%B8brien%40example.dk'],
  ['other signs of a name', 'o!brien@example.dk b~brien@example.dk', 'o!brien@example.dk b~brien@example.dk'],
  ['quotation marks', "to 'brien@example.dk', *brien@example.dk*", "to '[erased]', *[erased]*"],
  ['quotation marks in an address of a page', '?q=%27brien%40example.dk%27', '?q=%27[erased]%27'],
  ['a genitive', "brien@example.dk's", "[erased]'s"],
  ['what follows a number', 'user_1234_child user_1234+b', 'user_1234_child user_1234+b'],
  ['a number in an address', 'user_1234@x.dk user_1234%40x.dk', 'user_1234@x.dk user_1234%40x.dk'],
  ['a number by itself', "user_1234, 'user_1234' /user_1234/", "[erased], '[erased]' /[erased]/"],
]

const manyKeys = `{${'"user_1234":1,'.repeat(3000)}`
const jsons: typeof texts = [
  ['a value', '{"user":"user_1234"}', '{"user":"[erased]"}'],
  ['a key', '{"user_1234" : "by user_1234"}', '{"user_1234" : "by [erased]"}'],
  [
    'what looks like a key',
    String.raw`{"a":"\"user_1234\": b","c":["user_1234:"]}`,
    String.raw`{"a":"\"[erased]\": b","c":["[erased]:"]}`,
  ],
  ['an address as a key', '{"ann.o+1@example.dk":1}', '{"[erased]":1}'],
  ['thousands of keys', `${manyKeys}"b":"user_1234"}`, `${manyKeys}"b":"[erased]"}`],
  ['no JSON', 'of user_1234 "', 'of [erased] "'],
  ['keys only', '{"user_1234":{"æ\\n":1}}', '{"user_1234":{"æ\\n":1}}'],
]

describe.each([
  { inside: 'a text', texts, finding: ann },
  { inside: 'JSON', texts: jsons, finding: ann.map(({ json }) => json) },
])('somebody named in $inside', ({ texts, finding }) => {
  test.each(texts)('%s', (_why, text, without) => {
    expect(finding.reduce((left, one) => one.without(left), text)).toBe(without)
  })

  test('is found alike in ClickHouse', async () => {
    const column = ch.sql`arrayJoin(${ch.texts(texts.map(([, text]) => text))})`
    const without = finding.reduce((left, one) => one.withoutIn(left), ch.sql`text`)
    const named = ch.join(
      finding.map((one) => one.in(ch.sql`text`)),
      ' OR ',
    )
    const found = await app.ch.query(
      ch.sql`SELECT ${without} AS without, ${named} AS named FROM (SELECT ${column} AS text)`,
      z.object({ without: z.string(), named: z.coerce.boolean() }),
    )
    expect(found).toEqual(texts.map(([, text, without]) => ({ without, named: text !== without })))
  })
})

test('what stands in the mark itself is not looked for: it would never be gone', () => {
  expect(mentionsOf(['[erased]', 'Erased', 'd]'])).toEqual([])
})

const namesOf = (values: readonly string[], { trusted }: { trusted: boolean }) =>
  tellingNames(values.map((value) => ({ kind: value.includes('@') ? 'email' : 'user_id', value, trusted })))
const addresses = [' Ann@Example.dk', "o'brien@example.dk", '+4512345678']
const ids = ['0192f0c1-7a3b-7cc1-8aaa-0123456789ab', 'crm-77451', 'ann_olsen_1974']

test('addresses and telephone numbers tell who somebody is, and long ids with digits that a trusted source vouches for', () => {
  const told = ['ann@example.dk', "o'brien@example.dk", '+4512345678']
  expect(namesOf([...addresses, ...ids], { trusted: true })).toEqual([...told, ...ids])
  expect(namesOf([...addresses, ...ids], { trusted: false })).toEqual(told)
})

test('words, names of events, domains, numbers and dates tell nobody', () => {
  const idle = ['17', '100045872', '2026-01-05', 'marketing', 'u-1234', 'New Market 2026', 'anonymous']
  const chance = ['logged_out', 'add_to_cart', 'google.com', 'shop2026.example.com', 'ann.olsen', '[erased]']
  expect(namesOf([...idle, ...chance, 'package@1.2.3'], { trusted: true })).toEqual([])
})

test('what looks like an address is found in sentences, JSON and the address of a page, in time by the length of the text', () => {
  expect(addressesInside('Write to <Ann.O+1@Example.dk>, or bo@x.dk.')).toEqual([
    'Ann.O+1@Example.dk',
    'bo@x.dk',
  ])
  expect(addressesInside('/?to=ann%2B1%40example.dk%3Ecy@x.dk')).toEqual(['ann+1@example.dk', 'cy@x.dk'])
  expect(addressesInside("'ann@x.dk' o'brien@x.dk o%27brien%40x.dk b%C3%B8@x.dk %FF")).toEqual([
    ...["'ann@x.dk", 'ann@x.dk', "o'brien@x.dk", "o'brien@x.dk", 'bø@x.dk'],
  ])
  expect(addressesInside('@ a@ @b a @ b')).toEqual([])
  expect(addressesInside(`${'a'.repeat(1_000_000)}@`)).toEqual([])
  expect(addressesInside('a@b'.repeat(300_000))).toHaveLength(500)
})

test('hundreds of ids are looked for in several turns', () => {
  const names = Array.from({ length: 200 }, (_, index) => `device-${index}@x`)
  expect(mentionsOf(names)).toHaveLength(3)
  expect(mentionsOf([])).toEqual([])
})
