import { buildDocument, type DocumentBuilder } from './document-builder.ts'
import { unescapeHtml } from './html-entities.ts'
import { readLines, type TextTurns } from './plain-text.ts'
import { newDroppedList, type DroppedList } from './transcript.ts'

/**
 * Reads the words of a web page: blocks as paragraphs, tables of (time,) speaker and text, headings and terms as
 * names where they come again. Scripts, styles, pictures, forms, menus and comments are left out and said; nothing
 * is fetched and nothing run.
 */
export function readHtml(html: string): TextTurns {
  const dropped = newDroppedList()
  const document = buildDocument(dropped)
  const reading: Reading = {
    document,
    dropped,
    tables: 0,
    pre: 0,
    heading: false,
    left: undefined,
    patience: 256 * 1024 * 1024,
  }
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const end = open < 0 ? html.length : open
    if (end > at) addText(reading, html.slice(at, end))
    if (open < 0) break
    at = readMark(reading, { html, open })
  }
  return readLines(document.lines(), dropped)
}

type Reading = {
  document: DocumentBuilder
  dropped: DroppedList
  tables: number
  pre: number
  heading: boolean
  /** What is left out up to its end tag, and the words in it. */
  left: { element: string; depth: number; words: string; as: 'page-lines' | 'comments' | 'marks' } | undefined
  /** Letters that may still be looked through in vain for the end of a mark; without it a page of open quotes takes hours. */
  patience: number
}

const blocks =
  /^(?:p|div|section|article|main|aside|blockquote|figure|figcaption|ul|ol|li|dl|dd|hr|body|html|details|summary|address|center|pre)$/u
const headings = /^(?:h[1-6]|dt)$/u
/** What holds no talk. */
const silent =
  /^(?:script|style|head|title|noscript|template|svg|math|object|iframe|canvas|audio|video|select|textarea|button|nav|footer|form)$/u
const raw = /^(?:script|style|textarea|iframe)$/u

/** Reads the mark at `open` and answers where the text goes on. What only looks like a mark is text. */
function readMark(reading: Reading, { html, open }: { html: string; open: number }): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    const words = html.slice(open + 4, end < 0 ? html.length : end).trim()
    // A comment for old browsers holds marks, not words.
    if (words !== '' && !words.startsWith('[if')) reading.dropped.drop('comments', words)
    return end < 0 ? html.length : end + 3
  }
  const [, slash, written] = /^<(\/?)([a-z][a-z0-9:-]*)/iu.exec(html.slice(open, open + 80)) ?? []
  const close = written === undefined ? -1 : closeOf(reading, { html, open })
  if (slash === undefined || written === undefined || close < 0) {
    if (/^<[!?]/u.test(html.slice(open, open + 2))) {
      const end = html.indexOf('>', open)
      return end < 0 ? html.length : end + 1
    }
    addText(reading, '<')
    return open + 1
  }
  const name = written.toLowerCase()
  const after = close + 1
  const comment =
    name === 'a' && slash === '' ? commentAt(html.slice(open, Math.min(after, open + 300))) : undefined
  if (comment !== undefined) reading.left ??= { ...comment, depth: 1, words: '' }
  else readTag(reading, { name, ends: slash === '/', empty: html.charAt(close - 1) === '/' })
  if (slash === '/' || !raw.test(name)) return after
  // What is inside is not marks: "</" of its own end alone counts.
  const end = html.slice(after).search(new RegExp(`</${name}[\\s>]`, 'iu'))
  return end < 0 ? html.length : after + end
}

/** Comments of Google Docs stand below the page, each in a box that begins with a link to its place; at the place stands a mark. */
function commentAt(mark: string): { element: string; as: 'comments' | 'marks' } | undefined {
  if (/\shref="#cmnt_ref\d+"/u.test(mark)) return { element: 'div', as: 'comments' }
  return /\shref="#cmnt\d+"/u.test(mark) ? { element: 'a', as: 'marks' } : undefined
}

/** Where a mark ends: at the first ">" outside quotes. A picture written into an attribute may be megabytes. */
function closeOf(reading: Reading, { html, open }: { html: string; open: number }): number {
  let at = open + 1
  for (; at < html.length && reading.patience > 0; at++) {
    const letter = html.charAt(at)
    if (letter === '>') return at
    if (letter === '<') break
    if (letter !== '"' && letter !== "'") continue
    const end = html.indexOf(letter, at + 1)
    at = end < 0 ? html.length : end
  }
  reading.patience -= at - open
  return -1
}

type Mark = { name: string; ends: boolean; empty: boolean }

function readTag(reading: Reading, { name, ends, empty }: Mark): void {
  const { document, left, dropped } = reading
  if (left) {
    if (name === left.element && !empty) left.depth += ends ? -1 : 1
    if (left.depth > 0) return
    const words = left.words.replace(/\s+/gu, ' ').trim()
    if (words !== '') dropped.drop(left.as, words)
    reading.left = undefined
  } else if (silent.test(name)) {
    if (!ends && !empty) reading.left = { element: name, depth: 1, words: '', as: 'page-lines' }
  } else if (name === 'img') dropped.drop('images', 'img')
  else if (name === 'br') document.add('\n')
  else if (name === 'pre') reading.pre = Math.max(0, reading.pre + (ends ? -1 : 1))
  else if (headings.test(name)) {
    endBlock(reading)
    reading.heading = !ends
  } else if (blocks.test(name)) endBlock(reading)
  else readTableTag(reading, { name, ends, empty })
}

/** The end tag of a heading may be missing: the next block ends it. */
function endBlock(reading: Reading): void {
  reading.document.close(reading.heading ? 'heading' : 'text')
  reading.heading = false
}

function readTableTag(reading: Reading, { name, ends }: Mark): void {
  const { document } = reading
  if (name === 'table') {
    reading.tables = Math.max(0, reading.tables + (ends ? -1 : 1))
    if (ends) document.endRow()
    else document.close()
  } else if (reading.tables !== 1) {
    if (name === 'tr' || name === 'td' || name === 'th') document.close()
  } else if (name === 'tr') {
    if (ends) document.endRow()
    else document.row()
  } else if ((name === 'td' || name === 'th') && !ends) document.cell()
}

function addText({ document, pre, left }: Reading, text: string): void {
  if (left) {
    if (!raw.test(left.element) && !/^(?:head|title)$/u.test(left.element) && left.words.length < 200)
      left.words += unescapeHtml(text)
    return
  }
  // The space that is laid out is one; a hard space stays.
  const laid = pre > 0 ? text : text.replace(/[ \t\r\n\f]+/gu, ' ')
  if (laid === ' ' && !document.begun()) return
  document.add(unescapeHtml(laid))
}
