import type { DraftShown } from './recordings-data.ts'

type Mark = DraftShown['marks'][number]

/** Who speaks at a line: the last who was said to speak from it or from one before it. */
export function speakerAt(marks: readonly Mark[], at: number): Mark['who'] | undefined {
  return marks.findLast(({ from }) => from <= at)?.who
}

/** Says that somebody speaks from a line on, until the next line of which something is said. Saying it again takes it back. */
export function markFrom(marks: readonly Mark[], mark: Mark): Mark[] {
  const isSaid = marks.some(({ from, who }) => from === mark.from && who === mark.who)
  const others = marks.filter(({ from }) => from !== mark.from)
  if (isSaid) return others
  const next = [...others, mark].toSorted((a, b) => a.from - b.from)
  // Who speaks already need not be said twice in a row.
  return next.filter(({ who }, place) => next[place - 1]?.who !== who)
}

/** Gives a voice that was told apart its name, everywhere. */
export function nameVoice(
  marks: readonly Mark[],
  { voice, who }: { voice: string; who: Mark['who'] },
): Mark[] {
  const next = marks.map((mark) => (mark.who === voice ? { ...mark, who } : mark))
  return next.filter((mark, place) => next[place - 1]?.who !== mark.who)
}

/** Voices without a name, in the order in which they speak first. */
export function voicesOf(marks: readonly Mark[]): string[] {
  return [...new Set(marks.map(({ who }) => who))].filter((who) => who.startsWith('voice '))
}
