import { sql } from 'kysely'
import { beforeAll, beforeEach } from 'vitest'
import { markPassages } from '../src/coding/highlights.ts'
import { catchUp } from '../src/confidentiality/catch-up.ts'
import { addPseudonym } from '../src/confidentiality/decide.ts'
import { readInterview, type InterviewText } from '../src/conversations/index.ts'
import { wireRooms } from '../src/server.ts'
import { openTestApp } from './app.ts'
import { openWorkspace, type TestMember } from './members.ts'
import { bringTalk, openStudy, passageOf } from './spoken-study.ts'

const talk =
  'Ann: The tide was high. Then it rained.\nBo: The tide was low.\nAnn: We walked home.\nBo: And slept.'

type Here = { owner: TestMember; studyId: string; interview: InterviewText }

/** For every test of a file a study of its own with a conversation of Ann and Bo, read through, and what tests do with it that hold one change against another. */
export async function talkOfTwo() {
  const app = await openTestApp()
  let here: Here

  beforeAll(() => {
    wireRooms(app)
  })
  beforeEach(async () => {
    const owner = await openWorkspace(app)
    const { studyId } = await openStudy(app, owner)
    here = { owner, studyId, interview: await bringTalk(app, owner, { studyId, talk }) }
    while (await catchUp(app, { workspaceId: owner.workspaceId, most: 5 }));
  })

  const by = () => ({ workspaceId: here.owner.workspaceId, actor: here.owner.actor })
  const inStudy = () => ({ ...by(), studyId: here.studyId })
  const inTalk = () => ({ ...by(), interviewId: here.interview.interviewId })

  /** The conversation as it stands now, which `here`, `turnOf` and `mark` mean from then on. */
  async function read(): Promise<InterviewText> {
    const interview = await readInterview(app.pg, inTalk())
    if (!interview) throw new Error('the conversation is gone')
    here = { ...here, interview }
    return interview
  }

  function turnOf(words: string) {
    const { utteranceId, version, speakerId } =
      here.interview.utterances.find(({ text }) => text.includes(words)) ?? {}
    if (utteranceId === undefined || version === undefined) throw new Error(`nobody said ${words}`)
    return { utteranceId, version, speakerId }
  }

  /** Who said it. */
  async function personOf(words: string) {
    const { rows } = await sql<{ personNo: number; personId: string; participantId: string }>`
      select people.no as "personNo", people.id as "personId", p.id as "participantId" from speakers s
      join participants p on p.id = s.participant_id join people on people.no = p.person_no
      where s.id = ${turnOf(words).speakerId}`.execute(app.pg)
    const [person] = rows
    if (!person) throw new Error(`nobody said ${words}`)
    return person
  }

  const mark = (words: string[]) =>
    markPassages(app, {
      ...inTalk(),
      passages: words.map((one) => passageOf(here.interview, one)),
      codeIds: [],
      newCode: { name: 'Weather', description: '', colour: 'teal' },
    })

  /** Has a word of the conversation replaced in the study. */
  const replaceTide = () =>
    addPseudonym(app, { ...inStudy(), added: { text: 'tide', kind: 'other', pseudonym: '[water]' } })

  /** SQL that takes the names of the study. */
  const names = () => sql`select pg_advisory_xact_lock(hashtextextended('pseudonyms:' || ${here.studyId}, 0))`

  return { app, here: () => here, by, inStudy, inTalk, read, turnOf, personOf, mark, replaceTide, names }
}
