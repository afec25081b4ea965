import { buildDocument, type DocumentBuilder } from './document-builder.ts'
import { readLines, type TextTurns } from './plain-text.ts'
import { newDroppedList, type DroppedList } from './transcript.ts'

/** What an RTF file holds, or that it stops half way. */
export type Rtf = { state: 'read'; turns: TextTurns } | { state: 'broken' }

/**
 * Reads the words of RTF (Rich Text Format Specification 1.9.1): paragraphs, tables of (time,) speaker and text,
 * letters by code page of their font or by Unicode number; footnotes in brackets where they are referred to. Deleted
 * and hidden text, comments, pictures, headers and footers are left out and said. `bytes` is one character a byte.
 */
export function readRtf(bytes: Uint8Array): Rtf {
  const dropped = newDroppedList()
  const document = buildDocument(dropped)
  const file = Buffer.from(bytes).toString('latin1')
  const reading: Reading = {
    document,
    dropped,
    groups: [],
    group: { into: 'body', font: -1, skip: 1, deleted: false, hidden: false },
    codePage: 'windows-1252',
    fonts: new Map(),
    fontRead: -1,
    defaultFont: -1,
    pending: [],
    left: '',
    unspoken: 0,
    inRow: false,
  }
  const state = readTokens(reading, file)
  flush(reading)
  if (state === 'broken') return { state }
  return { state: 'read', turns: readLines(document.lines(), dropped) }
}

type Into = 'body' | 'note' | 'fonts' | 'nowhere' | 'comments' | 'page-lines'
type Group = { into: Into; font: number; skip: number; deleted: boolean; hidden: boolean }
type Reading = {
  document: DocumentBuilder
  dropped: DroppedList
  groups: Group[]
  group: Group
  codePage: string
  fonts: Map<number, string>
  fontRead: number
  defaultFont: number
  /** Bytes of a code page that wait for those after them: some letters are two. */
  pending: number[]
  left: string
  /** Letters still to pass over after a Unicode number: its stand-in for old readers. */
  unspoken: number
  inRow: boolean
}

const token = /\\([a-z]+)(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z'])|([{}])|([\r\n]+)|([^\\{}\r\n]+)|\\/giuy

/** Real files have a few dozen groups inside one another. */
const deepest = 2_000

function readTokens(reading: Reading, file: string): 'read' | 'broken' {
  token.lastIndex = 0
  let depth = 0
  for (let found = token.exec(file); found; found = token.exec(file)) {
    const [, word, number, hex, symbol, brace, , text] = found
    if (brace === '{') {
      depth++
      if (depth > deepest) return 'broken'
      flush(reading)
      reading.groups.push(reading.group)
      reading.group = { ...reading.group }
    } else if (brace === '}') {
      depth--
      endGroup(reading)
      if (depth <= 0) return 'read'
    } else if (word === 'bin') token.lastIndex += Math.max(0, Number(number ?? 0))
    else if (word !== undefined)
      readWord(reading, { word, value: number === undefined ? undefined : Number(number) })
    else if (hex !== undefined) readByte(reading, Number.parseInt(hex, 16))
    else if (symbol !== undefined) readSymbol(reading, symbol)
    else if (text !== undefined) for (const letter of text) readByte(reading, letter.charCodeAt(0))
  }
  return 'broken'
}

const letterWords: Readonly<Record<string, string>> = {
  ...{
    tab: '\t',
    line: '\n',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
  },
  ...{ bullet: '•', emspace: '\u2003', enspace: '\u2002', softline: '\n' },
}
const nowhere = new Set(
  'colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl fldinst bkmkstart bkmkend revtbl filetbl mmathPr wgrffmtfilter shprslt nonshppict pntext pntxta pntxtb listtext atnid atnauthor'.split(
    ' ',
  ),
)
const pageWords = /^(?:header|footer)[lrf]?$/u

function readWord(reading: Reading, { word, value }: { word: string; value: number | undefined }): void {
  const { group, document } = reading
  const said = letterWords[word]
  if (word === 'u') {
    flush(reading)
    addText(reading, String.fromCharCode(((value ?? 0) + 65_536) % 65_536))
    reading.unspoken = group.skip
    return
  }
  if (word === 'uc') group.skip = Math.max(0, value ?? 1)
  else if (said !== undefined) {
    flush(reading)
    addText(reading, word === 'tab' && group.into === 'body' && !document.begun() ? '' : said)
  } else if (word === 'f') {
    flush(reading)
    if (group.into === 'fonts') reading.fontRead = value ?? -1
    group.font = value ?? -1
  } else if (word === 'deff') reading.defaultFont = value ?? -1
  else if (word === 'fcharset' && group.into === 'fonts') setCharset(reading, value ?? 0)
  else if (word === 'ansicpg' && value !== undefined) reading.codePage = encodingOf(value)
  else if (word === 'mac') reading.codePage = 'macintosh'
  else if (word === 'plain')
    Object.assign(group, { font: reading.defaultFont, deleted: false, hidden: false })
  else if (word === 'deleted') changeGroup(reading, { deleted: value !== 0 })
  else if (word === 'v') changeGroup(reading, { hidden: value !== 0 })
  else if (word === 'fonttbl') group.into = 'fonts'
  else if (word === 'shptxt') changeGroup(reading, { into: 'body' })
  else if (word === 'footnote') startNote(reading)
  else if (word === 'annotation') leave(reading, 'comments')
  else if (pageWords.test(word)) leave(reading, 'page-lines')
  else if (nowhere.has(word)) {
    if (word === 'pict' && group.into === 'body') reading.dropped.drop('images', 'pict')
    leave(reading, 'nowhere')
  } else if (group.into === 'body') readLayout(reading, word)
  else if (word === 'par') addText(reading, ' ')
}

function readLayout(reading: Reading, word: string): void {
  const { document } = reading
  if (!/^(?:par|sect|page|column|trowd|intbl|cell|row|nestcell|nestrow)$/u.test(word)) return
  flush(reading)
  if (word === 'trowd' || word === 'intbl') {
    if (reading.inRow) return
    reading.inRow = true
    document.row()
    document.cell()
  } else if (word === 'cell') document.cell()
  else if (word === 'row') {
    document.endRow()
    reading.inRow = false
  } else document.close()
}

function readSymbol(reading: Reading, symbol: string): void {
  if (symbol === '*') {
    // What an old reader may pass over is passed over, but for the words in it that we know.
    leave(reading, 'nowhere')
    return
  }
  flush(reading)
  if (symbol === '~') addText(reading, '\u00a0')
  else if (symbol === '_') addText(reading, '\u2011')
  else if (/[\\{}]/u.test(symbol)) readByte(reading, symbol.charCodeAt(0))
  else if (/[\r\n]/u.test(symbol) && reading.group.into === 'body') reading.document.close()
}

function readByte(reading: Reading, byte: number): void {
  if (reading.unspoken > 0) reading.unspoken--
  else if (reading.group.into !== 'nowhere' && reading.group.into !== 'fonts') reading.pending.push(byte)
}

function flush(reading: Reading): void {
  reading.unspoken = 0
  if (reading.pending.length === 0) return
  const bytes = Uint8Array.from(reading.pending, (byte) => byte & 0xff)
  reading.pending = []
  const font = reading.group.font === -1 ? reading.defaultFont : reading.group.font
  addText(reading, new TextDecoder(reading.fonts.get(font) ?? reading.codePage).decode(bytes))
}

function addText(reading: Reading, text: string): void {
  const { group, document, dropped } = reading
  if (group.into === 'nowhere' || group.into === 'fonts') return
  if (group.into === 'comments' || group.into === 'page-lines') reading.left += text
  else if (group.deleted) dropped.drop('deleted-text', text)
  else if (group.hidden) dropped.drop('hidden-text', text)
  else document.add(text)
}

function changeGroup(reading: Reading, change: Partial<Group>): void {
  flush(reading)
  Object.assign(reading.group, change)
}

function leave(reading: Reading, into: Into): void {
  flush(reading)
  if (reading.group.into === 'body' || reading.group.into === 'note' || into === 'comments')
    reading.group.into = into
}

function startNote(reading: Reading): void {
  flush(reading)
  if (reading.group.into !== 'body') return
  reading.group.into = 'note'
  reading.document.add(' [')
}

function endGroup(reading: Reading): void {
  flush(reading)
  const { group, groups, document, dropped } = reading
  const outer = groups.pop()
  if (!outer) return
  if (group.into !== outer.into) {
    if (group.into === 'note') document.add(']')
    if (group.into === 'comments' || group.into === 'page-lines') {
      const words = reading.left.replace(/\s+/gu, ' ').trim()
      if (words !== '') dropped.drop(group.into, words)
      reading.left = ''
    }
  }
  reading.group = outer
}

/** Code pages of fonts by `\fcharset` (specification 1.9.1, "Font table"). */
const charsets: Readonly<Record<number, number>> = {
  ...{
    0: 1252,
    128: 932,
    129: 949,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
  },
  ...{ 186: 1257, 204: 1251, 222: 874, 238: 1250 },
}

function setCharset(reading: Reading, charset: number): void {
  const page = charsets[charset]
  if (charset === 77) reading.fonts.set(reading.fontRead, 'macintosh')
  else if (page !== undefined && charset !== 0) reading.fonts.set(reading.fontRead, encodingOf(page))
}

function encodingOf(page: number): string {
  const named: Readonly<Record<number, string>> = {
    ...{ 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 10000: 'macintosh', 65001: 'utf-8' },
  }
  const encoding = named[page] ?? `windows-${page}`
  try {
    return new TextDecoder(encoding).encoding
  } catch {
    return 'windows-1252'
  }
}
