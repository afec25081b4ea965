import { readTime, timePattern } from './clock-time.ts'
import type { DocumentLine } from './plain-text.ts'
import type { DroppedList } from './transcript.ts'

/** Which column of a table holds what, by the words at its head. */
export type Columns = {
  head: readonly string[]
  text: number
  speaker?: number
  time?: number
  end?: number
}

const kinds = {
  speaker:
    /^(?:speakers?|speaker[ _]?(?:name|label)|who|participant|person|taler(?:navn)?|navn|hvem|talare|namn|vem|spreker|naam|wie|sprecher(?:in)?|sprechende|name|wer)$/iu,
  time: /^(?:time|times?[ _-]?(?:stamps?|spans?|codes?)|start(?:[ _-]?time)?|begin|from|in|tid(?:s?punkt|s?kode?)?|starttid|tijd(?:code|stip)?|starttijd|zeit(?:marke|stempel|punkt)?|startzeit|anfang|beginn|von)$/iu,
  end: /^(?:end(?:[ _-]?time)?|until|to|out|stop|slut(?:t?id)?|eind(?:tijd)?|einde|ende|endzeit|bis)$/iu,
  text: /^(?:text|content|transcript(?:ion)?|sentence|utterance|speech|dialogue|said|words|caption|tekst|indhold|udsagn|ytring|transskription|innehåll|yttrande|transkription|utskrift|inhoud|uitspraak|transcriptie|inhalt|äußerung|transkript|gesagtes|beitrag|wortlaut)$/iu,
} as const

/** The columns a table's first row names: the words said, and who says them or when. Undefined where it names nothing of the kind. */
export function readColumns(cells: readonly string[]): Columns | undefined {
  if (cells.length < 2 || cells.some((cell) => cell.length > 40)) return undefined
  const find = (kind: keyof typeof kinds) => {
    const at = cells.findIndex((cell) => kinds[kind].test(cell.trim().replace(/:$/u, '')))
    return at < 0 ? undefined : at
  }
  const [text, speaker, time, end] = [find('text'), find('speaker'), find('time'), find('end')]
  if (text === undefined || (speaker === undefined && time === undefined)) return undefined
  return {
    head: cells,
    text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(time === undefined ? {} : { time }),
    ...(end === undefined ? {} : { end }),
  }
}

/** A row of such a table as who says what and when; what stands in other columns is left out and said. */
export function tellRow(
  columns: Columns,
  { cells, before, dropped }: { cells: readonly string[]; before: string; dropped: DroppedList },
): DocumentLine | undefined {
  const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim())
  dropOthers(columns, { cells, dropped })
  const text = cell(columns.text)
  const label = cell(columns.speaker).replace(/\s*:$/u, '').replace(/\s+/gu, ' ') || before
  if (text === '') {
    if (label !== before) dropped.drop('empty-turns', label)
    return undefined
  }
  const { startMs, endMs = readTime(cell(columns.end)) } = readSpan(cell(columns.time))
  return {
    text,
    told: {
      form: label === '' ? 'time' : 'told',
      label,
      rest: text,
      ...(startMs === undefined ? {} : { startMs }),
      ...(endMs === undefined ? {} : { endMs }),
    },
  }
}

const span = new RegExp(
  String.raw`^[\[(#]?\s*(${timePattern})(?:-\d)?[\])#]?(?:\s*(?:-->|->|–|—|-|/)\s*[\[(#]?(${timePattern}))?`,
  'u',
)

/** A time or a span of time as tables have it: `00:03`, `0:03.0 - 0:07.2`. */
export function readSpan(cell: string): { startMs?: number; endMs?: number } {
  const found = span.exec(cell)
  const startMs = readTime(found?.[1] ?? '')
  const endMs = readTime(found?.[2] ?? '')
  return { ...(startMs === undefined ? {} : { startMs }), ...(endMs === undefined ? {} : { endMs }) }
}

function dropOthers(
  columns: Columns,
  { cells, dropped }: { cells: readonly string[]; dropped: DroppedList },
): void {
  const used = new Set([columns.text, columns.speaker, columns.time, columns.end])
  for (const [at, cell] of cells.entries()) {
    if (used.has(at) || cell.trim() === '') continue
    const head = columns.head[at]?.trim() ?? ''
    dropped.drop('other-columns', head === '' ? cell.trim() : `${head}: ${cell.trim()}`)
  }
}
