import { describe, expect, test } from 'vitest'
import { listInterviews } from '../../conversations/index.ts'
import { undo } from '../history.ts'
import { at, project, studyToBringInto, talk } from './testing-imports.ts'
import { guid, qde } from './testing-projects.ts'

const { here, bring, codes, marked } = studyToBringInto()

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
    const [code] = (await codes()).filter(({ name }) => name === 'Service')
    expect(code).toMatchObject({ description: 'How they are met', studyId: here().studyId })
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
    const { app, ...line } = here()
    await undo(app, line)
    expect(await marked()).toEqual([])
    await undo(app, line)
    expect(await codes()).toEqual([])
  })

  test('keeps no names: titles are numbers, cases are participants without identifiers', async () => {
    const cases = `<Case guid="${guid(50)}" name="Mette Hansen"><SourceRef targetGUID="${guid(10)}"/></Case>`
    const { report } = await bring(project(qde({ cases })))
    expect(report['case-names']).toBe(1)
    const { app, workspaceId, studyId } = here()
    const { items } = await listInterviews(app.pg, { workspaceId, studyId, limit: 10 })
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
