import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { recordConsent, studyScope } from '../consent/index.ts'
import type { PersonNo } from '../workspace/index.ts'
import {
  bringInterview,
  correctUtterance,
  createStudy,
  fingerprintOf,
  listUtterances,
  onUtteranceCorrected,
  readInterview,
  readPastedText,
  type Correction,
} from './index.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.
Bo: I have never switched. It is too much trouble.
Interviewer: I see.
Mette: So I went to another one.`

describe('what was said and who permits it', () => {
  let app: TestApp
  let owner: TestMember
  let studyId: string
  let interviewId: string

  beforeAll(async () => {
    app = await openTestApp()
    owner = await openWorkspace(app)
    const { workspaceId, actor } = owner
    studyId = await createStudy(app, {
      workspaceId,
      actor,
      draft: {
        title: 'Why people switch bank',
        hypothesis: 'They leave after bad service',
        contradiction: 'They leave for the rate',
        mode: 'behaviour',
        guide: [],
        language: 'en',
        target: 20,
        bases: { conversation_analysis: 'consent', quoting: 'consent' },
      },
    })
    const read = readPastedText(talk)
    if (read.state !== 'read') throw new Error('not read')
    const agreements = [{ agreement: 'conversation_analysis' as const, given: true, channel: 'interview' }]
    const brought = await bringInterview(app, {
      workspaceId,
      studyId,
      actor,
      transcript: read.transcript,
      choices: [
        { role: 'interviewer' },
        { role: 'participant', who: 'somebody new', agreements },
        { role: 'participant', who: 'somebody new', agreements },
      ],
      title: 'Two who bank',
      sourceName: 'pasted',
      fingerprint: fingerprintOf(app, { workspaceId, content: talk }),
      happenedAt: new Date('2026-01-05T10:00:00Z'),
      language: 'en',
      languageGuessed: 'en',
    })
    interviewId = brought.interviewId
  })

  const read = async () => {
    const interview = await readInterview(app.pg, { workspaceId: owner.workspaceId, interviewId })
    if (!interview) throw new Error('there is no interview')
    return interview
  }
  const spoken = async () => {
    const all: string[] = []
    for await (const batch of listUtterances(app.pg, { workspaceId: owner.workspaceId }))
      all.push(...batch.map((utterance) => utterance.text))
    return all
  }
  const say = async (personNo: PersonNo | null, state: 'given' | 'withdrawn') => {
    if (personNo === null) throw new Error('the participant is nobody')
    await recordConsent(app, {
      workspaceId: owner.workspaceId,
      entries: [
        {
          personNo,
          purpose: 'conversation_analysis',
          scope: studyScope(studyId),
          state,
          happenedAt: app.clock.now(),
          channel: 'by hand',
          actor: { kind: 'member' },
        },
      ],
    })
  }

  test('everybody is read under a pseudonym, interviewer included', async () => {
    const interview = await read()
    expect(interview.utterances.map((utterance) => utterance.text)).toEqual(
      talk.split('\n').map((line) => line.replace(/^\w+: /, '')),
    )
    expect(interview.speakers.map((speaker) => [speaker.role, speaker.name])).toEqual([
      ['interviewer', 'Interviewer'],
      ['participant', 'Mette'],
      ['participant', 'Bo'],
    ])
    expect(interview.speakers[1]?.label).toMatch(/^\w+ \w+ \d+$/)
  })

  test('the words of somebody who withdraws are gone at the next read, the question stays', async () => {
    const mette = (await read()).speakers[1]?.personNo ?? null
    expect(await spoken()).toHaveLength(3)
    await say(mette, 'withdrawn')
    const after = await read()
    expect(after.utterances.map((utterance) => utterance.position)).toEqual([0, 2, 3])
    expect(after.speakers[1]?.withheld).toBe('withdrawn')
    expect(await spoken()).toEqual(['I have never switched. It is too much trouble.'])
    await say(mette, 'given')
    expect(await spoken()).toHaveLength(3)
  })

  test('replies to somebody who withdraws go with their words; where nobody is left, so does what was asked', async () => {
    const bo = (await read()).speakers[2]?.personNo ?? null
    const mette = (await read()).speakers[1]?.personNo ?? null
    await say(bo, 'withdrawn')
    expect((await read()).utterances.map((utterance) => utterance.position)).toEqual([0, 1, 4])
    await say(mette, 'withdrawn')
    expect((await read()).utterances).toEqual([])
    await say(bo, 'given')
    await say(mette, 'given')
    expect((await read()).utterances).toHaveLength(5)
  })

  test('a correction is heard in its transaction, and the slower of two is told', async () => {
    const heard: Correction[] = []
    onUtteranceCorrected(async (_tx, correction) => {
      heard.push(correction)
      if (correction.newText.includes('refuse')) throw new Error('refused above')
    })
    const { workspaceId, actor } = owner
    const utterance = (await read()).utterances[1]
    if (!utterance) throw new Error('nothing was said')
    const correct = (text: string) =>
      correctUtterance(app, {
        workspaceId,
        utteranceId: utterance.utteranceId,
        text,
        version: utterance.version,
        actor,
      })
    await expect(correct('refuse this')).rejects.toThrow('refused above')
    expect(await correct('In spring. The app was very slow.')).toEqual({ version: 2 })
    await expect(correct('Somebody else')).rejects.toMatchObject({ id: 'utterance-changed', status: 409 })
    expect(heard.at(-1)).toMatchObject({
      oldText: utterance.text,
      newText: 'In spring. The app was very slow.',
    })
    expect((await read()).utterances[1]?.text).toBe('In spring. The app was very slow.')
    expect((await read()).words).toBe(30)
  })

  test('what is said of all speakers when another file is brought in takes back nobody’s refusal', async () => {
    const { workspaceId, actor } = owner
    const speaker = (await read()).speakers[2]
    if (!speaker?.participantId) throw new Error('no participant')
    await say(speaker.personNo, 'withdrawn')
    const second = readPastedText(`${talk}\nBo: And I still have not.`)
    if (second.state !== 'read') throw new Error('not read')
    const agreements = [{ agreement: 'conversation_analysis' as const, given: true, channel: 'file' }]
    await bringInterview(app, {
      workspaceId,
      studyId,
      actor,
      transcript: second.transcript,
      choices: [
        { role: 'interviewer' },
        { role: 'participant', who: 'somebody new', agreements },
        { role: 'participant', who: { participantId: speaker.participantId }, agreements },
      ],
      title: 'The same two again',
      sourceName: 'pasted',
      fingerprint: fingerprintOf(app, { workspaceId, content: 'again' }),
      happenedAt: new Date('2026-01-06T10:00:00Z'),
      language: 'en',
      languageGuessed: 'en',
    })
    expect((await read()).speakers[2]?.withheld).toBe('withdrawn')
  })

  test('another workspace sees nothing', async () => {
    const { workspaceId } = await openWorkspace(app)
    expect(await readInterview(app.pg, { workspaceId, interviewId })).toBeUndefined()
  })
})
