import type { Basis, ConsentState, Purpose } from '../src/consent/index.ts'
import { recordConsent, studyScope } from '../src/consent/index.ts'
import {
  bringInterview,
  createStudy,
  fingerprintOf,
  readInterview,
  readPastedText,
  type InterviewText,
} from '../src/conversations/index.ts'
import type { App } from '../src/platform/index.ts'
import type { TestMember } from './members.ts'

type InStudy = { studyId: string }

/** A study in which analysing and quoting what was said rest on `basis`. */
export async function openStudy(
  app: App,
  { workspaceId, actor }: TestMember,
  { title = 'Why people switch bank', basis = 'legitimate interest' as Basis, language = 'en' as const } = {},
): Promise<InStudy> {
  const draft = {
    title,
    hypothesis: 'They leave after bad service',
    contradiction: 'They leave for the rate',
    mode: 'behaviour',
    guide: [],
    language,
    target: 20,
    bases: { conversation_analysis: basis, quoting: basis },
  }
  return { studyId: await createStudy(app, { workspaceId, actor, draft }) }
}

/** Brings in a conversation pasted as "Name: words"; whoever is called Interviewer asks, the others are new participants. */
export async function bringTalk(
  app: App,
  { workspaceId, actor }: TestMember,
  given: InStudy & { talk: string; language?: string; title?: string; happenedAt?: Date },
): Promise<InterviewText> {
  const {
    studyId,
    talk,
    language = 'en',
    title = 'A talk',
    happenedAt = new Date('2026-01-05T10:00:00Z'),
  } = given
  const read = readPastedText(talk)
  if (read.state !== 'read') throw new Error(`not read: ${read.problem.id}`)
  const choices = read.transcript.speakers.map(({ name }) =>
    name === 'Interviewer'
      ? ({ role: 'interviewer' } as const)
      : ({ role: 'participant', who: 'somebody new' } as const),
  )
  const { interviewId } = await bringInterview(app, {
    workspaceId,
    studyId,
    actor,
    transcript: read.transcript,
    choices,
    title,
    sourceName: 'pasted',
    fingerprint: fingerprintOf(app, { workspaceId, content: talk }),
    happenedAt,
    language,
    languageGuessed: language,
  })
  const interview = await readInterview(app.pg, { workspaceId, interviewId })
  if (!interview) throw new Error('the interview is not there')
  return interview
}

/** Where some words stand in the conversation as it was read, in codepoints; a passage to mark. */
export function passageOf(interview: InterviewText, words: string) {
  const utterance = interview.utterances.find(({ text }) => text.includes(words))
  if (!utterance) throw new Error(`nobody said ${words}`)
  const { utteranceId, version, text } = utterance
  const start = [...text.slice(0, text.indexOf(words))].length
  return { utteranceId, version, start, end: start + [...words].length }
}

/** One word of a person about a purpose in a study. */
export async function sayOfStudy(
  app: App,
  given: InStudy & {
    workspaceId: string
    personNo: number | null | undefined
    purpose: Purpose
    state: ConsentState
  },
): Promise<void> {
  const { workspaceId, studyId, personNo, purpose, state } = given
  if (typeof personNo !== 'number') throw new Error('nobody is named')
  const entry = { personNo, purpose, scope: studyScope(studyId), state, happenedAt: new Date() }
  const entries = [{ ...entry, channel: 'by hand', actor: { kind: 'member' } }]
  await recordConsent(app, { workspaceId, entries })
}
