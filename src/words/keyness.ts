import type { SpokenStem, SpokenWords } from './spoken-words.ts'
import { conservativeLogRatio, logRatio } from './log-ratio.ts'

/**
 * confirmed: at least three speakers, evenly enough spread, and the log ratio's interval is clear of zero after correction.
 * indicative: more frequent here, but too few speakers to rely on. Show it with its quotes, never with a percentage.
 */
export type TermVerdict = 'confirmed' | 'indicative'

/** A term these people use more than the others. */
export type Term = {
  stem: string
  /** The commonest word behind the stem, as the people in focus said it. */
  form: string
  /** Speakers in focus who used it, and speakers elsewhere. */
  speakers: number
  speakersOther: number
  /** How often the speakers in focus said it. */
  occurrences: number
  /** LRC on speakers: the doublings one may rely on; 0 = may be chance. */
  lrc: number
  /** Plain log ratio on speakers. */
  logRatio: number
  /** DPnorm over the speakers in focus: 0 even, 1 all from one mouth. Null with a single speaker. */
  dp: number | null
  verdict: TermVerdict
}

/** What came of a comparison, with the n that belongs beside it. */
export type KeyTerms =
  | { state: 'nothing to compare'; missing: 'focus' | 'reference' }
  | {
      state: 'compared'
      terms: Term[]
      speakers: number
      speakersOther: number
      /** How many stems were compared at once, which the correction is for. */
      tested: number
    }

export type KeyTermOptions = { confidence?: number; limit?: number }

/** Below this many speakers in focus hardly any LRC leaves zero, so terms are only indicative. */
export const SPEAKERS_TO_CONFIRM = 12

export const SPEAKERS_BEHIND_A_CONFIRMED_TERM = 3
const SPEAKERS_BEHIND_A_TERM = 2
const MOST_DISPERSION = 0.8

/**
 * What the speakers in focus say more than the others of the same language. The unit is the speaker, not the word: people repeat
 * themselves, and counting words makes one talkative person's topic everybody's. Confirmed terms come first, by LRC;
 * then indicative ones, by log ratio. Both sides must be one language.
 *
 * Corrected for the stems that at least three speakers used on either side: a choice made blind to who is in focus,
 * so it costs no honesty.
 */
export function keyTerms(
  sides: { focus: SpokenWords; reference: SpokenWords },
  options: KeyTermOptions = {},
): KeyTerms {
  const { focus, reference } = sides
  if (focus.wordsBySpeaker.length === 0) return { state: 'nothing to compare', missing: 'focus' }
  if (reference.wordsBySpeaker.length === 0) return { state: 'nothing to compare', missing: 'reference' }

  const { confidence = 0.95, limit = 200 } = options
  const tested = countTested(focus, reference)
  const lrcOf = rememberedLrc(sides, { confidence, comparisons: Math.max(1, tested) })
  const dispersionOf = dispersionAmong(focus)
  const terms: Term[] = []
  for (const [stem, spoken] of focus.stems) {
    const speakers = spoken.bySpeaker.size
    if (speakers < SPEAKERS_BEHIND_A_TERM) continue
    const speakersOther = reference.stems.get(stem)?.bySpeaker.size ?? 0
    const ratio = logRatio(comparison(sides, { speakers, speakersOther }))
    if (ratio <= 0) continue
    const lrc = lrcOf(speakers, speakersOther)
    const dp = dispersionOf(spoken)
    const verdict = judge({ lrc, dp, speakers, inFocus: focus.wordsBySpeaker.length })
    const { form, occurrences } = commonest(spoken)
    terms.push({ stem, form, speakers, speakersOther, occurrences, lrc, logRatio: ratio, dp, verdict })
  }
  return {
    state: 'compared',
    terms: terms.sort(strongestFirst).slice(0, limit),
    speakers: focus.wordsBySpeaker.length,
    speakersOther: reference.wordsBySpeaker.length,
    tested,
  }
}

type Evidence = { lrc: number; dp: number | null; speakers: number; inFocus: number }

function judge({ lrc, dp, speakers, inFocus }: Evidence): TermVerdict {
  if (inFocus < SPEAKERS_TO_CONFIRM || lrc <= 0) return 'indicative'
  if (speakers < SPEAKERS_BEHIND_A_CONFIRMED_TERM) return 'indicative'
  return dp !== null && dp < MOST_DISPERSION ? 'confirmed' : 'indicative'
}

function countTested(focus: SpokenWords, reference: SpokenWords): number {
  let tested = 0
  for (const [stem, { bySpeaker }] of focus.stems) {
    const elsewhere = reference.stems.get(stem)?.bySpeaker.size ?? 0
    if (bySpeaker.size + elsewhere >= SPEAKERS_BEHIND_A_CONFIRMED_TERM) tested++
  }
  for (const [stem, { bySpeaker }] of reference.stems) {
    if (bySpeaker.size >= SPEAKERS_BEHIND_A_CONFIRMED_TERM && !focus.stems.has(stem)) tested++
  }
  return tested
}

type Sides = { focus: SpokenWords; reference: SpokenWords }
type Users = { speakers: number; speakersOther: number }

function comparison({ focus, reference }: Sides, { speakers, speakersOther }: Users) {
  return {
    found: speakers,
    focus: focus.wordsBySpeaker.length,
    foundElsewhere: speakersOther,
    elsewhere: reference.wordsBySpeaker.length,
  }
}

/** Thousands of stems share a few hundred pairs of speaker counts, and each costs a bisection. */
function rememberedLrc(sides: Sides, certainty: { confidence: number; comparisons: number }) {
  const known = new Map<number, number>()
  return (speakers: number, speakersOther: number): number => {
    const key = speakers * (sides.reference.wordsBySpeaker.length + 1) + speakersOther
    const before = known.get(key)
    if (before !== undefined) return before
    const lrc = conservativeLogRatio(comparison(sides, { speakers, speakersOther }), certainty)
    known.set(key, lrc)
    return lrc
  }
}

/** DPnorm as in `dispersion.ts`, summed over those who used the stem only: the others add just their share of the words. */
function dispersionAmong({ wordsBySpeaker }: SpokenWords): (spoken: SpokenStem) => number | null {
  const words = wordsBySpeaker.reduce((total, some) => total + some, 0)
  const smallest = wordsBySpeaker.reduce((least, some) => Math.min(least, some), Infinity) / words
  return ({ bySpeaker, occurrences }) => {
    if (wordsBySpeaker.length < 2) return null
    let deviation = 1
    for (const [speaker, found] of bySpeaker) {
      const size = (wordsBySpeaker[speaker] ?? 0) / words
      deviation += Math.abs(found / occurrences - size) - size
    }
    return deviation / 2 / (1 - smallest)
  }
}

function commonest({ forms, occurrences }: SpokenStem): { form: string; occurrences: number } {
  let form = ''
  let most = 0
  for (const [candidate, count] of forms) {
    if (count > most || (count === most && candidate < form)) [form, most] = [candidate, count]
  }
  return { form, occurrences }
}

function strongestFirst(one: Term, other: Term): number {
  if (one.verdict !== other.verdict) return one.verdict === 'confirmed' ? -1 : 1
  const byStrength = one.verdict === 'confirmed' ? other.lrc - one.lrc : other.logRatio - one.logRatio
  return (
    byStrength ||
    other.speakers - one.speakers ||
    other.occurrences - one.occurrences ||
    (one.stem < other.stem ? -1 : 1)
  )
}
