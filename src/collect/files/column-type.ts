import { countsUp } from './column-profile.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { FileNature } from './file-nature.ts'
import { headerWords } from './header-words.ts'

export const columnTypes = [
  'text',
  'category',
  'number',
  'date',
  'boolean',
  'email',
  'phone',
  'identifier',
  'url',
  'multi-choice',
  'free-text',
] as const
export type ColumnType = (typeof columnTypes)[number]

export const identifierKinds = ['user_id', 'email', 'phone', 'customer_id', 'anonymous_id'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** Which identifier of a person the column holds; null for order and product numbers, row numbers and everything else. */
export function guessIdentifier(profile: ColumnProfile): IdentifierKind | null {
  const { plain, shares, distinctShare, values } = profile
  if (values.length === 0) return null
  const short = plain.split(' ').length <= 4
  // A heading that says what it holds needs half of the values to agree: the other rows are the ones to mend.
  if (shares.email > 0.9 || (short && shares.email >= 0.5 && headerWords.email.test(plain))) return 'email'
  if (looksLikePhone(profile)) return 'phone'
  if (isThing(profile) || headerWords.civil.test(plain)) return null
  const singleWords = values.every((value) => !/\s/.test(value))
  if (!singleWords || profile.boolean !== null || values.some((value) => value.length > 128)) return null
  if (short && headerWords.customerId.test(plain)) return 'customer_id'
  if (short && distinctShare > 0.5 && headerWords.anonymousId.test(plain)) return 'anonymous_id'
  if (short && distinctShare > 0.9 && headerWords.personId.test(plain)) return 'user_id'
  return shares.uuid > 0.9 && distinctShare > 0.9 ? 'user_id' : null
}

export function guessType(
  profile: ColumnProfile,
  known: { identifier: IdentifierKind | null; nature: FileNature },
): ColumnType {
  const { identifier, nature } = known
  if (identifier === 'email' || identifier === 'phone') return identifier
  if (identifier !== null || isThing(profile) || isRowNumber(profile)) return 'identifier'
  if (profile.values.length === 0) return 'text'
  if (profile.shares.url > 0.9) return 'url'
  if (nature.multiChoice.has(profile.name)) return 'multi-choice'
  if (profile.boolean && isYesNo(profile)) return 'boolean'
  if (profile.date) return 'date'
  if (profile.number) return isCode(profile) ? 'category' : 'number'
  if (profile.shares.list > 0.3 && profile.counts.size > 2) return 'multi-choice'
  return guessText(profile)
}

function guessText(profile: ColumnProfile): ColumnType {
  const { values, counts, distinctShare, wordsPerValue, plain } = profile
  const other = /please specify|andet|annat|anders|sonstige/i.test(plain) && counts.size > 2
  if (other || (headerWords.freeText.test(plain) && distinctShare > 0.3)) return 'free-text'
  if (headerWords.name.test(plain)) return 'text'
  if (headerWords.coded.test(plain) && counts.size <= 9 && wordsPerValue < 4) return 'category'
  if (counts.size <= 100 && (distinctShare <= 0.2 || (counts.size <= 15 && values.length >= 2 * counts.size)))
    return 'category'
  return wordsPerValue >= 6 && distinctShare > 0.5 ? 'free-text' : 'text'
}

function looksLikePhone(profile: ColumnProfile): boolean {
  const digits =
    profile.values.filter((value) => value.replace(/\D/g, '').length >= 7).length /
    Math.max(1, profile.values.length)
  const named = profile.plain.split(' ').length <= 4 && headerWords.phone.test(profile.plain)
  const enough = named ? 0.5 : 0.9
  if (profile.shares.phone < enough || digits < enough) return false
  return named || profile.values.every((value) => value.startsWith('+'))
}

/** The number of an order or of an article. */
function isThing(profile: ColumnProfile): boolean {
  const short = profile.plain.split(' ').length <= 4
  const thing = headerWords.orderId.test(profile.plain) || headerWords.productId.test(profile.plain)
  return (
    short &&
    thing &&
    profile.date === null &&
    profile.values.every((value) => value.length <= 40) &&
    profile.counts.size > 2
  )
}

function isRowNumber(profile: ColumnProfile): boolean {
  return (
    countsUp(profile) &&
    (/^column \d+$/.test(profile.plain) ||
      /^(?:row|nr|no|index|x|rad|række|rij|zeile|unnamed.*)?$/.test(profile.plain))
  )
}

/** 0 and 1 mean yes and no unless the header counts something. */
function isYesNo(profile: ColumnProfile): boolean {
  const onlyDigits = [...profile.counts.keys()].every((value) => /^[01]$/.test(value))
  return !onlyDigits || !/\b(?:number|count|antal|aantal|anzahl|times|total)\b/.test(profile.plain)
}

/** Few small whole numbers under a name whose answers are kinds, not amounts: gender 1 or 2. */
function isCode(profile: ColumnProfile): boolean {
  return profile.counts.size <= 9 && profile.shares.whole === 1 && headerWords.coded.test(profile.plain)
}
