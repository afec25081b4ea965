import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  agree,
  askOnSunday,
  choose,
  entryOf,
  inviteeOf,
  openAsking,
  timesOn,
  type AskingHouse,
} from '../../test/asked-people.ts'
import { type TestMember } from '../../test/members.ts'
import { asMember } from '../../test/own-page.ts'
import { conversationRoom, planSitting } from '../conversations/index.ts'
import { keepOne } from '../conversations/sittings/keep-one.ts'
import { mergePeople } from '../people/index.ts'
import type { App } from '../platform/index.ts'
import { recruitingRoom } from './index.ts'
import { sendLetters } from './sending.ts'
import { listThanks, recordThanks } from './thanks.ts'
import { inviteeWords } from './wording/words.ts'

const words = inviteeWords.da
let house: AskingHouse
let app: App
let ann: TestMember

askOnSunday({
  opened: (opened) => {
    house = opened
    ;({ app } = opened)
    // As the program wires them: conversations before recruiting.
    conversationRoom.wire?.(app)
    recruitingRoom.wire?.(app)
  },
  begun: (owner) => {
    ann = owner
  },
})

/** Two are asked and agree; the first books a time, knows of it, and was thanked. */
async function bookedAndAgreed() {
  const asking = await openAsking(house, ann, { people: 2, places: 2 })
  const { paths, nos, addresses, workspaceId, studyId } = asking
  const [booked = '', agreed = ''] = paths
  const [bookedNo = 0, agreedNo = 0] = nos
  await agree(house, agreed)
  const times = timesOn((await agree(house, booked)).text)
  await choose(house, booked, times[0])
  await sendLetters(app)
  const { participant_id: participantId } = await inviteeOf(app, { studyId, personNo: bookedNo })
  const draft = { what: 'Gift card', amount: null, currency: null, how: '', givenOn: '2026-03-01' }
  await recordThanks(app, { workspaceId, participantId, actor: asMember(ann), draft })
  const letters = () => [...addresses, ann.email].flatMap((to) => house.mailbox.lettersTo(to)).length
  return { studyId, booked, bookedNo, agreedNo, addresses, times, letters }
}

async function merge({ fromNo, intoNo }: { fromNo: number; intoNo: number }) {
  const { workspaceId } = ann
  await app.pg.transaction().execute((tx) => mergePeople({ app, tx, workspaceId }, { fromNo, intoNo }))
  await app.outbox.drain()
}

test.each(['booked', 'agreed'] as const)(
  'two profiles are one person and the one who %s goes: the appointment stands, can be moved, and thanks stay',
  async (gone) => {
    const { studyId, booked, bookedNo, agreedNo, addresses, times, letters } = await bookedAndAgreed()
    const [fromNo, intoNo] = gone === 'booked' ? [bookedNo, agreedNo] : [agreedNo, bookedNo]
    const known = letters()
    await merge({ fromNo, intoNo })
    await sendLetters(app)
    expect(letters()).toBe(known)

    expect((await house.visit.open(booked)).text).toContain(words.booked)
    const invitee = await inviteeOf(app, { studyId, personNo: intoNo })
    expect(invitee.state).toBe('booked')
    const asked = await sql`select from invitees where study_id = ${studyId}::uuid`.execute(app.pg)
    expect(asked.rows).toHaveLength(1)
    expect(await listThanks(app.pg, { workspaceId: ann.workspaceId, studyId })).toEqual([
      expect.objectContaining({ what: 'Gift card', participantId: invitee.participant_id }),
    ])

    await choose(house, booked, times[3])
    await sendLetters(app)
    const moved = addresses.flatMap((to) => house.mailbox.lettersTo(to).slice(-1))
    expect(moved.map((letter) => letter.parts['text/calendar'] && entryOf(letter))).toContainEqual(
      expect.objectContaining({ method: 'REQUEST', sequence: 1, start: times[3] }),
    )
  },
)

test.each([
  ['goes', 0, 3],
  ['stays', 3, 0],
] as const)(
  'of two appointments of one person the sooner stays, whether its profile %s, and everybody is told of the other',
  async (_, ofFrom, ofInto) => {
    const { paths, nos, addresses, studyId } = await openAsking(house, ann, { people: 2, places: 2 })
    const [fromPath = '', intoPath = ''] = paths
    const [fromNo = 0, intoNo = 0] = nos
    await agree(house, fromPath)
    const times = timesOn((await agree(house, intoPath)).text)
    await choose(house, fromPath, times[ofFrom])
    await choose(house, intoPath, times[ofInto])
    await sendLetters(app)
    const lateNo = ofFrom === 3 ? fromNo : intoNo
    const late = await inviteeOf(app, { studyId, personNo: lateNo })
    const all = () => addresses.flatMap((to) => house.mailbox.lettersTo(to))
    const [before, mine] = [all().length, house.mailbox.lettersTo(ann.email).length]

    await merge({ fromNo, intoNo })
    await sendLetters(app)
    const told = all().filter(({ parts }) => parts['text/plain']?.includes('én er nok'))
    expect([all().length - before, told.length]).toEqual([1, 1])
    const [letter] = told
    if (!letter) throw new Error('no letter')
    expect(entryOf(letter)).toMatchObject({
      method: 'CANCEL',
      start: times[3],
      uid: expect.stringContaining(late.id),
    })
    const off = house.mailbox.lettersTo(ann.email).slice(mine)
    expect(off.map(entryOf)).toMatchObject([{ method: 'CANCEL', start: times[3] }])

    const planned = await sql<{ starts_at: Date }>`
      select starts_at from sittings where study_id = ${studyId}::uuid and state = 'planned'`.execute(app.pg)
    expect(planned.rows.map(({ starts_at }) => starts_at.toISOString())).toEqual([times[0]])
    for (const path of [fromPath, intoPath])
      expect((await house.visit.open(path)).text).toContain(words.booked)
    await sendLetters(app)
    expect(all()).toHaveLength(before + 1)

    // What is called off by either link is the one that stays.
    await house.visit.send(`${ofFrom === 3 ? fromPath : intoPath}/cancellation`, {})
    await sendLetters(app)
    expect(all()).toHaveLength(before + 2)
    expect((await inviteeOf(app, { studyId, personNo: intoNo })).state).toBe('agreed')
  },
)

/** The mail server refuses while two profiles become one; afterwards it takes letters again, and what failed is tried again. */
async function mergeWhileRefused(given: { fromNo: number; intoNo: number }) {
  house.mailbox.behave('refuse')
  await merge(given)
  await sendLetters(app)
  house.mailbox.behave('take')
  for (let round = 0; round < 2; round++) {
    await sendLetters(app)
    await sql`update outbox set next_attempt_at = now() where done_at is null`.execute(app.pg)
    await app.outbox.drain()
  }
}

test('of two appointments of one person the later is let go while no mail goes: everybody is told once mail goes again', async () => {
  const { paths, nos, addresses, studyId } = await openAsking(house, ann, { people: 2, places: 2 })
  const [fromPath = '', intoPath = ''] = paths
  const [fromNo = 0, intoNo = 0] = nos
  await agree(house, fromPath)
  const times = timesOn((await agree(house, intoPath)).text)
  await choose(house, fromPath, times[3])
  await choose(house, intoPath, times[0])
  await sendLetters(app)
  const all = () => addresses.flatMap((to) => house.mailbox.lettersTo(to))
  const before = new Set(all())
  const mine = house.mailbox.lettersTo(ann.email).length

  await mergeWhileRefused({ fromNo, intoNo })
  const told = all().filter((letter) => !before.has(letter))
  expect(told.map(entryOf)).toMatchObject([{ method: 'REQUEST', start: times[0], sequence: 1 }])
  const off = house.mailbox.lettersTo(ann.email).slice(mine)
  expect(off.map(entryOf)).toMatchObject([{ method: 'CANCEL', start: times[3] }])
  expect(
    (await sql`select from invitees where study_id = ${studyId}::uuid`.execute(app.pg)).rows,
  ).toHaveLength(1)
})

test.each([
  ['goes', merge],
  ['is refused', mergeWhileRefused],
] as const)(
  'what was called off just before two profiles become one is told, though mail %s at first',
  async (_, join) => {
    const { studyId, booked, bookedNo, agreedNo, addresses, times } = await bookedAndAgreed()
    const all = () => addresses.flatMap((to) => house.mailbox.lettersTo(to))
    const before = new Set(all())
    const mine = house.mailbox.lettersTo(ann.email).length
    await house.visit.send(`${booked}/cancellation`)
    await join({ fromNo: bookedNo, intoNo: agreedNo })
    await sendLetters(app)
    const off = [{ method: 'CANCEL', start: times[0] }]
    expect(
      all()
        .filter((letter) => !before.has(letter))
        .map(entryOf),
    ).toMatchObject(off)
    expect(house.mailbox.lettersTo(ann.email).slice(mine).map(entryOf)).toMatchObject(off)
    const { state, sitting_id: sittingId } = await inviteeOf(app, { studyId, personNo: agreedNo })
    expect({ state, sittingId }).toEqual({ state: 'agreed', sittingId: null })
  },
)

test('somebody whom the study asked twice and who said yes once stays the one who said yes', async () => {
  const { paths, nos, studyId } = await openAsking(house, ann, { people: 2, places: 2 })
  const [fromNo = 0, intoNo = 0] = nos
  await agree(house, paths[0] ?? '')
  await merge({ fromNo, intoNo })
  expect((await inviteeOf(app, { studyId, personNo: intoNo })).state).toBe('agreed')
})

/** One came by a letter and has a time; of the other, met elsewhere, a colleague planned one by hand. Then they turn out to be one person. */
async function bookedAndByHand() {
  const { studyId, booked, bookedNo, agreedNo, addresses, times } = await bookedAndAgreed()
  const { workspaceId, memberId, actor } = ann
  const other = await inviteeOf(app, { studyId, personNo: agreedNo })
  // Nobody asked them by letter: they were met at a fair.
  await sql`delete from invitees where id = ${other.id}::uuid`.execute(app.pg)
  const startsAt = new Date('2026-03-06T09:00:00Z')
  const people = [{ participantId: other.participant_id }]
  const plan = {
    workspaceId,
    studyId,
    people,
    interviewerId: memberId,
    startsAt,
    minutes: 60,
    language: 'da',
    actor,
  }
  const byHand = await app.pg.transaction().execute((tx) => planSitting({ app, tx }, plan))
  await merge({ fromNo: agreedNo, intoNo: bookedNo })
  await sendLetters(app)
  const { participant_id: participantId, sitting_id: byLetterId } = await inviteeOf(app, {
    studyId,
    personNo: bookedNo,
  })
  const all = () => addresses.flatMap((to) => house.mailbox.lettersTo(to))
  const keep = async (sittingId: string) => {
    const known = new Set(all())
    const given = { workspaceId, sittingId, participantId, actor: asMember(ann) }
    await app.pg.transaction().execute((tx) => keepOne({ app, tx }, given))
    await app.outbox.drain()
    await sendLetters(app)
    await sendLetters(app)
    const planned = await sql<{ id: string }>`
      select id from sittings where study_id = ${studyId}::uuid and state = 'planned'`.execute(app.pg)
    expect(planned.rows).toEqual([{ id: sittingId }])
    expect((await inviteeOf(app, { studyId, personNo: bookedNo })).sitting_id).toBe(sittingId)
    return all().filter((letter) => !known.has(letter))
  }
  return { byHandId: byHand.sittingId, byLetterId, booked, startsAt, times, keep }
}

test('of one planned by letter and one by hand the one by letter stays: they are told once that the other is off', async () => {
  const { byLetterId, booked, keep } = await bookedAndByHand()
  const letters = await keep(byLetterId)
  expect(letters.map(({ parts }) => parts['text/plain']?.includes('én er nok'))).toEqual([true])
  expect(await keep(byLetterId)).toEqual([])
  expect((await house.visit.open(booked)).text).toContain(words.booked)
})

test('of one planned by letter and one by hand the one by hand stays: their appointment moves there, calendar and all', async () => {
  const { byHandId, startsAt, keep } = await bookedAndByHand()
  const letters = await keep(byHandId)
  expect(letters.map(entryOf)).toMatchObject([
    { method: 'REQUEST', sequence: 1, start: startsAt.toISOString() },
  ])
})
