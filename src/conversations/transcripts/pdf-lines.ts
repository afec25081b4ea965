import { labelOfLine } from './line-label.ts'
import { cleanText, type DocumentLine } from './plain-text.ts'
import { labelStrength } from './speaker-words.ts'
import type { DroppedList } from './transcript.ts'

/** A piece of text on a page: where it begins (points from the left and the bottom), how wide and how high. */
export type PdfRun = { text: string; x: number; y: number; width: number; size: number; isRtl: boolean }

/** A page: its height in points and what stands on it, in any order. */
export type PdfPage = { height: number; runs: readonly PdfRun[] }

/**
 * The lines of a document's pages in the order they are read. Lines that were only cut at the margin are put together
 * again; an empty line stands where the page leaves space. What comes at the same height of several pages at its head
 * or foot, or counts the pages, is left out and said.
 */
export function linesOfPages(pages: readonly PdfPage[], dropped: DroppedList): DocumentLine[] {
  const rows = pages.map((page) =>
    rowsOf(page.runs.map((run) => ({ ...run, text: cleanText(run.text, dropped) }))),
  )
  const running = runningLines(pages, rows)
  const lines = rows.flatMap((page) => {
    const kept = page.filter((row) => {
      if (running.has(row)) dropped.drop('page-lines', textOf(row.runs))
      return !running.has(row)
    })
    return inColumns(kept)
  })
  return joined(lines)
}

type Row = { y: number; size: number; runs: PdfRun[] }
type Line = {
  text: string
  y: number
  size: number
  left: number
  right: number
  column: number
  isRtl: boolean
}

/** Runs at one height are a row, from left to right. */
function rowsOf(runs: readonly PdfRun[]): Row[] {
  const rows: Row[] = []
  for (const run of runs.toSorted((one, other) => other.y - one.y)) {
    const row = rows.at(-1)
    if (row && row.y - run.y <= Math.max(row.size, run.size) * 0.45) {
      row.runs.push(run)
      row.size = Math.max(row.size, run.size)
    } else rows.push({ y: run.y, size: run.size, runs: [run] })
  }
  for (const row of rows) row.runs.sort((one, other) => one.x - other.x)
  return rows
}

/** Words of runs beside each other; a wide gap after a name is a tab, as between the columns of a table. */
function textOf(runs: readonly PdfRun[]): string {
  const isRtl = runs.filter((run) => run.isRtl).length * 2 > runs.length
  const ordered = isRtl ? runs.toReversed() : runs
  let text = ''
  let before: PdfRun | undefined
  for (const run of ordered) {
    if (before) {
      const gap = isRtl ? before.x - (run.x + run.width) : run.x - (before.x + before.width)
      const size = Math.max(run.size, before.size)
      const isTable = gap > size * 2 && text.length <= 40 && !text.includes('\t') && isName(text)
      text += isTable ? '\t' : gap > size * 0.15 ? ' ' : ''
    }
    text += run.text
    before = run
  }
  return text
    .replace(/ +/gu, ' ')
    .replace(/ ?\t ?/gu, '\t')
    .trim()
}

function isName(text: string): boolean {
  return /^(?:role|name|letter)$/u.test(labelStrength(text.trim()))
}

/** Rows at the head or foot of pages that come again on at least half of the pages (at least two), or count them. */
function runningLines(pages: readonly PdfPage[], rows: readonly (readonly Row[])[]): Set<Row> {
  const found = new Map<string, Row[]>()
  for (const [at, page] of rows.entries()) {
    const height = pages[at]?.height ?? 0
    const edge = page.filter(({ y }) => y > height * 0.88 || y < height * 0.12)
    for (const row of edge) {
      const text = textOf(row.runs)
      if (isLabel(text)) continue
      const key = `${Math.round(row.y / 3)} ${text.replace(/\d+/gu, '#')}`
      found.set(key, [...(found.get(key) ?? []), row])
    }
  }
  const needed = Math.max(2, pages.length * 0.4)
  return new Set([...found.values()].filter((same) => same.length >= needed).flat())
}

/** Who speaks may stand at the head of many pages. */
function isLabel(text: string): boolean {
  const bare = text.replace(/:$/u, '')
  if (text.endsWith(':') || labelStrength(bare) === 'role') return true
  const label = labelOfLine(text)
  return label !== undefined && label.form === 'colon' && labelStrength(label.label) === 'role'
}

/** A page's rows as lines; where a white strip divides it, the left column before the right one. */
function inColumns(rows: readonly Row[]): Line[] {
  const gutter = gutterOf(rows)
  if (gutter === undefined) return rows.map((row) => lineOf(row, { runs: row.runs, column: 0 }))
  const lines: Line[] = []
  let left: Line[] = []
  let right: Line[] = []
  const flush = () => {
    lines.push(...left, ...right)
    left = []
    right = []
  }
  for (const row of rows) {
    if (row.runs.some((run) => run.x < gutter && run.x + run.width > gutter)) {
      flush()
      lines.push(lineOf(row, { runs: row.runs, column: 0 }))
      continue
    }
    const before = row.runs.filter((run) => run.x < gutter)
    const after = row.runs.filter((run) => run.x >= gutter)
    if (before.length > 0) left.push(lineOf(row, { runs: before, column: 1 }))
    if (after.length > 0) right.push(lineOf(row, { runs: after, column: 2 }))
  }
  flush()
  return lines
}

function lineOf(row: Row, { runs, column }: { runs: readonly PdfRun[]; column: number }): Line {
  return {
    text: textOf(runs),
    y: row.y,
    size: row.size,
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ x, width }) => x + width)),
    column,
    isRtl: runs.filter((run) => run.isRtl).length * 2 > runs.length,
  }
}

/**
 * The middle of a white strip between two columns, near the middle of the text: almost no row crosses it, and text
 * stands on both sides. A narrow column of names beside what they say is a table, not two columns.
 */
function gutterOf(rows: readonly Row[]): number | undefined {
  const runs = rows.flatMap((row) => row.runs)
  if (rows.length < 6) return undefined
  const left = Math.min(...runs.map(({ x }) => x))
  const right = Math.max(...runs.map(({ x, width }) => x + width))
  let best: { x: number; crossed: number } | undefined
  for (let share = 0.36; share <= 0.64; share += 0.01) {
    const x = left + (right - left) * share
    const crossed = rows.filter((row) =>
      row.runs.some((run) => run.x < x + 3 && run.x + run.width > x - 3),
    ).length
    if (!best || crossed < best.crossed) best = { x, crossed }
  }
  if (!best || best.crossed > rows.length * 0.25) return undefined
  const { x } = best
  const free = rows.filter((row) => !row.runs.some((run) => run.x < x && run.x + run.width > x))
  const widths = (side: (run: PdfRun) => boolean) =>
    free.flatMap((row) => {
      const some = row.runs.filter(side)
      return some.length === 0 ? [] : [some.reduce((sum, { width }) => sum + width, 0)]
    })
  const [one, other] = [widths((run) => run.x < x), widths((run) => run.x >= x)]
  const isText = (found: readonly number[]) =>
    found.length >= Math.max(4, free.length * 0.3) && mean(found) > (right - left) * 0.2
  return isText(one) && isText(other) ? x : undefined
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
}

/** Lines as written: those cut at the margin joined, space between paragraphs an empty line. */
function joined(lines: readonly Line[]): DocumentLine[] {
  const edges = new Map<number, number>()
  for (const { column, right } of lines) edges.set(column, Math.max(edges.get(column) ?? 0, right))
  const pitch = usualPitch(lines)
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? []))
  const written: DocumentLine[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const last = written.at(-1)
    const step = before && before.column === line.column ? before.y - line.y : undefined
    const isApart = step !== undefined && step > pitch * 1.35
    if (before && last && !isApart && isCut(before, { line, edge: edges.get(before.column) ?? 0 }))
      last.text = glued(last.text, { next: line.text, words })
    else {
      if (isApart) written.push({ text: '' })
      written.push({ text: line.text })
    }
  }
  return written
}

/** The usual step from a line to the next: the median of those that are steps of one text. */
function usualPitch(lines: readonly Line[]): number {
  const steps = lines.flatMap((line, at) => {
    const before = lines[at - 1]
    const step = before && before.column === line.column ? before.y - line.y : 0
    return step > 0 && step < line.size * 3 ? [step] : []
  })
  steps.sort((one, other) => one - other)
  // A file of short turns has more steps between them than within: the lower third is the pitch.
  return steps[Math.floor(steps.length / 3)] ?? Number.POSITIVE_INFINITY
}

/** Whether a line ended only because the next word had no room. */
function isCut(before: Line, { line, edge }: { line: Line; edge: number }): boolean {
  const label = labelOfLine(line.text)
  const strength = label && labelStrength(label.label)
  if (label && (label.form === 'time' || strength === 'role' || strength === 'name' || strength === 'letter'))
    return false
  if (before.isRtl || line.isRtl) return true
  const first = /^\S+/u.exec(line.text)?.[0].length ?? 0
  const width = ((line.right - line.left) * first) / Math.max(1, line.text.length)
  return before.right + width + before.size * 1.2 > edge
}

/** A word cut with a hyphen is whole again, unless the document writes it with one elsewhere. */
function glued(text: string, { next, words }: { next: string; words: ReadonlySet<string> }): string {
  const [, head] = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text) ?? []
  const [tail] = /^\p{Ll}+/u.exec(next) ?? []
  if (head === undefined || tail === undefined) return `${text} ${next}`
  const whole = `${head}${tail}`.toLowerCase()
  const keeps = !words.has(whole) && words.has(`${head}-${tail}`.toLowerCase())
  return (keeps ? text : text.slice(0, -1)) + next
}
