/** One count as it is stored: how often a speaker said one form of a stem. */
export type SpokenRow = { speaker: string; stem: string; form: string; occurrences: number }

/** A stem as some speakers used it. Speakers are numbered from 0 in the order they were met. */
export type SpokenStem = { occurrences: number; bySpeaker: Map<number, number>; forms: Map<string, number> }

/** What some speakers said, counted; all words of theirs, in one language. */
export type SpokenWords = { wordsBySpeaker: number[]; stems: Map<string, SpokenStem> }

/**
 * Gathers stored counts for `keyTerms`. Give it every word of every speaker, function words too: the totals rest on them.
 * A speaker who said nothing does not count as a speaker.
 */
export function gatherWords(rows: Iterable<SpokenRow>): SpokenWords {
  const numbers = new Map<string, number>()
  const wordsBySpeaker: number[] = []
  const stems = new Map<string, SpokenStem>()
  for (const { speaker, stem, form, occurrences } of rows) {
    if (occurrences <= 0) continue
    const number = numbers.get(speaker) ?? numbers.size
    numbers.set(speaker, number)
    wordsBySpeaker[number] = (wordsBySpeaker[number] ?? 0) + occurrences
    let spoken = stems.get(stem)
    if (!spoken) stems.set(stem, (spoken = { occurrences: 0, bySpeaker: new Map(), forms: new Map() }))
    spoken.occurrences += occurrences
    spoken.bySpeaker.set(number, (spoken.bySpeaker.get(number) ?? 0) + occurrences)
    spoken.forms.set(form, (spoken.forms.get(form) ?? 0) + occurrences)
  }
  return { wordsBySpeaker, stems }
}
