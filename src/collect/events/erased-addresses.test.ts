import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { openWebsite, type Website } from '../../../test/website.ts'
import { z } from 'zod'
import { forgetPerson } from '../../people/erasure.ts'
import { resolvePeople, writeFacts } from '../../people/index.ts'
import { ch } from '../../platform/index.ts'
import { countArrivals } from './live.ts'

const app = await openTestApp()
let workspaceId: string
let sourceId: string
let collect: Website['collect']
let stored: Website['stored']
beforeEach(async () => {
  ;({ workspaceId, sourceId, collect, stored } = await openWebsite(app))
})

describe('the address of somebody erased', () => {
  const address = `erased-${randomUUID()}@example.dk`
  const written = ` ${address.toUpperCase()} `

  beforeEach(async () => {
    const of = { workspaceId, sourceId, trust: 'trusted' } as const
    const [person] = await resolvePeople(app, {
      ...of,
      rows: [{ identifiers: [{ kind: 'email', value: address }] }],
    })
    if (person === undefined || person.state === 'refused') throw new Error('nobody made')
    const { personNo } = person
    await app.pg.transaction().execute((tx) => forgetPerson({ app, tx }, { workspaceId, personNo }))
  })

  test('does not come back as a trait, a property or what a message is about', async () => {
    const collected = await collect([
      { type: 'identify', userId: 'other-1', messageId: 'a', traits: { email: written, city: 'Aarhus' } },
      { type: 'track', event: 'E', userId: 'other-1', messageId: 'b', properties: { to: [address, 'you'] } },
      { type: 'group', groupId: address, userId: 'other-1', messageId: 'c', traits: { owner: written } },
      { type: 'track', event: 'E', userId: written, messageId: 'd' },
      { type: 'alias', userId: 'other-1', previousId: address, messageId: 'e' },
      { type: 'track', event: 'E', anonymousId: address, messageId: 'f' },
    ])
    expect(collected).toMatchObject({
      accepted: 3,
      refused: [3, 4, 5].map((index) => ({ index, reason: 'somebody erased' })),
    })
    expect(await stored()).toEqual([
      [{}, { city: 'Aarhus' }, {}],
      [{ to: ['you'] }, {}, {}],
      [{}, {}, {}],
    ])
    const refused = await app.pg
      .selectFrom('refused_events')
      .select('body')
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(refused).toEqual([{ body: '' }, { body: '' }, { body: '' }])
    const { leftOut } = await countArrivals(app, { workspaceId, hours: 1 })
    expect(leftOut.map(({ name, why, times }) => `${why} ${name} ${times}`)).toEqual([
      'erased email 1',
      'erased groupId 1',
      'erased owner 1',
      'erased to 1',
    ])
  })

  test('does not come back inside a longer text either', async () => {
    const url = `https://shop.example.dk/?to=${encodeURIComponent(address)}&n=1`
    const note = `Wrote to ${written.trim()}, and to jo${address}.`
    await collect([
      {
        type: 'track',
        event: `Wrote to ${address}`,
        userId: 'other-1',
        messageId: 'a',
        properties: { note, at: '@' },
      },
      { type: 'page', userId: 'other-1', messageId: 'b', context: { page: { url } } },
      { type: 'identify', userId: 'other-1', messageId: 'c', traits: { about: `a friend of ${address}` } },
    ])
    expect(await stored()).toEqual([
      [{ note: `Wrote to [erased], and to jo${address}.`, at: '@' }, {}, {}],
      [{}, {}, { page: { url: 'https://shop.example.dk/?to=[erased]&n=1' } }],
      [{}, { about: 'a friend of [erased]' }, {}],
    ])
    const names = await app.ch.query(
      ch.sql`SELECT DISTINCT name FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} AND name LIKE 'Wrote%'`,
      z.object({ name: z.string() }),
    )
    expect(names).toEqual([{ name: 'Wrote to [erased]' }])
    const { leftOut } = await countArrivals(app, { workspaceId, hours: 1 })
    expect(leftOut.map(({ name }) => name)).toEqual(['about', 'event', 'note', 'url'])
  })

  test('does not come back as a user number or a fact of another', async () => {
    const of = { workspaceId, sourceId, trust: 'trusted' } as const
    const resolved = await resolvePeople(app, {
      ...of,
      rows: [
        { identifiers: [{ kind: 'user_id', value: written }] },
        { identifiers: [{ kind: 'user_id', value: 'u2' }] },
      ],
    })
    expect(resolved).toMatchObject([{ state: 'refused', why: 'suppressed' }, { state: 'new' }])
    const personNo = resolved[1]?.state === 'new' ? resolved[1].personNo : 0
    const fact = { personNo, num: null, origin: 'told', class: 'none', at: app.clock.now() } as const
    const facts = [
      { ...fact, trait: 'second address', text: written },
      { ...fact, trait: 'city', text: 'Aarhus' },
      { ...fact, trait: 'note', text: `of ${address}` },
    ]
    expect(await writeFacts(app, { workspaceId, sourceId, facts })).toEqual({ written: 2, held: 0 })
    const notes = await app.ch.query(
      ch.sql`SELECT text FROM facts WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait = 'note'`,
      z.object({ text: z.string() }),
    )
    expect(notes).toEqual([{ text: 'of [erased]' }])
  })

  test('erased as a user number does not come back as an address', async () => {
    const of = { workspaceId, sourceId, trust: 'public' } as const
    const other = `Other-${randomUUID()}@Example.dk`
    const [person] = await resolvePeople(app, {
      ...of,
      rows: [{ identifiers: [{ kind: 'user_id', value: other }] }],
    })
    const personNo = person?.state === 'new' ? person.personNo : 0
    await app.pg.transaction().execute((tx) => forgetPerson({ app, tx }, { workspaceId, personNo }))
    const rows = [{ identifiers: [{ kind: 'email', value: other.toLowerCase() }] }]
    expect(await resolvePeople(app, { ...of, rows })).toEqual([{ state: 'refused', why: 'suppressed' }])
  })
})
