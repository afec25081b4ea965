import { beforeAll, beforeEach } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, passageOf } from '../../../test/spoken-study.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { UserId } from '../../workspace/index.ts'
import { createCode, listCodes } from '../codes.ts'
import { listHighlights, markPassages } from '../highlights.ts'
import { codingRoom } from '../room.ts'
import { ownMarks } from './blind-marks.ts'
import { disagreementsOf } from './compared-round.ts'
import { beginRound } from './rounds.ts'
import { settle } from './settle.ts'

export const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.
Bo: I have never switched. It is too much trouble 😀 for me.
Mette: So I went to another one.`

export let app: TestApp
export let ann: TestMember
export let ben: TestMember
export let eva: TestMember
export let studyId: string
export let interview: InterviewText
export let slow: string
export let effort: string

/** A talk of a study to code twice, in a workspace of its own for every test of the file. */
export function bringTalkToCode(): void {
  beforeAll(async () => {
    app = await openTestApp()
    codingRoom.wire?.(app)
  })

  beforeEach(async () => {
    ann = await openWorkspace(app)
    ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    eva = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    studyId = (await openStudy(app, ann)).studyId
    interview = await bringTalk(app, ann, { studyId, talk })
    slow = await code('Slow')
    effort = await code('Effort')
  })
}

/** Has another talk of the study coded. */
export function codeInstead(other: InterviewText): void {
  interview = other
}

export const here = () => ({ workspaceId: ann.workspaceId })
export const line = ({ actor }: TestMember) => ({ ...here(), studyId, actor })

export async function code(name: string): Promise<string> {
  const made = await createCode(app, {
    ...here(),
    actor: ann.actor,
    studyId: null,
    code: { name, description: '', colour: 'teal' },
  })
  return made.codeId
}

export async function begin(coders = [ann, ben]): Promise<{ workspaceId: string; roundId: string }> {
  const { interviewId } = interview
  const { roundId } = await beginRound(app, {
    ...line(ann),
    round: {
      name: 'Round one',
      conversations: { interviewIds: [interviewId] },
      coderIds: coders.map(({ userId }) => UserId.parse(userId)),
      codeIds: [],
    },
  })
  return { ...here(), roundId }
}

export async function mark(by: TestMember, words: string, codeId = slow): Promise<string> {
  const { interviewId } = interview
  const made = await markPassages(app, {
    ...here(),
    actor: by.actor,
    interviewId,
    passages: [passageOf(interview, words)],
    codeIds: [codeId],
  })
  return made.highlightIds[0] ?? ''
}

export const seenBy = async (who: TestMember) =>
  wordsOf(await ownMarks(app.pg, { ...here(), ...interview, userId: who.userId }))
export const shared = async () => wordsOf(await listHighlights(app.pg, { ...here(), ...interview }))

function wordsOf(highlights: Awaited<ReturnType<typeof listHighlights>>): string[] {
  return highlights.map(({ utteranceId, start, end, codeIds }) => {
    const said = interview.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
    const names = codeIds.map((id) => (id === slow ? 'Slow' : id === effort ? 'Effort' : '?'))
    return `${[...said].slice(start, end).join('')} = ${names.toSorted().join(' + ')}`
  })
}

export const counted = async () => {
  const codes = await listCodes(app.pg, here())
  return codes.map(({ name, passages }) => `${name} ${passages}`)
}

/** Keeps of every open disagreement the marks of one coder, of all or of none. */
export async function keepAll(
  of: { workspaceId: string; roundId: string },
  whose: TestMember | 'all' | 'none',
) {
  const open = (await disagreementsOf(app.pg, of)).filter(({ settled }) => settled === null)
  await settle(app, {
    ...of,
    actor: eva.actor,
    note: 'As the definition says.',
    settlements: open.map(({ codeId, marks }) => ({
      codeId,
      highlightIds: marks.map(({ highlightId }) => highlightId),
      keep: marks
        .filter(({ userId }) => whose === 'all' || (whose !== 'none' && userId === whose.userId))
        .map(({ highlightId }) => highlightId),
      before: null,
    })),
  })
}
