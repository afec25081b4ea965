import { buildDocument, type DocumentBuilder } from './document-builder.ts'
import { readLines, type TextTurns } from './plain-text.ts'
import { newDroppedList, type DroppedList } from './transcript.ts'
import { attributeOf, walkTags, type Tag } from './xml-tags.ts'
import { unzipParts } from './zip-document.ts'

/** What an OpenDocument text holds, or why it could not be read. */
export type Odt =
  | { state: 'read'; turns: TextTurns }
  | { state: 'not-odt' | 'locked' | 'broken' | 'too-large' }

/**
 * Reads the words of an .odt (ODF 1.3, https://docs.oasis-open.org/office/OpenDocument/v1.3/): paragraphs, headings,
 * tables of (time,) speaker and text; foot- and endnotes in brackets where they are referred to. Comments, deleted
 * text and pictures are left out and said.
 */
export function readOdt(bytes: Uint8Array): Odt {
  const opened = unzipParts(bytes, (name) => name === 'content.xml' || name === 'META-INF/manifest.xml')
  if (opened.state !== 'open') return opened
  const { names, parts } = opened
  const xml = parts.get('content.xml')
  if (xml === undefined) return { state: 'not-odt' }
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data')) return { state: 'locked' }
  if (!/<(?:\w+:)?text[\s>]/u.test(xml))
    return { state: /document-content/u.test(xml) ? 'not-odt' : 'broken' }
  const dropped = newDroppedList()
  for (const name of names) if (/^Pictures\/./u.test(name)) dropped.drop('images', name)
  const document = buildDocument(dropped)
  const reading: Reading = { document, dropped, tables: 0, notes: 0, paragraphs: 0, left: undefined }
  const ended = walkTags(xml, { end: '/document-content', onTag: (tag) => readTag(reading, tag) })
  return ended ? { state: 'read', turns: readLines(document.lines(), dropped) } : { state: 'broken' }
}

type Reading = {
  document: DocumentBuilder
  dropped: DroppedList
  tables: number
  notes: number
  /** How deep in paragraphs: those of a text box lie in another. */
  paragraphs: number
  /** An element that is left out, and the words in it. */
  left: { element: string; what: 'comments' | 'deleted-text' | 'unspoken'; words: string } | undefined
}

const leftOut: ReadonlyMap<string, 'comments' | 'deleted-text' | 'unspoken'> = new Map([
  ['annotation', 'comments'],
  ['tracked-changes', 'deleted-text'],
  ['note-citation', 'unspoken'],
  ['automatic-styles', 'unspoken'],
  ['font-face-decls', 'unspoken'],
  ['sequence-decls', 'unspoken'],
])

function readTag(reading: Reading, tag: Tag): void {
  const { name, empty, text } = tag
  const { document, left, dropped } = reading
  if (left) {
    if (name !== `/${left.element}`) {
      if (!/^(?:creator|date|creator-initials)$/u.test(name)) left.words += text
      return
    }
    if (left.what !== 'unspoken' && left.words.trim() !== '')
      dropped.drop(left.what, left.words.replace(/\s+/gu, ' ').trim())
    reading.left = undefined
    if (reading.paragraphs > 0) document.add(oneSpace(text))
    return
  }
  const what = leftOut.get(name)
  if (what && !empty) {
    reading.left = { element: name, what, words: '' }
    return
  }
  if (/^\/?[ph]$/u.test(name)) readParagraph(reading, tag)
  else if (name === 'note-body') {
    reading.notes++
    document.add(' [')
  } else if (name === '/note-body') {
    reading.notes--
    document.add(']')
  } else if (name === 's')
    document.add(' '.repeat(Math.min(100, Number(attributeOf(tag.whole, 'c') ?? 1) || 1)))
  else if (name === 'tab') document.add(document.begun() ? '\t' : '')
  else if (name === 'line-break') document.add('\n')
  else readTableTag(reading, tag)
  // Outside paragraphs white space is only how the file is laid out.
  if (reading.paragraphs > 0) document.add(oneSpace(text))
}

/** Paragraphs of a note belong to the words it is a note to. */
function readParagraph(reading: Reading, { name, empty }: Tag): void {
  const { document, notes } = reading
  const ends = name.startsWith('/')
  reading.paragraphs += ends ? -1 : empty ? 0 : 1
  if (notes > 0) {
    if (ends) document.add(' ')
    return
  }
  if (!ends) document.open()
  if (ends || empty) document.close(name.endsWith('h') ? 'heading' : 'text')
}

/** White space of any length is one space in ODF (3.20); longer ones are `text:s`. */
function oneSpace(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

function readTableTag(reading: Reading, { name, empty }: Tag): void {
  if (empty) return
  if (name === 'table') reading.tables++
  else if (name === '/table') reading.tables--
  else if (reading.tables !== 1) return
  else if (name === 'table-row') reading.document.row()
  else if (name === 'table-cell') reading.document.cell()
  else if (name === '/table-row') reading.document.endRow()
}
