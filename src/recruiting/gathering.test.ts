import { expect, test } from 'vitest'
import {
  agree,
  askOnSunday,
  choose,
  entryOf,
  openAsking,
  timesOn,
  type AskingHouse,
} from '../../test/asked-people.ts'
import { askRoutes, type TestMember } from '../../test/members.ts'
import { conversationRoutes } from '../conversations/index.ts'
import { sendLetters } from './sending.ts'
import { inviteeWords } from './wording/words.ts'

const words = inviteeWords.da
let house: AskingHouse
let ann: TestMember
let ask: ReturnType<typeof askRoutes>

askOnSunday({
  opened: (opened) => {
    house = opened
    ask = askRoutes(opened.app, conversationRoutes)
  },
  begun: (owner) => {
    ann = owner
  },
})

const wednesday = '2026-03-04T16:00:00.000Z'
const thursday = '2026-03-05T16:00:00.000Z'

/** Groups of at most three, on two evenings, that nobody has joined; and four who were asked and agreed. */
async function openGroups() {
  const study = { kind: 'focus-group' as const, sessionSize: 3 }
  const asked = await openAsking(house, ann, { people: 4, places: 6, study })
  const plan = async (startsAt: string) => {
    const body = { people: [], interviewerId: ann.memberId, startsAt, minutes: 90, language: 'da' }
    const answer = await ask('POST', `/api/w/${ann.workspaceId}/studies/${asked.studyId}/sittings`, {
      headers: ann.headers,
      body,
    })
    expect(answer.status).toBe(200)
    const { sittingId } = (await answer.json()) as { sittingId: string }
    return sittingId
  }
  const early = await plan(wednesday)
  const late = await plan(thursday)
  const pages = []
  for (const path of asked.paths) pages.push(await agree(house, path))
  return { ...asked, early, late, pages }
}

const sittingOf = async (sittingId: string) => {
  const answer = await ask('GET', `/api/w/${ann.workspaceId}/sittings/${sittingId}`, { headers: ann.headers })
  return (await answer.json()) as { state: string; people: unknown[]; version: number }
}
const entriesOf = (address: string) =>
  house.mailbox
    .lettersTo(address)
    .filter(({ parts }) => 'text/calendar' in parts)
    .map((letter) => entryOf(letter))

test('a group fills seat by seat: of four who choose the last three at once one is told, and finds the other evening', async () => {
  const { paths, addresses, pages, early, late } = await openGroups()
  expect(pages.map(({ text }) => timesOn(text))).toEqual(Array(4).fill([wednesday, thursday]))
  const answers = await Promise.all(paths.map((path) => choose(house, path, wednesday)))
  const [full, ...others] = answers.filter(({ status }) => status === 409)
  expect(others).toEqual([])
  expect(full?.text).toContain(words.faults.taken.title)
  expect(timesOn(full?.text ?? '')).toEqual([thursday])
  expect((await sittingOf(early)).people).toHaveLength(3)
  const last = answers.findIndex(({ status }) => status === 409)
  expect((await choose(house, paths[last] ?? '', thursday)).text).toContain(words.booked)
  expect((await sittingOf(late)).people).toHaveLength(1)

  await sendLetters(house.app)
  const first = addresses.filter((_, at) => at !== last).map((address) => entriesOf(address))
  expect(first.map((entries) => entries.map(({ method, start }) => [method, start]))).toEqual(
    Array(3).fill([['REQUEST', wednesday]]),
  )
  expect(new Set(first.map(([entry]) => entry?.uid)).size).toBe(3)
  // Who leads has each evening once in their calendar, however many come.
  expect(entriesOf(ann.email).map(({ method, start }) => [method, start])).toEqual([
    ['REQUEST', wednesday],
    ['REQUEST', thursday],
  ])
  const read = house.mailbox.lettersTo(ann.email).map(({ source }) => source)
  for (const address of addresses) expect(read.join()).not.toContain(address)
})

test('who calls off leaves the others alone; their seat can be chosen, also by who comes from another evening', async () => {
  const { paths, addresses, early, late } = await openGroups()
  const [one = '', two = '', three = '', four = ''] = paths
  for (const path of [one, two, three]) await choose(house, path, wednesday)
  await choose(house, four, thursday)
  await sendLetters(house.app)
  expect(timesOn((await house.visit.open(`${four}?move=yes`)).text)).toEqual([])

  expect((await house.visit.send(`${one}/cancellation`)).text).toContain(words.calledOff)
  expect(timesOn((await house.visit.open(`${four}?move=yes`)).text)).toEqual([wednesday])
  await choose(house, four, wednesday)
  await sendLetters(house.app)
  const entries = addresses.map((address) =>
    entriesOf(address).map(({ method, sequence, start }) => [method, sequence, start]),
  )
  expect(entries).toEqual([
    [
      ['REQUEST', 0, wednesday],
      ['CANCEL', 1, wednesday],
    ],
    [['REQUEST', 0, wednesday]],
    [['REQUEST', 0, wednesday]],
    [
      ['REQUEST', 0, thursday],
      ['REQUEST', 1, wednesday],
    ],
  ])
  expect(new Set(entriesOf(addresses[3] ?? '').map(({ uid }) => uid)).size).toBe(1)
  // Nobody is left on Thursday, and others may still come.
  expect(await sittingOf(late)).toMatchObject({ state: 'planned', people: [] })
  expect((await sittingOf(early)).people).toHaveLength(3)
  expect(timesOn((await house.visit.open(one)).text)).toEqual([thursday])
})

test('everybody in it is reminded once, told when it is moved, and told when it is off', async () => {
  const { paths, addresses, early } = await openGroups()
  const came = paths.slice(0, 2)
  for (const path of came) await choose(house, path, wednesday)
  await sendLetters(house.app)
  house.base.setNow(new Date('2026-03-04T08:00:00Z'))
  await sendLetters(house.app)
  await sendLetters(house.app)
  for (const address of addresses.slice(0, 2)) {
    const letters = house.mailbox.lettersTo(address)
    expect(letters.filter(({ subject }) => subject.includes('Snart'))).toHaveLength(1)
  }
  expect(house.mailbox.lettersTo(addresses[2] ?? '').some(({ subject }) => subject.includes('Snart'))).toBe(
    false,
  )

  const path = `/api/w/${ann.workspaceId}/sittings/${early}`
  const evening = '2026-03-06T17:00:00.000Z'
  const { version } = await sittingOf(early)
  const { headers } = ann
  const moved = await ask('PUT', path, { headers, body: { version, startsAt: evening } })
  expect(moved.status).toBe(200)
  await sendLetters(house.app)
  const off = await ask('PUT', `${path}/outcome`, {
    headers,
    body: { version: version + 1, outcome: 'cancelled' },
  })
  expect(off.status).toBe(200)
  await sendLetters(house.app)
  for (const address of [...addresses.slice(0, 2), ann.email])
    expect(entriesOf(address).map(({ method, sequence, start }) => [method, sequence, start])).toEqual([
      ['REQUEST', 0, wednesday],
      ['REQUEST', 1, evening],
      ['CANCEL', 2, evening],
    ])
  for (const one of came) expect(timesOn((await house.visit.open(one)).text)).toEqual([thursday])
})

test('a conversation with one person is planned with that person, and says that one talks in a group where one does', async () => {
  const { studyId, path } = await openAsking(house, ann)
  const body = { people: [], interviewerId: null, startsAt: wednesday, minutes: 60, language: 'da' }
  const { headers } = ann
  const refused = await ask('POST', `/api/w/${ann.workspaceId}/studies/${studyId}/sittings`, {
    headers,
    body,
  })
  expect(refused.status).toBe(422)
  expect((await house.visit.open(path)).text).not.toContain(words.group(3))
  const group = await openAsking(house, ann, { study: { kind: 'focus-group', sessionSize: 3 } })
  expect((await house.visit.open(group.path)).text).toContain(words.group(3))
})
