import { buildDocument } from './document-builder.ts'
import { readLines, cleanText, type DocumentLine, type TextTurns } from './plain-text.ts'
import { newDroppedList, type DroppedList } from './transcript.ts'

/**
 * Reads Markdown: **Name:** text, **Name** (00:01:02): text, a heading with the name above its turns, quotes and
 * lists. Marks of emphasis go; front matter, rules and comments are dropped and said.
 */
export function readMarkdown(raw: string): TextTurns {
  const dropped = newDroppedList()
  const lines = withoutFrontMatter(cleanText(raw, dropped).split('\n'), dropped)
  return readLines(tablesTold(withoutComments(lines, dropped).map(plainLine), dropped), dropped)
}

/** Tables between bars: rows below a head that names its columns say who speaks, other rows are their cells in order. */
function tablesTold(lines: readonly DocumentLine[], dropped: DroppedList): DocumentLine[] {
  const document = buildDocument(dropped)
  return lines.flatMap((line, at): DocumentLine[] => {
    if (!isRow(line.text)) return [line]
    if (!/^[\s|:-]+$/u.test(line.text)) {
      document.row()
      for (const cell of cellsOf(line.text)) {
        document.cell()
        document.add(cell)
      }
    }
    return isRow(lines[at + 1]?.text ?? '') ? [] : document.take()
  })
}

function isRow(line: string): boolean {
  return /^\|.*\|$/u.test(line)
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replaceAll('\\|', '|').replaceAll(/<br\s*\/?>/giu, '\n'))
}

function withoutFrontMatter(lines: readonly string[], dropped: DroppedList): readonly string[] {
  if (lines[0]?.trim() !== '---') return lines
  const end = lines.findIndex((line, at) => at > 0 && at < 60 && line.trim() === '---')
  if (end < 0) return lines
  for (const line of lines.slice(1, end)) dropped.drop('heading-lines', line.trim())
  return lines.slice(end + 1)
}

function withoutComments(lines: readonly string[], dropped: DroppedList): string[] {
  const kept: string[] = []
  let inside = false
  for (const line of lines) {
    const start = inside ? 0 : line.indexOf('<!--')
    if (start < 0) kept.push(line)
    else {
      dropped.drop('comments', line.trim())
      const end = line.indexOf('-->', start)
      inside = end < 0
      kept.push(inside ? '' : line.slice(0, start) + line.slice(end + 3))
    }
  }
  return kept
}

function plainLine(line: string): DocumentLine {
  let text = line.trim()
  if (/^([-*_]\s*){3,}$/u.test(text)) return { text: '' }
  const heading = /^#{1,6}\s+(.*?)\s*#*$/u.exec(text)
  if (heading) return { text: withoutEmphasis(heading[1] ?? ''), heading: true }
  text = text.replace(/^(?:>\s?)+/u, '').replace(/^(?:[-*+]|\d{1,3}\.)\s+(?=\*\*|__)/u, '')
  const alone = /^(?:\*\*|__)([^*_]{1,60})(?:\*\*|__)$/u.exec(text)
  if (alone) return { text: withoutEmphasis(text), heading: true }
  return { text: withoutEmphasis(text) }
}

function withoutEmphasis(text: string): string {
  return text
    .replace(/\*\*|(?<![\p{L}\p{N}])__|__(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<![\p{L}\p{N}*])[*_](?=\S)([^*_]{1,200}?)(?<=\S)[*_](?![\p{L}\p{N}*])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>-])/gu, '$1')
    .trim()
}
