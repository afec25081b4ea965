import type { Portrait, Unknown } from './portrait.schema.ts'

/** Conversations after which one may begin to conclude (Interview programme, step 10: do not stop before twenty). */
export const enoughHeard = 20
/** Speakers below which words are only indicative. */
export const enoughSpeakers = 12
const factsAreOldAfterDays = 180

/** What is not known yet about a segment, most urgent first. Pure. */
export function notKnown(portrait: Omit<Portrait, 'unknown'>): Unknown[] {
  const { heard, why, words, mayBe, size, asOf, newestFact } = portrait
  const missing: [Unknown, boolean][] = [
    ['too small', size === null],
    ['nobody heard', heard.people === 0],
    ['few heard', heard.people > 0 && heard.people < enoughHeard],
    ['nothing coded', heard.people > 0 && why.length === 0],
    ['all withheld', why.length > 0 && why.every((code) => code.quotable === 0)],
    ['few speakers', heard.people > 0 && words.every((language) => language.speakers < enoughSpeakers)],
    ['no outcome', portrait.outcomeRule === null],
    ['no events', portrait.newestEvent === null],
    ['nothing apart', size !== null && portrait.apart.length === 0],
    ['nobody to invite', mayBe.every(({ purpose, may }) => purpose !== 'invitation' || may === 0)],
    ['old facts', newestFact !== null && daysBetween(newestFact, asOf) > factsAreOldAfterDays],
  ]
  return missing.filter(([, isMissing]) => isMissing).map(([unknown]) => unknown)
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
