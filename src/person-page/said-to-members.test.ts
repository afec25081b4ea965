import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { markWords, talkOfMette, visitor } from '../../test/own-page.ts'
import { sayOfStudy } from '../../test/spoken-study.ts'
import { exportQuotes } from '../coding/exchange/tables.ts'
import { redo, undo } from '../coding/history.ts'
import { quotesOf } from '../coding/index.ts'
import { recordAgreements } from '../conversations/index.ts'
import { rooms, wireRooms } from '../server.ts'
import { roleAllows, type RoleName } from '../workspace/index.ts'
import { personPageRoutes } from './index.ts'
import { PersonQuote, QuoteStanding } from './person-quotes.ts'
import { WithdrawalListed } from './withdrawals.ts'

let app: TestApp
let ann: TestMember
let visit: ReturnType<typeof visitor>
let ask: ReturnType<typeof askRoutes>

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  visit = visitor(app)
  ask = askRoutes(app, personPageRoutes)
  ann = await openWorkspace(app)
})

/** Two passages of one answer under one code. */
async function openQuotes(title: string) {
  const opened = await talkOfMette(app, ann, title)
  const { codeId, ids } = await markWords(app, ann, { ...opened, words: ['slow and nobody', 'I went home'] })
  const [slow = '', home = ''] = ids
  return { ...opened, codeId, slow, home }
}

const byPhone = { channel: 'by phone', note: 'She called on Monday.' }
const refusal = (highlightId: string) => `/api/w/${ann.workspaceId}/highlights/${highlightId}/refusal`
const takeOut = (highlightId: string, who = ann, body: object = byPhone) =>
  ask('POST', refusal(highlightId), { headers: who.headers, body })

const Found = z.object({ quotes: z.array(PersonQuote), total: z.int() })
async function marked(participantId: string, { text = '', who = ann } = {}) {
  const path = `/api/w/${ann.workspaceId}/participants/${participantId}/marked-quotes?text=${encodeURIComponent(text)}`
  return Found.parse(await (await ask('GET', path, { headers: who.headers })).json())
}

async function quoted(codeId: string): Promise<string[]> {
  const { quotes } = await quotesOf(app, { workspaceId: ann.workspaceId, codeId })
  return quotes.map(({ text }) => text).toSorted()
}

const member = (role: RoleName) => joinWorkspace(app, { workspaceId: ann.workspaceId, role })

test('whoever may not write down what people say takes nothing out: 401, 403, and 404 for what is nobody’s words', async () => {
  const { slow, interview } = await openQuotes('refused')
  expect((await ask('POST', refusal(slow), { body: byPhone })).status).toBe(401)
  expect((await takeOut(slow, await member('viewer'))).status).toBe(403)
  expect((await takeOut(crypto.randomUUID())).status).toBe(404)
  const { ids } = await markWords(app, ann, { interview, words: ['How was it'] })
  expect((await takeOut(ids[0] ?? '')).status).toBe(404)
  expect((await takeOut(slow, ann, { channel: '  ' })).status).toBe(400)
})

test('only roles that may see words, or export everything of a person, may write down what people say', () => {
  const all: RoleName[] = ['owner', 'researcher', 'marketer', 'privacy officer', 'viewer']
  const may = all.filter((role) => roleAllows(role, 'consent.write'))
  expect(may.length).toBeGreaterThan(1)
  for (const role of may)
    expect(roleAllows(role, 'coding.read') || roleAllows(role, 'people.export'), role).toBe(true)
})

test.each(['researcher', 'privacy officer'] as const)(
  'a %s takes out one quote for somebody who phones: who had it is told, the other stays, and it is kept who wrote it down',
  async (role) => {
    const { studyId, participantId, codeId, slow, page } = await openQuotes(`phoned a ${role}`)
    const [who, ben] = [await member(role), await member('researcher')]
    await exportQuotes(app, { workspaceId: ann.workspaceId, actor: ben.actor, codeId, format: 'csv' })
    const before = QuoteStanding.parse(
      await (await ask('GET', refusal(slow), { headers: who.headers })).json(),
    )
    expect(before).toMatchObject({ refused: null, exports: [{ kind: 'quotes', who: ben.name }] })

    const answer = await takeOut(slow, who)
    expect(QuoteStanding.parse(await answer.json()).refused).toMatchObject({ who: who.name, ...byPhone })
    await takeOut(slow, who)
    while ((await app.outbox.drain()) > 0);
    expect(await quoted(codeId)).toEqual(['I went home'])
    const mails = await sql`select from mails where recipient = ${ben.email}`.execute(app.pg)
    expect(mails.rows).toHaveLength(1)

    const { withdrawals } = z
      .object({ withdrawals: z.array(WithdrawalListed) })
      .parse(
        await (await ask('GET', `/api/w/${ann.workspaceId}/withdrawals`, { headers: ben.headers })).json(),
      )
    expect(withdrawals.filter((one) => one.studyId === studyId)).toMatchObject([
      { uses: ['one_quote'], writtenBy: who.name, ...byPhone, exports: [{ kind: 'quotes', isMine: true }] },
    ])
    const { quotes } = await marked(participantId, { who })
    expect(quotes.map(({ text, isRefused }) => [text, isRefused])).toEqual([
      ['slow and nobody', true],
      ['I went home', false],
    ])
    const audited = await app.pg
      .selectFrom('audit')
      .select('actor_name')
      .where('action', '=', 'quote.refused-for')
      .where('subject_id', '=', slow)
      .execute()
    expect(audited).toEqual([{ actor_name: who.name }])

    const { text } = await visit.open(page)
    expect(text).toContain(`${who.name} wrote it down for you (by phone).`)
    expect(text).toContain(byPhone.note)
    const [, receiptId = ''] = /receipts\/([0-9a-f-]{36})/.exec(text) ?? []
    const receipt = await visit.open(`${page}/receipts/${receiptId}`)
    expect(receipt.text).toContain('You asked us to take one sentence of yours out.')
    expect(receipt.text).not.toContain('Monday')
  },
)

test('no undo and no new mark brings it back', async () => {
  const { studyId, interview, codeId, slow } = await openQuotes('never back')
  await takeOut(slow)
  const line = { workspaceId: ann.workspaceId, studyId, actor: ann.actor }
  await undo(app, line)
  expect(await quoted(codeId)).toEqual([])
  await redo(app, line)
  expect(await quoted(codeId)).toEqual(['I went home'])
  const again = await markWords(app, ann, { interview, words: ['nobody answered'] })
  expect(await quoted(again.codeId)).toEqual([])
})

test('passages are found by words they remember, and none where they no longer permit analysing', async () => {
  const { studyId, participantId, slow } = await openQuotes('remembered')
  expect((await marked(participantId, { text: 'WENT home' })).quotes.map(({ text }) => text)).toEqual([
    'I went home',
  ])
  expect(await marked(participantId, { text: 'zeppelin' })).toEqual({ quotes: [], total: 0 })
  const row = await app.pg
    .selectFrom('participants')
    .innerJoin('people', 'people.no', 'participants.person_no')
    .select(['people.no', 'people.id'])
    .where('participants.id', '=', participantId)
    .executeTakeFirstOrThrow()
  const ofPerson = `/api/w/${ann.workspaceId}/people/${row.id}/marked-quotes`
  const found = Found.parse(await (await ask('GET', ofPerson, { headers: ann.headers })).json())
  expect(found.total).toBe(2)
  const { workspaceId } = ann
  await sayOfStudy(app, {
    ...{ workspaceId, studyId, personNo: row.no },
    ...{ purpose: 'conversation_analysis', state: 'withdrawn' },
  })
  expect(await marked(participantId)).toEqual({ quotes: [], total: 0 })
  // What nobody may read now can be taken out all the same, so that it stays out when they say yes again.
  expect((await takeOut(slow)).status).toBe(200)
})

test('each search is one line of the audit trail: whose quotes, how many, and never the words', async () => {
  const { participantId } = await openQuotes('looked through')
  await marked(participantId)
  await marked(participantId, { text: 'went home' })
  const rows = await app.pg
    .selectFrom('audit')
    .select(['subject_kind', 'detail'])
    .where('action', '=', 'quotes.read')
    .where('subject_id', '=', participantId)
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { subject_kind: 'participant', detail: { quotes: 2, lookedFor: 'all' } },
    { subject_kind: 'participant', detail: { quotes: 1, lookedFor: 'some words' } },
  ])
})

test('what a member noted comes with a copy of their data and goes when they are erased', async () => {
  const { participantId, slow } = await openQuotes('erased later')
  // How it was said may name somebody as well.
  await takeOut(slow, ann, { ...byPhone, channel: 'by phone, her husband Peter Hansen' })
  const { person_no: personNo, id: personId } = await app.pg
    .selectFrom('participants')
    .innerJoin('people', 'people.no', 'participants.person_no')
    .select(['participants.person_no', 'people.id'])
    .where('participants.id', '=', participantId)
    .executeTakeFirstOrThrow()
  const keeper = rooms.find(({ name }) => name === 'person-page')?.holdings
  const person = { workspaceId: ann.workspaceId, personNo, personId }
  expect(await keeper?.exportPerson(app, person)).toMatchObject({
    takenBack: [{ ...byPhone, channel: 'by phone, her husband Peter Hansen' }],
  })
  await keeper?.erasePerson(app, person)
  const rows = await app.pg
    .selectFrom('withdrawals')
    .select(['note', 'channel'])
    .where('highlight_id', '=', slow)
    .execute()
  expect(rows).toEqual([{ note: null, channel: null }])
})

test('who wrote it down stays told apart from who did it themself when that user is gone or was a program', async () => {
  const { page, participantId, slow, home } = await openQuotes('nobody by name')
  const who = await member('researcher')
  await takeOut(slow, who, { channel: 'own page' })
  await takeOut(home, ann, { channel: 'by hand' })
  await sql`update withdrawals set written_by = null where highlight_id = ${slow}`.execute(app.pg)
  await recordAgreements(app, {
    ...{ workspaceId: ann.workspaceId, participantId },
    actor: { kind: 'key', keyId: crypto.randomUUID(), name: 'Sync' },
    agreements: [
      { agreement: 'recording', given: false, channel: 'at the desk' },
      { agreement: 'quoting', given: false, channel: 'by letter' },
    ],
  })
  const { text } = await visit.open(page)
  expect(text).toContain('We wrote it down for you (own page).')
  expect(text).toContain(`${ann.name} wrote it down for you (by hand).`)
  expect(text).toContain('We wrote it down for you (by letter).')
  const answer = await ask('GET', `/api/w/${ann.workspaceId}/withdrawals`, { headers: ann.headers })
  const { withdrawals } = z.object({ withdrawals: z.array(WithdrawalListed) }).parse(await answer.json())
  expect(withdrawals.slice(0, 3).map(({ writtenFor, channel }) => [writtenFor, channel])).toEqual(
    expect.arrayContaining([
      ['member', 'own page'],
      ['member', 'by hand'],
      ['program', 'by letter'],
    ]),
  )
})

test('a use that is taken back through a member is kept with who wrote it down too', async () => {
  const { participantId, page } = await openQuotes('a use by phone')
  const { workspaceId, actor } = ann
  await recordAgreements(app, {
    ...{ workspaceId, participantId, actor },
    agreements: [{ agreement: 'quoting', given: false, channel: 'by letter' }],
  })
  expect((await visit.open(page)).text).toContain(`${ann.name} wrote it down for you (by letter).`)
})
