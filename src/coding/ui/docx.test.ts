import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { filesIn } from '../../../test/refi.ts'
import { readDocx } from '../../conversations/transcripts/docx.ts'
import { docx, type Block } from './docx.ts'

const blocks: Block[] = [
  { kind: 'title', text: 'Why people switch & <stay>' },
  { kind: 'heading', text: 'What we heard' },
  { kind: 'text', text: 'First line\nSecond line\u0001 with what XML forbids' },
  { kind: 'quote', text: '“Det var … 🙂”', who: 'Amber Owl 1, 5 Jan 2026', lang: 'da' },
  {
    kind: 'table',
    head: ['Code', 'People'],
    rows: [
      ['App', '2'],
      ['Effort', '1'],
    ],
  },
]

describe('a report as a document', () => {
  test('is well-formed in every part, and its relations lead to parts that are there', () => {
    const files = filesIn(docx(blocks, { language: 'da' }))
    for (const [path, xml] of Object.entries(files)) {
      expect(path).toMatch(/\.(?:xml|rels)$/u)
      XmlDocument.fromBuffer(Buffer.from(xml)).dispose()
    }
    for (const [path, xml] of Object.entries(files).filter(([name]) => name.endsWith('.rels')))
      for (const [, target] of xml.matchAll(/Target="([^"]+)"/g))
        expect(Object.keys(files)).toContain(path.startsWith('_rels') ? target : `word/${target}`)
  })

  test('names only styles it brings along', () => {
    const files = filesIn(docx(blocks, { language: 'en' }))
    const used = [...(files['word/document.xml'] ?? '').matchAll(/w:pStyle w:val="([^"]+)"/g)]
    const brought = (files['word/styles.xml'] ?? '').match(/w:styleId="[^"]+"/g)
    for (const [, style] of used) expect(brought).toContain(`w:styleId="${style}"`)
  })

  test('is read back by a reader of Word documents with every word', () => {
    const read = readDocx(docx(blocks, { language: 'en' }))
    const text = read.state === 'read' ? read.turns.utterances.map((one) => one.text).join('\n') : ''
    for (const words of ['First line', 'Second line with what XML forbids', '“Det var … 🙂”', 'Effort'])
      expect(text).toContain(words)
  })

  test('has the same bytes for the same report', () => {
    expect(docx(blocks, { language: 'en' })).toEqual(docx(blocks, { language: 'en' }))
  })
})
