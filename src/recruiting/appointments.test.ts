import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  agree,
  askOnSunday,
  choose,
  entryOf,
  inviteeOf,
  nothingTold,
  openAsking,
  timesOn,
  type AskingHouse,
} from '../../test/asked-people.ts'
import { askRoutes, joinWorkspace, type TestMember } from '../../test/members.ts'
import { mayUse } from '../consent/index.ts'
import { cancelSitting, markMissed, moveSitting } from '../conversations/index.ts'
import type { App } from '../platform/index.ts'
import { recruitingRoutes } from './index.ts'
import type { Invitee } from './recruiting.schema.ts'
import { sendLetters } from './sending.ts'
import { inviteeWords } from './wording/words.ts'

const words = inviteeWords.da
let house: AskingHouse
let app: App
let ann: TestMember
let visit: AskingHouse['visit']

askOnSunday({
  opened: (opened) => {
    house = opened
    ;({ app, visit } = opened)
  },
  begun: (owner) => {
    ann = owner
  },
})

describe('an appointment', () => {
  test('is chosen in one’s own zone, mailed with a calendar entry, reminded of, and moved under the same entry', async () => {
    const { path, address, studyId, personNo, workspaceId } = await openAsking(house, ann)
    const page = await agree(house, path)
    const times = timesOn(page.text)
    // Monday nine o'clock in Copenhagen.
    expect(times[0]).toBe('2026-03-02T08:00:00.000Z')
    expect(page.text).toContain('>09.00</button')
    const inLisbon = await visit.open(`${path}?zone=Europe/Lisbon`)
    expect(inLisbon.text).toContain('>08.00</button')
    const third = times[5] ?? ''
    expect((await choose(house, path, third)).text).toContain(words.booked)
    await sendLetters(app)
    const first = entryOf(house.mailbox.lettersTo(address).at(-1))
    expect(first).toMatchObject({ method: 'REQUEST', sequence: 0, start: third, location: 'Vesterbro 1' })
    expect(entryOf(house.mailbox.lettersTo(ann.email).at(-1))).toMatchObject({
      method: 'REQUEST',
      start: third,
    })
    expect(house.mailbox.lettersTo(ann.email).at(-1)?.source).not.toContain(address)
    expect(house.mailbox.lettersTo(ann.email).at(-1)?.parts['text/plain']).not.toContain('Mette')
    await sendLetters(app)
    expect(house.mailbox.lettersTo(address)).toHaveLength(2)

    const later = times[8] ?? ''
    await choose(house, path, later)
    await sendLetters(app)
    const moved = entryOf(house.mailbox.lettersTo(address).at(-1))
    expect(moved).toMatchObject({ method: 'REQUEST', sequence: 1, start: later, uid: first.uid })
    const sittings = await sql<{
      n: number
    }>`select count(*) as n from sittings where study_id = ${studyId}::uuid`.execute(app.pg)
    expect(sittings.rows[0]?.n).toBe(1)

    house.base.setNow(new Date(new Date(later).getTime() - 20 * 3_600_000))
    await sendLetters(app)
    await sendLetters(app)
    const letters = house.mailbox.lettersTo(address)
    expect(letters).toHaveLength(4)
    expect(letters.at(-1)?.subject).toContain('Snart')
    expect((await inviteeOf(app, { studyId, personNo })).state).toBe('booked')
    expect(workspaceId).toBe(ann.workspaceId)
  })

  test('is called off and taken up again by the participant, and moved, handed on and called off by members', async () => {
    const ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    const plan = { startsOn: null, weeks: 4, shares: [{ memberId: ann.memberId, perWeek: 3 }] }
    const { path, address, studyId, personNo, workspaceId } = await openAsking(house, ann, {
      study: { plan },
    })
    const times = timesOn((await agree(house, path)).text)
    await choose(house, path, times[6] ?? '')
    await sendLetters(app)
    const off = await visit.send(`${path}/cancellation`)
    expect(off.text).toContain(words.calledOff)
    expect(timesOn(off.text).length).toBeGreaterThan(0)
    await sendLetters(app)
    expect(entryOf(house.mailbox.lettersTo(address).at(-1))).toMatchObject({ method: 'CANCEL', sequence: 1 })
    expect(entryOf(house.mailbox.lettersTo(ann.email).at(-1))).toMatchObject({ method: 'CANCEL' })
    await choose(house, path, times[7] ?? '')
    await sendLetters(app)
    expect(entryOf(house.mailbox.lettersTo(address).at(-1))).toMatchObject({
      method: 'REQUEST',
      sequence: 2,
      start: times[7],
    })

    const { sitting_id: sittingId } = await inviteeOf(app, { studyId, personNo })
    const actor = ann.actor
    await app.pg
      .transaction()
      .execute((tx) =>
        moveSitting({ app, tx }, { workspaceId, sittingId, version: 1, interviewerId: ben.memberId, actor }),
      )
    await sendLetters(app)
    expect(entryOf(house.mailbox.lettersTo(ann.email).at(-1))).toMatchObject({ method: 'CANCEL' })
    expect(entryOf(house.mailbox.lettersTo(ben.email).at(-1))).toMatchObject({
      method: 'REQUEST',
      start: times[7],
    })
    expect(house.mailbox.lettersTo(address).at(-1)?.parts['text/plain']).toContain('The researcher')
    await app.pg
      .transaction()
      .execute((tx) => cancelSitting({ app, tx }, { workspaceId, sittingId, version: 2, actor }))
    await sendLetters(app)
    expect(entryOf(house.mailbox.lettersTo(address).at(-1))).toMatchObject({ method: 'CANCEL', sequence: 4 })
    expect((await visit.open(path)).text).toContain(words.calledOff)
  })

  test('is called off before the study is said no to: one no stands beside it, and never again', async () => {
    const { path } = await openAsking(house, ann)
    const free = await agree(house, path)
    expect(free.text).toContain('/decline')
    const booked = await choose(house, path, timesOn(free.text)[0])
    const moving = await visit.open(`${path}?move=yes`)
    expect(booked.text).toContain('/cancellation')
    for (const { text } of [booked, moving]) {
      expect(text).not.toContain('/decline')
      expect(text).toContain('/refusal')
    }
    expect((await visit.send(`${path}/cancellation`)).text).toContain('/decline')
  })

  test('that nobody came to is written down, and they can choose another', async () => {
    const { path, address, studyId, personNo, workspaceId } = await openAsking(house, ann)
    const [time = ''] = timesOn((await agree(house, path)).text)
    await choose(house, path, time)
    await sendLetters(app)
    const { sitting_id: sittingId } = await inviteeOf(app, { studyId, personNo })
    house.base.setNow(new Date(Date.parse(time) + 20 * 60_000))
    await app.pg
      .transaction()
      .execute((tx) => markMissed({ app, tx }, { workspaceId, sittingId, version: 1, actor: ann.actor }))
    await sendLetters(app)
    expect(house.mailbox.lettersTo(address).at(-1)?.subject).toBe(words.letters.missed(nothingTold).subject)
    const page = await visit.open(path)
    expect(page.text).toContain(words.missed)
    await choose(house, path, timesOn(page.text)[0] ?? '')
    expect((await visit.open(path)).text).toContain(words.booked)
  })

  test('is told with who sits in, whoever listens apart from who writes', async () => {
    const { path, address, studyId, personNo } = await openAsking(house, ann)
    await choose(house, path, timesOn((await agree(house, path)).text)[0] ?? '')
    const { workspaceId } = ann
    const joined = [
      await joinWorkspace(app, { workspaceId, role: 'researcher' }),
      await joinWorkspace(app, { workspaceId, role: 'viewer' }),
    ]
    await sql`update users set name = 'Bo Lind' where id = (select user_id from members where id = ${joined[0]?.memberId}::uuid)`.execute(
      app.pg,
    )
    await sql`update users set name = 'Eva Holm' where id = (select user_id from members where id = ${joined[1]?.memberId}::uuid)`.execute(
      app.pg,
    )
    for (const [at, part] of ['observer', 'note-taker'].entries())
      await sql`
        insert into sitting_companions (sitting_id, member_id, workspace_id, part)
        select sitting_id, ${joined[at]?.memberId}::uuid, ${workspaceId}::uuid, ${part} from invitees
        where study_id = ${studyId}::uuid and person_no = ${personNo}`.execute(app.pg)
    await sendLetters(app)
    const letter = house.mailbox.lettersTo(address).at(-1)?.parts['text/plain'] ?? ''
    const page = (await visit.open(path)).text
    for (const read of [letter, page]) {
      expect(read).toContain('Med for at tage noter: Eva Holm.')
      expect(read).toContain('Med for at lytte: Bo Lind.')
    }
  })

  test('of people who choose the same time at once one gets it; the others are told and see others', async () => {
    const { paths, studyId } = await openAsking(house, ann, { people: 4, places: 4 })
    const pages = await Promise.all(paths.map((path) => agree(house, path)))
    const time = timesOn(pages[0]?.text ?? '')[0] ?? ''
    const answers = await Promise.all(paths.map((path) => choose(house, path, time)))
    expect(answers.filter(({ text }) => text.includes(words.booked))).toHaveLength(1)
    const late = answers.filter(({ status }) => status === 409)
    expect(late).toHaveLength(3)
    for (const { text } of late) {
      expect(text).toContain(words.faults.taken.title)
      expect(timesOn(text).length).toBeGreaterThan(0)
      expect(timesOn(text)).not.toContain(time)
    }
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from sittings where study_id = ${studyId}::uuid`.execute(app.pg)
    expect(rows[0]?.n).toBe(1)
  })

  test('of somebody who refuses is off', async () => {
    const { path, studyId, personNo, workspaceId } = await openAsking(house, ann)
    await choose(house, path, timesOn((await agree(house, path)).text)[0] ?? '')
    expect((await visit.send(`${path}/refusal`)).text).toContain(words.refused)
    expect((await inviteeOf(app, { studyId, personNo })).state).toBe('refused')
    const { rows } = await sql<{
      state: string
    }>`select state from sittings where study_id = ${studyId}::uuid`.execute(app.pg)
    expect(rows).toEqual([{ state: 'cancelled' }])
    expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'invitation' })).toBe(false)
  })
})

describe('names and addresses', () => {
  test('are read by the assigned interviewer and the lead alone, and it is written down', async () => {
    const ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    const cec = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'owner' })
    const { path, address, studyId, personNo, workspaceId } = await openAsking(house, ann)
    await choose(house, path, timesOn((await agree(house, path)).text)[0] ?? '')
    const { id, sitting_id: sittingId } = await inviteeOf(app, { studyId, personNo })
    const ask = askRoutes(app, recruitingRoutes)
    const read = async (who: TestMember) =>
      ask('POST', `/api/w/${workspaceId}/invitees/${id}/contact`, { headers: who.headers })
    expect(await (await read(ann)).json()).toEqual({ called: 'Mette', address })
    for (const who of [ben, cec]) expect((await read(who)).status).toBe(404)
    await app.pg
      .transaction()
      .execute((tx) =>
        moveSitting(
          { app, tx },
          { workspaceId, sittingId, version: 1, interviewerId: ben.memberId, actor: ann.actor },
        ),
      )
    expect(await (await read(ben)).json()).toEqual({ called: 'Mette', address })
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from audit where workspace_id = ${workspaceId} and action = 'invitee.contact-read'`.execute(
      app.pg,
    )
    expect(rows[0]?.n).toBe(2)

    // Who was to ask them is nobody of theirs once it is called off.
    await visit.send(`${path}/cancellation`)
    const asked = async () => {
      const answer = await ask('GET', `/api/w/${workspaceId}/studies/${studyId}/invitees`, {
        headers: ben.headers,
      })
      return ((await answer.json()) as { items: Invitee[] }).items
    }
    expect((await asked()).map(({ mayKnow }) => mayKnow)).toEqual([false])
    expect((await read(ben)).status).toBe(404)
    expect((await read(ann)).status).toBe(200)
  })
})
