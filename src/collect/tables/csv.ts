import { batchCharacters, batchSize, emptyBatch } from './rows.ts'
import type { RowBatch } from './rows.ts'
import type { Delimiter } from './csv-dialect.ts'

/**
 * Text into records, whatever the line ends (LF, CRLF, CR, mixed), with quotes (doubled inside) that may hold delimiters and
 * line ends. Empty lines are passed over. A quote that is never closed costs one line, which is refused, not the rest of the
 * file. Every row knows its line and is kept as written.
 *
 * Own code after trying a library: rows must be handed back as they were with their true line numbers, and parsing must go
 * on after an open quote; the common parsers lose one or the other.
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  dialect: { delimiter: Delimiter },
): AsyncGenerator<RowBatch> {
  let rest = ''
  let line = 1
  let batch = emptyBatch()
  let characters = 0
  for await (const piece of text) {
    const scan = new Scan(rest + piece, dialect.delimiter, 'more follows')
    scan.line = line
    while (scan.readInto(batch)) {
      if (batch.rows.length + batch.refused.length >= batchSize) {
        yield batch
        batch = emptyBatch()
        characters = 0
      }
    }
    characters += piece.length
    if (characters >= batchCharacters && batch.rows.length + batch.refused.length > 0) {
      yield batch
      batch = emptyBatch()
      characters = 0
    }
    rest = scan.remaining()
    line = scan.line
  }
  const scan = new Scan(rest, dialect.delimiter, 'the end')
  scan.line = line
  while (scan.readInto(batch));
  if (batch.rows.length + batch.refused.length > 0) yield batch
}

/** Reads a text at once, at most `most` rows of it: for samples. */
export function readCsvSample(
  text: string,
  dialect: { delimiter: Delimiter; complete: 'whole' | 'cut off'; most: number },
): RowBatch {
  const batch = emptyBatch()
  const scan = new Scan(text, dialect.delimiter, dialect.complete === 'whole' ? 'the end' : 'more follows')
  while (batch.rows.length < dialect.most && scan.readInto(batch));
  return batch
}

/** Longest record, in characters: beyond it an open quote counts as a mistake. */
const longestRecord = 1_000_000

type Found = { cells: string[]; end: number }

class Scan {
  line = 1
  private position = 0
  // Where the next such character is, so that a file without it is searched once and not once a line.
  private nextLf = -2
  private nextCr = -2
  private nextQuote = -2
  private readonly text: string
  private readonly delimiter: Delimiter
  private readonly what: 'more follows' | 'the end'

  constructor(text: string, delimiter: Delimiter, what: 'more follows' | 'the end') {
    this.text = text
    this.delimiter = delimiter
    this.what = what
  }

  remaining(): string {
    return this.text.slice(this.position)
  }

  /** Reads one record (or passes over one empty line); false when there is none complete. */
  readInto(batch: RowBatch): boolean {
    const start = this.position
    if (start >= this.text.length) return false
    const lineEnd = this.breakFrom(start)
    if (lineEnd === null) return false
    this.nextQuote = this.next('"', this.nextQuote, start)
    if (this.nextQuote >= lineEnd) {
      const raw = this.text.slice(start, lineEnd)
      if (raw.trim() !== '') batch.rows.push({ line: this.line, cells: raw.split(this.delimiter), raw })
      this.moveTo(lineEnd, 1)
      return true
    }
    return this.readQuoted(batch, { start, lineEnd })
  }

  private readQuoted(batch: RowBatch, { start, lineEnd }: { start: number; lineEnd: number }): boolean {
    const found = this.quotedRecord(start)
    if (found === 'open') {
      if (this.what === 'more follows' && this.text.length - start < longestRecord) return false
      batch.refused.push({
        line: this.line,
        raw: this.text.slice(start, lineEnd),
        reason: 'broken-quotes',
        message: 'A quotation mark is opened in this line and never closed.',
      })
      this.moveTo(lineEnd, 1)
      return true
    }
    const raw = this.text.slice(start, found.end)
    batch.rows.push({ line: this.line, cells: found.cells, raw })
    this.moveTo(found.end, 1 + (found.end > lineEnd ? countBreaks(raw) : 0))
    return true
  }

  /** The record from `start` on; 'open' when the text ends inside quotes or could go on. */
  private quotedRecord(start: number): Found | 'open' {
    const cells: string[] = []
    let at = start
    for (;;) {
      let cell = ''
      if (this.text[at] === '"') {
        const quoted = this.quotedCell(at + 1)
        if (quoted === 'open') return 'open'
        cell = quoted.value
        at = quoted.end
        const end = this.cellEnd(at)
        // Text after the closing quote: the writer did not mean the quotes as such, so they stay.
        if (end > at) cell = `"${cell}"${this.text.slice(at, end)}`
        at = end
      } else {
        const end = this.cellEnd(at)
        cell = this.text.slice(at, end)
        at = end
      }
      cells.push(cell)
      if (this.text[at] !== this.delimiter) {
        const undecided = this.what === 'more follows' && at >= this.text.length - 1
        return undecided && this.text[at] !== '\n' ? 'open' : { cells, end: at }
      }
      at++
    }
  }

  private quotedCell(from: number): { value: string; end: number } | 'open' {
    let value = ''
    let at = from
    for (;;) {
      const quote = this.text.indexOf('"', at)
      if (quote < 0) return 'open'
      value += this.text.slice(at, quote)
      if (this.text[quote + 1] !== '"') return { value, end: quote + 1 }
      value += '"'
      at = quote + 2
    }
  }

  private cellEnd(from: number): number {
    let at = from
    for (; at < this.text.length; at++) {
      const char = this.text[at]
      if (char === this.delimiter || char === '\n' || char === '\r') break
    }
    return at
  }

  /** Where the line ends (before its break); null when the text could go on. */
  private breakFrom(start: number): number | null {
    this.nextLf = this.next('\n', this.nextLf, start)
    this.nextCr = this.next('\r', this.nextCr, start)
    const end = Math.min(this.nextLf, this.nextCr)
    if (end === Infinity) return this.what === 'the end' ? this.text.length : null
    if (end === this.nextCr && end === this.text.length - 1 && this.what === 'more follows') return null
    return end
  }

  private next(char: string, known: number, from: number): number {
    if (known >= from) return known
    const found = this.text.indexOf(char, from)
    return found < 0 ? Infinity : found
  }

  private moveTo(end: number, lines: number): void {
    this.line += lines
    this.position = end + (this.text.startsWith('\r\n', end) ? 2 : 1)
  }
}

function countBreaks(raw: string): number {
  return raw.match(/\r\n|\n|\r/g)?.length ?? 0
}
