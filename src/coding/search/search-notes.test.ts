import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, sayOfStudy } from '../../../test/spoken-study.ts'
import {
  addParticipants,
  conversationRoutes,
  planSitting,
  type InterviewText,
} from '../../conversations/index.ts'
import { StudyId } from '../../workspace/index.ts'
import { changeMemo, removeMemo, writeMemo } from '../memos/memos.ts'
import { codingRoom } from '../room.ts'
import type { SearchAsked } from './search.schema.ts'
import { searchWords } from './search.ts'

let app: TestApp
let ann: TestMember
let ben: TestMember
let studyId: string
let interview: InterviewText

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
  studyId = (await openStudy(app, ann, { title: 'Switching' })).studyId
  const talk = 'Interviewer: When?\nMette: In spring, because of the fees.'
  interview = await bringTalk(app, ann, { studyId, talk, title: 'With Mette' })
})

const search = (q: string, also: Partial<SearchAsked> = {}, reader = ann) =>
  searchWords(app, {
    ...{ workspaceId: ann.workspaceId, q, limit: 20, offset: 0, reader: reader.memberId },
    ...also,
  })
/** What was found among the notes, the marks between brackets. */
async function found(q: string, also: Partial<SearchAsked> = {}, reader = ann): Promise<string[]> {
  const { notes } = await search(q, also, reader)
  return notes.map(({ text, marks }) => {
    const letters = [...text]
    for (const { start, end } of marks.toReversed()) {
      letters.splice(end, 0, ']')
      letters.splice(start, 0, '[')
    }
    return letters.join('')
  })
}
const write = (text: string, about = { kind: 'study' as const, id: studyId }) =>
  writeMemo(app, { workspaceId: ann.workspaceId, actor: ann.actor, about, text })

describe('searching what the team wrote', () => {
  test('finds every form of a word in a memo, with who wrote it about what', async () => {
    await write('Waiting seems to matter more than the fees do to any of them.')
    expect(await found('fee')).toEqual(['Waiting seems to matter more than the [fees] do to any of them.'])
    const { notes, areMoreNotes, total } = await search('fee')
    expect({ areMoreNotes, total }).toEqual({ areMoreNotes: false, total: 1 })
    expect(notes[0]).toMatchObject({ kind: 'memo', studyId, study: 'Switching', writer: 'Owner' })
    expect(await found('fee', { studyId: StudyId.parse(studyId) })).toHaveLength(1)
    expect(await found('fee', { role: 'participant' })).toEqual([])
    const other = await openStudy(app, ann, { title: 'Another' })
    expect(await found('fee', { studyId: StudyId.parse(other.studyId) })).toEqual([])
  })

  test('a memo in another language than the conversations is met in its own forms', async () => {
    await write('Kunderne venter meget længere, end vi troede, og gebyrerne er ikke grunden til det.')
    expect(await found('gebyr')).toHaveLength(1)
    await write('Hun sukkede over brevet')
    expect(await found('breve')).toEqual(['Hun sukkede over [brevet]'])
  })

  test('finds a memo as it reads now, and not one that was taken away', async () => {
    const { memoId } = await write('Waiting matters.')
    expect(await found('waiting')).toHaveLength(1)
    const own = { workspaceId: ann.workspaceId, actor: ann.actor, memoId }
    await changeMemo(app, { ...own, text: 'Only price matters.', version: 1 })
    expect(await found('waiting')).toEqual([])
    expect(await found('price')).toHaveLength(1)
    await removeMemo(app, own)
    expect(await found('price')).toEqual([])
  })

  test('a memo on the conversation of somebody who withdrew is found no more', async () => {
    const about = { kind: 'interview' as const, id: interview.interviewId }
    await writeMemo(app, { workspaceId: ann.workspaceId, actor: ann.actor, about, text: 'She hesitated.' })
    expect(await found('hesitate')).toHaveLength(1)
    const { workspaceId } = ann
    const personNo = interview.speakers.find(({ role }) => role === 'participant')?.personNo
    const purpose = 'conversation_analysis'
    await sayOfStudy(app, { workspaceId, studyId, personNo, purpose, state: 'withdrawn' })
    expect(await found('hesitate')).toEqual([])
  })

  // The newest of 110 newer ones take all the places that are looked at first.
  test.each([60, 110])(
    'shows the newest twenty that may be read, also where %i newer ones may not, and says that there are more',
    async (withheld) => {
      const { workspaceId, actor } = ann
      const personNo = interview.speakers.find(({ role }) => role === 'participant')?.personNo
      for (let number = 1; number <= 21; number += 1) await write(`Hesitation ${number}`)
      const about = { kind: 'interview' as const, id: interview.interviewId }
      for (let number = 0; number < withheld; number += 1)
        await writeMemo(app, { workspaceId, actor, about, text: `Hesitation of hers ${number}` })
      const purpose = 'conversation_analysis'
      await sayOfStudy(app, { workspaceId, studyId, personNo, purpose, state: 'withdrawn' })
      const shown = await found('hesitation')
      expect(shown).toEqual(Array.from({ length: 20 }, (_, place) => `[Hesitation] ${21 - place}`))
      expect((await search('hesitation')).areMoreNotes).toBe(true)
      await app.pg
        .deleteFrom('memos')
        .where('workspace_id', '=', workspaceId)
        .where('text', '=', 'Hesitation 7')
        .execute()
      expect((await search('hesitation')).areMoreNotes).toBe(false)
    },
  )

  test('narrowed down, it finds what is older than the newest five hundred places', async () => {
    const { studyId: otherId } = await openStudy(app, ann, { title: 'Another' })
    const memo = { workspaceId: ann.workspaceId, actor: ann.actor }
    await writeMemo(app, { ...memo, about: { kind: 'study', id: otherId }, text: 'Fees' })
    for (let number = 0; number < 101; number += 1) await write('Fees')
    expect((await search('fees', { studyId: StudyId.parse(otherId) })).notes).toHaveLength(1)
  })

  test('notes of a conversation are found by who wrote them while it lasts, and lead to it', async () => {
    const { workspaceId, actor } = ann
    const sittingId = await app.pg.transaction().execute(async (tx) => {
      const [joined] = await addParticipants(tx, {
        ...{ workspaceId, studyId, people: ['somebody new'], languages: ['en'] },
      })
      const people = [{ participantId: joined?.participantId ?? '' }]
      const when = { startsAt: new Date('2026-03-02T09:00:00Z'), minutes: 60, language: 'en' }
      const planned = await planSitting(
        { app, tx },
        { workspaceId, studyId, people, interviewerId: ann.memberId, ...when, actor },
      )
      return planned.sittingId
    })
    const ask = askRoutes(app, conversationRoutes)
    const at = new Date('2026-03-02T09:05:00Z').toISOString()
    const note = { noteId: randomUUID(), kind: 'note', at, text: 'Sighed at the letter.', revision: 1 }
    const kept = await ask('POST', `/api/w/${workspaceId}/sittings/${sittingId}/notes`, {
      headers: ann.headers,
      body: { sentAt: at, notes: [note] },
    })
    expect(kept.status).toBe(200)
    expect(await found('sigh')).toEqual(['[Sighed] at the letter.'])
    expect((await search('sigh')).notes[0]).toMatchObject({ kind: 'interview_note', sittingId })
    expect(await found('sigh', {}, ben)).toEqual([])
  })

  test('another workspace finds nothing of it, and naughty strings break nothing', async () => {
    await write("Quotes ' and \\ and null\u0000 bytes")
    expect(await found('quotes')).toHaveLength(1)
    const other = await openWorkspace(app)
    const elsewhere = { workspaceId: other.workspaceId, limit: 20, offset: 0, reader: other.memberId }
    expect((await searchWords(app, { ...elsewhere, q: 'quotes' })).notes).toEqual([])
    expect((await searchWords(app, { ...elsewhere, reader: ann.memberId, q: 'quotes' })).notes).toEqual([])
  })
})
