import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace } from '../../test/members.ts'
import { writeFacts } from '../people/index.ts'
import type { App } from '../platform/index.ts'
import { waitingAtMost } from '../platform/index.ts'
import { countSet } from './count-set.ts'
import type { SegmentSet } from './segment.ts'
import { bringPeople } from './testing-people.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})

const owners: SegmentSet = {
  audience: [],
  rules: [{ name: 'Owners', all: [{ kind: 'trait', trait: 'home', op: 'is', value: 'owned' }] }],
}

/** The same engine, whose answers about who is in a set can be held back. */
function slowly(given: App): { slow: App; hold: () => () => void } {
  let held: Promise<void> | undefined
  const engine = Object.create(given.ch) as App['ch']
  engine.query = async (query, schema) => {
    if (query.text.includes('part_0')) await held
    return given.ch.query(query, schema)
  }
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    held = promise
    return resolve
  }
  return { slow: { ...given, ch: engine }, hold }
}

test('who would rather not wait gets the figures of before, which say so, and then the newer ones; who can wait gets these at once', async () => {
  const { workspaceId } = await openWorkspace(app)
  const nos = await bringPeople(app, {
    workspaceId,
    people: [{ home: 'owned' }, { home: 'owned' }, { home: 'rented' }],
  })
  const counting = { workspaceId, set: owners, outcome: null }
  const { slow, hold } = slowly(app)
  const impatient = { ...slow, patience: 0 }
  // There is nothing of before yet: everybody waits.
  expect(await countSet(impatient, counting)).toMatchObject({ isRenewing: false, parts: [{ people: 2 }] })

  const letGo = hold()
  const fact = { personNo: nos[2] ?? 0, trait: 'home', text: 'owned', num: null } as const
  const facts = [{ ...fact, origin: 'told', class: 'demographic', at: new Date() } as const]
  await writeFacts(app, { workspaceId, sourceId: crypto.randomUUID(), facts })
  expect(await countSet(impatient, counting)).toMatchObject({ isRenewing: true, parts: [{ people: 2 }] })
  const waiting = countSet(slow, counting)
  letGo()
  expect(await waiting).toMatchObject({ isRenewing: false, parts: [{ people: 3 }] })
  expect(await countSet(impatient, counting)).toMatchObject({ isRenewing: false, parts: [{ people: 3 }] })
})

test('a question says in seconds how long it waits', () => {
  const of = (prefer: string) =>
    waitingAtMost(app, new Request('http://localhost/', { headers: { prefer } })).patience
  expect(of('wait=0')).toBe(400)
  expect(of('respond-async, wait=10')).toBe(10_400)
  expect(of('return=minimal')).toBe(undefined)
})
