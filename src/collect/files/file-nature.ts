import type { ColumnProfile } from './column-profile.ts'
import { headerWords } from './header-words.ts'
import { isQuestion } from './column-class.ts'

/** What kind of file the columns make together; it settles what a single column leaves open. */
export type FileNature = {
  kind: 'survey' | 'records'
  /** Columns that are one box of a question to tick several, or a list of such. */
  multiChoice: Set<string>
  /** Items of a personality test of five scales (A1 … O5). */
  bigFive: Set<string>
  /** Columns coded as a word and its negation ("pub", "Not.pub"). */
  yesNoImages: Set<string>
  /** A survey's weighting column: not body weight. */
  surveyWeight: string | null
}

export function describeFile(profiles: readonly ColumnProfile[]): FileNature {
  const multiChoice = new Set(
    profiles.filter((profile) => isTickBox(profile, profiles)).map((profile) => profile.name),
  )
  const bigFive = findBigFive(profiles)
  const yesNoImages = new Set(
    profiles.filter((profile) => isWordAndNegation(profile)).map((profile) => profile.name),
  )
  const questions = profiles.filter(
    (profile) => isQuestion(profile.plain) || /^q ?\d+/.test(profile.plain),
  ).length
  const survey = multiChoice.size >= 3 || bigFive.size > 0 || yesNoImages.size >= 3 || questions >= 3
  return {
    kind: survey ? 'survey' : 'records',
    multiChoice,
    bigFive,
    yesNoImages,
    surveyWeight: survey ? findWeight(profiles) : null,
  }
}

/**
 * One answer or nothing: the other rows are empty or "not selected". Its name asks to tick all that apply, ends with the
 * answer, or has sisters (q4_1, q4_2).
 */
function isTickBox(profile: ColumnProfile, all: readonly ColumnProfile[]): boolean {
  if (profile.counts.size !== 1 || profile.values.length === profile.rows) return false
  const [answer] = profile.counts.keys()
  if (answer === undefined) return false
  if (profile.notSelected > 0 || headerWords.selectAll.test(profile.plain)) return true
  if (profile.name.trim().toLowerCase().endsWith(answer.toLowerCase())) return true
  const stem = /^(.+?)[_. -]+\d+$/.exec(profile.name)?.[1]
  return (
    stem !== undefined &&
    all.filter((other) => other.name.startsWith(stem)).length > 1 &&
    profile.boolean === null
  )
}

function findBigFive(profiles: readonly ColumnProfile[]): Set<string> {
  const isScaled = (value: string) =>
    Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= 7
  const items = profiles.filter(
    (profile) => /^[ACENO]\d{1,2}$/.test(profile.name) && profile.values.every(isScaled),
  )
  const letters = new Set(items.map((profile) => profile.name[0]))
  return letters.size === 5 && items.length >= 10 ? new Set(items.map((profile) => profile.name)) : new Set()
}

function isWordAndNegation(profile: ColumnProfile): boolean {
  return profile.boolean !== null && /^(?:not|no|ikke|inte|niet|nicht|kein)[ ._-]/i.test(profile.boolean.no)
}

function findWeight(profiles: readonly ColumnProfile[]): string | null {
  const isWeight = (value: string) => Number(value) >= 0 && Number(value) < 20
  const found = profiles.find(
    (profile) =>
      /^(?:weight|wt|vægt|vikt|gewicht|weging)(?: \d)?$/.test(profile.plain) &&
      profile.values.every(isWeight),
  )
  return found?.name ?? null
}
