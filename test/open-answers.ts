import { bringInterview, fingerprintOf } from '../src/conversations/index.ts'
import type { App } from '../src/platform/index.ts'
import { InterviewId } from '../src/workspace/index.ts'
import type { TestMember } from './members.ts'

type Answers = { studyId: string; texts: readonly string[]; language?: string; title?: string }

/** Brings answers to one question into a study as one source, each by a new participant. */
export async function bringAnswers(
  app: App,
  { workspaceId, actor }: TestMember,
  { studyId, texts, language = 'en', title = 'Why did you leave?' }: Answers,
): Promise<InterviewId> {
  const speakers = texts.map((text, at) => ({
    name: `R${at + 1}`,
    utterances: 1,
    words: text.split(/\s+/u).length,
  }))
  const { interviewId } = await bringInterview(app, {
    ...{ workspaceId, studyId, actor, title, sourceName: 'answers.csv', language, languageGuessed: language },
    transcript: {
      kind: 'open-answers',
      encoding: 'text',
      speakers,
      utterances: texts.map((text, at) => ({ speaker: `R${at + 1}`, text })),
      dropped: [],
    },
    choices: texts.map(() => ({ role: 'participant', who: 'somebody new' })),
    fingerprint: fingerprintOf(app, { workspaceId, content: texts.join('\n') }),
    happenedAt: new Date('2026-01-05T10:00:00Z'),
  })
  return InterviewId.parse(interviewId)
}
