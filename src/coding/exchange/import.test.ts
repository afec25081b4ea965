import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { allBytes, archiveOf, fileOf } from '../../../test/refi.ts'
import { openStudy, sayOfStudy } from '../../../test/spoken-study.ts'
import { listInterviews, readInterview } from '../../conversations/index.ts'
import { listCodes } from '../codes.ts'
import { listHighlights } from '../highlights.ts'
import { undo } from '../history.ts'
import { exportProject } from './export-project.ts'
import { countInExports, eraseFromExports } from './exported-people.ts'
import { importProject } from './import-project.ts'
import { findImport } from './imports.ts'
import { guid, placeOf, qde } from './testing-projects.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring 🙂. The price was high and nobody answered.
Interviewer: Why was that?
Mette: It is too much trouble 😀 for me. The price again.`

let app: TestApp
let ann: TestMember
let studyId: string

beforeAll(async () => {
  app = await openTestApp()
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
})

const at = (words: string, text = talk) => placeOf(text, words)

type Files = Record<string, string | Uint8Array>

async function bring(files: Files | string, into: { titles?: 'kept' } = {}) {
  const file = typeof files === 'string' ? fileOf(files, 'book.qdc') : fileOf(archiveOf(files))
  const { importId, state } = await importProject(app, {
    workspaceId: ann.workspaceId,
    actor: ann.actor,
    file,
    study: { studyId },
    codebook: 'study',
    titles: into.titles ?? 'numbered',
    agreements: [],
  })
  const { report, counts } = await findImport(app.pg, { workspaceId: ann.workspaceId, importId })
  return { state, counts, report: Object.fromEntries(report.map(({ what, count }) => [what, count])) }
}

const project = (xml: string, text: string | Uint8Array = talk): Files => ({
  'project.qde': xml,
  [`sources/${guid(10)}.txt`]: text,
})

/** Everything marked, as words and codes. */
async function marked(): Promise<string[]> {
  const { workspaceId } = ann
  const codes = new Map(
    (await listCodes(app.pg, { workspaceId, studyId })).map(({ codeId, name }) => [codeId, name]),
  )
  const { items } = await listInterviews(app.pg, { workspaceId, studyId, limit: 100 })
  const found: string[] = []
  for (const { interviewId } of items) {
    const interview = await readInterview(app.pg, { workspaceId, interviewId })
    for (const { utteranceId, start, end, codeIds, note } of await listHighlights(app.pg, {
      workspaceId,
      interviewId,
    })) {
      const text = interview?.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
      const names = codeIds.map((id) => codes.get(id)).join(' + ')
      found.push(`${[...text].slice(start, end).join('')} = ${names}${note === '' ? '' : ` (${note})`}`)
    }
  }
  return found
}

describe('a project of another program', () => {
  test('becomes conversations of a study with their codes and passages', async () => {
    const selections = [
      at('price was high'),
      { ...at('trouble 😀'), code: guid(2) },
      { ...at('The price again'), code: guid(1) },
    ]
    const { counts, report } = await bring(project(qde({ selections })))
    expect(counts).toEqual({
      codes: 2,
      interviews: 1,
      participants: 1,
      passages: 3,
      codings: 3,
      notes: 0,
      documents: 0,
      places: 0,
    })
    expect(await marked()).toEqual([
      'price was high = Price',
      'trouble 😀 = Service',
      'The price again = Price',
    ])
    expect(report).toEqual({ 'speakers-guessed': 1 })
    const [code] = (await listCodes(app.pg, { workspaceId: ann.workspaceId, studyId })).filter(
      ({ name }) => name === 'Service',
    )
    expect(code).toMatchObject({ description: 'How they are met', studyId })
  })

  test('brought in again adds nothing, and is known', async () => {
    const files = project(qde({ selections: [at('price was high')] }))
    await bring(files)
    expect(await bring(files)).toMatchObject({ state: 'known' })
    const changed = project(qde({ selections: [at('price was high'), at('for me')] }))
    const { counts } = await bring(changed)
    expect(counts).toMatchObject({ codes: 0, interviews: 0, passages: 1 })
    expect(await marked()).toEqual(['price was high = Price', 'for me = Price'])
  })

  test('can be taken back: its codes and passages, not its conversations', async () => {
    await bring(project(qde({ selections: [at('price was high')] })))
    const line = { workspaceId: ann.workspaceId, studyId, actor: ann.actor }
    await undo(app, line)
    expect(await marked()).toEqual([])
    await undo(app, line)
    expect(await listCodes(app.pg, { workspaceId: ann.workspaceId, studyId })).toEqual([])
  })

  test('keeps no names: titles are numbers, cases are participants without identifiers', async () => {
    const cases = `<Case guid="${guid(50)}" name="Mette Hansen"><SourceRef targetGUID="${guid(10)}"/></Case>`
    const { report } = await bring(project(qde({ cases })))
    expect(report['case-names']).toBe(1)
    const { items } = await listInterviews(app.pg, { workspaceId: ann.workspaceId, studyId, limit: 10 })
    expect(items.map(({ title }) => title)).toEqual(['Interview 1'])
    expect(items[0]?.who.join()).not.toContain('Mette')
  })

  test('knows one case in two sources as one participant', async () => {
    const cases = `<Case guid="${guid(50)}" name="P"><SourceRef targetGUID="${guid(10)}"/><SourceRef targetGUID="${guid(11)}"/></Case>`
    const sources = [10, 11]
      .map((n) => `<TextSource guid="${guid(n)}" name="T" plainTextPath="internal://${guid(n)}.txt"/>`)
      .join('')
    const files = {
      ...project(qde({ cases, sources })),
      [`sources/${guid(11)}.txt`]: talk.replaceAll('spring', 'autumn'),
    }
    const { counts } = await bring(files)
    expect(counts).toMatchObject({ interviews: 2, participants: 1 })
  })

  test('keeps annotations as notes, and a selection over two turns as two passages', async () => {
    const both = { start: at('nobody').start, end: at('too much').end }
    const annotation = {
      ...at('trouble'),
      guid: guid(150),
      inside: `<NoteRef targetGUID="${guid(60)}"/>`,
    }
    const rest = `<Notes><Note guid="${guid(60)}"><PlainTextContent>Ask about this</PlainTextContent></Note><Note guid="${guid(61)}"><PlainTextContent>Of the project</PlainTextContent></Note></Notes>`
    const { report } = await bring(project(qde({ selections: [both, annotation], rest })))
    expect(await marked()).toEqual([
      'nobody answered. = Price',
      'Why was that? = Price',
      'It is too much = Price',
      'trouble =  (Ask about this)',
    ])
    expect(report).toMatchObject({ 'passage-split': 1, notes: 1 })
  })
})

test('what is written about a case that took part in nothing is left out, and the report says so', async () => {
  const cases = `<Case guid="${guid(50)}" name="P"><Description>Asks back</Description></Case>`
  expect((await bring(project(qde({ cases })))).report).toMatchObject({ notes: 1 })
})

test('memos that lie in files of their own, as MAXQDA and ATLAS.ti write them, come along', async () => {
  const annotation = { ...at('trouble'), guid: guid(150), inside: `<NoteRef targetGUID="${guid(60)}"/>` }
  const noted = { ...at('nobody'), guid: guid(151), inside: `<NoteRef targetGUID="${guid(61)}"/>` }
  const gone = { ...at('spring'), guid: guid(152), inside: `<NoteRef targetGUID="${guid(62)}"/>` }
  const rest = `<Notes><Note guid="${guid(60)}" plainTextPath="internal://${guid(60)}.txt"/><Note guid="${guid(61)}" richTextPath="internal://${guid(61)}.rtf"/><Note guid="${guid(62)}" plainTextPath="internal://${guid(62)}.txt"/></Notes>`
  const { report } = await bring({
    ...project(qde({ selections: [noted, annotation, gone], rest })),
    [`sources/${guid(60)}.txt`]: '\ufeffAsk about this',
    [`sources/${guid(61)}.rtf`]: "{\\rtf1\\ansi Caf\\'e9?\\par}",
  })
  expect(await marked()).toEqual(['nobody =  (Café?)', 'trouble =  (Ask about this)'])
  expect(report).toMatchObject({ 'source-missing': 1 })
})

describe('what other programs do their own way is understood', () => {
  const one = [at('price was high')]

  test.each<[string, Files, string]>([
    [
      'folders in capitals and another name of the project',
      { 'MyStudy.QDE': qde({ selections: one }), [`Sources/${guid(10)}.TXT`]: talk },
      'project-name-other',
    ],
    [
      'paths without internal://',
      {
        'project.qde': qde({ selections: one }).replace('internal://', ''),
        [`sources/${guid(10)}.txt`]: talk,
      },
      'path-odd',
    ],
    [
      'paths with folders and backslashes',
      {
        'project.qde': qde({ selections: one }).replace('internal://', 'relative:///..\\..\\'),
        [`sources/${guid(10)}.txt`]: talk,
      },
      'path-odd',
    ],
    [
      'GUIDs in braces and capitals',
      project(
        qde({ selections: one })
          .replaceAll(/targetGUID="([^"]+)"/g, (_, id: string) => `targetGUID="{${id.toUpperCase()}}"`)
          .replace(`guid="${guid(1)}"`, `guid="{${guid(1)}}"`),
      ),
      'guid-odd',
    ],
    ['a byte order mark before the XML', project(`\ufeff${qde({ selections: one })}`), 'speakers-guessed'],
    [
      'positions the wrong way round',
      project(qde({ selections: [{ start: at('price was high').end, end: at('price was high').start }] })),
      'positions-swapped',
    ],
    [
      'NVivo’s root above all codes',
      project(
        qde({
          selections: one,
          codes: `<Code guid="${guid(9)}" name="Nodes" isCodable="false"><Code guid="${guid(1)}" name="Price" isCodable="true"/><Code guid="${guid(2)}" name="Service" isCodable="true"/></Code>`,
        }),
      ),
      'root-unwrapped',
    ],
    [
      'names of files with letters taken apart, as a Mac does',
      {
        'project.qde': qde({ selections: one }).replace(
          `internal://${guid(10)}.txt`,
          'internal://Caf\u00e9.txt',
        ),
        ['sources/Cafe\u0301.txt']: talk,
      },
      'speakers-guessed',
    ],
    [
      'text in the place of rich text',
      {
        'project.qde': qde({ selections: one }).replace('plainTextPath', 'richTextPath'),
        [`sources/${guid(10)}.txt`]: talk,
      },
      'rich-text-read',
    ],
  ])('%s', async (_, files, what) => {
    const { report } = await bring(files)
    expect(await marked()).toEqual(['price was high = Price'])
    expect(report[what]).toBeGreaterThan(0)
    const names = (await listCodes(app.pg, { workspaceId: ann.workspaceId, studyId })).map(({ name }) => name)
    expect(names).toEqual(['Price', 'Service'])
  })

  test('text inside the XML, and cases without a name', async () => {
    const text = talk.replaceAll('&', '&amp;')
    const xml = qde({
      cases: `<Case guid="${guid(50)}"><SourceRef targetGUID="${guid(10)}"/></Case>`,
      source: `<TextSource guid="${guid(10)}"><PlainTextContent>${text}</PlainTextContent><PlainTextSelection guid="${guid(100)}" startPosition="${at('for me').start}" endPosition="${at('for me').end}"><Coding guid="${guid(200)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection></TextSource>`,
    })
    const { report } = await bring({ 'project.qde': xml })
    expect(await marked()).toEqual(['for me = Price'])
    expect(report).toMatchObject({ 'case-unnamed': 1 })
  })

  test('two codes of one GUID, of one name, and colours of any kind', async () => {
    const codes = [
      `<Code guid="${guid(1)}" name="App" isCodable="true" color="rgba(1,2,3,.5)"><Code guid="${guid(3)}" name="Good" isCodable="true" color="#f00"/></Code>`,
      `<Code guid="${guid(1)}" name="Branch" isCodable="true" color="#2E7D32"><Code guid="${guid(4)}" name="good" isCodable="true"/></Code>`,
    ].join('')
    const { report } = await bring(project(qde({ codes, selections: [{ ...at('for me'), code: guid(4) }] })))
    const found = await listCodes(app.pg, { workspaceId: ann.workspaceId, studyId })
    expect(found.map(({ name, colour }) => `${name}: ${colour}`)).toEqual([
      'App: teal',
      'Branch: green',
      'Good: red',
      'good (Branch): teal',
    ])
    expect(await marked()).toEqual(['for me = good (Branch)'])
    expect(report).toMatchObject({ 'guid-twice': 1, 'code-renamed': 1, 'colour-nearest': 2 })
  })

  test('the text of a transcript in a recording, by its sync points', async () => {
    const { start, end } = at('price was high')
    const xml = qde({
      sources: `<AudioSource guid="${guid(20)}" path="internal://talk.m4a"><Transcript guid="${guid(21)}" plainTextPath="internal://${guid(10)}.txt"><SyncPoint guid="${guid(31)}" timeStamp="0" position="${start}"/><SyncPoint guid="${guid(32)}" timeStamp="900" position="${end}"/><TranscriptSelection guid="${guid(22)}" fromSyncPoint="${guid(31)}" toSyncPoint="${guid(32)}"><Coding guid="${guid(200)}"><CodeRef targetGUID="${guid(1)}"/></Coding></TranscriptSelection></Transcript></AudioSource>`,
    })
    const { report } = await bring(project(xml))
    expect(await marked()).toEqual(['price was high = Price'])
    expect(report['recording-absent']).toBe(1)
  })
})

describe('what cannot be kept is left out and said', () => {
  test('codings of codes nobody knows, empty places, places beyond the text, sources that are missing', async () => {
    const selections = [
      at('price was high'),
      { ...at('spring'), code: guid(77) },
      { start: 5, end: 5 },
      { start: 90_000, end: 90_010 },
      { start: -4, end: 3 },
      { ...at('Mette:') },
    ]
    const missing = `<TextSource guid="${guid(12)}" name="Gone" plainTextPath="internal://gone.txt"/><PictureSource guid="${guid(13)}" path="internal://p.jpg"/><TextSource guid="${guid(14)}" plainTextPath="absolute://C:/secret.txt"/>`
    const whole = qde({ selections }).replace('</Sources>', `${missing}</Sources>`)
    const { report, counts } = await bring(project(whole))
    expect(await marked()).toEqual(['price was high = Price'])
    expect(counts).toMatchObject({ interviews: 1, passages: 1 })
    expect(report).toMatchObject({
      'coding-without-code': 1,
      'passage-empty': 1,
      'passage-without-place': 3,
      'source-missing': 1,
      'path-outside': 1,
      'source-not-text': 1,
    })
  })

  test('a text that was there before has no withdrawn words marked', async () => {
    await bring(project(qde({ selections: [at('price was high')] })))
    const { workspaceId } = ann
    const { items } = await listInterviews(app.pg, { workspaceId, studyId, limit: 1 })
    const interview = await readInterview(app.pg, { workspaceId, interviewId: items[0]?.interviewId ?? '' })
    const personNo = interview?.speakers.find(({ role }) => role === 'participant')?.personNo
    await sayOfStudy(app, {
      workspaceId,
      studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'withdrawn',
    })
    const { report, counts } = await bring(project(qde({ selections: [at('for me'), at('Why was that')] })))
    expect(report).toMatchObject({ 'passage-withheld': 1, 'source-known': 1 })
    expect(counts.passages).toBe(1)
  })

  test('a conversation taken out before somebody in it was erased does not come back', async () => {
    await bring(project(qde({ selections: [at('price was high')] })))
    const { workspaceId, actor } = ann
    const taken = await allBytes(await exportProject(app, { workspaceId, studyId, actor }))
    const { items } = await listInterviews(app.pg, { workspaceId, studyId, limit: 1 })
    const interview = await readInterview(app.pg, { workspaceId, interviewId: items[0]?.interviewId ?? '' })
    const personNo = interview?.speakers.find(({ role }) => role === 'participant')?.personNo ?? 0
    const person = { workspaceId, personNo, personId: '' }
    expect(await countInExports(app, person)).toBe(2)
    await eraseFromExports(app, person)
    expect(await countInExports(app, person)).toBe(0)
    await app.pg.deleteFrom('interviews').where('study_id', '=', studyId).execute()
    const { importId } = await importProject(app, {
      workspaceId,
      actor,
      file: fileOf(taken),
      study: { studyId },
      codebook: 'study',
      titles: 'numbered',
      agreements: [],
    })
    const { report, counts } = await findImport(app.pg, { workspaceId, importId })
    expect(report.map(({ what }) => what)).toContain('source-erased')
    expect(counts.interviews).toBe(0)
  })
})

describe('a codebook', () => {
  const book = (codes: string) =>
    `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.5.2"><Codes>${codes}</Codes><Sets/></CodeBook>`

  test('joins the codebook it is meant for, whatever the schema says of its empty sets', async () => {
    const { counts } = await bring(
      book(`<Code guid="${guid(1)}" name="interesting.places" isCodable="true"/>`),
    )
    expect(counts).toMatchObject({ codes: 1, interviews: 0 })
  })

  test('adds to codes of the same name instead of doubling them', async () => {
    await bring(book(`<Code guid="${guid(1)}" name="Price" isCodable="true"/>`))
    const { counts, report } = await bring(
      book(
        `<Code guid="${guid(5)}" name="PRICE" isCodable="true"/><Code guid="${guid(6)}" name="Trust" isCodable="true"/>`,
      ),
    )
    expect(counts.codes).toBe(1)
    expect(report['code-known']).toBe(1)
  })
})
