/** The day a conversation took place as the file tells it, and where it says so. A guess, for a person to confirm. */
export type DateGuess = { date: string; from: 'name' | 'text' }

const months = {
  1: ['january', 'januar', 'januari', 'jan'],
  2: ['february', 'februar', 'februari', 'feb'],
  3: ['march', 'marts', 'mars', 'maart', 'märz', 'mar', 'mrt', 'mär'],
  4: ['april', 'apr'],
  5: ['may', 'maj', 'mei', 'mai'],
  6: ['june', 'juni', 'jun'],
  7: ['july', 'juli', 'jul'],
  8: ['august', 'augusti', 'augustus', 'aug'],
  9: ['september', 'sep', 'sept'],
  10: ['october', 'oktober', 'oct', 'okt'],
  11: ['november', 'nov'],
  12: ['december', 'dezember', 'dec', 'dez'],
} as const

const monthOf: ReadonlyMap<string, number> = new Map(
  Object.entries(months).flatMap(([number, names]) => names.map((name) => [name, Number(number)] as const)),
)

/**
 * Finds the day in a file's name (`2020-05-13`, `20200513`, `13.05.2020`, `13 maj 2020`, the GMT stamp of Zoom), else in the head of its text after a
 * word such as "Date:" or in a comment of subtitles. The day comes before the month unless it cannot. Days before 1990 or after `today` are none.
 */
export function guessDate(given: { name: string; head: string; today: Date }): DateGuess | null {
  const { name, head, today } = given
  const inName = dateIn(name.replace(/^.*[/\\]/u, ''), today)
  if (inName !== null) return { date: inName, from: 'name' }
  for (const line of head.slice(0, headLength).split(/\r\n|\n|\r/u)) {
    const stated = statement.exec(line)?.[1]
    const inText = stated === undefined ? null : dateIn(stated, today)
    if (inText !== null) return { date: inText, from: 'text' }
  }
  return null
}

const headLength = 2000
const statement =
  /^[\s#>*_]*(?:NOTE\b|WEBVTT\b|Date\b|Recorded\b|Recording\b|Interviewed\b|Dato\b|Optaget\b|Datum\b|Inspelad\b|Opgenomen\b|Aufgenommen\b|Aufnahme\b)[\s*_]*[:\-–]?(.{0,80})/iu

function dateIn(text: string, today: Date): string | null {
  for (const [, first, second, third] of text.matchAll(
    /(?<!\d)(\d{4})[-._ ]?(\d{2})[-._ ]?(\d{2})(?!\d{1,5}(?:\D|$))/gu,
  )) {
    const found = dayOf({ year: first, month: second, day: third, today })
    if (found !== null) return found
  }
  for (const [, first, second, third] of text.matchAll(
    /(?<!\d)(\d{1,2})[-._/ ](\d{1,2})[-._/ ](\d{4})(?!\d)/gu,
  )) {
    const found =
      dayOf({ year: third, month: second, day: first, today }) ??
      dayOf({ year: third, month: first, day: second, today })
    if (found !== null) return found
  }
  return dateInWords(text, today)
}

function dateInWords(text: string, today: Date): string | null {
  const spoken = text.toLowerCase()
  for (const [, day, name, year] of spoken.matchAll(
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|:e)?[-_ ]+(\p{L}{3,9})\.?,?[-_ ]+(\d{4})(?!\d)/gu,
  )) {
    const found = dayOf({ year, month: monthOf.get(name ?? ''), day, today })
    if (found !== null) return found
  }
  for (const [, name, day, year] of spoken.matchAll(
    /(?<!\p{L})(\p{L}{3,9})\.?[-_ ]+(\d{1,2})(?:st|nd|rd|th)?,?[-_ ]+(\d{4})(?!\d)/gu,
  )) {
    const found = dayOf({ year, month: monthOf.get(name ?? ''), day, today })
    if (found !== null) return found
  }
  return null
}

type Parts = {
  year: string | undefined
  month: string | number | undefined
  day: string | undefined
  today: Date
}

/** A day that is in the calendar, as `2020-05-13`. */
function dayOf({ year, month, day, today }: Parts): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const at = new Date(Date.UTC(y, m - 1, d))
  if (!(y >= 1990) || at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d) return null
  // A day of grace: it is tomorrow already where the file was made.
  if (at.getTime() > today.getTime() + 86_400_000) return null
  return at.toISOString().slice(0, 10)
}
