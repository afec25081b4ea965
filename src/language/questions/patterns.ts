/**
 * Patterns are written as text, one a line, over the flat form of a sentence: words in lower case, one space between them, signs
 * as words of their own. `{name}` stands for any word of that list, `*` for the rest of a word, `..` for up to four words
 * without a sign between, `~` for up to ten, `...` for up to twelve of whatever kind; `^` and `$` are the ends of the sentence. Groups and
 * alternatives are those of regular expressions, but `)*` repeats three times at most and `.*` runs 200 characters. Every gap is bounded, so that no text takes more than linear time.
 */
export function compile(source: string, lists: Lists, flag: 'g' | 'y'): RegExp {
  const lines = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return new RegExp('(?!)', flag)
  return new RegExp(
    `(?<= )(?:${lines.map((line) => lineSource(line, lists)).join('|')})(?:(?= )|(?<= ))`,
    flag,
  )
}

/** Word lists by name, words separated by white space; `_` joins the words of one entry. */
export type Lists = Record<string, string>

function lineSource(line: string, lists: Lists): string {
  return filled(line, lists)
    .replace(/^\^/, '(?<=^ )')
    .replace(/\$$/, '(?= $)')
    .replaceAll(')*', '){0,3}')
    .replaceAll('.*', '.{0,200}')
    .replaceAll(/(?<=[\p{L}'-])\*|(?<=^|[ |(:])\*(?=[\p{L}'-])/gu, '[^ ]*')
    .replaceAll(/(?<!\.)\.\.\.(?!\.) ?/g, '(?:[^ ]+ ){0,12}')
    .replaceAll('~ ', '(?:[^ ,:;–()]+ ){0,10}')
    .replaceAll(/(?<!\.)\.\. /g, '(?:[^ ,:;–()]+ ){0,4}')
}

function filled(line: string, lists: Lists): string {
  return line.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const list = lists[name]
    if (list === undefined) throw new Error(`No word list is called ${name}.`)
    const words = filled(list, lists).trim().split(/\s+/)
    return `(?:${words.join('|').replaceAll('_', ' ')})`
  })
}
