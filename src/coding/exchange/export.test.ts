import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { waitsFor } from '../../../test/beside.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { allBytes, checkRefi, filesIn } from '../../../test/refi.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../../test/spoken-study.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { createCode } from '../codes.ts'
import { markPassages } from '../highlights.ts'
import { writeNote } from '../notes.ts'
import { exportCodebook } from './export-codes.ts'
import { exportProject } from './export-project.ts'
import { listExports } from './exports.ts'
import { childOf, childrenOf, readXml, type XmlElement } from './xml-read.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring 🙂. The app was slow & nobody answered "in time" <at all>.
Bo: I have never switched. It is too much trouble 😀 for me.
Mette: So I went to another one.`

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
  interview = await bringTalk(app, ann, { studyId, talk })
})

async function mark(words: string, code: string): Promise<string> {
  const made = await markPassages(app, {
    workspaceId: ann.workspaceId,
    actor: ann.actor,
    interviewId: interview.interviewId,
    passages: [passageOf(interview, words)],
    codeIds: [],
    newCode: { name: code, description: '', colour: 'amber' },
  })
  return made.highlightIds[0] ?? ''
}

const takeOut = async (study: string | null = studyId) =>
  filesIn(
    await allBytes(
      await exportProject(app, { workspaceId: ann.workspaceId, studyId: study, actor: ann.actor }),
    ),
  )

function rootOf(xml: string | undefined): XmlElement {
  const read = readXml(xml ?? '')
  if (read.state !== 'read') throw new Error(read.state)
  return read.root
}

const personOf = (words: string) => {
  const said = interview.utterances.find(({ text }) => text.includes(words))
  return interview.speakers.find(({ speakerId }) => speakerId === said?.speakerId)
}

describe('a project taken out', () => {
  test('is valid, and its selections are the marked words counted in codepoints', async () => {
    await mark('slow & nobody', 'Service')
    await mark('trouble 😀', 'Effort')
    await mark('for me', 'Effort')
    const files = await takeOut()
    expect(Object.keys(files).toSorted()).toEqual(['project.qde', `sources/${interview.interviewId}.txt`])
    checkRefi(files['project.qde'] ?? '', 'project')
    const root = rootOf(files['project.qde'])
    const source = childOf(childOf(root, 'Sources'), 'TextSource')
    expect(source?.attributes.get('plainTextPath')).toBe(`internal://${interview.interviewId}.txt`)
    const text = [...(files[`sources/${interview.interviewId}.txt`] ?? '')]
    const words = childrenOf(source, 'PlainTextSelection').map(({ attributes }) =>
      text.slice(Number(attributes.get('startPosition')), Number(attributes.get('endPosition'))).join(''),
    )
    expect(words).toEqual(['slow & nobody', 'trouble 😀', 'for me'])
  })

  test('names participants by pseudonym and nobody else at all', async () => {
    await mark('slow', 'Service')
    const files = await takeOut()
    const all = Object.values(files).join('\n')
    expect(all).not.toMatch(/Mette|Bo:/u)
    expect(all).toContain(`${personOf('slow')?.label}: In spring`)
    expect(all).toContain('Interviewer: When did you')
    const cases = childrenOf(childOf(rootOf(files['project.qde']), 'Cases'), 'Case')
    expect(new Set(cases.map(({ attributes }) => attributes.get('name')))).toEqual(
      new Set([personOf('slow')?.label, personOf('never')?.label]),
    )
  })

  test('has the same GUIDs every time, and the same bytes while nothing changes', async () => {
    await mark('slow', 'Service')
    app.setNow(new Date('2026-03-01T12:00:00Z'))
    const [one, other] = [await takeOut(), await takeOut()]
    expect(other).toEqual(one)
    const [study, workspace] = [rootOf(one['project.qde']), rootOf((await takeOut(null))['project.qde'])]
    const guids = (root: XmlElement): (string | undefined)[] =>
      [
        ...childrenOf(childOf(childOf(root, 'CodeBook'), 'Codes'), 'Code'),
        ...childrenOf(childOf(root, 'Cases'), 'Case'),
      ].map(({ attributes }) => attributes.get('guid'))
    expect(guids(workspace)).toEqual(guids(study))
  })

  test('carries notes on passages, and a study as a set of its conversations', async () => {
    const highlightId = await mark('slow', 'Service')
    await writeNote(app, {
      workspaceId: ann.workspaceId,
      highlightId,
      actor: ann.actor,
      note: 'Third time we hear this',
      before: '',
    })
    const files = await takeOut()
    checkRefi(files['project.qde'] ?? '', 'project')
    const root = rootOf(files['project.qde'])
    const note = childOf(childOf(root, 'Notes'), 'Note')
    expect(childOf(note, 'PlainTextContent')?.text).toBe('Third time we hear this')
    expect(childOf(childOf(root, 'Sets'), 'Set')?.attributes.get('name')).toBe('Why people switch bank')
  })

  test('leaves out who may not be analysed, from the next time on', async () => {
    await mark('slow', 'Service')
    await mark('trouble', 'Effort')
    await sayOfStudy(app, {
      workspaceId: ann.workspaceId,
      studyId,
      personNo: personOf('slow')?.personNo,
      purpose: 'conversation_analysis',
      state: 'withdrawn',
    })
    const files = await takeOut()
    checkRefi(files['project.qde'] ?? '', 'project')
    const all = Object.values(files).join('\n')
    expect(all).not.toContain('slow')
    expect(all).toContain('trouble')
    expect(all).not.toContain(personOf('slow')?.label ?? 'nobody')
  })

  test('holds no note on words taken back while it is put together, and every other note once', async () => {
    for (const [words, note] of [
      ['slow', 'Third time we hear this'],
      ['trouble', 'Ask about this'],
    ] as const) {
      const highlightId = await mark(words, 'Service')
      await writeNote(app, {
        ...{ workspaceId: ann.workspaceId, highlightId, note },
        actor: ann.actor,
        before: '',
      })
    }
    const { participantId, personNo } = personOf('slow') ?? {}
    const { taking } = await app.pg.transaction().execute(async (tx) => {
      await sql`select from participants where id = ${participantId} for update`.execute(tx)
      const taken = takeOut()
      await waitsFor(app)
      const said = { purpose: 'conversation_analysis', state: 'withdrawn' } as const
      await sayOfStudy(app, { workspaceId: ann.workspaceId, studyId, personNo, ...said })
      return { taking: taken }
    })
    const notes = childrenOf(childOf(rootOf((await taking)['project.qde']), 'Notes'), 'Note')
    expect(notes.map((note) => childOf(note, 'PlainTextContent')?.text)).toEqual(['Ask about this'])
  })

  test('is written down with whose words are in it, and who took it', async () => {
    await mark('slow', 'Service')
    await takeOut()
    const { items } = await listExports(app.pg, { workspaceId: ann.workspaceId, limit: 10 })
    expect(items).toMatchObject([
      { kind: 'project', studyId, people: 2, passages: 1, interviews: 1, who: 'Owner' },
    ])
    const { rows } = await sql<{ person_no: number }>`
      select person_no from coding_export_people where workspace_id = ${ann.workspaceId}`.execute(app.pg)
    expect(new Set(rows.map((row) => row.person_no))).toEqual(
      new Set(interview.speakers.flatMap(({ personNo }) => (personNo === null ? [] : [personNo]))),
    )
    const audited = await sql<{ action: string; purpose: string }>`
      select action, purpose from audit where workspace_id = ${ann.workspaceId} and action = 'coding.exported'`.execute(
      app.pg,
    )
    expect(audited.rows).toEqual([{ action: 'coding.exported', purpose: 'conversation_analysis' }])
  })

  test('of an empty study is valid too', async () => {
    const empty = await openStudy(app, ann, { title: 'Nobody yet & <nothing>' })
    checkRefi((await takeOut(empty.studyId))['project.qde'] ?? '', 'project')
  })

  test('of another workspace is not found', async () => {
    const other = await openWorkspace(app)
    await expect(
      exportProject(app, { workspaceId: other.workspaceId, studyId, actor: other.actor }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('a codebook taken out', () => {
  test('is valid with every odd name and description', async () => {
    for (const name of ['A & B', '<script>', '"quoted"', 'tab\tand\nline', '🙂', 'control \u0001 \ufffe'])
      await createCode(app, {
        workspaceId: ann.workspaceId,
        actor: ann.actor,
        studyId: null,
        code: { name, description: `${name}\r\nmore ]]> &#0;`, colour: 'red' },
      })
    const xml = await exportCodebook(app.pg, { workspaceId: ann.workspaceId, studyId: null })
    checkRefi(xml, 'codebook')
    const codes = childrenOf(childOf(rootOf(xml), 'Codes'), 'Code')
    expect(codes.map(({ attributes }) => attributes.get('name'))).toContain('tab\tand\nline')
    expect(childOf(codes[0], 'Description')?.text).toContain('\r\nmore ]]> &#0;')
  })

  test('without codes says so', async () => {
    await expect(
      exportCodebook(app.pg, { workspaceId: ann.workspaceId, studyId: null }),
    ).rejects.toMatchObject({ id: 'codebook-empty', status: 422 })
  })
})
