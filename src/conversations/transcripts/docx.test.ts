import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'
import type { ParsedTranscript } from './transcript.ts'

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

function docxOf(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
    ),
  })
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

function read(bytes: Uint8Array): ParsedTranscript {
  const answer = readTranscript({ name: 'talk.docx', bytes })
  if (answer.state === 'refused') throw new Error(answer.problem.message)
  return answer.transcript
}

function problem(bytes: Uint8Array): string {
  const answer = readTranscript({ name: 'talk.docx', bytes })
  return answer.state === 'refused' ? answer.problem.id : 'read'
}

describe('a Word document', () => {
  it('gives runs of one paragraph as one line, breaks as lines, entities as letters', () => {
    const { utterances } = read(
      docxOf(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>An</w:t></w:r><w:r><w:t>na: I &lt;3 R&amp;D&#33;</w:t><w:br/><w:t>More</w:t></w:r></w:p>' +
          paragraph('') +
          paragraph('Bo: Yes.') +
          paragraph('Anna: No.'),
      ),
    )
    expect(utterances).toEqual([
      { speaker: 'Anna', text: 'I <3 R&D!\nMore' },
      { speaker: 'Bo', text: 'Yes.' },
      { speaker: 'Anna', text: 'No.' },
    ])
  })

  it('leaves out what was deleted, and the second copy of a text box', () => {
    const body =
      '<w:p><w:r><w:t>Anna: kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>added</w:t></w:r></w:ins>' +
      '<mc:AlternateContent><mc:Choice><w:r><w:t> once</w:t></w:r></mc:Choice><mc:Fallback><mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent><mc:AlternateContent><mc:Fallback><w:r><w:t>thrice</w:t></w:r></mc:Fallback></mc:AlternateContent><w:r><w:t> twice</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>' +
      paragraph('Bo: Hm.') +
      paragraph('Anna: So.')
    const { utterances, dropped } = read(docxOf(body))
    expect(utterances[0]?.text).toBe('kept added once')
    expect(dropped).toEqual([{ what: 'deleted-text', count: 1, example: 'gone' }])
  })

  it('never expands entities that the document declares', () => {
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>' +
      `<w:document ${word}><w:body>${paragraph('Anna: &b; &x;')}${paragraph('Bo: hm')}</w:body></w:document>`
    const { utterances } = read(zipSync({ 'word/document.xml': strToU8(bomb) }))
    expect(utterances[0]?.text).toBe('&b; &x;')
  })

  it('gives words in CDATA, around comments and as symbols', () => {
    const { utterances, dropped } = read(
      docxOf(
        '<w:p><w:r><w:t><![CDATA[Anna: 1 < 2 & ]]>so<!-- no > word --> on</w:t></w:r></w:p>' +
          '<w:p><w:r><w:t>Bo: Hm </w:t><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Odd" w:char="F0AA"/></w:r></w:p>' +
          paragraph('Anna: No.'),
      ),
    )
    expect(utterances.map(({ text }) => text)).toEqual(['1 < 2 & so on', 'Hm ☺\ufffd', 'No.'])
    expect(dropped).toEqual([{ what: 'replaced-characters', count: 1, example: 'U+F0AA' }])
  })

  it('whose parts are named with backslashes is read', () => {
    const whole = docxOf(paragraph('Anna: hello') + paragraph('Bo: hi') + paragraph('Anna: so'))
    const bytes = Buffer.from(whole)
    for (let at = bytes.indexOf('word/'); at >= 0; at = bytes.indexOf('word/', at)) bytes.write('word\\', at)
    expect(read(bytes).speakers.map(({ name }) => name)).toEqual(['Anna', 'Bo'])
  })

  it('that holds words as a web page says so, and is refused where it holds nothing else', () => {
    expect(problem(docxOf('<w:altChunk r:id="page1"/>'))).toBe('transcript-docx-embedded')
    const { dropped } = read(
      docxOf(`${paragraph('Anna: hello')}<w:altChunk r:id="page1"/>${paragraph('Anna: hi')}`),
    )
    expect(dropped).toEqual([{ what: 'embedded-parts', count: 1, example: 'page1' }])
  })

  it('is refused when it would unpack to more than 64 MB, before it is unpacked', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 6 })
    expect(bomb.length).toBeLessThan(200_000)
    expect(problem(bomb)).toBe('transcript-docx-too-large')
  })

  it('that lies about its size costs no more than it claims', () => {
    const bytes = docxOf(paragraph('Anna: hello '.repeat(100_000)))
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 200, true)
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 200, true)
    }
    expect(problem(bytes)).toBe('transcript-docx-broken')
  })

  it('is refused with a sentence when it is damaged or something else', () => {
    const whole = docxOf(paragraph('Anna: hello') + paragraph('Bo: hello'))
    expect(problem(whole.subarray(0, whole.length - 30))).toBe('transcript-docx-broken')
    expect(problem(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('transcript-zip')
    const rels =
      '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    expect(
      problem(zipSync({ '_rels/.rels': strToU8(rels), 'xl/workbook.xml': strToU8('<workbook/>') })),
    ).toBe('transcript-zip')
    expect(problem(zipSync({ '../../word/document.xml': strToU8('<x/>') }))).toBe('transcript-zip')
    expect(problem(zipSync({ 'word/document.xml': strToU8(`<w:document ${word}><w:body><w:p`) }))).toBe(
      'transcript-docx-broken',
    )
    expect(problem(zipSync({ 'word/document.xml': strToU8('not xml at all') }))).toBe(
      'transcript-docx-broken',
    )
    expect(problem(docxOf(paragraph(' ')))).toBe('transcript-empty')
  })

  it('is refused or read but never throws, whichever byte is broken', () => {
    const whole = docxOf(paragraph('Anna: hello') + paragraph('Bo: hello'))
    for (let at = 0; at < whole.length; at++) {
      const broken = Uint8Array.from(whole)
      broken[at] = (broken[at] ?? 0) ^ 0xff
      expect(['read', 'refused']).toContain(readTranscript({ name: 'talk.docx', bytes: broken }).state)
    }
  })
})
