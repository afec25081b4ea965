import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { ch } from '../platform/index.ts'
import { addressesInside, mentionsOf, tellingNames } from './mentions.ts'

const app = await openTestApp()
const [ann] = mentionsOf(['ann.o+1@example.dk', 'crm-77ab', 'a"b@example.dk'])
if (ann === undefined) throw new Error('nothing to look for')

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
]

describe('somebody named in a text', () => {
  test.each(texts)('%s', (_why, text, without) => {
    expect(ann.without(text)).toBe(without)
  })

  test('is found alike in ClickHouse', async () => {
    const column = ch.sql`arrayJoin(${ch.texts(texts.map(([, text]) => text))})`
    const found = await app.ch.query(
      ch.sql`SELECT ${ann.withoutIn(ch.sql`text`)} AS without, ${ann.in(ch.sql`text`)} AS named FROM (SELECT ${column} AS text)`,
      z.object({ without: z.string(), named: z.coerce.boolean() }),
    )
    expect(found).toEqual(texts.map(([, text, without]) => ({ without, named: text !== without })))
  })
})

test('addresses, telephone numbers and long ids tell who somebody is, numbers and words do not', () => {
  const telling = [' Ann@Example.dk', '+4512345678', '0192f0c1-7a3b-7cc1', 'ann.olsen', 'anonymous']
  const idle = ['17', '100045872', '2026-01-05', 'marketing', 'u-17', 'New Market']
  const identifiers = [...telling, ...idle].map((value) => ({
    kind: value.includes('@') ? 'email' : 'user_id',
    value,
  }))
  expect(tellingNames(identifiers)).toEqual([
    'ann@example.dk',
    '+4512345678',
    '0192f0c1-7a3b-7cc1',
    'ann.olsen',
  ])
})

test('what looks like an address is found in sentences, JSON and the address of a page, in time by the length of the text', () => {
  expect(addressesInside('Write to <Ann.O+1@Example.dk>, or bo@x.dk.')).toEqual([
    'Ann.O+1@Example.dk',
    'bo@x.dk',
  ])
  expect(addressesInside('/?to=ann%2B1%40example.dk%3Ecy@x.dk')).toEqual(['ann+1@example.dk', 'cy@x.dk'])
  expect(addressesInside('@ a@ @b a @ b')).toEqual([])
  expect(addressesInside(`${'a'.repeat(1_000_000)}@`)).toEqual([])
  expect(addressesInside('a@b'.repeat(300_000))).toHaveLength(500)
})

test('hundreds of ids are looked for in several turns', () => {
  const names = Array.from({ length: 200 }, (_, index) => `device-${index}@x`)
  expect(mentionsOf(names)).toHaveLength(3)
  expect(mentionsOf([])).toEqual([])
})
