import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import { readInterview, type InterviewText } from '../conversations/index.ts'
import { wireRooms } from '../server.ts'
import { catchUp } from './catch-up.ts'
import { addPseudonym, decide } from './decide.ts'
import { confidentialityHoldings } from './holdings.ts'
import { listPseudonyms } from './list.ts'

const app = await openTestApp()
let owner: TestMember
let study: { studyId: string }

beforeAll(async () => {
  wireRooms(app)
  await app.jobs.start()
})
beforeEach(async () => {
  owner = await openWorkspace(app)
  study = await openStudy(app, owner)
})

const group = `Annabel Lund: I am from Melbourne, and Gregory is not.
Gregory: Annabel knows me, I live in Sydney.`

async function bringReplaced(talk: string): Promise<InterviewText> {
  const { workspaceId, actor } = owner
  const interview = await bringTalk(app, owner, { ...study, talk, title: 'A group' })
  while (await catchUp(app, { workspaceId, most: 5 }));
  const proposed = await listPseudonyms(app, {
    workspaceId,
    ...study,
    state: 'proposed',
    words: 'shown',
    limit: 100,
    offset: 0,
  })
  const decisions = proposed.map(({ pseudonymId, version }) => ({
    pseudonymId,
    version,
    state: 'accepted' as const,
  }))
  await decide(app, { workspaceId, ...study, actor, decisions })
  return interview
}

test('a person gets their own words as they said them, and on erasure what they are called is forgotten wherever it stood', async () => {
  const { workspaceId } = owner
  const { interviewId, speakers } = await bringReplaced(group)
  const annabel = speakers.find(({ name }) => name === 'Annabel Lund')
  if (!annabel?.personId || annabel.personNo === null) throw new Error('Annabel is nobody')
  const person = { workspaceId, personId: annabel.personId, personNo: annabel.personNo }
  const own = await confidentialityHoldings.exportPerson(app, person)
  expect(own['saidBeforePseudonyms']).toEqual([
    { conversation: 'A group', happenedAt: expect.any(String), namedInFile: 'Annabel Lund' },
    {
      conversation: 'A group',
      happenedAt: expect.any(String),
      said: 'I am from Melbourne, and Gregory is not.',
    },
  ])
  expect(await confidentialityHoldings.countPerson(app, person)).toBeGreaterThan(3)

  const before = await readInterview(app.pg, { workspaceId, interviewId })
  // As on erasure: what they said goes after what rests on it.
  await confidentialityHoldings.erasePerson(app, person)
  await confidentialityHoldings.erasePerson(app, person)
  await sql`delete from speakers where id = ${annabel.speakerId}`.execute(app.pg)
  expect(await confidentialityHoldings.countPerson(app, person)).toBe(0)
  const { rows } = await sql<{ kind: string }>`
    select n.kind from pseudonyms n where n.workspace_id = ${workspaceId} order by n.kind`.execute(app.pg)
  // Gregory and Sydney are left; Annabel, Lund and Melbourne are not.
  expect(rows.map(({ kind }) => kind)).toEqual(['name', 'place'])
  const after = await readInterview(app.pg, { workspaceId, interviewId })
  expect(after?.utterances.map(({ text }) => text)).toEqual([before?.utterances[1]?.text])
  expect(after?.utterances[0]?.text).not.toContain('Annabel')
})

test('erasing somebody forgets what only their conversation told, and no name that was added by hand elsewhere', async () => {
  const { workspaceId, actor } = owner
  const elsewhere = await openStudy(app, owner)
  const added = { text: 'Snowdrop-Hill', kind: 'name', pseudonym: '[the mayor]' } as const
  await addPseudonym(app, { workspaceId, ...elsewhere, actor, added })
  const { speakers } = await bringReplaced(
    'Interviewer: And Gregory, your brother?\nHolly Parker: Gregory lives in Sydney.',
  )
  const holly = speakers.find(({ role }) => role === 'participant')
  if (!holly?.personId || holly.personNo === null) throw new Error('Holly is nobody')
  const person = { workspaceId, personId: holly.personId, personNo: holly.personNo }
  await confidentialityHoldings.erasePerson(app, person)
  const { rows } = await sql<{ pseudonym: string }>`
    select pseudonym from pseudonyms where workspace_id = ${workspaceId}`.execute(app.pg)
  expect(rows).toEqual([{ pseudonym: '[the mayor]' }])
})
