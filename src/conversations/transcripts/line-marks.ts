import { labelOfLine } from './line-label.ts'
import type { DocumentLine } from './plain-text.ts'
import type { DroppedList } from './transcript.ts'

const mark = /#(\d{1,2}:\d{2}:\d{2})-(\d{1,3})#/gu

/**
 * Lines without what transcription programs set between the words: the time marks of f4, easytranscript and MAXQDA
 * (`#00:01:02-5#`) and numbers that count the lines. A mark in front of a turn is its time; one behind it is when the
 * next begins. What goes otherwise is said.
 */
export function withoutMarks(lines: readonly DocumentLine[], dropped: DroppedList): DocumentLine[] {
  let next: string | undefined
  return withoutNumbers(lines, dropped).map((line) => {
    if (line.told || line.text === '') return line
    const glued = line.text.replace(/^(\d{1,2}:\d{2}:\d{2}[.,]\d{1,3})(?=\p{L})/u, '[$1] ')
    if (!glued.includes('#') && next === undefined) return { ...line, text: glued }
    const marks = [...glued.matchAll(mark)].map(([whole, clock, part]) => ({
      whole,
      time: `${clock}.${part}`,
    }))
    const words = marks.length === 0 ? glued : glued.replace(mark, ' ').replace(/ {2,}/gu, ' ').trim()
    const own = marks[0] && glued.startsWith(marks[0].whole) ? marks[0].time : undefined
    const begins = labelOfLine(words)?.form === 'colon'
    const time = own ?? (begins ? next : undefined)
    const last = marks.at(-1)
    const closes = last !== undefined && glued.trimEnd().endsWith(last.whole)
    if (closes) next = last.time
    else if (begins) next = undefined
    for (const { whole } of marks.slice(own === undefined ? 0 : 1, closes ? -1 : undefined))
      dropped.drop('marks', whole)
    return { ...line, text: time === undefined ? words : `[${time}] ${words}` }
  })
}

/** Numbers in front of nearly every line that count on by one are nobody's words. */
function withoutNumbers(lines: readonly DocumentLine[], dropped: DroppedList): readonly DocumentLine[] {
  const filled = lines.filter(({ text, told }) => text !== '' && !told)
  const numbers = filled.map(({ text }) => Number(/^(\d{1,5})[.)]?\s+\S/u.exec(text)?.[1] ?? Number.NaN))
  const counting = numbers.filter((number, at) => at > 0 && number === (numbers[at - 1] ?? 0) + 1).length
  if (counting < 3 || counting < filled.length * 0.75) return lines
  return lines.map((line) => {
    const number = line.told ? undefined : /^\d{1,5}[.)]?\s+/u.exec(line.text)?.[0]
    if (number === undefined) return line
    dropped.drop('marks', number.trim())
    return { ...line, text: line.text.slice(number.length) }
  })
}
