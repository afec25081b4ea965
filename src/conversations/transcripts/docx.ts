import { buildDocument, type DocumentBuilder } from './document-builder.ts'
import { readLines, type TextTurns } from './plain-text.ts'
import { newDroppedList, type DroppedList } from './transcript.ts'
import { attributeOf, walkTags, type Tag } from './xml-tags.ts'
import { unzipParts } from './zip-document.ts'

/** What a Word document holds, or why it could not be read. */
export type Docx = { state: 'read'; turns: TextTurns } | { state: 'not-word' | 'broken' | 'too-large' }

/**
 * Reads the words of a .docx: paragraphs, line breaks, and tables whose rows are speaker and text (also time, speaker,
 * text). Foot- and endnotes stand in brackets where they are referred to. Deleted text, pictures, comments, headers
 * and footers are left out and said. Only the parts with words are unpacked.
 */
export function readDocx(bytes: Uint8Array): Docx {
  const opened = unzipParts(
    bytes,
    (name) => /^_rels\/\.rels$|^\/?[^/]+\/[^/]+\.xml$/u.test(name) && !name.startsWith('docProps/'),
  )
  if (opened.state !== 'open') return opened
  const { names, parts } = opened
  const body = bodyName(parts)
  const xml = parts.get(body)
  if (xml === undefined) return { state: 'not-word' }
  if (!/<(?:\w+:)?document[\s>]/u.test(xml.slice(0, 65_536)))
    return { state: body.startsWith('word/') ? 'broken' : 'not-word' }
  const folder = body.slice(0, body.lastIndexOf('/') + 1)
  const dropped = newDroppedList()
  for (const name of names) if (name.startsWith(`${folder}media/`)) dropped.drop('images', name)
  const notes = new Map<string, string>()
  for (const [name, part] of parts) {
    const kind = name.startsWith(folder) ? partKind(name.slice(folder.length)) : undefined
    if (kind === 'footnote' || kind === 'endnote') readNotes(part, { kind, notes })
    else if (kind === 'comment')
      for (const [, text] of wordsOf(part, 'comment')) dropped.drop('comments', text)
    else if (kind !== undefined) for (const [, text] of wordsOf(part, kind)) dropped.drop('page-lines', text)
  }
  const document = buildDocument(dropped)
  if (!readBody(xml, { document, dropped, notes })) return { state: 'broken' }
  return { state: 'read', turns: readLines(document.lines(), dropped) }
}

/** Word on the web calls it word/document2.xml: what the relations of the package say counts. */
function bodyName(parts: ReadonlyMap<string, string>): string {
  let found = ''
  walkTags(parts.get('_rels/.rels') ?? '', {
    end: '/Relationships',
    onTag({ name, whole }) {
      if (name === 'Relationship' && attributeOf(whole, 'Type')?.endsWith('/officeDocument'))
        found = attributeOf(whole, 'Target')?.replace(/^\//u, '') ?? ''
    },
  })
  return parts.has(found) ? found : 'word/document.xml'
}

type PartKind = 'footnote' | 'endnote' | 'comment' | 'hdr' | 'ftr'

function partKind(name: string): PartKind | undefined {
  const found = /^(footnote|endnote|comment|header|footer)s?\d*\.xml$/u.exec(name)?.[1]
  if (found === 'header') return 'hdr'
  if (found === 'footer') return 'ftr'
  return found === 'footnote' || found === 'endnote' || found === 'comment' ? found : undefined
}

function readNotes(
  xml: string,
  { kind, notes }: { kind: 'footnote' | 'endnote'; notes: Map<string, string> },
): void {
  for (const [id, text] of wordsOf(xml, kind)) notes.set(`${kind} ${id}`, text)
}

/** The words of each element of that name, with its id; those without words are none. */
function wordsOf(xml: string, element: string): [id: string, text: string][] {
  const found: [string, string][] = []
  let id: string | undefined
  let words = ''
  walkTags(xml, {
    end: '',
    onTag({ name, whole, empty, text }) {
      if (name === element && !empty) {
        id = attributeOf(whole, 'id') ?? ''
        words = ''
      } else if (name === `/${element}` && id !== undefined) {
        if (words.trim() !== '') found.push([id, words.replace(/\s+/gu, ' ').trim()])
        id = undefined
      } else if (name === 't' && !empty) words += text
      else if (name === '/p' || name === 'tab' || name === 'br') words += ' '
    },
  })
  return found
}

type Body = { document: DocumentBuilder; dropped: DroppedList; notes: ReadonlyMap<string, string> }
type Reading = Body & {
  heading: boolean
  tables: number
  /** An element that is passed over, and how many of its name lie in one another. */
  skip: { element: string; depth: number } | undefined
  deleted: string
  /** Whether the run is hidden text, which whoever reads the document does not see. */
  isHidden: boolean
}

function readBody(xml: string, body: Body): boolean {
  const reading: Reading = {
    ...body,
    heading: false,
    tables: 0,
    skip: undefined,
    deleted: '',
    isHidden: false,
  }
  const ended = walkTags(xml, { end: '/document', onTag: (tag) => readTag(reading, tag) })
  if (reading.deleted !== '') body.dropped.drop('deleted-text', reading.deleted)
  return ended
}

/** What has a second copy elsewhere: the old form of a text box, text at the place it was moved away from, and how a run or paragraph looked before a change. */
const copies = new Set(['Fallback', 'moveFrom', 'rPrChange', 'pPrChange'])

function readTag(reading: Reading, { name, whole, empty, text }: Tag): void {
  if (reading.skip !== undefined) {
    const { element, depth } = reading.skip
    const ends = name === `/${element}`
    const inside = depth + (ends ? -1 : name === element && !empty ? 1 : 0)
    reading.skip = inside === 0 ? undefined : { element, depth: inside }
    return
  }
  const { document } = reading
  if (copies.has(name) && !empty) reading.skip = { element: name, depth: 1 }
  else if (name === 'p' && !empty) startParagraph(reading)
  else if (name === 'p' || name === '/p') {
    if (name === 'p') document.open()
    document.close(reading.heading ? 'heading' : 'text')
    reading.heading = false
  } else if (name === 'r' || name === '/r') reading.isHidden = false
  else if (name === 'vanish') reading.isHidden ||= !/val="(?:0|false|off)"/u.test(whole)
  else if (name === 't' && !empty) {
    if (reading.isHidden) reading.dropped.drop('hidden-text', text)
    else document.add(text)
  } else if (name === 'delText' && !empty && reading.deleted.length < 120) reading.deleted += text
  else if (name === 'tab') document.add(document.begun() ? '\t' : '')
  else if (name === 'br' || name === 'cr') document.add('\n')
  else if (name === 'noBreakHyphen') document.add('\u2011')
  else if (name === 'sym') addSymbol(reading, whole)
  else if (name === 'altChunk') reading.dropped.drop('embedded-parts', attributeOf(whole, 'id') ?? '')
  else if (name === 'footnoteReference' || name === 'endnoteReference') addNote(reading, name, whole)
  else if (name === 'pStyle')
    reading.heading = /val="(?:heading|overskrift|rubrik|kop|berschrift|title|titel)/iu.test(whole)
  else readTableTag(reading, name, empty)
}

function startParagraph(reading: Reading): void {
  reading.heading = false
  reading.document.open()
}

function addNote({ document, notes }: Reading, name: string, whole: string): void {
  const note = notes.get(`${name.replace('Reference', '')} ${attributeOf(whole, 'id') ?? ''}`)
  if (note !== undefined) document.add(` [${note}]`)
}

/** Letters of the fonts Wingdings and Symbol that Word itself puts in (":)" becomes one), as everybody can read them. */
const symbols: ReadonlyMap<string, string> = new Map([
  ...([
    ['4a', '☺'],
    ['4b', '😐'],
    ['4c', '☹'],
    ['e0', '→'],
    ['df', '←'],
    ['e8', '➔'],
    ['f3', '↔'],
  ] as const),
  ...([
    ['fc', '✓'],
    ['fb', '✗'],
    ['a7', '•'],
    ['d8', '•'],
    ['b7', '•'],
    ['6c', '●'],
    ['9f', '•'],
  ] as const),
])

function addSymbol({ document, dropped }: Reading, whole: string): void {
  const code = attributeOf(whole, 'char')?.toLowerCase() ?? ''
  const known = symbols.get(code.replace(/^f0/u, ''))
  const isPlain = /^[0-9a-d][0-9a-f]{3}$/u.test(code) && !/^d[89a-f]/u.test(code)
  if (known === undefined && !isPlain) dropped.drop('replaced-characters', `U+${code.toUpperCase()}`)
  document.add(known ?? (isPlain ? String.fromCodePoint(Number.parseInt(code, 16)) : '\ufffd'))
}

function readTableTag(reading: Reading, name: string, empty: boolean): void {
  if (empty) return
  if (name === 'tbl') reading.tables++
  else if (name === '/tbl') reading.tables--
  else if (reading.tables !== 1) return
  else if (name === 'tr') reading.document.row()
  else if (name === 'tc') reading.document.cell()
  else if (name === '/tr') reading.document.endRow()
}
