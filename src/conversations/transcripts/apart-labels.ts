import { labelOfLine, tidyLabel, type LineLabel } from './line-label.ts'
import type { DocumentLine } from './plain-text.ts'
import { labelStrength } from './speaker-words.ts'

/**
 * Lines of files that say who speaks in a way that only the whole file tells: a name above its time (pages of Teams and
 * Stream, copied), a time beside a name above the words (Amberscript, Happy Scribe, Word), a stamp of a chat (Zoom,
 * WhatsApp), a dash after the name. Where none of them holds for nearly all of the file, or more lines name who speaks in
 * another way, lines stay as they are.
 */
export function tellApart(lines: readonly DocumentLine[]): readonly DocumentLine[] {
  const filled = lines.filter(({ text }) => text !== '').length
  if (filled < 3 || lines.some(({ told }) => told)) return lines
  for (const tell of [spokenTimes, namesAboveTimes, namesBesideTimes, chatStamps, dashes]) {
    const told = tell(lines, filled)
    if (told && outnumber(told)) return told
  }
  return lines
}

type Told = readonly DocumentLine[] | undefined

function told(
  label: string,
  { rest = '', startMs }: { rest?: string; startMs?: number | undefined },
): DocumentLine {
  const said: LineLabel = {
    form: 'told',
    label: tidyLabel(label),
    rest,
    ...(startMs === undefined ? {} : { startMs }),
  }
  return { text: rest === '' ? label : rest, told: said }
}

const isName = (text: string) => text.length <= 60 && /^(?:role|name|letter)$/u.test(labelStrength(text))

/** Whether more lines are told so than name who speaks otherwise: "Pause 5 seconds", twice among "Anna: …", is no name. */
function outnumber(lines: readonly DocumentLine[]): boolean {
  let balance = 0
  for (const line of lines) {
    const named = line.heading ? line.text : labelOfLine(line.text)?.label
    if (line.told) balance++
    else if (named !== undefined && isName(named)) balance--
  }
  return balance > 0
}

/** Names come again: as many different ones as lines are no names. */
function comeAgain(names: readonly string[]): boolean {
  return names.length >= 2 && new Set(names).size <= Math.max(1, names.length * 0.75)
}

function timeAlone(line: DocumentLine | undefined): number | undefined {
  if (line === undefined || !/^\W{0,2}\d{1,3}:\d/u.test(line.text)) return undefined
  const label = labelOfLine(line.text)
  return label?.form === 'time' && label.label === '' && label.rest === '' ? label.startMs : undefined
}

const units = String.raw`(?:(\d+)\s*(?:hours?|timer?|timmar?|uur|stunden?),?\s+)?(?:(\d+)\s*(?:minutes?|minut(?:ter)?|minuter|minuten?),?\s+)?(\d+)\s*(?:seconds?|sekund(?:er)?|seconden?|sekunden?)`
const spokenBeside = new RegExp(String.raw`^(.{1,60}?)\s+${units}$`, 'iu')
const spokenAlone = new RegExp(`^${units}$`, 'iu')

/** "Anna Svensson 3 minutes 5 seconds", as pages of Teams say it to screen readers, with or without lines that repeat it. */
function spokenTimes(lines: readonly DocumentLine[]): Told {
  const found = new Map<number, { name: string; startMs: number }>()
  for (const [at, { text }] of lines.entries()) {
    if (!/\d/u.test(text) || text.length > 120) continue
    const [, name, hours = 0, minutes = 0, seconds = 0] = spokenBeside.exec(text) ?? []
    if (name === undefined || !isName(name)) continue
    found.set(at, { name, startMs: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 })
  }
  const times = [...found.values()].map(({ startMs }) => startMs)
  // When somebody spoke is told in order; how long it was still ("Pause 5 seconds") is not.
  if (times.some((time, at) => time < (times[at - 1] ?? 0)) || new Set(times).size < times.length / 2)
    return undefined
  if (!comeAgain([...found.values()].map(({ name }) => name))) return undefined
  const names = new Set([...found.values()].map(({ name }) => name))
  return lines.map((line, at) => {
    const beside = found.get(at)
    if (beside) return told(beside.name, beside)
    const isRepeat = spokenAlone.test(line.text) || timeAlone(line) !== undefined || names.has(line.text)
    return isRepeat ? { text: '' } : line
  })
}

function namesAboveTimes(lines: readonly DocumentLine[]): Told {
  const times = lines.filter((line) => timeAlone(line) !== undefined).length
  // Pages have an empty line between a name and its time.
  const below = (at: number) => (lines[at + 1]?.text === '' ? at + 2 : at + 1)
  const found = new Map<number, number>()
  const theirs = new Set<number>()
  for (const [at, { text }] of lines.entries()) {
    const startMs = timeAlone(lines[below(at)])
    if (startMs === undefined || text === '' || timeAlone(lines[at]) !== undefined || !isName(text)) continue
    if (timeAlone(lines[at - 1]) !== undefined) continue
    found.set(at, startMs)
    theirs.add(below(at))
  }
  if (found.size < times * 0.8 || !comeAgain([...found.keys()].map((at) => lines[at]?.text ?? '')))
    return undefined
  return lines.map((line, at) => {
    const startMs = found.get(at)
    if (startMs !== undefined) return told(line.text, { startMs })
    return theirs.has(at) ? { text: '' } : line
  })
}

function namesBesideTimes(lines: readonly DocumentLine[]): Told {
  const found = new Map<number, { name: string; startMs: number | undefined }>()
  let timed = 0
  for (const [at, { text }] of lines.entries()) {
    const label = /^\W{0,2}\d{1,3}:\d/u.test(text) ? labelOfLine(text) : undefined
    if (label?.form !== 'time' || label.label !== '' || label.rest === '') continue
    timed++
    const next = lines[at + 1]?.text === '' ? lines[at + 2] : lines[at + 1]
    const isAbove = next !== undefined && next.text !== '' && !/^\W{0,2}\d{1,3}:\d/u.test(next.text)
    if (isAbove && isName(label.rest)) found.set(at, { name: label.rest, startMs: label.startMs })
  }
  if (found.size < timed * 0.9 || !comeAgain([...found.values()].map(({ name }) => name))) return undefined
  return lines.map((line, at) => {
    const beside = found.get(at)
    return beside ? told(beside.name, beside) : line
  })
}

const stamp = String.raw`\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?\]?`
const zoomChat = new RegExp(
  String.raw`^${stamp}\s+From\s+(.{1,60}?)\s+(?:to\s+.{1,60}?\s*(?:\(Direct Message\))?:|:)\s*`,
  'iu',
)
const dayStamp = new RegExp(
  String.raw`^\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?\]?\s*(?:-\s*)?(.{1,60}?):\s+(?=\S)`,
  'iu',
)

/** "10:02:11 From Anna to Everyone:" and "05/03/2026, 10:02 - Anna:"; the hour of the day is no time of a recording. */
function chatStamps(lines: readonly DocumentLine[], filled: number): Told {
  for (const pattern of [zoomChat, dayStamp]) {
    const found = lines.map(({ text }) => (/^\[?\d/u.test(text) ? pattern.exec(text.slice(0, 200)) : null))
    const names = found.flatMap((one) => (one?.[1] === undefined ? [] : [one[1]]))
    if (names.length < 2 || names.length < filled * 0.2 || !comeAgain(names)) continue
    return lines.map((line, at) => {
      const one = found[at]
      return one?.[1] === undefined ? line : told(one[1], { rest: line.text.slice(one[0].length).trim() })
    })
  }
  return undefined
}

const dash = /^(\p{Lu}[\p{L}\p{N}.’' ]{0,30}?)\s+[-–—]\s+(?=\S)/u

function dashes(lines: readonly DocumentLine[], filled: number): Told {
  const found = lines.map(({ text }) => dash.exec(text.slice(0, 80)))
  const names = found.flatMap((one) => (one?.[1] === undefined ? [] : [one[1]]))
  if (names.length < filled * 0.8 || new Set(names).size > names.length / 2 || !names.every(isName))
    return undefined
  return lines.map((line, at) => {
    const one = found[at]
    return one?.[1] === undefined ? line : told(one[1], { rest: line.text.slice(one[0].length) })
  })
}
