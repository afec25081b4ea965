import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { recordConsent } from '../consent/index.ts'
import { insightRoutes } from '../insights/index.ts'
import { resolvePeople, writeFacts } from '../people/index.ts'
import { createSet, listSegments } from '../segments/index.ts'
import { rooms, wireRooms } from '../server.ts'
import { createSource } from '../sources/index.ts'
import type { PersonNo } from '../workspace/index.ts'
import { personPageRoutes } from './index.ts'
import { tellListTakers } from './withdrawals.ts'

let app: TestApp
let ann: TestMember
let ben: TestMember
let ask: ReturnType<typeof askRoutes>
let people: { personNo: PersonNo; personId: string }[]
let segmentId: string

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  ask = askRoutes(app, [...insightRoutes, ...personPageRoutes])
  ann = await openWorkspace(app)
  const { workspaceId, userId, name } = ann
  ben = await joinWorkspace(app, { workspaceId, role: 'owner' })
  const source = await createSource(app, {
    workspaceId,
    name: 'Customers',
    party: 'first',
    origin: 'told',
    kind: 'file',
    by: undefined,
    bases: {
      analysis: { basis: 'legitimate interest' },
      invitation: { basis: 'legitimate interest' },
      email_marketing: { basis: 'legitimate interest' },
    },
  })
  const found = await resolvePeople(app, {
    workspaceId,
    sourceId: source.id,
    trust: 'trusted',
    rows: Array.from({ length: 60 }, () => ({
      identifiers: [{ kind: 'email' as const, value: `${crypto.randomUUID()}@example.org` }],
    })),
  })
  people = found.flatMap((one) => (one.state === 'refused' ? [] : [one]))
  await writeFacts(app, {
    workspaceId,
    sourceId: source.id,
    facts: people.map(({ personNo }) => ({
      personNo,
      trait: 'town',
      text: 'Aarhus',
      num: null,
      origin: 'told' as const,
      class: 'geographic',
      at: new Date('2026-01-05T08:00:00Z'),
    })),
  })
  await createSet(app, {
    workspaceId,
    by: { kind: 'user', userId, name },
    name: 'Towns',
    audience: [],
    outcome: null,
    rules: [{ name: 'Aarhus', all: [{ kind: 'trait', trait: 'town', op: 'is', value: 'Aarhus' }] }],
  })
  const [segment] = await listSegments(app, workspaceId)
  segmentId = segment?.segmentId ?? ''
}, 120_000)

const path = () => `/api/w/${ann.workspaceId}`
const Lists = z.object({
  lists: z.array(
    z.object({
      listId: z.string(),
      purpose: z.string(),
      isMine: z.boolean(),
      people: z.array(z.string()),
      refusals: z.int(),
      erased: z.int(),
      doneAt: z.string().nullable(),
    }),
  ),
})
const lists = async (who = ann) =>
  Lists.parse(await (await ask('GET', `${path()}/withdrawals`, { headers: who.headers })).json()).lists

async function take(purpose: string, who = ann): Promise<string> {
  const at = `${path()}/segments/${segmentId}/contacts?purpose=${purpose}&format=csv`
  return (await ask('GET', at, { headers: who.headers })).text()
}

async function refuse(at: number, purpose: 'invitation' | 'email_marketing'): Promise<string> {
  const personNo = await writeNo(at, purpose)
  while ((await app.outbox.drain()) > 0);
  const row = await app.pg
    .selectFrom('people')
    .select('pseudonym')
    .where('no', '=', personNo)
    .executeTakeFirstOrThrow()
  return row.pseudonym
}

async function writeNo(at: number, purpose: 'invitation' | 'email_marketing'): Promise<PersonNo> {
  const { workspaceId } = ann
  const personNo = people[at]?.personNo
  if (personNo === undefined) throw new Error('nobody')
  await recordConsent(app, {
    workspaceId,
    entries: [
      {
        personNo,
        purpose,
        state: 'objected',
        happenedAt: new Date(),
        channel: 'by hand',
        actor: { kind: 'person' },
      },
    ],
  })
  return personNo
}

async function letters(to = ann): Promise<string[]> {
  const rows = await app.pg.selectFrom('mails').select('subject').where('recipient', '=', to.email).execute()
  return rows.map(({ subject }) => subject)
}

test('whoever has a list is told of those who refuse afterwards what it was taken for, once, and says when they are out of it', async () => {
  expect((await take('invitation')).trim().split('\n')).toHaveLength(61)
  await take('email_marketing', ben)
  expect(await lists()).toEqual([])

  const first = await refuse(0, 'invitation')
  expect(await lists()).toMatchObject([
    { purpose: 'invitation', isMine: true, people: [first], doneAt: null },
  ])
  expect(await lists(ben)).toMatchObject([{ isMine: false }])
  expect(await letters()).toEqual([expect.stringContaining('somebody in a list')])
  await refuse(0, 'invitation')
  expect(await letters()).toHaveLength(1)

  const [{ listId } = { listId: '' }] = await lists()
  const done = `${path()}/contact-lists/${listId}/done`
  expect((await ask('POST', done, { headers: ben.headers })).status).toBe(404)
  expect((await ask('POST', done, { headers: ann.headers })).status).toBe(204)
  expect((await lists())[0]?.doneAt).not.toBeNull()
  const second = await refuse(1, 'invitation')
  expect(await lists()).toMatchObject([{ people: [second, first], refusals: 2, doneAt: null }])
  expect(await letters()).toHaveLength(2)
})

test('somebody who is erased is named by no list any more, and whoever has one is told that one of it is gone', async () => {
  const gone = people[2]
  if (!gone) throw new Error('nobody')
  const keeper = rooms.find(({ name }) => name === 'insights')?.holdings
  const person = { ...gone, workspaceId: ann.workspaceId }
  expect(await keeper?.countPerson(app, person)).toBe(2)
  await keeper?.erasePerson(app, person)
  await keeper?.erasePerson(app, person)
  expect(await keeper?.countPerson(app, person)).toBe(0)
  expect((await lists()).map(({ erased }) => erased)).toEqual([1, 1])
})

test('a letter that cannot be kept holds up nobody’s for good, and nobody gets theirs twice', async () => {
  await take('invitation')
  await take('invitation', ben)
  while ((await app.outbox.drain()) > 0);
  const before = { ann: await letters(), ben: await letters(ben) }
  await writeNo(5, 'invitation')
  let tries = 0
  const send: TestApp['mail']['send'] = (letter) => {
    tries += 1
    return tries === 1 ? Promise.reject(new Error('no room')) : app.mail.send(letter)
  }
  const failing = { ...app, mail: { ...app.mail, send } }
  await expect(tellListTakers(failing, ann.workspaceId)).rejects.toThrow('no room')
  await tellListTakers(failing, ann.workspaceId)
  while ((await app.outbox.drain()) > 0);
  expect(await letters()).toHaveLength(before.ann.length + 1)
  expect(await letters(ben)).toHaveLength(before.ben.length + 1)
})

test('who was told and stopped before it was written down is not told again', async () => {
  const before = (await letters()).length
  await refuse(6, 'invitation')
  await app.pg
    .updateTable('contact_list_refusals')
    .set({ mailed_at: null })
    .where('person_no', '=', people[6]?.personNo ?? null)
    .execute()
  await tellListTakers(app, ann.workspaceId)
  expect(await letters()).toHaveLength(before + 1)
})
