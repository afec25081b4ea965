import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import { readInterview, type InterviewText } from '../conversations/index.ts'
import { findPerson } from '../people/index.ts'
import { wireRooms } from '../server.ts'
import { beginErasure } from './erasure.ts'
import { keepers } from './routes.ts'

const app = await openTestApp()
let owner: TestMember
let study: { studyId: string }

beforeAll(async () => {
  wireRooms(app)
  owner = await openWorkspace(app)
  study = await openStudy(app, owner)
})

async function erase(interview: InterviewText, name: string): Promise<void> {
  const { workspaceId } = owner
  const personId = interview.speakers.find((speaker) => speaker.name === name)?.personId ?? ''
  const person = await findPerson(app, { workspaceId, personId })
  if (!person) throw new Error(`${name} is not there`)
  await beginErasure(app, { workspaceId, person, keepers, actor: owner.actor })
}

const alone = 'Interviewer: Why did you leave?\n\nMaja: The fee, and nobody told me about it.\n'
const group = 'Maja Lund: The fee was hidden.\n\nOle: I like the app better than the branch.\n'

test('with somebody erased goes the conversation that was about them, and its file does not come back', async () => {
  const { workspaceId } = owner
  const interview = await bringTalk(app, owner, { ...study, talk: alone, title: 'Maja on fees' })
  await erase(interview, 'Maja')
  const during = await readInterview(app.pg, { workspaceId, interviewId: interview.interviewId })
  expect(JSON.stringify(during?.utterances ?? [])).not.toContain('fee')
  await app.outbox.drain()
  expect(await readInterview(app.pg, { workspaceId, interviewId: interview.interviewId })).toBeUndefined()
  await expect(bringTalk(app, owner, { ...study, talk: alone })).rejects.toMatchObject({
    id: 'transcript-erased',
  })
})

test('out of a conversation with others somebody erased goes with their name, and the others stay', async () => {
  const { workspaceId } = owner
  const interview = await bringTalk(app, owner, { ...study, talk: group, title: 'Maja Lund and Ole' })
  await erase(interview, 'Maja Lund')
  await app.outbox.drain()
  const left = await readInterview(app.pg, { workspaceId, interviewId: interview.interviewId })
  expect(left?.title).toBe('… … and Ole')
  expect(left?.utterances.map(({ text }) => text)).toEqual(['I like the app better than the branch.'])
  const { rows } = await sql<{ source_name: string }>`
    select source_name from interviews where id = ${interview.interviewId}`.execute(app.pg)
  expect(rows).toEqual([{ source_name: '' }])
  await expect(bringTalk(app, owner, { ...study, talk: group })).rejects.toMatchObject({
    id: 'transcript-erased',
  })
})
