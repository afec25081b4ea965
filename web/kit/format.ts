import { useIntl } from 'react-intl'

/** Numbers, shares, dates and ages as the reader's language writes them. */
export function useFormat() {
  const { locale } = useIntl()
  const known = made.get(locale) ?? formats(locale)
  made.set(locale, known)
  return known
}

const quotationMarks: Record<string, readonly [string, string]> = {
  da: ['”', '”'],
  sv: ['”', '”'],
  de: ['„', '“'],
}

// A table of a thousand figures asks a thousand times, and to make one takes as long as to draw a cell.
const made = new Map<string, Formats>()

export type Formats = ReturnType<typeof formats>

/** Formats of one region, e.g. `da-DK`. Dates are instants (ISO 8601 or Date) shown in `timeZone`, the reader's own by default. */
export function formats(region: string, options: { timeZone?: string; now?: () => number } = {}) {
  const zone = options.timeZone ? { timeZone: options.timeZone } : {}
  const now = options.now ?? Date.now
  const relative = new Intl.RelativeTimeFormat(region, { numeric: 'auto' })
  const whole = new Intl.NumberFormat(region)
  const names = new Intl.DisplayNames(region, { type: 'language' })
  const day = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short', year: 'numeric', ...zone })
  const minute = new Intl.DateTimeFormat(region, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })
  return {
    /** 4119 → "4,119"; at most three decimals. */
    number: (value: number) => whole.format(value),
    /** 0.4213 → "42 %" in the language's own way; `digits` decimals. What is not nothing never reads as nothing: 0.0004 → "< 1 %". */
    percent: (share: number, digits = 0) => {
      const shares = new Intl.NumberFormat(region, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
      const least = 10 ** (-2 - digits)
      if (share <= 0 || share >= least / 2) return shares.format(share)
      const written = shares.format(least)
      // A sign of its own takes the room that the sign of percent takes.
      return written.includes('\u00A0') ? `<\u00A0${written}` : `<${written}`
    },
    /** 6.9 → "6,9": every decimal and no mark of thousands, since it may be a year. */
    plain: (value: number) =>
      new Intl.NumberFormat(region, { useGrouping: false, maximumFractionDigits: 20 }).format(value),
    /** "2025-02-23", the same day wherever it is read → "23 Feb 2025". */
    day: (on: string) =>
      new Intl.DateTimeFormat(region, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(`${on}T00:00:00Z`)),
    date: (at: string | Date) => day.format(new Date(at)),
    dateTime: (at: string | Date) => minute.format(new Date(at)),
    /** "2026-03" → "March 2026". */
    month: (month: string) =>
      new Intl.DateTimeFormat(region, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${month}-01T00:00:00Z`),
      ),
    /** Always two decimals, as coefficients are written: 0.5 → "0.50". */
    coefficient: (value: number) =>
      new Intl.NumberFormat(region, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value),
    /** 2550 hundredths, DKK → "DKK 25.50". */
    money: (hundredths: number, currency: string) =>
      new Intl.NumberFormat(region, { style: 'currency', currency, currencyDisplay: 'code' }).format(
        hundredths / 100,
      ),
    /** da → "Danish", as the first word of a line; what is no language stays as it is. */
    language: (code: string) => {
      const name = /^[a-z]{2,3}$/u.test(code) ? (names.of(code) ?? code) : code
      return name.charAt(0).toLocaleUpperCase(region) + name.slice(1)
    },
    /** Between the quotation marks of the reader's language: “so”, ”so”, „so“. */
    quoted: (text: string) => {
      const [open, close] = quotationMarks[region.slice(0, 2)] ?? ['“', '”']
      return `${open}${text}${close}`
    },
    /** 1 → "Monday". */
    weekday: (weekday: number) =>
      new Intl.DateTimeFormat(region, { weekday: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2024, 0, weekday),
      ),
    /** "3 minutes ago", "yesterday", "next year". */
    ago: (at: string | Date) => relative.format(...distance(new Date(at).getTime() - now())),
    /** 1,500,000 → "1.5 MB"; thousands, as file managers and networks count. */
    bytes: (count: number) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
      const step = count < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(count) / 3))
      return new Intl.NumberFormat(region, {
        style: 'unit',
        unit: units[step] ?? 'byte',
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: step === 0 ? 0 : 1,
      }).format(count / 1000 ** step)
    },
  }
}

/** The largest unit of which at least one has passed. */
function distance(milliseconds: number): [number, Intl.RelativeTimeFormatUnit] {
  const steps: [number, Intl.RelativeTimeFormatUnit][] = [
    [365 * 86_400_000, 'year'],
    [30 * 86_400_000, 'month'],
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
  ]
  for (const [length, unit] of steps)
    if (Math.abs(milliseconds) >= length) return [Math.trunc(milliseconds / length), unit]
  return [Math.trunc(milliseconds / 1000), 'second']
}
