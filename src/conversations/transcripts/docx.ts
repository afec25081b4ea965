import { unzipSync } from 'fflate'
import { unescapeEntities } from './cue-text.ts'
import { cleanText, readLines, type DocumentLine, type TextTurns } from './plain-text.ts'
import { newDroppedList, type DroppedList } from './transcript.ts'
import { labelStrength } from './speaker-words.ts'

/** The largest text of a document, unpacked. A day of talk is 2 MB of it; more is a trap. */
export const largestDocument = 64 * 1024 * 1024

/** What a Word document holds, or why it could not be read. */
export type Docx = { state: 'read'; turns: TextTurns } | { state: 'not-word' | 'broken' | 'too-large' }

const body = 'word/document.xml'

/**
 * Reads the words of a .docx: paragraphs, line breaks, and tables whose rows are speaker and text (also time, speaker,
 * text). Deleted text, pictures and notes are left out and said. Only the one part with the words is unpacked, up to
 * `largestDocument`, and entities a document declares itself are never expanded.
 */
export function readDocx(bytes: Uint8Array): Docx {
  const names: string[] = []
  let size = 0
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        if (name !== body) return false
        size = originalSize
        return originalSize <= largestDocument
      },
    })
  } catch {
    return { state: 'broken' }
  }
  if (!names.includes(body)) return { state: 'not-word' }
  if (size > largestDocument) return { state: 'too-large' }
  const xml = new TextDecoder().decode(files[body])
  if (!/<(?:\w+:)?document[\s>]/u.test(xml.slice(0, 4096))) return { state: 'broken' }
  const dropped = newDroppedList()
  for (const name of names) if (name.startsWith('word/media/')) dropped.drop('images', name)
  for (const name of names)
    if (/^word\/(?:footnotes|endnotes|comments)\.xml$/u.test(name)) dropped.drop('notes', name)
  const lines = documentLines(xml, dropped)
  if (!lines) return { state: 'broken' }
  return { state: 'read', turns: readLines(lines, dropped) }
}

type Paragraph = { text: string; heading: boolean }
type Reader = {
  paragraph: Paragraph | undefined
  lines: DocumentLine[]
  /** Cells of the row being read; a table in a table is read into the outer cell. */
  row: string[] | undefined
  tables: number
  skip: string | undefined
  inText: boolean
  deleted: string
}

/** Walks the tags once, without a tree: time and memory grow with the text only. */
function documentLines(xml: string, dropped: DroppedList): DocumentLine[] | undefined {
  const reader: Reader = {
    paragraph: undefined,
    lines: [],
    row: undefined,
    tables: 0,
    skip: undefined,
    inText: false,
    deleted: '',
  }
  let at = xml.indexOf('<')
  let ended = false
  while (at >= 0) {
    const close = xml.indexOf('>', at)
    if (close < 0) return undefined
    const tag = xml.slice(at + 1, close)
    const next = xml.indexOf('<', close)
    const name = localName(tag)
    if (name === '/document') ended = true
    const text = next < 0 ? '' : xml.slice(close + 1, next)
    readTag({ reader, tag, name, text, dropped })
    at = next
  }
  if (reader.deleted !== '') dropped.drop('deleted-text', reader.deleted)
  return ended ? reader.lines : undefined
}

type Tag = { reader: Reader; tag: string; name: string; text: string; dropped: DroppedList }

function readTag({ reader, tag, name, text, dropped }: Tag): void {
  if (reader.skip !== undefined) {
    if (name === `/${reader.skip}`) reader.skip = undefined
    return
  }
  const empty = tag.endsWith('/')
  if (name === 'Fallback' && !empty) reader.skip = 'Fallback'
  else if (name === 'p' && !empty) reader.paragraph = { text: '', heading: false }
  else if (name === 'p' || name === '/p') endParagraph(reader, dropped)
  else if (name === 't' && !empty) addText(reader, unescapeEntities(text))
  else if (name === 'delText' && !empty && reader.deleted.length < 120)
    reader.deleted += unescapeEntities(text)
  else if (name === 'tab') addText(reader, reader.paragraph?.text ? '\t' : '')
  else if (name === 'br' || name === 'cr') addText(reader, '\n')
  else if (name === 'noBreakHyphen') addText(reader, '\u2011')
  else if (name === 'pStyle' && reader.paragraph)
    reader.paragraph.heading = /val="(?:heading|overskrift|rubrik|kop|berschrift|title|titel)/iu.test(tag)
  else readTableTag(reader, name, empty)
}

function readTableTag(reader: Reader, name: string, empty: boolean): void {
  if (empty) return
  if (name === 'tbl') reader.tables++
  else if (name === '/tbl') reader.tables--
  else if (reader.tables !== 1) return
  else if (name === 'tr') reader.row = []
  else if (name === 'tc') reader.row?.push('')
  else if (name === '/tr') endRow(reader)
}

function addText(reader: Reader, text: string): void {
  if (reader.paragraph) reader.paragraph.text += text
}

function endParagraph(reader: Reader, dropped: DroppedList): void {
  const text = cleanText(reader.paragraph?.text ?? '', dropped)
  const heading = reader.paragraph?.heading === true
  reader.paragraph = undefined
  if (reader.row && reader.row.length > 0) {
    const before = reader.row.pop() ?? ''
    reader.row.push(before === '' ? text : `${before}\n${text}`)
    return
  }
  for (const line of text.split('\n'))
    reader.lines.push({ text: line.trim(), ...(heading ? { heading } : {}) })
  // Each paragraph stands apart, as an empty line sets them apart in plain text.
  reader.lines.push({ text: '' })
}

/** A row "00:12 | Anna | text" or "Anna | text" becomes a labelled line; other rows their cells in order. */
function endRow(reader: Reader): void {
  const cells = (reader.row ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '')
  reader.row = undefined
  const timed = cells.length > 1 && /^[\d:.,\s–-]+$/u.test(cells[0] ?? '')
  const [label = '', ...said] = timed ? cells.slice(1) : cells
  const time = timed ? `[${cells[0] ?? ''}] ` : ''
  if (
    /^(?:speaker|taler|talare|spreker|sprecher(?:in)?|name|navn|namn|naam)$/iu.test(label) &&
    said.length === 1 &&
    /^\p{L}+$/u.test(said[0] ?? '')
  )
    return
  const speaks =
    said.length > 0 && !label.includes('\n') && labelStrength(label.replace(/:$/u, '')) !== 'never'
  const text = speaks
    ? `${time}${label.replace(/\s*:$/u, '')}: ${said.join('\n')}`
    : `${time}${[label, ...said].join('\n')}`
  for (const line of text.split('\n')) reader.lines.push({ text: line.trim() })
  reader.lines.push({ text: '' })
}

function localName(tag: string): string {
  const closing = tag.startsWith('/')
  const whole = /^[^\s/>]*/u.exec(closing ? tag.slice(1) : tag)?.[0] ?? ''
  const local = whole.slice(whole.indexOf(':') + 1)
  return closing ? `/${local}` : local
}
