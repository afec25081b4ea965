import { beforeAll, beforeEach } from 'vitest'
import { listCodes } from '../src/coding/codes.ts'
import { listHighlights, markPassages, removeHighlight } from '../src/coding/highlights.ts'
import { codingRoom } from '../src/coding/room.ts'
import { correctUtterance, readInterview, type InterviewText } from '../src/conversations/index.ts'
import { openTestApp } from './app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from './members.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from './spoken-study.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.
Bo: I have never switched. It is too much trouble 😀 for me.
Mette: So I went to another one.`

type Here = { ann: TestMember; ben: TestMember; studyId: string; interview: InterviewText }
type Withdrawable = 'quoting' | 'conversation_analysis'

/** For every test of a file a workspace of two members, Ann and Ben, with a conversation of Mette and Bo, and what is done with its words. */
export async function markedTalk() {
  const app = await openTestApp()
  let here: Here

  beforeAll(() => {
    codingRoom.wire?.(app)
  })
  beforeEach(async () => {
    const ann = await openWorkspace(app)
    const ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    const { studyId } = await openStudy(app, ann)
    here = { ann, ben, studyId, interview: await bringTalk(app, ann, { studyId, talk }) }
  })

  const byAnn = () => ({ workspaceId: here.ann.workspaceId, actor: here.ann.actor })
  const inTalk = () => ({ workspaceId: here.ann.workspaceId, interviewId: here.interview.interviewId })
  const find = (words: string) => passageOf(here.interview, words)
  const codes = () => listCodes(app.pg, { workspaceId: here.ann.workspaceId })

  /** Marks the words with a code of that name, made when there is none. */
  async function mark(words: string, code: string, by = here.ann) {
    const made = await markPassages(app, {
      ...inTalk(),
      actor: by.actor,
      passages: [find(words)],
      codeIds: [],
      newCode: { name: code, description: '', colour: 'teal' },
    })
    return { highlightId: made.highlightIds[0] ?? '', codeId: made.codeIds[0] ?? '' }
  }

  /** Marked words and their codes, as everybody sees them now. */
  async function marked(): Promise<string[]> {
    const [highlights, known, now] = await Promise.all([
      listHighlights(app.pg, inTalk()),
      codes(),
      readInterview(app.pg, inTalk()),
    ])
    const nameOf = (id: string) => known.find(({ codeId }) => codeId === id)?.name ?? '?'
    return highlights.map(({ utteranceId, start, end, codeIds, lostText }) => {
      const text = now?.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
      const words = lostText === null ? [...text].slice(start, end).join('') : `lost: ${lostText}`
      return `${words} = ${codeIds.map(nameOf).toSorted().join(' + ')}`
    })
  }

  const unmarkAll = (highlightId: string) => removeHighlight(app, { ...byAnn(), highlightId })

  /** Who said it. */
  const personOf = (words: string) => {
    const said = here.interview.utterances.find(({ text }) => text.includes(words))
    return here.interview.speakers.find(({ speakerId }) => speakerId === said?.speakerId)?.personNo
  }
  const say = (words: string, said: { purpose: Withdrawable; state: 'given' | 'withdrawn' }) =>
    sayOfStudy(app, {
      workspaceId: here.ann.workspaceId,
      studyId: here.studyId,
      personNo: personOf(words),
      ...said,
    })
  const withdraw = (words: string, purpose: Withdrawable) => say(words, { purpose, state: 'withdrawn' })

  /** Ann corrects the turn that holds the words. */
  const correct = (words: string, becomes: string) => {
    const { utteranceId, version } = find(words)
    const text = here.interview.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
    return correctUtterance(app, { ...byAnn(), utteranceId, text: text.replace(words, becomes), version })
  }

  return {
    ...{ app, here: () => here, byAnn, find, codes, mark, marked, unmarkAll },
    ...{ personOf, say, withdraw, correct },
  }
}
