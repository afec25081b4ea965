import { beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, sayOfStudy } from '../../../test/spoken-study.ts'
import type { PersonNo } from '../../workspace/index.ts'
import { bringInterview } from '../bring-interview.ts'
import { conversationHoldings } from '../holdings.ts'
import { addParticipant } from '../participants.ts'
import { conversationRoutes } from '../room.ts'
import { findStudy } from '../studies.ts'
import { readPastedText } from '../transcripts/read-transcript.ts'
import { planSitting } from './plan-sitting.ts'
import type { NotesKept, SittingNotes } from './sitting-note.schema.ts'
import type { Sitting } from './sitting.schema.ts'

const day = Date.parse('2026-03-02T09:00:00Z')
const talk = 'Interviewer: When was it?\nMette: In spring.'
const at = (minutes: number) => new Date(day + minutes * 60_000).toISOString()

describe('notes of a sitting', () => {
  let app: TestApp
  let ask: ReturnType<typeof askRoutes>
  let owner: TestMember
  let anna: TestMember
  let bo: TestMember
  let viewer: TestMember
  let planned = 0

  beforeAll(async () => {
    app = await openTestApp()
    ask = askRoutes(app, conversationRoutes)
    owner = await openWorkspace(app)
    anna = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'researcher' })
    bo = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'marketer' })
    viewer = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'viewer' })
    app.setNow(new Date(day))
  })

  const pathOf = (sittingId: string, part = '') => `/api/w/${owner.workspaceId}/sittings/${sittingId}${part}`
  /** Anna asks one new participant; Bo takes notes. */
  async function meet({ agreed = true } = {}) {
    const { workspaceId, actor } = owner
    const { studyId } = await openStudy(app, owner, { basis: 'consent' })
    const agreements = agreed
      ? [{ agreement: 'conversation_analysis' as const, given: true, channel: 'talk' }]
      : []
    const participantId = await addParticipant(app, {
      workspaceId,
      studyId,
      personId: undefined,
      agreements,
      actor,
    })
    const { sittingId } = await app.pg.transaction().execute((tx) =>
      planSitting(
        { app, tx },
        {
          workspaceId,
          studyId,
          people: [{ participantId, called: 'Mette' }],
          interviewerId: anna.memberId,
          startsAt: new Date(day + planned++ * 86_400_000),
          minutes: 60,
          language: 'en',
          actor,
        },
      ),
    )
    const companions = [{ memberId: bo.memberId, part: 'note-taker' }]
    const set = await ask('PUT', pathOf(sittingId, '/companions'), {
      headers: anna.headers,
      body: { companions },
    })
    expect(set.status).toBe(204)
    const { person_no } = await app.pg
      .selectFrom('participants')
      .select('person_no')
      .where('id', '=', participantId)
      .executeTakeFirstOrThrow()
    return { studyId, participantId, sittingId, personNo: person_no as PersonNo }
  }
  const note = (given: object = {}) => ({
    noteId: randomUUID(),
    kind: 'note',
    at: at(5),
    text: 'She waited a week.',
    revision: 1,
    ...given,
  })
  async function send(
    who: TestMember,
    sittingId: string,
    notes: object[],
    sentAt = new Date(day).toISOString(),
  ) {
    const answer = await ask('POST', pathOf(sittingId, '/notes'), {
      headers: who.headers,
      body: { sentAt, notes },
    })
    return { status: answer.status, body: (await answer.json()) as NotesKept & { id: string } }
  }
  async function read(who: TestMember, sittingId: string) {
    const answer = await ask('GET', pathOf(sittingId, '/notes'), { headers: who.headers })
    return { status: answer.status, body: (await answer.json()) as SittingNotes }
  }
  async function sittingAs(who: TestMember, sittingId: string) {
    const answer = await ask('GET', pathOf(sittingId), { headers: who.headers })
    return (await answer.json()) as Sitting
  }
  const begin = () => note({ kind: 'begin', at: at(0), text: '', lines: [bo.memberId] })
  const end = () => note({ kind: 'end', at: at(60), text: '' })

  test('sending the same note twice, or an older one after a newer, writes it down once', async () => {
    const { sittingId } = await meet()
    const first = note()
    await send(anna, sittingId, [first])
    const again = await send(anna, sittingId, [first])
    expect(again.body).toEqual({ kept: [{ noteId: first.noteId, revision: 1 }], behind: [] })
    const newer = { ...first, text: 'She waited two weeks.', revision: 3 }
    await send(anna, sittingId, [newer])
    expect((await send(anna, sittingId, [{ ...first, text: 'Else', revision: 2 }])).body.behind).toEqual([
      first.noteId,
    ])
    const { body } = await read(anna, sittingId)
    expect(body.notes.map(({ text, revision }) => ({ text, revision }))).toEqual([
      { text: 'She waited two weeks.', revision: 3 },
    ])
  })

  test('a note of somebody else is not written over, whatever id is sent', async () => {
    const { sittingId } = await meet()
    const mine = note()
    await send(anna, sittingId, [mine])
    const { body } = await send(bo, sittingId, [{ ...mine, text: 'Mine now', revision: 9 }])
    expect(body).toEqual({ kept: [], behind: [mine.noteId] })
  })

  test('the beginning makes it held, locks what was suspected, and says that the companion was told of', async () => {
    const { sittingId, studyId } = await meet()
    const { workspaceId } = owner
    expect((await findStudy(app.pg, { workspaceId, studyId }))?.lockedAt).toBeNull()
    const begun = begin()
    await send(anna, sittingId, [begun])
    await send(anna, sittingId, [begun])
    const sitting = await sittingAs(anna, sittingId)
    expect(sitting).toMatchObject({ state: 'held', beganAt: at(0), endedAt: null, version: 2 })
    expect(sitting.companions).toMatchObject([{ part: 'note-taker', isTold: true }])
    expect((await findStudy(app.pg, { workspaceId, studyId }))?.lockedAt).toBe(at(0))
    const held = await app.pg
      .selectFrom('audit')
      .select('id')
      .where('action', '=', 'sitting.held')
      .where('subject_id', '=', sittingId)
      .execute()
    expect(held).toHaveLength(1)
  })

  test('it began at the time of the server, however wrong the clock of the device is', async () => {
    const { sittingId } = await meet()
    const wrong = new Date(day - 7 * 86_400_000).toISOString()
    await send(
      anna,
      sittingId,
      [note({ kind: 'begin', at: wrong, text: '' })],
      new Date(Date.parse(wrong) + 60_000).toISOString(),
    )
    expect((await sittingAs(anna, sittingId)).beganAt).toBe(at(-1))
  })

  test('while it lasts everybody reads their own notes, afterwards those of all', async () => {
    const { sittingId } = await meet()
    await send(anna, sittingId, [begin(), note({ text: 'By Anna' })])
    await send(bo, sittingId, [note({ text: 'By Bo', at: at(6) })])
    const texts = async (who: TestMember) =>
      (await read(who, sittingId)).body.notes.filter(({ kind }) => kind === 'note').map(({ text }) => text)
    expect(await texts(anna)).toEqual(['By Anna'])
    expect(await texts(bo)).toEqual(['By Bo'])
    expect(await texts(owner)).toEqual([])
    await send(anna, sittingId, [end()])
    for (const who of [anna, bo, owner]) expect(await texts(who)).toEqual(['By Anna', 'By Bo'])
  })

  test('who does not sit in writes no notes and reads none without the permission for transcripts', async () => {
    const { sittingId } = await meet()
    expect(await send(viewer, sittingId, [note()])).toMatchObject({
      status: 403,
      body: { id: 'sitting-not-yours' },
    })
    expect((await read(viewer, sittingId)).status).toBe(403)
    // The course of the conversation is the interviewer's.
    expect((await send(bo, sittingId, [begin()])).status).toBe(403)
    const other = await openWorkspace(app)
    const headers = other.headers
    expect(
      (await ask('GET', `/api/w/${other.workspaceId}/sittings/${sittingId}/notes`, { headers })).status,
    ).toBe(404)
  })

  test('names are told to the interviewer and who leads the study, to nobody else', async () => {
    const { sittingId } = await meet()
    const known = async (who: TestMember) =>
      (await sittingAs(who, sittingId)).people.map((one) => one.known?.called)
    for (const who of [anna, owner]) expect(await known(who)).toEqual(['Mette'])
    // Who sits in reads the pseudonym.
    const [asBo] = (await sittingAs(bo, sittingId)).people
    expect(asBo?.known).toMatchObject({ called: '', pseudonym: expect.stringMatching(/\w/) })
    expect((await sittingAs(viewer, sittingId)).people).toEqual([{ number: 1, known: null }])
  })

  test('a participant who takes their agreement back closes the notes for everybody at the next read', async () => {
    const { sittingId, studyId, personNo } = await meet()
    await send(anna, sittingId, [begin(), note(), end()])
    const say = (state: 'given' | 'withdrawn') =>
      sayOfStudy(app, {
        workspaceId: owner.workspaceId,
        studyId,
        personNo,
        purpose: 'conversation_analysis',
        state,
      })
    await say('withdrawn')
    for (const who of [anna, bo, owner])
      expect((await read(who, sittingId)).body).toEqual({ standing: 'refused', notes: [] })
    await say('given')
    expect((await read(owner, sittingId)).body.notes).toHaveLength(3)
  })

  test('before the participant has said yes, who wrote a note reads it for a day, and nobody else', async () => {
    const { sittingId } = await meet({ agreed: false })
    await send(anna, sittingId, [begin(), note(), end()])
    expect((await read(anna, sittingId)).body).toMatchObject({ standing: 'not yet', notes: [{}, {}, {}] })
    expect((await read(owner, sittingId)).body).toEqual({ standing: 'not yet', notes: [] })
    app.setNow(new Date(day + 26 * 3_600_000))
    expect((await read(anna, sittingId)).body.notes).toEqual([])
    app.setNow(new Date(day))
  })

  test('notes are due when it has ended, late after a day, and there with the debrief', async () => {
    const { sittingId } = await meet()
    const due = async () => (await sittingAs(anna, sittingId)).due
    await send(anna, sittingId, [begin()])
    expect(await due()).toBe('nothing')
    await send(anna, sittingId, [end()])
    expect(await due()).toBe('notes')
    app.setNow(new Date(day + 26 * 3_600_000))
    expect(await due()).toBe('late notes')
    await send(
      bo,
      sittingId,
      [note({ kind: 'debrief', text: '', lines: ['Nobody answered', '', ''] })],
      new Date(day + 26 * 3_600_000).toISOString(),
    )
    expect(await due()).toBe('nothing')
    app.setNow(new Date(day))
  })

  test('the transcript of the same participant within a day is found to be its own; another is said by hand', async () => {
    const { sittingId, studyId, participantId } = await meet()
    await send(anna, sittingId, [begin(), end()])
    const stranger = await bringTalk(app, owner, { studyId, talk, happenedAt: new Date(day) })
    expect((await sittingAs(anna, sittingId)).interviewId).toBeNull()
    const read = readPastedText(`${talk} It was late.`)
    if (read.state !== 'read') throw new Error('not read')
    const { interviewId } = await bringInterview(app, {
      workspaceId: owner.workspaceId,
      studyId,
      actor: owner.actor,
      transcript: read.transcript,
      choices: [{ role: 'interviewer' }, { role: 'participant', who: { participantId } }],
      title: 'Her own',
      sourceName: 'pasted',
      fingerprint: 'her own',
      happenedAt: new Date(day + 3_600_000),
      language: 'en',
      languageGuessed: 'en',
    })
    expect((await sittingAs(anna, sittingId)).interviewId).toBe(interviewId)
    const put = (body: object) =>
      ask('PUT', pathOf(sittingId, '/transcript'), { headers: anna.headers, body })
    expect((await put({ interviewId: stranger.interviewId, offsetMs: 4000 })).status).toBe(204)
    expect(await sittingAs(anna, sittingId)).toMatchObject({
      interviewId: stranger.interviewId,
      offsetMs: 4000,
    })
    const { interviewId: elsewhere } = await bringTalk(app, owner, { ...(await openStudy(app, owner)), talk })
    expect((await put({ interviewId: elsewhere })).status).toBe(404)
  })

  test('notes are in the export of the person, and gone with them', async () => {
    const { sittingId, personNo } = await meet()
    await send(anna, sittingId, [begin(), note({ text: 'She waited a week.' })])
    const person = { workspaceId: owner.workspaceId, personNo, personId: '' }
    expect(JSON.stringify(await conversationHoldings.exportPerson(app, person))).toContain(
      'She waited a week.',
    )
    expect(await conversationHoldings.countPerson(app, person)).toBeGreaterThan(2)
    await conversationHoldings.erasePerson(app, person)
    expect(await conversationHoldings.countPerson(app, person)).toBe(0)
    expect((await read(anna, sittingId)).status).toBe(404)
  })
})
