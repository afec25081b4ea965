import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import { addParticipant } from '../participants.ts'
import { conversationRoutes } from '../room.ts'
import { planSitting } from './plan-sitting.ts'
import type { NoteKind, NotesKept, SittingNotes } from './sitting-note.schema.ts'
import type { Sitting } from './sitting.schema.ts'

const begin = Date.parse('2026-03-02T09:00:00Z')
const at = (minutes: number) => new Date(begin + minutes * 60_000).toISOString()

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let lead: TestMember
let anna: TestMember
let bo: TestMember
let cleo: TestMember
let path = ''

beforeAll(async () => {
  app = await openTestApp()
  ask = askRoutes(app, conversationRoutes)
})

/** Anna asks somebody; Bo takes notes and Cleo listens. Who leads the study is elsewhere. */
beforeEach(async () => {
  lead = await openWorkspace(app)
  const { workspaceId, actor } = lead
  anna = await joinWorkspace(app, { workspaceId, role: 'researcher' })
  bo = await joinWorkspace(app, { workspaceId, role: 'marketer' })
  cleo = await joinWorkspace(app, { workspaceId, role: 'viewer' })
  app.setNow(new Date(begin))
  const { studyId } = await openStudy(app, lead)
  const participantId = await addParticipant(app, {
    ...{ workspaceId, studyId, actor, personId: undefined },
    agreements: [],
  })
  const planned = {
    ...{ workspaceId, studyId, actor, minutes: 60, language: 'en' },
    people: [{ participantId, called: 'Mette' }],
    interviewerId: anna.memberId,
    startsAt: new Date(begin),
  }
  const { sittingId } = await app.pg.transaction().execute((tx) => planSitting({ app, tx }, planned))
  path = `/api/w/${workspaceId}/sittings/${sittingId}`
  const companions = [
    { memberId: bo.memberId, part: 'note-taker' },
    { memberId: cleo.memberId, part: 'observer' },
  ]
  await ask('PUT', `${path}/companions`, { headers: anna.headers, body: { companions } })
})

const read = async (who: TestMember) =>
  (await (await ask('GET', path, { headers: who.headers })).json()) as Sitting
const take = async (who: TestMember, version?: number) =>
  ask('POST', `${path}/handover`, {
    headers: who.headers,
    body: { version: version ?? (await read(who)).version },
  })
async function write(who: TestMember, notes: { kind: NoteKind; minute: number; about?: string }[]) {
  const sent = notes.map(({ kind, minute, about = null }) => ({
    ...{ noteId: randomUUID(), kind, at: at(minute), text: '', lines: [], about, revision: 1, removed: 'no' },
  }))
  const body = { sentAt: app.clock.now().toISOString(), notes: sent }
  return ask('POST', `${path}/notes`, { headers: who.headers, body })
}

test('a note-taker goes on with a conversation whose interviewer has dropped out, and both read who leads it', async () => {
  await write(anna, [
    { kind: 'begin', minute: 0 },
    { kind: 'asked', minute: 4, about: 'q1' },
  ])
  expect((await write(bo, [{ kind: 'asked', minute: 6, about: 'q2' }])).status).toBe(403)
  app.setNow(new Date(begin + 10 * 60_000))
  expect((await take(bo)).status).toBe(200)
  expect(await read(bo)).toMatchObject({
    mine: 'interviewer',
    state: 'held',
    interviewer: { name: 'The marketer' },
    handover: { from: 'The researcher', at: at(10).replace('.000Z', '+00:00') },
  })
  const theirs = await read(anna)
  expect(theirs).toMatchObject({ mine: 'note-taker', handover: { from: 'The researcher' } })
  expect(theirs.companions.map(({ name, part }) => [name, part])).toEqual([
    ['The researcher', 'note-taker'],
    ['The viewer', 'observer'],
  ])
  // What was asked before is ticked for who goes on.
  const { notes } = (await (
    await ask('GET', `${path}/notes`, { headers: bo.headers })
  ).json()) as SittingNotes
  expect(notes.map(({ kind, about, isMine }) => [kind, about, isMine])).toEqual([
    ['begin', null, false],
    ['asked', 'q1', false],
  ])
  expect((await write(bo, [{ kind: 'asked', minute: 12, about: 'q2' }])).status).toBe(200)
  expect((await write(bo, [{ kind: 'end', minute: 40 }])).status).toBe(200)
  expect((await read(anna)).endedAt).toContain('09:40')
})

test('what the first interviewer noted without the network still arrives after it was taken over', async () => {
  await write(anna, [{ kind: 'begin', minute: 0 }])
  await take(bo)
  const late = await write(anna, [
    { kind: 'asked', minute: 5, about: 'q1' },
    { kind: 'surprise', minute: 6 },
  ])
  expect(late.status).toBe(200)
  expect(((await late.json()) as NotesKept).kept).toHaveLength(2)
})

test('who began without the network while it was planned keeps what they write, though it was taken over meanwhile', async () => {
  await take(lead)
  expect((await read(anna)).mine).toBe('outside')
  const late = await write(anna, [
    { kind: 'begin', minute: 0 },
    { kind: 'surprise', minute: 6 },
  ])
  expect(late.status).toBe(200)
  expect(((await late.json()) as NotesKept).kept).toHaveLength(2)
  expect(await read(lead)).toMatchObject({ mine: 'interviewer', state: 'held', beganAt: at(0) })
  const { notes } = (await (
    await ask('GET', `${path}/notes`, { headers: anna.headers })
  ).json()) as SittingNotes
  expect(notes.map(({ kind, isMine }) => [kind, isMine])).toEqual([
    ['begin', true],
    ['surprise', true],
  ])
  // Somebody who never led it is outside still.
  const stranger = await joinWorkspace(app, { workspaceId: lead.workspaceId, role: 'researcher' })
  expect((await write(stranger, [{ kind: 'note', minute: 7 }])).status).toBe(403)
})

test('who began without the network while it was planned keeps what they write and their debrief, though the form gave it to another', async () => {
  const give = (to: TestMember, version: number) =>
    ask('PUT', path, { headers: lead.headers, body: { version, interviewerId: to.memberId } })
  expect((await give(cleo, 1)).status).toBe(200)
  expect((await give(bo, 2)).status).toBe(200)
  expect(await read(cleo)).toMatchObject({ mine: 'outside', handover: { from: 'The viewer' } })
  for (const [minute, kind] of (['begin', 'surprise', 'debrief'] as const).entries())
    expect((await write(cleo, [{ kind, minute }])).status, kind).toBe(200)
  expect(await read(bo)).toMatchObject({ mine: 'interviewer', state: 'held', endedAt: null })
  await write(bo, [
    { kind: 'quote', minute: 2 },
    { kind: 'end', minute: 40 },
  ])
  // Who may not read transcripts reads what they wrote themself, and no more.
  const { notes } = (await (
    await ask('GET', `${path}/notes`, { headers: cleo.headers })
  ).json()) as SittingNotes
  expect(notes.map(({ kind, isMine }) => [kind, isMine])).toEqual([
    ['begin', true],
    ['surprise', true],
    ['debrief', true],
  ])
  const stranger = await joinWorkspace(app, { workspaceId: lead.workspaceId, role: 'viewer' })
  expect((await ask('GET', `${path}/notes`, { headers: stranger.headers })).status).toBe(403)
})

test('an old beginning of who led it before does not begin it for who leads it on another day', async () => {
  const body = { version: 1, startsAt: at(7 * 24 * 60), interviewerId: bo.memberId }
  expect((await ask('PUT', path, { headers: lead.headers, body })).status).toBe(200)
  app.setNow(new Date(begin + 60 * 60_000))
  expect((await write(anna, [{ kind: 'begin', minute: 0 }])).status).toBe(403)
  expect(await read(bo)).toMatchObject({ mine: 'interviewer', state: 'planned', beganAt: null })
  // By a clock that is a week fast it is the same.
  const noteId = randomUUID()
  const fast = { noteId, kind: 'begin', at: at(7 * 24 * 60), text: '', lines: [], about: null }
  const notes = [{ ...fast, revision: 1, removed: 'no' }]
  const sent = { sentAt: at(7 * 24 * 60 + 60), notes }
  expect((await ask('POST', `${path}/notes`, { headers: anna.headers, body: sent })).status).toBe(403)
  expect((await write(bo, [{ kind: 'begin', minute: 0 }])).status).toBe(200)
})

test('the end of who led it before does not end it for who leads it now, whenever it was written', async () => {
  await write(anna, [{ kind: 'begin', minute: 0 }])
  app.setNow(new Date(begin + 10 * 60_000))
  await take(bo)
  for (const minute of [8, 12]) {
    const late = await write(anna, [
      { kind: 'note', minute: minute - 1 },
      { kind: 'end', minute },
    ])
    expect(((await late.json()) as NotesKept).kept).toHaveLength(2)
    expect(await read(bo)).toMatchObject({ mine: 'interviewer', state: 'held', endedAt: null })
  }
  expect((await write(bo, [{ kind: 'asked', minute: 20, about: 'q2' }])).status).toBe(200)
  expect((await read(bo)).endedAt).toBeNull()
  await write(bo, [{ kind: 'end', minute: 40 }])
  expect((await read(bo)).endedAt).toBe(at(40))
  await write(anna, [{ kind: 'end', minute: 50 }])
  expect((await read(bo)).endedAt).toBe(at(40))
})

test('who takes it back ends it', async () => {
  await write(anna, [{ kind: 'begin', minute: 0 }])
  await take(bo)
  await take(anna)
  await write(anna, [{ kind: 'end', minute: 30 }])
  expect((await read(bo)).endedAt).toBe(at(30))
})

test('of two who take it over at once one does; who listens or is elsewhere does not, and after the end nobody', async () => {
  await write(anna, [{ kind: 'begin', minute: 0 }])
  for (const who of [cleo, await joinWorkspace(app, { workspaceId: lead.workspaceId, role: 'researcher' })])
    expect((await take(who)).status).toBe(403)
  const { version } = await read(lead)
  const answers = await Promise.all([take(bo, version), take(lead, version)])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
  const leads = (await read(bo)).mine === 'interviewer' ? bo : lead
  expect((await take(leads)).status).toBe(200)
  await write(leads, [{ kind: 'end', minute: 30 }])
  const other = leads === bo ? lead : bo
  expect((await take(other)).status).toBe(409)
})

test('before it begins, who leads the study takes it over, and who had it is out', async () => {
  expect((await take(lead)).status).toBe(200)
  expect(await read(lead)).toMatchObject({ mine: 'interviewer', state: 'planned', version: 2 })
  expect((await read(anna)).mine).toBe('outside')
})
