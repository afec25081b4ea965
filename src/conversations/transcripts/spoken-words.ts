import { momentOf, speakerNamed, type Moment, type Said } from './said.ts'

export type Fields = Readonly<Record<string, unknown>>

/** A word a service heard. `joins` is punctuation that stands at the word before. */
type Word = { text: string; speaker: string | null; joins: boolean; start?: Moment; end?: Moment }

const spellings = ['punctuated_word', 'text', 'word', 'value', 'content']
const starts = ['start', 'start_time', 'startTime', 'startOffset', 'data_start', 'ts']
const ends = ['end', 'end_time', 'endTime', 'endOffset', 'data_end', 'end_ts']
const speakers = ['speaker', 'speaker_id', 'speakerTag', 'speakerLabel', 'speaker_label']

/** Words one by one as what each speaker says in one go. */
export function saidInWords(
  words: readonly unknown[],
  nameOf: (value: unknown) => string | undefined,
): Said[] {
  const said: Said[] = []
  for (const row of words.filter(isFields)) {
    const word = wordOf(row, nameOf)
    if (word.text.trim() === '') continue
    const last = said.at(-1)
    if (last && (word.joins || last.speaker === word.speaker)) {
      last.text += word.joins ? word.text : ` ${word.text}`
      if (word.end) last.end = word.end
    } else {
      const { speaker, text, start, end } = word
      said.push({ speaker, text, ...(start ? { start } : {}), ...(end ? { end } : {}) })
    }
  }
  return said
}

/** Words of one turn as text, with when they begin and end: some services write the spaces between them too. */
export function textOfWords(words: unknown): Omit<Said, 'speaker'> | undefined {
  const rows = Array.isArray(words) ? words.filter(isFields) : []
  const heard = rows.map((row) => wordOf(row, speakerNamed))
  const spaced = rows.some((row) =>
    spellings.some((key) => typeof row[key] === 'string' && /^\s/u.test(row[key])),
  )
  const text = spaced
    ? rows.map((row) => firstText(row)).join('')
    : heard.reduce((all, word) => all + (word.joins || all === '' ? '' : ' ') + word.text, '')
  if (text.trim() === '') return undefined
  const start = heard.find((word) => word.start)?.start
  const end = heard.findLast((word) => word.end)?.end
  return { text, ...(start ? { start } : {}), ...(end ? { end } : {}) }
}

/** Whether a list holds words one by one, and not things said. */
export function areWords(rows: readonly unknown[]): boolean {
  const some = rows.filter(isFields).slice(0, 200)
  const single = some.filter((row) => /^\s*\S*\s*$/u.test(firstText(row))).length
  return some.length > 0 && some.length === Math.min(rows.length, 200) && single >= some.length * 0.9
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function firstText(row: Fields): string {
  for (const key of spellings) if (typeof row[key] === 'string') return row[key]
  return ''
}

function wordOf(row: Fields, nameOf: (value: unknown) => string | undefined): Word {
  const text = firstText(row)
  const first = <Found>(keys: readonly string[], read: (value: unknown) => Found | undefined) => {
    for (const key of keys) {
      const found = read(row[key])
      if (found !== undefined) return found
    }
    return undefined
  }
  const start = first(starts, (value) => momentOf(value, 'unsure'))
  const end = first(ends, (value) => momentOf(value, 'unsure'))
  const { type } = row
  const joins = (typeof type === 'string' && /^punct/iu.test(type)) || /^[,.!?;:…]+$/u.test(text)
  return {
    text: joins ? text : text.trim(),
    speaker: first(speakers, nameOf) ?? null,
    joins,
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
  }
}
