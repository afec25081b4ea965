/**
 * Words of a language whose forms no rule of endings joins, as text: groups between commas, forms of one word between spaces. All forms of a
 * group are found by each other, but for two marks: `tog*` is found by its group and does not ask for it, because asked alone it is more often
 * another word (tog: train); `vandt?` asks for its group and is not found by it, because its stem is that of another word (vand: water).
 */
export type ListedForms = {
  /** What stands before a verb and makes another of it with the same forms (for-stå, ver-stehen). */
  prefixes: readonly string[]
  /** What stands before it and parts from it: its participle has -ge- between (auf-ge-geben), and its past stands apart (gab … auf). */
  parting: readonly string[]
  verbs: string
  /** Nouns that change their vowel or end as no other: no prefix makes another of them. */
  others: string
}

/** The words of a text with spaces between them. */
export function spaced(words: string): string[] {
  return words.split(/\s+/u).filter((word) => word !== '')
}

/** The groups of forms in a text. */
export function groupsOf(text: string): string[][] {
  return text.split(',').map(spaced)
}
