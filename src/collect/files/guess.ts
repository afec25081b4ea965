import { holdsCivilNumbers } from './civil-column.ts'
import { askFirst, classByHeader, classByValues, isQuestion } from './column-class.ts'
import type { ColumnClass } from './column-class.ts'
import { profileColumn } from './column-profile.ts'
import type { ColumnProfile } from './column-profile.ts'
import { guessIdentifier, guessType } from './column-type.ts'
import type { ColumnType, IdentifierKind } from './column-type.ts'
import { guessConsent } from './consent-column.ts'
import type { ConsentColumn } from './consent-column.ts'
import { newBreath } from '../../platform/breath.ts'
import type { DateFormat } from '../tables/dates.ts'
import { describeFile } from './file-nature.ts'
import type { FileNature } from './file-nature.ts'
import { headerWords } from './header-words.ts'
import type { MissingGuess } from './missing.ts'
import type { NumberFormat } from './numbers.ts'
import { guessSpecial } from './special-categories.ts'
import type { SpecialCategory } from './special-categories.ts'

/** What a column seems to mean. Everything here is a proposal a person confirms on the mapping screen. */
export type ColumnGuess = {
  /** The column's name as in the file. */
  name: string
  type: ColumnType
  class: ColumnClass
  /** Id of the question to ask before collecting such facts. */
  askFirst: string | null
  identifier: IdentifierKind | null
  missing: MissingGuess[]
  special: { category: SpecialCategory; why: string } | null
  /** What a column of consent is for, and which of its values give and which withdraw. */
  consent: ConsentColumn | null
  /** It holds civil numbers (CPR, personnummer, BSN, Steuer-ID …), which are left out unless somebody decides otherwise. */
  civil: boolean
  /** It could be what a segmentation tries to explain. */
  outcome: boolean
  /** Known only after the outcome: it would explain too well. */
  leak: { why: string } | null
  booleans: { yes: string; no: string } | null
  numbers: NumberFormat | null
  dates: DateFormat | null
  /** The commonest values, at most five. */
  sample: { value: string; share: number }[]
  empty: number
  /** 0 to 1: how much of the guess rests on agreeing name and values. */
  confidence: number
}

/** Guesses what each column means from its name and a sample of rows (some hundred suffice, a thousand is better). */
export function guessColumns(header: readonly string[], sample: Sample): ColumnGuess[] {
  const guessing = guessEach(header, sample)
  for (;;) {
    const step = guessing.next()
    if (step.done === true) return step.value
  }
}

/** The same while others are served: a file may have thousands of columns. */
export async function guessColumnsMeanwhile(
  header: readonly string[],
  sample: Sample,
): Promise<ColumnGuess[]> {
  const breathe = newBreath()
  const guessing = guessEach(header, sample)
  for (;;) {
    const step = guessing.next()
    if (step.done === true) return step.value
    await breathe()
  }
}

type Sample = readonly (readonly string[])[]

function* guessEach(header: readonly string[], sample: Sample): Generator<undefined, ColumnGuess[]> {
  const profiles: ColumnProfile[] = []
  for (const [index, name] of header.entries()) {
    profiles.push(
      profileColumn(
        name,
        sample.map((cells) => cells[index] ?? ''),
      ),
    )
    yield
  }
  const nature = describeFile(profiles)
  const guesses: ColumnGuess[] = []
  for (const profile of profiles) {
    guesses.push(guessColumn(profile, nature))
    yield
  }
  if (!guesses.some((guess) => guess.outcome)) return guesses
  const told: ColumnGuess[] = []
  for (const [index, guess] of guesses.entries()) {
    told.push({ ...guess, leak: guessLeak(guess, profiles[index]?.plain ?? '') })
    yield
  }
  return told
}

type Judged = { profile: ColumnProfile; type: ColumnType; nature: FileNature }

function guessColumn(profile: ColumnProfile, nature: FileNature): ColumnGuess {
  const identifier = guessIdentifier(profile)
  const consent = guessConsent(profile)
  const guessed = guessType(profile, { identifier, nature })
  const type = consent && guessed !== 'boolean' ? 'category' : guessed
  const special = guessArticle9({ profile, type, nature })
  const found = consent
    ? { class: 'none' as const, sure: true }
    : guessClass({ profile, type, nature, special })
  return {
    name: profile.name,
    type,
    class: found.class,
    askFirst: askFirst[found.class],
    identifier,
    missing: identifier ? [] : profile.missing,
    special,
    consent,
    civil: identifier === null && holdsCivilNumbers(profile),
    outcome: type === 'boolean' && !consent && headerWords.outcome.test(profile.plain),
    leak: null,
    booleans: type === 'boolean' ? profile.boolean : null,
    numbers: type === 'number' ? profile.number : null,
    dates: type === 'date' ? profile.date : null,
    sample: commonest(profile),
    empty: profile.empty,
    confidence: confidence({ profile, identifier, sure: found.sure }),
  }
}

function guessClass(column: Judged & { special: ColumnGuess['special'] }): {
  class: ColumnClass
  sure: boolean
} {
  const { profile, type, nature, special } = column
  if (nature.bigFive.has(profile.name)) return { class: 'personality', sure: true }
  if (['email', 'phone', 'identifier'].includes(type)) {
    return { class: headerWords.productId.test(profile.plain) ? 'behaviour' : 'none', sure: true }
  }
  if (nature.surveyWeight === profile.name) return { class: 'none', sure: true }
  if (type === 'url') return { class: 'none', sure: false }
  if (type === 'text' && headerWords.name.test(profile.plain)) return { class: 'none', sure: true }
  const dated = type === 'date' && !headerWords.birth.test(profile.plain)
  if (dated) return { class: nature.kind === 'survey' ? 'none' : 'behaviour', sure: true }
  if (type === 'number' && headerWords.context.test(profile.plain)) return { class: 'none', sure: true }
  const named = classByHeader(profile.plain)
  if (named) return { class: named, sure: true }
  const said =
    type === 'free-text' || nature.yesNoImages.has(profile.name) ? null : classByValues(profile.counts)
  if (said) return { class: said, sure: true }
  if (type !== 'multi-choice' && (special?.category === 'orientation' || special?.category === 'origin')) {
    return { class: isQuestion(profile.plain) ? 'psychographic' : 'demographic', sure: true }
  }
  if (nature.kind === 'survey') return { class: 'psychographic', sure: false }
  return { class: /^column \d+$/.test(profile.plain) ? 'none' : 'behaviour', sure: false }
}

function guessArticle9(column: Judged): ColumnGuess['special'] {
  const { profile, type, nature } = column
  if (nature.bigFive.has(profile.name)) {
    return { category: 'personality', why: 'five items for each of five letters: a personality test' }
  }
  if (['email', 'phone', 'identifier', 'date', 'url'].includes(type)) return null
  return guessSpecial({ plain: profile.plain, counts: profile.counts })
}

function guessLeak(guess: ColumnGuess, plain: string): ColumnGuess['leak'] {
  if (guess.outcome || guess.identifier) return null
  const word = headerWords.afterTheFact.exec(plain)?.[0]
  if (word === undefined) return null
  return { why: `"${word}" is usually known only once the outcome is: it would explain it too well` }
}

function commonest(profile: ColumnProfile): { value: string; share: number }[] {
  return [...profile.counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([value, count]) => ({ value, share: count / Math.max(1, profile.rows) }))
}

function confidence(column: {
  profile: ColumnProfile
  identifier: IdentifierKind | null
  sure: boolean
}): number {
  const { profile, identifier, sure } = column
  if (profile.values.length === 0) return 0.2
  if (identifier === 'email' || identifier === 'phone') return 0.95
  const base = identifier !== null || sure ? 0.85 : 0.6
  return profile.values.length < 20 ? base - 0.15 : base
}
