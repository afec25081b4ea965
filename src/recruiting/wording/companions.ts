/** A colleague who sits in: to write, or to listen. */
export type Companion = { name: string; part: 'note-taker' | 'observer' }

/** What is said of those who sit in, by what they are there for. */
export type SitsIn = Record<Companion['part'], (names: string) => string>

/** A sentence for those who write and one for those who listen; none where nobody does. */
export function whoSitsIn(companions: readonly Companion[], words: SitsIn): string[] {
  return (['note-taker', 'observer'] as const).flatMap((part) => {
    const names = companions.filter((one) => one.part === part).map(({ name }) => name)
    return names.length === 0 ? [] : [words[part](names.join(', '))]
  })
}
