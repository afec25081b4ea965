import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { bringDocument, joinStudy, sampleFile } from '../../test/documents.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { ownPathOf, visitor } from '../../test/own-page.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import { exportProject } from '../coding/exchange/export-project.ts'
import { exportMatrix, exportQuotes } from '../coding/exchange/tables.ts'
import { exportMemos } from '../coding/memos/memo-list.ts'
import { redo, undo } from '../coding/history.ts'
import { listHighlights, removeHighlight } from '../coding/highlights.ts'
import { listCodes, markPassages, quotesOf } from '../coding/index.ts'
import { mayUse } from '../consent/index.ts'
import { listUtterances, readInterview, type InterviewText } from '../conversations/index.ts'
import { linkParticipant, recordAgreements } from '../conversations/participants.ts'
import { peopleByNo, resolvePeople } from '../people/index.ts'
import { beginErasure, finishErasure } from '../requests/erasure.ts'
import { keepersOf } from '../requests/holdings.ts'
import { rooms, wireRooms } from '../server.ts'
import { createSource } from '../sources/index.ts'
import { compareWords } from '../words/compare-words.ts'
import { quotesOfWord } from '../words/word-quotes.ts'
import { personPageRoutes } from './index.ts'
import { uses, type Use } from './own-uses.ts'
import { WithdrawalReceipt, isOurWithdrawal } from './receipt.ts'

let app: TestApp
let ann: TestMember
let visit: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  visit = visitor(app)
  ann = await openWorkspace(app)
})

type Met = {
  studyId: string
  interview: InterviewText
  home: string
  codeId: string
  personNo: number
  highlightId: string
}

/** Somebody with an address who was asked, answered, is coded and may be used for everything. */
async function meet(name: string): Promise<Met> {
  const { workspaceId, actor } = ann
  const { studyId } = await openStudy(app, ann, { title: name })
  const talk = `Interviewer: How did you come, Mette?\nMette: I came by zeppelin.\nInterviewer: By zeppelin, really? This is ${name}.`
  const interview = await bringTalk(app, ann, { studyId, talk, title: name })
  const participantId = interview.speakers[1]?.participantId ?? ''
  const source = await createSource(app, {
    workspaceId,
    name,
    party: 'first',
    origin: 'told',
    kind: 'file',
    by: undefined,
    bases: { invitation: { basis: 'legitimate interest' } },
  })
  const [found] = await resolvePeople(app, {
    workspaceId,
    sourceId: source.id,
    trust: 'trusted',
    rows: [{ identifiers: [{ kind: 'email', value: `${crypto.randomUUID()}@example.org` }] }],
  })
  if (!found || found.state === 'refused') throw new Error('nobody was made')
  await linkParticipant(app, { workspaceId, participantId, personId: found.personId, actor })
  const home = await ownPathOf(app, { by: ann, participantId })
  await visit.send(`${home}/uses/recording`, { answer: 'yes' })
  const turn = interview.utterances[1]
  if (!turn) throw new Error('nothing was said')
  const { codeIds, highlightIds } = await markPassages(app, {
    workspaceId,
    actor,
    interviewId: interview.interviewId,
    passages: [{ utteranceId: turn.utteranceId, version: 1, start: 10, end: 18 }],
    codeIds: [],
    newCode: { name, description: '', colour: 'teal' },
  })
  return {
    studyId,
    interview,
    home,
    codeId: codeIds[0] ?? '',
    personNo: found.personNo,
    highlightId: highlightIds[0] ?? '',
  }
}

const bytesOf = async (parts: AsyncIterable<Uint8Array>) => {
  let size = 0
  for await (const part of parts) size += part.length
  return size
}

/** Every place that words leave by, and whether they do. */
async function exitsOf({ studyId, interview, codeId, personNo }: Met) {
  const { workspaceId, actor } = ann
  const { interviewId } = interview
  const focus = { kind: 'study', studyId } as const
  const said: string[] = []
  for await (const turns of listUtterances(app.pg, { workspaceId, studyIds: [studyId] }))
    said.push(...turns.map(({ text }) => text))
  const text = await readInterview(app.pg, { workspaceId, interviewId })
  const quotes = await quotesOf(app, { workspaceId, codeId })
  const behind = await quotesOfWord(app, { workspaceId, focus, language: 'en', stem: 'zeppelin' })
  const asked = { workspaceId, actor, format: 'csv' as const, studyId }
  const csv = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const recorded = await sql<{ agreed: boolean }>`
    select recording_agreed as agreed from participants where study_id = ${studyId}`.execute(app.pg)
  return {
    transcript:
      text?.utterances
        .map((turn) => turn.text)
        .join(' ')
        .includes('zeppelin') ?? false,
    replies: text?.utterances.some((turn) => turn.text.includes('really')) ?? false,
    passages: (await listHighlights(app.pg, { workspaceId, interviewId })).length > 0,
    spoken: said.length > 0,
    counted:
      (await listCodes(app.pg, { workspaceId })).find((code) => code.codeId === codeId)?.passages === 1,
    words: (await compareWords(app, { workspaceId, focus, language: 'en' })).speakers === 1,
    'matrix taken out':
      csv(await exportMatrix(app, asked))
        .split('\n')
        .filter(Boolean).length > 1,
    quotes: quotes.quotes.length > 0,
    'quotes of people': (await quotesOf(app, { workspaceId, people: [personNo] })).quotes.length > 0,
    'quotes behind words': behind.quotes.length > 0,
    'quotes taken out': csv(await exportQuotes(app, asked)).includes('zeppelin'),
    invitation: await mayUse(app.pg, { workspaceId, personNo, purpose: 'invitation' }),
    recording: recorded.rows[0]?.agreed ?? false,
  }
}

type Exit = keyof Awaited<ReturnType<typeof exitsOf>>
const quoted: Exit[] = ['quotes', 'quotes of people', 'quotes behind words', 'quotes taken out']
const analysed: Exit[] = [
  'transcript',
  'replies',
  'passages',
  'spoken',
  'counted',
  'words',
  'matrix taken out',
  ...quoted,
]
/** What each use closes when it is taken back. */
const closes: Record<Use | 'all', readonly Exit[]> = {
  recording: ['recording'],
  conversation_analysis: analysed,
  quoting: quoted,
  invitation: ['invitation'],
  all: [...analysed, 'invitation', 'recording'],
}

describe.each([...uses, 'all'] as const)('taking back: %s', (use) => {
  test('closes exactly what rests on it at the next read, and a yes opens it again', async () => {
    const met = await meet(`closing ${use}`)
    const before = await exitsOf(met)
    expect(Object.entries(before).filter(([, isOpen]) => !isOpen)).toEqual([])
    const after = await visit.send(`${met.home}/uses/${use}`, { answer: 'no' })
    expect(after.status).toBe(200)
    const closed = await exitsOf(met)
    for (const [exit, isOpen] of Object.entries(closed))
      expect(isOpen, exit).toBe(!closes[use].some((one) => one === exit))
    for (const one of use === 'all' ? uses : [use])
      await visit.send(`${met.home}/uses/${one}`, { answer: 'yes' })
    expect(await exitsOf(met)).toEqual(before)
  }, 60_000)
})

describe('a receipt', () => {
  const receiptIn = (page: string) => /\/receipts\/([\w-]{36})/.exec(page)?.[1] ?? ''

  test('is given in the participant’s language, in words and signed; nobody else opens it', async () => {
    const met = await meet('receipt')
    const page = await visit.send(`${met.home}/uses/quoting?lang=da`, { answer: 'no' })
    const path = `/receipts/${receiptIn(page.text)}`
    const { text, headers } = await visit.open(`${met.home}${path}?lang=da`)
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(text).toContain('Kvittering: tilladelse trukket tilbage')
    expect(text).toContain('Citere dig under et opdigtet navn')
    const receipt = WithdrawalReceipt.parse(JSON.parse(text.slice(text.indexOf('{'))))
    expect(isOurWithdrawal(app.secret, receipt)).toBe(true)
    expect(isOurWithdrawal(app.secret, { ...receipt, at: '2020-01-01T00:00:00.000Z' })).toBe(false)
    const stranger = await meet('stranger')
    expect((await visit.open(`${stranger.home}${path}`)).status).toBe(404)
  })

  test('is one, however often a button is pressed', async () => {
    const met = await meet('pressed')
    const press = () => visit.send(`${met.home}/uses/all`, { answer: 'no' })
    await Promise.all([press(), press(), press()])
    const page = await visit.open(met.home)
    expect(page.text.match(/\/receipts\//g)).toHaveLength(1)
  })

  test('stays when the person is erased, and nothing leads from it to them; their link opens nothing', async () => {
    const met = await meet('erased')
    await visit.send(`${met.home}/uses/quoting`, { answer: 'no' })
    await visit.send(`${met.home}/conversations/${met.interview.interviewId}/approval`)
    const { workspaceId, actor } = ann
    const [person] = await peopleByNo(app, { workspaceId, personNos: [met.personNo] })
    if (!person) throw new Error('nobody is there')
    const keepers = keepersOf(rooms)
    const requestId = await beginErasure(app, { workspaceId, person, keepers, actor })
    await finishErasure(app, { workspaceId, requestId, keepers })
    expect((await visit.open(met.home)).status).toBe(404)
    const { rows } = await sql<{ participant_id: string | null; receipt: unknown }>`
      select participant_id, receipt from withdrawals where study_id = ${met.studyId}`.execute(app.pg)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.participant_id).toBeNull()
    expect(JSON.stringify(rows)).not.toContain(person.personId)
  })
})

describe('who took the words out before', () => {
  test('is told once by mail, sees it in the program until it is done, and stands on the page', async () => {
    const met = await meet('exported')
    const { workspaceId } = ann
    const ben = await joinWorkspace(app, { workspaceId, role: 'researcher' })
    const asked = { workspaceId, studyId: met.studyId, format: 'csv' as const }
    await exportQuotes(app, { ...asked, actor: ben.actor })
    await exportMatrix(app, { ...asked, actor: ben.actor })
    expect(
      await bytesOf(await exportProject(app, { workspaceId, studyId: met.studyId, actor: ben.actor })),
    ).toBeGreaterThan(0)
    expect((await visit.open(met.home)).text).toContain('The researcher')
    const page = await visit.send(`${met.home}/uses/quoting`, { answer: 'no' })
    expect(page.text).toContain('Who has taken it out')
    await app.outbox.drain()
    await app.outbox.drain()
    const mails = await sql<{ body: string; subject: string }>`
      select subject, body from mails where recipient = ${ben.email}`.execute(app.pg)
    expect(mails.rows).toHaveLength(1)
    expect(mails.rows[0]?.body).toContain(`/w/${workspaceId}/withdrawals`)
    expect(mails.rows[0]?.body).not.toContain('zeppelin')

    const ask = askRoutes(app, personPageRoutes)
    const list = async ({ headers }: TestMember) =>
      (await (await ask('GET', `/api/w/${workspaceId}/withdrawals`, { headers })).json()) as {
        withdrawals: {
          study: string
          uses: string[]
          exports: { noticeId: string; kind: string; isMine: boolean; doneAt: string | null }[]
        }[]
      }
    const mine = (await list(ben)).withdrawals.find(({ study }) => study === 'exported')
    // Only what holds quotes has to be told of when quoting is taken back.
    expect(mine).toMatchObject({
      uses: ['quoting'],
      exports: [{ kind: 'quotes', isMine: true, doneAt: null }],
    })
    const done = (headers: Record<string, string>) =>
      ask('POST', `/api/w/${workspaceId}/withdrawals/${mine?.exports[0]?.noticeId}/done`, { headers })
    expect((await done(ann.headers)).status).toBe(404)
    expect((await done(ben.headers)).status).toBe(204)
    const after = (await list(ann)).withdrawals.find(({ study }) => study === 'exported')
    expect(after?.exports[0]).toMatchObject({ isMine: false, doneAt: expect.any(String) })
  })

  test('is told of photos in an archive when recording is taken back', async () => {
    const { workspaceId } = ann
    const { studyId } = await openStudy(app, ann, { basis: 'consent', title: 'photos' })
    const agreed = ['recording', 'conversation_analysis', 'quoting'] as const
    const participantId = await joinStudy(app, ann, { studyId, agreed })
    const photo = { studyId, participantId, name: 'shelf.jpg', bytes: sampleFile('shelf.jpg') }
    await bringDocument(app, ann, photo)
    const dan = await joinWorkspace(app, { workspaceId, role: 'researcher' })
    await bytesOf(await exportProject(app, { workspaceId, studyId, actor: dan.actor }))
    await exportMemos(app, { workspaceId, studyId, actor: dan.actor })
    const home = await ownPathOf(app, { by: ann, participantId })
    await visit.send(`${home}/uses/recording`, { answer: 'no' })
    while ((await app.outbox.drain()) > 0);
    const told = await sql<{ kind: string }>`
      select e.kind from withdrawal_notices n join coding_exports e on e.id = n.export_id where e.study_id = ${studyId}`.execute(
      app.pg,
    )
    expect(told.rows).toEqual([{ kind: 'project' }])
    const mails = await sql`select from mails where recipient = ${dan.email}`.execute(app.pg)
    expect(mails.rows).toHaveLength(1)
  })

  test('is told too when a member writes down that it was taken back, and the receipt stands on the page', async () => {
    const met = await meet('told by phone')
    const { workspaceId, actor } = ann
    const cleo = await joinWorkspace(app, { workspaceId, role: 'researcher' })
    await exportMemos(app, { workspaceId, studyId: met.studyId, actor: cleo.actor })
    await exportQuotes(app, { workspaceId, studyId: met.studyId, format: 'csv', actor: cleo.actor })
    const participantId = met.interview.speakers[1]?.participantId ?? ''
    const agreements = [{ agreement: 'quoting' as const, given: false, channel: 'by phone' }]
    await recordAgreements(app, { workspaceId, participantId, agreements, actor })
    await recordAgreements(app, { workspaceId, participantId, agreements, actor })
    while ((await app.outbox.drain()) > 0);
    const mails = await sql`select from mails where recipient = ${cleo.email}`.execute(app.pg)
    expect(mails.rows).toHaveLength(1)
    expect((await visit.open(met.home)).text.match(/Download the receipt/g)).toHaveLength(1)
  })
})

describe('undo', () => {
  test('brings nothing withdrawn back, and says so', async () => {
    const met = await meet('undone')
    const { workspaceId, actor } = ann
    const line = { workspaceId, studyId: met.studyId, actor }
    await removeHighlight(app, { workspaceId, actor, highlightId: met.highlightId })
    await visit.send(`${met.home}/uses/all`, { answer: 'no' })
    expect(await undo(app, line)).toMatchObject({ skipped: expect.arrayContaining(['withdrawn']) })
    await undo(app, line)
    await redo(app, line)
    const closed = await exitsOf(met)
    for (const exit of analysed) expect(closed[exit], exit).toBe(false)
  })

  test('brings no quote back that was taken out', async () => {
    const met = await meet('refused')
    const { workspaceId, actor } = ann
    const line = { workspaceId, studyId: met.studyId, actor }
    await visit.send(`${met.home}/quotes/${met.highlightId}/refusal`)
    await removeHighlight(app, { workspaceId, actor, highlightId: met.highlightId })
    await undo(app, line)
    const now = await exitsOf(met)
    expect(now.counted).toBe(true)
    for (const exit of quoted) expect(now[exit], exit).toBe(false)
  })
})
