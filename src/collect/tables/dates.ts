/** How a column writes its dates. `order` is decided once a column, never a value. */
export type DateFormat = {
  order: 'iso' | 'day-month-year' | 'month-day-year' | 'excel-serial' | 'unix-seconds' | 'unix-milliseconds'
  /** No value above 12 told day from month: the order is a guess to be confirmed. */
  ambiguous: boolean
}

type Parts = { a: number; b: number; year: number; time: string; kind: 'numeric' | 'named' | 'iso' }

const monthNames: Record<string, number> = {}
const names = [
  'january januar januari jan jänner',
  'february februar februari feb',
  'march marts mars maart märz maerz mar mrt mär',
  'april apr',
  'may maj mei mai',
  'june juni jun',
  'july juli jul',
  'august augusti augustus aug',
  'september sep sept',
  'october oktober okt oct',
  'november nov',
  'december dezember dec dez',
]
for (const [index, list] of names.entries()) for (const name of list.split(' ')) monthNames[name] = index + 1

const time = String.raw`(?:(?:[T,]?\s*|\s+(?:kl\.?|om|um|at)\s+)(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?))?`
const iso = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'i')
const compact = /^(19|20)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/
const numeric = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${time}$`, 'i')
const weekday = String.raw`(?:\p{L}+\.?,?\s+(?:den\s+|d\.\s+)?)?`
const dayFirst = new RegExp(
  String.raw`^${weekday}(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?:of\s+)?(\p{L}+)\.?,?[\s-]+(\d{4}|\d{2})${time}$`,
  'iu',
)
const monthFirst = new RegExp(
  String.raw`^${weekday}(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${time}$`,
  'iu',
)

/** The format all values share; null when one of them is no date. Numbers alone are dates only if `hint` says so. */
export function guessDateFormat(
  values: readonly string[],
  hint: 'named as a date' | 'no hint',
): DateFormat | null {
  if (values.length === 0) return null
  if (hint === 'named as a date' && values.every((value) => /^\d+(\.\d+)?$/.test(value.trim())))
    return numericFormat(values)
  let firstOver = 0
  let secondOver = 0
  let isoCount = 0
  let numericCount = 0
  let dotted = 0
  for (const value of values) {
    const parts = split(value.trim())
    if (!parts) return null
    if (parts.kind === 'iso') isoCount++
    if (parts.kind !== 'numeric') continue
    numericCount++
    if (parts.a > 12) firstOver++
    if (parts.b > 12) secondOver++
    if (/^\d+[.-]/.test(value.trim())) dotted++
  }
  if (numericCount === 0) return { order: isoCount > 0 ? 'iso' : 'day-month-year', ambiguous: false }
  if (firstOver > 0 && secondOver > 0) return null
  if (secondOver > 0) return { order: 'month-day-year', ambiguous: false }
  return { order: 'day-month-year', ambiguous: firstOver === 0 && dotted < numericCount }
}

/**
 * ISO 8601 of a date or moment: "2024-03-12", "2024-03-12T08:15:00Z". A time without a zone is taken as UTC. Null when the
 * text is no date of this format or no day of the calendar.
 */
export function readDate(text: string, format: DateFormat): string | null {
  const value = text.trim()
  if (format.order === 'excel-serial' || format.order.startsWith('unix'))
    return fromNumber(Number(value), format)
  const parts = split(value)
  if (!parts) return null
  const swap = parts.kind === 'numeric' && format.order === 'month-day-year'
  const day = swap ? parts.b : parts.a
  const month = swap ? parts.a : parts.b
  return assemble({ year: parts.year, month, day, time: parts.time })
}

/** Days since 1899-12-30, as sheets count; fractions are times of day. */
export function fromExcelSerial(serial: number): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null
  const moment = new Date(Math.round((serial - 25_569) * 86_400_000))
  const written = moment.toISOString()
  return Number.isInteger(serial) ? written.slice(0, 10) : written.replace('.000Z', 'Z')
}

function fromNumber(value: number, format: DateFormat): string | null {
  if (!Number.isFinite(value)) return null
  if (format.order === 'excel-serial') return fromExcelSerial(value)
  const moment = new Date(format.order === 'unix-seconds' ? value * 1000 : value)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace('.000Z', 'Z')
}

function numericFormat(values: readonly string[]): DateFormat | null {
  const numbers = values.map(Number)
  const within = (low: number, high: number): boolean => numbers.every((n) => n >= low && n <= high)
  if (values.every((value) => compact.test(value.trim()))) return { order: 'iso', ambiguous: false }
  if (within(10_000, 60_000)) return { order: 'excel-serial', ambiguous: false }
  if (within(500_000_000, 4_000_000_000)) return { order: 'unix-seconds', ambiguous: false }
  if (within(500_000_000_000, 4_000_000_000_000)) return { order: 'unix-milliseconds', ambiguous: false }
  return null
}

function split(value: string): Parts | null {
  let match = iso.exec(value)
  if (match)
    return {
      year: Number(match[1]),
      b: Number(match[2]),
      a: Number(match[3]),
      time: match[4] ?? '',
      kind: 'iso',
    }
  match = compact.exec(value)
  if (match) {
    return {
      year: Number(`${match[1]}${match[2]}`),
      b: Number(match[3]),
      a: Number(match[4]),
      time: '',
      kind: 'iso',
    }
  }
  match = numeric.exec(value)
  if (match) {
    return {
      a: Number(match[1]),
      b: Number(match[2]),
      year: fullYear(match[3] ?? ''),
      time: match[4] ?? '',
      kind: 'numeric',
    }
  }
  match = dayFirst.exec(value)
  if (match) return named({ day: match[1], name: match[2], year: match[3], time: match[4] })
  match = monthFirst.exec(value)
  return match ? named({ day: match[2], name: match[1], year: match[3], time: match[4] }) : null
}

function named(found: {
  day?: string | undefined
  name?: string | undefined
  year?: string | undefined
  time?: string | undefined
}): Parts | null {
  const month = monthNames[(found.name ?? '').toLowerCase()]
  if (month === undefined) return null
  return {
    a: Number(found.day),
    b: month,
    year: fullYear(found.year ?? ''),
    time: found.time ?? '',
    kind: 'named',
  }
}

/** Two digits: up to 49 this century, from 50 on the last. */
function fullYear(text: string): number {
  const year = Number(text)
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year
}

function assemble(date: { year: number; month: number; day: number; time: string }): string | null {
  const pad = (n: number): string => String(n).padStart(2, '0')
  const day = `${String(date.year).padStart(4, '0')}-${pad(date.month)}-${pad(date.day)}`
  const check = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(check.getTime()) || check.getUTCDate() !== date.day) return null
  if (date.time === '') return day
  const match =
    /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(
      date.time,
    )
  if (!match) return null
  const half = (match[5] ?? '').toLowerCase()
  const hour = half === '' ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'p' ? 12 : 0)
  const zone =
    match[6] === undefined || /^(z|utc)$/i.test(match[6])
      ? 'Z'
      : match[6].replace(/(\d{2}):?(\d{2})$/, '$1:$2')
  const fraction = match[4] === undefined ? '' : `.${match[4].slice(0, 3).padEnd(3, '0')}`
  const moment = new Date(`${day}T${pad(hour)}:${match[2]}:${match[3] ?? '00'}${fraction}${zone}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace('.000Z', 'Z')
}
