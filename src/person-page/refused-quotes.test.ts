import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { markWords, talkOfMette, visitor } from '../../test/own-page.ts'
import { takeReport } from '../coding/exchange/study-report.ts'
import { exportMatrix, exportQuotes } from '../coding/exchange/tables.ts'
import { quotesOf } from '../coding/index.ts'
import { recordAgreements, type InterviewText } from '../conversations/index.ts'
import { wireRooms } from '../server.ts'
import { personPageRoutes } from './index.ts'
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

/** A conversation with a passage under each of two codes, and a third that overlaps the first. */
async function openQuotes(title: string) {
  const opened = await talkOfMette(app, ann, title)
  const slow = await mark(opened.interview, 'slow and nobody')
  const home = await mark(opened.interview, 'I went home')
  const wider = await mark(opened.interview, 'nobody answered')
  return { ...opened, slow, home, wider }
}

async function mark(interview: InterviewText, words: string) {
  const { codeId, ids } = await markWords(app, ann, { interview, words: [words] })
  return { codeId, highlightId: ids[0] ?? '' }
}

const colleague = () => joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })

async function taken(by: TestMember, { codeId }: { codeId: string }): Promise<void> {
  await exportQuotes(app, { workspaceId: ann.workspaceId, actor: by.actor, codeId, format: 'csv' })
}

const deliver = async () => {
  while ((await app.outbox.drain()) > 0);
}

async function letters({ email }: TestMember): Promise<number> {
  const rows = await sql`select from mails where recipient = ${email}`.execute(app.pg)
  return rows.rows.length
}

const Listed = z.object({ withdrawals: z.array(WithdrawalListed) })
async function listed(studyId: string, who = ann) {
  const answer = await ask('GET', `/api/w/${ann.workspaceId}/withdrawals`, { headers: who.headers })
  return Listed.parse(await answer.json()).withdrawals.filter((one) => one.studyId === studyId)
}

test('who had a quote before it was taken out is told, once, and where it stood; who had others of theirs is not', async () => {
  const { studyId, interview, slow, home, wider, page } = await openQuotes('one quote')
  const { workspaceId } = ann
  const [ben, cleo, dan, eva] = [await colleague(), await colleague(), await colleague(), await colleague()]
  await taken(ben, slow)
  await taken(cleo, home)
  // Words that overlap are the same words.
  await taken(dan, wider)
  await takeReport(app, { workspaceId, studyId, actor: eva.actor, kind: 'report' })
  await exportMatrix(app, { workspaceId, studyId, actor: cleo.actor, format: 'csv' })

  const after = await visit.send(`${page}/quotes/${slow.highlightId}/refusal`)
  await visit.send(`${page}/quotes/${slow.highlightId}/refusal`)
  await deliver()
  expect(await Promise.all([ben, cleo, dan, eva].map(letters))).toEqual([1, 0, 1, 1])
  expect(after.text.match(/Download the receipt/g)).toHaveLength(1)

  const [one, ...others] = await listed(studyId, ben)
  expect(others).toEqual([])
  expect(one).toMatchObject({
    uses: ['one_quote'],
    quote: {
      interviewId: interview.interviewId,
      utteranceId: interview.utterances.find(({ text }) => text.includes('slow'))?.utteranceId,
    },
  })
  expect(one?.exports.map(({ kind, isMine }) => [kind, isMine])).toEqual([
    ['report', false],
    ['quotes', false],
    ['quotes', true],
  ])
})

test('the receipt says what was taken out, without the words', async () => {
  const { slow, page } = await openQuotes('receipt of a quote')
  const { text } = await visit.send(`${page}/quotes/${slow.highlightId}/refusal`)
  const [, receiptId = ''] = /receipts\/([0-9a-f-]{36})/.exec(text) ?? []
  const receipt = await visit.open(`${page}/receipts/${receiptId}`)
  expect(receipt.text).toContain('One sentence of yours.')
  expect(receipt.text).not.toContain('nobody')
})

test('a part of a passage that was split after it had left is found, and so is who took quotes before passages were written down', async () => {
  const { studyId, slow, page } = await openQuotes('split since')
  const [ben, cleo] = [await colleague(), await colleague()]
  await taken(ben, slow)
  await taken(cleo, slow)
  await sql`
    delete from coding_export_quotes where export_id in (select e.id from coding_exports e join members m on m.id = e.member_id
      join users u on u.id = m.user_id where u.email = ${cleo.email})`.execute(app.pg)
  const piece = await app.pg
    .insertInto('highlights')
    .columns([
      'workspace_id',
      'study_id',
      'interview_id',
      'utterance_id',
      'start_at',
      'end_at',
      'utterance_version',
      'continues_id',
    ])
    .expression((from) =>
      from
        .selectFrom('highlights')
        .select(['workspace_id', 'study_id', 'interview_id', 'utterance_id'])
        .select([sql<number>`0`.as('start_at'), sql<number>`2`.as('end_at'), 'utterance_version', 'id'])
        .where('id', '=', slow.highlightId),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await visit.send(`${page}/quotes/${piece.id}/refusal`)
  await deliver()
  expect(await Promise.all([ben, cleo].map(letters))).toEqual([1, 1])
  expect(await listed(studyId)).toHaveLength(1)
})

test.each(['on their page', 'through a member'])(
  'a name that is taken back %s stands beside no quote any more, and who has quotes of theirs is told',
  async (way) => {
    const { studyId, interview, slow, page } = await openQuotes(`name ${way}`)
    const { workspaceId, actor } = ann
    const participantId = interview.speakers[1]?.participantId ?? ''
    await app.pg.updateTable('studies').set({ quotes_by_name: true }).where('id', '=', studyId).execute()
    const say = (manner: 'name' | 'pseudonym') =>
      recordAgreements(app, {
        ...{ workspaceId, participantId, actor },
        agreements: [
          {
            ...{ agreement: 'quoting', given: true, manner, channel: 'by phone' },
            ...(manner === 'name' ? { quotedAs: 'Mette Holm' } : {}),
          },
        ],
      })
    await say('name')
    await say('name')
    expect((await visit.open(page)).text).toContain('with the name Mette Holm beside them')
    const ben = await colleague()
    await taken(ben, slow)
    if (way === 'on their page') await visit.send(`${page}/uses/quoting`, { answer: 'pseudonym' })
    else await say('pseudonym')
    await visit.send(`${page}/uses/quoting`, { answer: 'pseudonym' })
    await deliver()
    expect(await letters(ben)).toBe(1)
    expect(await listed(studyId)).toMatchObject([{ uses: ['credited_name'], exports: [{ kind: 'quotes' }] }])
    const { text } = await visit.open(page)
    expect(text).not.toContain('Mette Holm')
    expect(text).toContain('Your real name never stands beside them.')
    const { quotes } = await quotesOf(app, { workspaceId, codeId: slow.codeId })
    expect(quotes[0]?.who).not.toBe('Mette Holm')
  },
)
