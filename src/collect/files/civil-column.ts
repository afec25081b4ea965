import { civilNumbers } from '../../language/index.ts'
import type { ColumnProfile } from './column-profile.ts'
import { headerWords } from './header-words.ts'

/** Whether a column holds civil numbers: it is named so and holds figures, or nine of ten values of several people are valid ones. */
export function holdsCivilNumbers({ plain, values, counts }: ColumnProfile): boolean {
  if (values.length === 0) return false
  const figures = values.filter((value) => value.replace(/\D/g, '').length >= 6).length
  if (headerWords.civil.test(plain) && plain.split(' ').length <= 4 && figures >= 0.5 * values.length)
    return true
  if (counts.size < 5) return false
  const valid = values.filter((value) => /^[\d\s.+-]+$/.test(value) && isCivil(value)).length
  return valid >= 0.9 * values.length
}

/** A CPR number has no check digit to go by, so that it counts only as it is written: a moment in seconds is ten digits too. */
function isCivil(value: string): boolean {
  const kinds = civilNumbers(value.replace(/\D/g, ''))
  return kinds.some((kind) => kind !== 'cpr' || /^\s*\d{6}-\d{4}\s*$/.test(value))
}
