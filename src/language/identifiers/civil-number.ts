export type CivilNumber = 'cpr' | 'personnummer' | 'bsn' | 'steuer-id'

/** The kinds of civil number that these digits may be, in whatever language. */
export function civilNumbers(digits: string): CivilNumber[] {
  const kinds: CivilNumber[] = []
  if (isCpr(digits)) kinds.push('cpr')
  if (isPersonnummer(digits)) kinds.push('personnummer')
  if (isBsn(digits)) kinds.push('bsn')
  if (isSteuerId(digits)) kinds.push('steuer-id')
  return kinds
}

/**
 * A Danish CPR number: ten digits that begin with a day of birth, the century told by the seventh digit ("Personnummeret i CPR", CPR-kontoret 2008).
 * Since 2007 numbers are given that do not obey the modulus-11 rule, so it decides nothing here; see {@link obeysCprModulus}.
 */
export function isCpr(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false
  const year = Number(digits.slice(4, 6))
  const seventh = Number(digits[6])
  const century =
    seventh <= 3
      ? 1900
      : seventh === 4 || seventh === 9
        ? year <= 36
          ? 2000
          : 1900
        : year <= 57
          ? 2000
          : 1800
  return isDay(century + year, Number(digits.slice(2, 4)), Number(digits.slice(0, 2)))
}

/** Whether a CPR number obeys the rule that all given before 2007 obey: weights 4 3 2 7 6 5 4 3 2 1, modulus 11. */
export function obeysCprModulus(digits: string): boolean {
  return weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
}

/** A Swedish personnummer, or samordningsnummer (the day plus 60): ten digits or twelve, the last by Luhn (SKV 704). */
export function isPersonnummer(digits: string): boolean {
  if (!/^\d{10}(?:\d{2})?$/.test(digits)) return false
  const ten = digits.slice(-10)
  const day = Number(ten.slice(4, 6))
  const month = Number(ten.slice(2, 4))
  const short = Number(ten.slice(0, 2))
  const century = digits.length === 12 ? Number(digits.slice(0, 2)) : null
  if (century !== null && (century < 18 || century > 20)) return false
  const years = century === null ? [1900 + short, 2000 + short] : [century * 100 + short]
  const born = day > 60 ? day - 60 : day
  if (!years.some((year) => isDay(year, month, born))) return false
  const sum = [...ten].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** A Dutch BSN: nine digits that pass the 11-test (weights 9 … 2 and −1). */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false
  return weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0
}

/** A German Steuer-ID: eleven digits, of the first ten exactly one more than once and none more than three times, the last by ISO 7064 mod 11,10. */
export function isSteuerId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false
  const counts = new Map<string, number>()
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  const repeated = [...counts.values()].filter((count) => count > 1)
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3) return false
  let product = 10
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10 === Number(digits[10])
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
