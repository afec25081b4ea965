import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, openWorkspace } from '../../test/members.ts'
import { bringTalk, openStudy, passageOf } from '../../test/spoken-study.ts'
import {
  conversationRoutes,
  findStudy,
  recordAgreements,
  type AgreementGiven,
} from '../conversations/index.ts'
import { Participant } from '../conversations/study.schema.ts'
import { studyReport } from './exchange/study-report.ts'
import { exportQuotes } from './exchange/tables.ts'
import { markPassages } from './highlights.ts'
import { quotesOf } from './quotes.ts'

let app: TestApp
let ask: ReturnType<typeof askRoutes>
beforeAll(async () => {
  app = await openTestApp()
  ask = askRoutes(app, conversationRoutes)
})

/** A coded passage, and who said it as pages, reports and exports tell. */
async function openQuote() {
  const ann = await openWorkspace(app)
  const { workspaceId, actor } = ann
  const { studyId } = await openStudy(app, ann)
  const interview = await bringTalk(app, ann, {
    studyId,
    talk: 'Interviewer: When?\nMette: In spring. The app was slow.',
  })
  const { interviewId } = interview
  const newCode = { name: 'Slow', description: '', colour: 'teal' as const }
  const passages = [passageOf(interview, 'The app was slow')]
  const { codeIds } = await markPassages(app, {
    ...{ workspaceId, actor, interviewId, passages, newCode },
    codeIds: [],
  })
  const participantId = interview.speakers[1]?.participantId ?? ''
  const say = (agreement: Partial<AgreementGiven>) =>
    recordAgreements(app, {
      ...{ workspaceId, participantId, actor },
      agreements: [{ agreement: 'quoting', given: true, channel: 'by hand', ...agreement }],
    })
  const credit = async (quotesByName: boolean) => {
    const study = await findStudy(app.pg, { workspaceId, studyId })
    if (!study) throw new Error('no study')
    const { guide: _guide, ...draft } = study
    const path = `/api/w/${workspaceId}/studies/${studyId}`
    const { headers } = ann
    const answer = await ask('PUT', path, { headers, body: { ...draft, quotesByName } })
    expect(answer.status).toBe(200)
  }
  const named = async () => {
    const { quotes } = await quotesOf(app, { workspaceId, codeId: codeIds[0] ?? '' })
    const report = JSON.stringify(await studyReport(app, { workspaceId, studyId }))
    const file = await exportQuotes(app, { workspaceId, actor, studyId, format: 'csv' })
    const [, line = ''] = Buffer.from(file).toString('utf8').trim().split(/\r?\n/)
    return { page: quotes[0]?.who, report: /"who":"([^"]*)"/.exec(report)?.[1], file: line.split(',')[2] }
  }
  const listed = async () => {
    const answer = await ask('GET', `/api/w/${workspaceId}/studies/${studyId}/participants`, {
      headers: ann.headers,
    })
    const { items } = z.object({ items: z.array(Participant) }).parse(await answer.json())
    const { quotingManner, quotedAs } = items.find((one) => one.participantId === participantId) ?? {}
    return { quotingManner, quotedAs }
  }
  const write = (agreement: Partial<AgreementGiven>) =>
    ask('POST', `/api/w/${workspaceId}/participants/${participantId}/agreements`, {
      headers: ann.headers,
      body: { agreements: [{ agreement: 'quoting', given: true, ...agreement }] },
    })
  const ledger = async () => {
    const rows = await app.pg
      .selectFrom('consent_ledger')
      .select(['manner', 'wording', 'channel', 'state'])
      .where('workspace_id', '=', workspaceId)
      .where('purpose', '=', 3)
      .orderBy('id', 'desc')
      .execute()
    return rows[0]
  }
  return { say, credit, named, listed, write, ledger }
}

const everywhere = (name: string | undefined) => ({ page: name, report: name, file: name })

test('who wants to be quoted without a name is, on pages, in reports and files, until they say otherwise', async () => {
  const { say, named } = await openQuote()
  const { page: pseudonym } = await named()
  expect(pseudonym).toMatch(/\w/)
  expect(await named()).toEqual(everywhere(pseudonym))
  await say({ manner: 'anonymous' })
  expect(await named()).toEqual(everywhere(''))
  await say({ manner: 'pseudonym' })
  expect(await named()).toEqual(everywhere(pseudonym))
})

test('who wants to be quoted with their name is where the study credits names, and by pseudonym once either is taken back', async () => {
  const { say, credit, named } = await openQuote()
  const { page: pseudonym } = await named()
  await say({ manner: 'name', quotedAs: 'Mette Holm' })
  expect(await named()).toEqual(everywhere(pseudonym))
  await credit(true)
  expect(await named()).toEqual(everywhere('Mette Holm'))
  await credit(false)
  expect(await named()).toEqual(everywhere(pseudonym))
  await credit(true)
  await say({ manner: 'pseudonym' })
  expect(await named()).toEqual(everywhere(pseudonym))
  // A name alone is no wish: it was said with another word about quoting.
  await say({ manner: 'pseudonym', quotedAs: 'Mette Holm' })
  expect(await named()).toEqual(everywhere(pseudonym))
  await say({ manner: 'name', quotedAs: 'Mette Holm' })
  await say({ given: false })
  expect(await named()).toEqual(everywhere(undefined))
  await say({})
  expect(await named()).toEqual(everywhere(pseudonym))
})

test('a member writes down how somebody wants to be quoted, with the words they were asked, and reads it again', async () => {
  const { credit, named, listed, write, ledger } = await openQuote()
  const { page: pseudonym } = await named()
  expect(await listed()).toEqual({ quotingManner: null, quotedAs: null })
  await credit(true)
  const wording = 'May we show your name beside it?'
  expect((await write({ manner: 'name', quotedAs: 'Mette Holm', wording })).status).toBe(204)
  expect(await ledger()).toEqual({ manner: 'name', wording, channel: 'by hand', state: 'given' })
  expect(await listed()).toEqual({ quotingManner: 'name', quotedAs: 'Mette Holm' })
  expect(await named()).toEqual(everywhere('Mette Holm'))
  // Where the study credits nobody, nobody reads a name.
  await credit(false)
  expect(await listed()).toEqual({ quotingManner: 'name', quotedAs: null })
  await credit(true)
  await write({ manner: 'pseudonym' })
  expect(await listed()).toEqual({ quotingManner: 'pseudonym', quotedAs: null })
  expect(await named()).toEqual(everywhere(pseudonym))
})

test('with their name, but which? is not kept', async () => {
  const { write, listed } = await openQuote()
  const answer = await write({ manner: 'name' })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ fields: [{ path: 'agreements.0.quotedAs', code: 'missing' }] })
  expect(await listed()).toEqual({ quotingManner: null, quotedAs: null })
})
