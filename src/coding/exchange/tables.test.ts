import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { filesIn } from '../../../test/refi.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../../test/spoken-study.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { markPassages } from '../highlights.ts'
import { listExports } from './exports.ts'
import { exportMatrix, exportQuotes } from './tables.ts'

let app: TestApp
let ann: TestMember
let studyId: string
let interview: InterviewText

beforeAll(async () => {
  app = await openTestApp()
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  interview = await bringTalk(app, ann, {
    studyId,
    talk: 'Interviewer: When?\nMette: In spring 🙂, =1+1 it was slow.\nBo: "Never", it is slow, too.\nMette: So I went.',
  })
})

async function mark(words: string, code: string): Promise<void> {
  await markPassages(app, {
    workspaceId: ann.workspaceId,
    actor: ann.actor,
    interviewId: interview.interviewId,
    passages: [passageOf(interview, words)],
    codeIds: [],
    newCode: { name: code, description: '', colour: 'teal' },
  })
}

const speaker = (words: string) => {
  const said = interview.utterances.find(({ text }) => text.includes(words))
  return interview.speakers.find(({ speakerId }) => speakerId === said?.speakerId)
}
const asked = (format: 'csv' | 'xlsx' = 'csv') => ({
  workspaceId: ann.workspaceId,
  actor: ann.actor,
  format,
})
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
const lines = (bytes: Uint8Array) =>
  textOf(bytes)
    .replace(/^\ufeff/u, '')
    .trimEnd()
    .split('\r\n')

describe('quotes taken out', () => {
  test('are those that may be quoted now, with code, pseudonym, day and place', async () => {
    await mark('slow', 'App')
    await mark('it is slow', 'App')
    await mark('it is slow', 'Effort')
    const [head, ...rows] = lines(await exportQuotes(app, asked()))
    expect(head).toBe('quote,codes,who,said_on,language,study,conversation,place')
    expect(rows).toHaveLength(2)
    expect(rows[1]).toContain(`it is slow,App; Effort,${speaker('Never')?.label},2026-01-05,en,`)
    expect(rows.join()).not.toMatch(/Mette|Bo,/u)
  })

  test('leave out who has taken quoting back, and are written down with the others', async () => {
    await mark('slow', 'App')
    await mark('Never', 'App')
    await sayOfStudy(app, {
      workspaceId: ann.workspaceId,
      studyId,
      personNo: speaker('Never')?.personNo,
      purpose: 'quoting',
      state: 'withdrawn',
    })
    expect(lines(await exportQuotes(app, asked()))).toHaveLength(2)
    const { items } = await listExports(app.pg, { workspaceId: ann.workspaceId, limit: 5 })
    expect(items).toMatchObject([{ kind: 'quotes', people: 1, passages: 1, studyId: null }])
  })

  test('of one study only hold that study’s, and run no formula', async () => {
    await mark('=1+1 it was slow', 'App')
    const other = await openStudy(app, ann, { title: 'Another' })
    expect(lines(await exportQuotes(app, { ...asked(), studyId: other.studyId }))).toHaveLength(1)
    const [, row] = lines(await exportQuotes(app, { ...asked(), studyId }))
    expect(row?.startsWith("'=1+1")).toBe(true)
    const sheet = filesIn(await exportQuotes(app, asked('xlsx')))['xl/worksheets/sheet1.xml']
    expect(sheet).toContain('=1+1 it was slow')
    expect(sheet).not.toContain('<f>')
  })
})

describe('the matrix of codes and participants', () => {
  test('counts passages that may be analysed, a participant a row and a code a column', async () => {
    await mark('slow', 'App')
    await mark('So I went', 'Exit')
    await mark('it is slow', 'App')
    const [head, ...rows] = lines(await exportMatrix(app, asked()))
    expect(head).toBe('who,App,Exit')
    expect(new Set(rows)).toEqual(
      new Set([`${speaker('spring')?.label},1,1`, `${speaker('Never')?.label},1,0`]),
    )
    await sayOfStudy(app, {
      workspaceId: ann.workspaceId,
      studyId,
      personNo: speaker('spring')?.personNo,
      purpose: 'conversation_analysis',
      state: 'withdrawn',
    })
    expect(lines(await exportMatrix(app, asked()))).toEqual(['who,App', `${speaker('Never')?.label},1`])
  })

  test('of nobody is a heading', async () => {
    expect(lines(await exportMatrix(app, asked()))).toEqual(['who'])
  })
})
