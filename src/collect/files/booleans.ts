const yes = new Set('yes y true t ja j sand sandt sant wahr waar 1 on x checked'.split(' '))
const no = new Set('no n false f nej nee nein falsk falskt falsch onwaar 0 off unchecked'.split(' '))

/** Yes or no in five languages, or null. */
export function readBoolean(text: string): boolean | null {
  const value = text.trim().toLowerCase()
  if (yes.has(value)) return true
  if (no.has(value)) return false
  return null
}

/**
 * Which of a column's distinct values (without missing ones) means yes, when it is a yes-no column: two answers that mean
 * yes and no, or a word and its negation ("breakfast", "Not.breakfast"). 0 and 1 alone are left to the header to decide.
 */
export function guessBooleanPair(distinct: readonly string[]): { yes: string; no: string } | null {
  const [first, second, ...rest] = distinct
  if (first === undefined || rest.length > 0) return null
  if (second === undefined) return singleBoolean(first)
  for (const [a, b] of [
    [first, second],
    [second, first],
  ] as const) {
    if (readBoolean(a) === true && readBoolean(b) === false) return { yes: a, no: b }
    if (isNegation(b, a)) return { yes: a, no: b }
  }
  return null
}

function singleBoolean(value: string): { yes: string; no: string } | null {
  if (/^(yes|true|ja)$/i.test(value.trim())) return { yes: value, no: '' }
  if (/^(no|false|nej|nee|nein)$/i.test(value.trim())) return { yes: '', no: value }
  return null
}

function isNegation(negated: string, word: string): boolean {
  const match = /^(?:not|no|ikke|ingen|inte|ej|niet|geen|nicht|kein|keine)[ ._-]+(.+)$/i.exec(negated.trim())
  return match !== null && (match[1] ?? '').toLowerCase() === word.trim().toLowerCase()
}
