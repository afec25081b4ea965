import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { openStudy, sayOfStudy } from '../../../test/spoken-study.ts'
import { roleNames } from '../../workspace/roles.ts'
import { MemberId, UtteranceId } from '../../workspace/index.ts'
import { bringInterview } from '../bring-interview.ts'
import { conversationRoutes } from '../room.ts'
import { readTranscript } from '../transcripts/read-transcript.ts'
import { readInterview } from '../transcript-text.ts'
import { mirrorOf } from './mirror-figures.ts'
import type { Mirror, MirrorTrend } from './mirror.schema.ts'
import { timingOf, type Turn } from './timing.ts'

const id = (n: number) => UtteranceId.parse(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`)
/** "i 1.0-2.5 When?": who, from, to (seconds; left out: no times), words. */
const turnsOf = (lines: readonly string[]): Turn[] =>
  lines.map((line, at) => {
    const [, who, from, to, text = ''] = /^([ip]) (?:([\d.]+)-([\d.]+) )?(.*)$/.exec(line) ?? []
    return {
      utteranceId: id(at),
      role: who === 'i' ? 'interviewer' : 'participant',
      text,
      startMs: from === undefined ? null : Math.round(Number(from) * 1000),
      endMs: to === undefined ? null : Math.round(Number(to) * 1000),
    }
  })

describe('what an interviewer sees of themself', () => {
  const turns = turnsOf([
    'i Tell me about the time you switched bank.',
    'p In spring. The app was slow.',
    'p And nobody answered the phone for a week, so I left.',
    'i I see. Did you like the new bank? Why was that important to you?',
    'p It was.',
    'i Don’t you agree that our app is wonderful?',
    'p Yes.',
  ])

  test('questions by type, whys, and the leading ones with their place', () => {
    const mirror = mirrorOf(turns, 'en')
    expect(mirror).toMatchObject({ questions: 4, open: 2, closed: 2, whys: 1 })
    expect(mirror.marked.map(({ utteranceId, fault }) => [utteranceId, fault])).toContainEqual([
      id(5),
      'leading',
    ])
  })

  test('the share of the words, and the longest answer over turns in a row', () => {
    const { talkShare, words, longestAnswer } = mirrorOf(turns, 'en')
    expect(words).toEqual({ interviewer: 30, participants: 20 })
    expect(talkShare).toBe(0.6)
    expect(longestAnswer).toEqual({ utteranceId: id(1), words: 17 })
  })

  test('nobody said anything: there is no share', () => {
    expect(mirrorOf([], 'en')).toMatchObject({ talkShare: null, questions: 0, longestAnswer: null })
  })
})

describe('interruptions and filled silences', () => {
  test('an overlap of a fifth of a second and more interrupts; going along with the story does not', () => {
    const timing = timingOf(
      turnsOf([
        'p 0.0-5.0 So I went there',
        'i 4.5-6.0 And what did you do?',
        'p 6.2-9.0 I called',
        'i 8.0-8.4 I see.',
        'p 8.5-12.0 and nobody answered',
        'i 11.9-13.0 And what did you do then?',
      ]),
    )
    expect(timing).toMatchObject({
      state: 'measured',
      turns: 3,
      interruptions: [{ utteranceId: id(1), overlapMs: 500 }],
    })
  })

  test('a silence of a second is one; it is filled when the interviewer ends it before three', () => {
    const timing = timingOf(
      turnsOf([
        'p 0.0-5.0 It was long',
        'i 5.9-6.5 And then?',
        'p 7.0-9.0 I waited',
        'i 10.0-11.0 What happened then?',
        'p 12.0-14.1 She left',
        'i 17.1-18.0 Tell me more.',
      ]),
    )
    expect(timing).toMatchObject({
      silences: 2,
      filled: [{ utteranceId: id(3), silenceMs: 1000 }],
      longestSilenceMs: 3000,
    })
  })

  test('without times, with whole seconds, and where no gap is left, nothing is measured and it is said why', () => {
    expect(timingOf(turnsOf(['p So', 'i And?']))).toEqual({ state: 'not measured', why: 'no times' })
    expect(timingOf(turnsOf(['p 0-5 So', 'i 7-9 And?']))).toEqual({
      state: 'not measured',
      why: 'whole seconds',
    })
    expect(timingOf(turnsOf(['p 0.1-5.2 So', 'i 5.2-9.1 And?']))).toEqual({
      state: 'not measured',
      why: 'no gaps',
    })
  })
})

const cues = `WEBVTT

00:00:00.500 --> 00:00:04.000
<v Owner>Tell me about the last time you switched bank.

00:00:04.300 --> 00:00:12.000
<v Mette>In spring. The app was slow and nobody answered the phone for a week.

00:00:11.200 --> 00:00:13.000
<v Owner>Why did you not leave earlier?

00:00:13.400 --> 00:00:15.000
<v Mette>I do not know.
`

describe('whose mirror it is', () => {
  let app: TestApp
  let ask: ReturnType<typeof askRoutes>
  let owner: TestMember
  let asker: TestMember
  let studyId = ''
  let interviewId = ''

  beforeAll(async () => {
    app = await openTestApp()
    ask = askRoutes(app, conversationRoutes)
    owner = await openWorkspace(app)
    const { workspaceId, actor } = owner
    asker = await joinWorkspace(app, { workspaceId, role: 'researcher' })
    studyId = (await openStudy(app, owner)).studyId
    const read = readTranscript({ name: 'talk.vtt', bytes: Buffer.from(cues) })
    if (read.state !== 'read') throw new Error('not read')
    const brought = await bringInterview(app, {
      workspaceId,
      studyId,
      actor,
      transcript: read.transcript,
      choices: [{ role: 'interviewer' }, { role: 'participant', who: 'somebody new' }],
      title: 'A talk',
      sourceName: 'talk.vtt',
      fingerprint: 'talk',
      happenedAt: new Date('2026-03-02T09:00:00Z'),
      language: 'en',
      languageGuessed: 'en',
      interviewer: { memberId: MemberId.parse(asker.memberId) },
    })
    interviewId = brought.interviewId
  })

  const path = () => `/api/w/${owner.workspaceId}/interviews/${interviewId}/mirror`
  const look = async (who: TestMember) => (await ask('GET', path(), { headers: who.headers })).status
  const share = async (who: TestMember, shared: 'yes' | 'no') =>
    (await ask('PUT', path(), { headers: who.headers, body: { shared } })).status

  test('the interviewer sees it: share, whys and an interruption from the times of the cues', async () => {
    const mirror = (await (await ask('GET', path(), { headers: asker.headers })).json()) as Mirror
    expect(mirror).toMatchObject({ isMine: true, isShared: false, questions: 2, whys: 1, isPartial: false })
    expect(mirror.timing).toMatchObject({ state: 'measured', interruptions: [{ overlapMs: 800 }] })
  })

  test.each(roleNames)('to a colleague who is %s it is not there, and they cannot share it', async (role) => {
    const colleague =
      role === 'owner' ? owner : await joinWorkspace(app, { workspaceId: owner.workspaceId, role })
    expect(await look(colleague)).toBe(404)
    expect(await share(colleague, 'yes')).toBe(404)
    const trend = await ask('GET', `/api/w/${owner.workspaceId}/mirror`, { headers: colleague.headers })
    expect(((await trend.json()) as MirrorTrend).items).toEqual([])
  })

  test('shared, those see it who may read transcripts, and no longer when it is taken back', async () => {
    const marketer = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'marketer' })
    expect(await share(asker, 'yes')).toBe(204)
    expect([await look(owner), await look(marketer)]).toEqual([200, 404])
    expect(await share(asker, 'no')).toBe(204)
    expect(await look(owner)).toBe(404)
  })

  test('one’s own conversations stand in a row, the newest first', async () => {
    const trend = await ask('GET', `/api/w/${owner.workspaceId}/mirror`, { headers: asker.headers })
    expect((await trend.json()) as MirrorTrend).toMatchObject({
      items: [{ interviewId, whys: 1, interruptions: 1, filled: 0, longestAnswer: 14 }],
      more: 0,
    })
  })

  test('what was asked of somebody who took their words back is in no figure', async () => {
    const { workspaceId } = owner
    const interview = await readInterview(app.pg, { workspaceId, interviewId })
    const personNo = interview?.speakers.find(({ role }) => role === 'participant')?.personNo
    await sayOfStudy(app, {
      workspaceId,
      studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'objected',
    })
    const mirror = (await (await ask('GET', path(), { headers: asker.headers })).json()) as Mirror
    expect(mirror).toMatchObject({ isPartial: true, questions: 0, talkShare: null, marked: [] })
  })
})
