import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { makePeopleInStates, mayOf, type PersonInState } from '../../test/permission-states.ts'
import { openFile, type ByteSource } from '../collect/tables/index.ts'
import { csvLine, workbook } from '../platform/index.ts'
import { addGrounds, recordConsent } from '../consent/index.ts'
import { writeFacts } from '../people/index.ts'
import { createSet, listSegments } from '../segments/index.ts'
import { createSource } from '../sources/index.ts'
import { PersonNo, type SegmentId } from '../workspace/index.ts'
import { contactPurposes, contactRows, type ContactPurpose } from './contacts.ts'
import { insightRoutes } from './index.ts'

let app: TestApp
let home: TestMember
let ask: ReturnType<typeof askRoutes>
let people: PersonInState[]
let segmentId: SegmentId
const since = new Date('2026-01-05T08:00:00Z')

beforeAll(async () => {
  app = await openTestApp()
  home = await openWorkspace(app)
  ask = askRoutes(app, insightRoutes)
  const { workspaceId } = home
  people = await makePeopleInStates(app, { workspaceId, since })
  // Everybody may be analysed unless that is what their state is about; then everything else is allowed.
  const analysable = await source('analysable', { analysis: { basis: 'legitimate interest' } })
  const reachable = await source('reachable', {
    email_marketing: { basis: 'contract' },
    invitation: { basis: 'contract' },
  })
  const numbers = (isMeant: (person: PersonInState) => boolean) =>
    people.filter(isMeant).map((person) => person.personNo)
  await app.pg.transaction().execute(async (tx) => {
    const aboutAnalysis = numbers(({ purpose }) => purpose === 'analysis')
    const others = numbers(({ purpose }) => purpose !== 'analysis')
    await addGrounds(tx, { workspaceId, declarerId: analysable, personNos: others })
    await addGrounds(tx, { workspaceId, declarerId: reachable, personNos: aboutAnalysis })
  })
  await writeFacts(app, {
    workspaceId,
    sourceId: analysable,
    facts: people.map(({ personNo }) => ({
      personNo,
      trait: 'town',
      text: 'Aarhus',
      num: null,
      origin: 'told' as const,
      class: 'geographic',
      at: since,
    })),
  })
  await createSet(app, {
    workspaceId,
    by: { kind: 'user', userId: home.userId, name: home.name },
    name: 'Towns',
    audience: [],
    outcome: null,
    rules: [{ name: '=Aarhus', all: [{ kind: 'trait', trait: 'town', op: 'is', value: 'Aarhus' }] }],
  })
  const [segment] = await listSegments(app, workspaceId)
  if (segment === undefined) throw new Error('no segment')
  segmentId = segment.segmentId
}, 120_000)

async function source(name: string, bases: Parameters<typeof createSource>[1]['bases']): Promise<string> {
  const { workspaceId } = home
  const made = await createSource(app, {
    workspaceId,
    name,
    party: 'first',
    origin: 'told',
    kind: 'file',
    bases,
    by: undefined,
  })
  return made.id
}

/** Whether a person's state lets them be in the list. */
function shouldBeIn(person: PersonInState, purpose: ContactPurpose): boolean {
  if (person.purpose === 'analysis') return mayOf(person.state, 'analysis').workspace
  return person.purpose === purpose && mayOf(person.state, purpose).workspace
}

const address = (purpose: ContactPurpose, format: 'csv' | 'xlsx') =>
  `/api/w/${home.workspaceId}/segments/${segmentId}/contacts?purpose=${purpose}&format=${format}`

async function takeOut(purpose: ContactPurpose): Promise<string[]> {
  const answer = await ask('GET', address(purpose, 'csv'), { headers: home.headers })
  expect(answer.status).toBe(200)
  const [, ...lines] = (await answer.text()).trimEnd().split('\r\n')
  return lines.map((line) => line.split(',')[0] ?? '')
}

async function pseudonymsOf(chosen: readonly PersonInState[]): Promise<string[]> {
  const rows = await app.pg
    .selectFrom('people')
    .select('pseudonym')
    .where('no', 'in', chosen.length > 0 ? chosen.map(({ personNo }) => personNo) : [-1])
    .execute()
  return rows.map((row) => row.pseudonym)
}

describe.each(contactPurposes)('the list of those for %s', (purpose) => {
  test('holds, of every purpose in every state, exactly those who may', async () => {
    const should = await pseudonymsOf(people.filter((person) => shouldBeIn(person, purpose)))
    expect(should.length).toBeGreaterThan(5)
    expect(should.length).toBeLessThan(people.length / 2)
    expect((await takeOut(purpose)).toSorted()).toEqual(should.toSorted())
  })

  test('who takes it back is not in the next one', async () => {
    const one = people.find(
      (person) => person.purpose === purpose && person.state.name === 'basis consent, given',
    )
    if (one === undefined) throw new Error('nobody consented')
    const [name] = await pseudonymsOf([one])
    expect(await takeOut(purpose)).toContain(name)
    await recordConsent(app, {
      workspaceId: home.workspaceId,
      entries: [
        {
          personNo: one.personNo,
          purpose,
          state: 'withdrawn',
          happenedAt: new Date('2026-06-01'),
          channel: 'by hand',
          actor: { kind: 'person' },
        },
      ],
    })
    expect(await takeOut(purpose)).not.toContain(name)
  })

  test('stands in the audit trail with its count, purpose and format', async () => {
    const taken = await takeOut(purpose)
    const row = await app.pg
      .selectFrom('audit')
      .select(['action', 'purpose', 'detail', 'subject_id'])
      .where('workspace_id', '=', home.workspaceId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      action: 'audience.exported',
      purpose,
      detail: { people: taken.length, format: 'csv' },
      subject_id: segmentId,
    })
  })

  test('as a workbook holds the same people', async () => {
    const answer = await ask('GET', address(purpose, 'xlsx'), { headers: home.headers })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const rows = await sheetOf(bytes)
    expect(rows.map(([name = '']) => name).toSorted()).toEqual((await takeOut(purpose)).toSorted())
  })
})

test('a list is asked of the ledger itself, also of words that ClickHouse has not heard of', async () => {
  const taking = {
    workspaceId: home.workspaceId,
    segmentId,
    purpose: 'invitation' as const,
    actor: { kind: 'user' as const, userId: home.userId, name: home.name },
    segmentName: 'x',
  }
  const before = await countRows(taking)
  // Written past the ledger's own doors, as if ClickHouse had not heard of it yet.
  const one = people.find(
    (person) => person.purpose === 'invitation' && person.state.name === 'basis contract, given',
  )
  await app.pg
    .insertInto('consent_ledger')
    .values({
      workspace_id: home.workspaceId,
      person_no: PersonNo.parse(one?.personNo),
      purpose: 2,
      state: 'withdrawn',
      happened_at: new Date('2026-07-01'),
      channel: 'by hand',
      actor_kind: 'person',
    })
    .execute()
  expect(await countRows(taking)).toBe(before - 1)
})

async function countRows(taking: Parameters<typeof contactRows>[1]): Promise<number> {
  let rows = 0
  for await (const page of contactRows(app, taking)) rows += page.length
  return rows
}

test('nobody takes out a list without a session, the permission, or in another workspace', async () => {
  const path = address('invitation', 'csv')
  expect((await ask('GET', path)).status).toBe(401)
  const { workspaceId } = home
  const researcher = await joinWorkspace(app, { workspaceId, role: 'researcher' })
  expect((await ask('GET', path, { headers: researcher.headers })).status).toBe(403)
  const stranger = await openWorkspace(app)
  expect((await ask('GET', path, { headers: stranger.headers })).status).toBe(404)
  const elsewhere = path.replace(workspaceId, stranger.workspaceId)
  expect((await ask('GET', elsewhere, { headers: stranger.headers })).status).toBe(404)
  const advertising = path.replace('invitation', 'advertising')
  expect((await ask('GET', advertising, { headers: home.headers })).status).toBe(400)
})

const naughty: string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../test/data/blns/blns.json'), 'utf8'),
)

test('no cell of the CSV can be run as a formula', () => {
  expect(csvLine(['=1+1', '+45', '-2', '@SUM(A1)', '\tx', 'safe'])).toBe(
    "'=1+1,'+45,'-2,'@SUM(A1),'\tx,safe\r\n",
  )
  for (const text of naughty) expect(csvLine([text])).not.toMatch(/^"?[=+\-@\t]/)
})

test('commas, quotes and line ends stay in their cell', () => {
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines'])).toBe('"a,b","say ""hi""","two\nlines"\r\n')
})

test('a workbook of naughty strings is read back as they were, but for what XML cannot hold', async () => {
  const texts = naughty.filter(
    (text) => text.trim() === text && text !== '' && !/[\p{Cc}\ufffe\uffff\ud800-\udfff]/u.test(text),
  )
  expect(texts.length).toBeGreaterThan(300)
  const rows = await sheetOf(
    workbook({ sheet: "a/b:c*?'[d]", rows: [['head'], ...texts.map((text) => [text])] }),
  )
  expect(rows.map(([cell]) => cell)).toEqual(texts)
})

/** The rows under the heading, read by the reader of files. */
async function sheetOf(bytes: Uint8Array): Promise<string[][]> {
  const source: ByteSource = async function* () {
    yield bytes
  }
  const opened = await openFile(source)
  if (opened.state === 'unreadable') throw new Error(opened.message)
  const rows: string[][] = []
  for await (const batch of opened.file.rows()) rows.push(...batch.rows.map((row) => row.cells))
  return rows
}
