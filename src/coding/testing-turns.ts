import { beforeAll, beforeEach } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy, passageOf } from '../../test/spoken-study.ts'
import { readInterview, type InterviewText } from '../conversations/index.ts'
import { listHighlights, markPassages } from './highlights.ts'
import { codingRoom } from './room.ts'
import { assignUtterances, joinUtterances, splitUtterance } from './turn-edits.ts'

const talk = `Interviewer: When did you last switch bank?
Mette (00:00:10): In spring. The app was slow and nobody answered. And you? I have never switched 😀 myself.
Bo (00:00:30): It is too much trouble.
Mette (00:01:10): So I went to another one.`

export let app: TestApp
export let ann: TestMember
export let ben: TestMember
export let studyId: string
export let interview: InterviewText

/** A talk of a study to edit, in a workspace of its own for every test of the file. */
export function bringTalkToEdit(): void {
  beforeAll(async () => {
    app = await openTestApp()
    codingRoom.wire?.(app)
  })

  beforeEach(async () => {
    ann = await openWorkspace(app)
    ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    studyId = (await openStudy(app, ann)).studyId
    interview = await bringTalk(app, ann, { studyId, talk })
  })
}

/** Has another talk of the study edited. */
export async function editInstead(given: { talk: string; title: string }): Promise<void> {
  interview = await bringTalk(app, ann, { studyId, ...given })
}

export const here = () => ({ workspaceId: ann.workspaceId, actor: ann.actor })
export const lineOf = ({ actor }: TestMember) => ({ workspaceId: ann.workspaceId, studyId, actor })

export async function now(): Promise<InterviewText> {
  const { workspaceId } = ann
  const found = await readInterview(app.pg, { workspaceId, interviewId: interview.interviewId })
  if (!found) throw new Error('the interview is gone')
  return found
}

export const speakerOf = (words: string, { utterances, speakers }: InterviewText = interview) => {
  const said = utterances.find(({ text }) => text.includes(words))
  const speaker = speakers.find(({ speakerId }) => speakerId === said?.speakerId)
  if (!speaker) throw new Error(`nobody said ${words}`)
  return speaker
}

export async function mark(words: string, code = 'Service', by = ben) {
  const { interviewId } = interview
  const made = await markPassages(app, {
    workspaceId: ann.workspaceId,
    actor: by.actor,
    interviewId,
    passages: [passageOf(await now(), words)],
    codeIds: [],
    newCode: { name: code, description: '', colour: 'teal' },
  })
  return { highlightId: made.highlightIds[0] ?? '', codeId: made.codeIds[0] ?? '' }
}

export async function split(before: string, given: Partial<Parameters<typeof splitUtterance>[1]> = {}) {
  const { utteranceId, version, start } = passageOf(await now(), before)
  return splitUtterance(app, { ...here(), utteranceId, version, at: start, meant: undefined, ...given })
}

export async function joinTo(words: string) {
  const { utterances } = await now()
  const at = utterances.findIndex(({ text }) => text.includes(words))
  const [before, turn] = [utterances[at - 1], utterances[at]]
  if (!before || !turn) throw new Error(`nothing stands before ${words}`)
  const { utteranceId, version } = turn
  return joinUtterances(app, { ...here(), utteranceId, version, before })
}

export const assign = (words: string, to: string, given: { utteranceIds?: string[] } = {}) =>
  assignUtterances(app, {
    ...here(),
    interviewId: interview.interviewId,
    turns: { from: speakerOf(words).speakerId, ...given },
    meant: { speakerId: speakerOf(to).speakerId },
  })

/** What is marked, in the order of the text. */
export async function marked(): Promise<string[]> {
  const { workspaceId } = ann
  const { interviewId, utterances } = await now()
  const found = await listHighlights(app.pg, { workspaceId, interviewId })
  return found.map(({ utteranceId, start, end }) =>
    [...(utterances.find((one) => one.utteranceId === utteranceId)?.text ?? '')].slice(start, end).join(''),
  )
}

export const turns = async () => (await now()).utterances.map(({ text }) => text)
