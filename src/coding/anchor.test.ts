import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { seededRandom } from '../../test/seeded-random.ts'
import { sharedData, sharedDataPresent } from '../../test/shared-data.ts'
import { codepointCounter, fromCodepoints, toCodepoints } from './anchor-codepoints.ts'
import { Anchor, passage, rebase } from './anchor.ts'

describe('codepoints and UTF-16', () => {
  const text = 'Å 👩‍👧 a\u030a 𠮷\r\n\ud800x'

  test('go to and fro at every codepoint', () => {
    const codepoints = [...text]
    for (let at = 0; at <= codepoints.length; at++) {
      const utf16 = fromCodepoints(text, at)
      expect(text.slice(0, utf16)).toBe(codepoints.slice(0, at).join(''))
      expect(toCodepoints(text, utf16)).toBe(at)
    }
  })

  test('an offset inside a pair counts as before it, one beyond the text as its end', () => {
    expect(toCodepoints('a😀b', 2)).toBe(1)
    expect(toCodepoints('a😀b', 99)).toBe(3)
    expect(fromCodepoints('a😀b', 99)).toBe(4)
    expect([toCodepoints('', 0), fromCodepoints('', 3)]).toEqual([0, 0])
  })

  test('are counted alike one place at a time and many places of one text', () => {
    const count = codepointCounter(text)
    for (let at = 0; at <= text.length + 2; at++) expect(count(at), `${at}`).toBe(toCodepoints(text, at))
  })
})

/** before, highlighted words, after, highlighted words then; null = lost. */
const corrections: [string, string, string, string, string | null][] = [
  ['a word before is removed', 'Well, I really like it', 'like it', 'I really like it', 'like it'],
  ['a word inside is put in', 'we trust them', 'trust them', 'we trust all of them', 'trust all of them'],
  ['words are put in at the edges', 'we trust them', 'trust', 'we never trust in them', 'trust'],
  ['a word is respelled', 'open my acounts now', 'my acounts', 'open my accounts now', 'my accounts'],
  ['the only word is respelled', 'jeg har tilid til dem', 'tilid', 'jeg har tillid til dem', 'tillid'],
  [
    'the first word is respelled and one added before it',
    'det er tryged for mig',
    'tryged for mig',
    'det er nok tryghed for mig',
    'tryghed for mig',
  ],
  ['the whole passage is replaced', 'så sagde hun nej til det', 'nej', 'så sagde hun ja til det', 'ja'],
  [
    'the whole passage is replaced by more words',
    'så sagde hun nej til det',
    'nej',
    'så sagde hun nej tak ellers til det',
    'nej',
  ],
  [
    'a word is replaced by several',
    'så sagde hun nej til det',
    'nej',
    'så sagde hun helt sikkert ja til det',
    'helt sikkert ja',
  ],
  ['one of two words is deleted', 'we like cheap fast food', 'cheap fast', 'we like fast food', 'fast'],
  ['all of it is deleted', 'we like cheap fast food', 'cheap fast', 'we like food', null],
  ['the text is emptied', 'we like it', 'like', '', null],
  [
    'two words become one',
    'en god kunde oplevelse altså',
    'oplevelse',
    'en god kundeoplevelse altså',
    'kundeoplevelse',
  ],
  [
    'two words become one, the shorter highlighted',
    'en god kunde oplevelse altså',
    'kunde',
    'en god kundeoplevelse altså',
    'kundeoplevelse',
  ],
  ['one word becomes two', 'zelfs bijdehand genoeg', 'bijdehand', 'zelfs bij de hand genoeg', 'bij de hand'],
  ['capitals change', 'ja det vil jeg', 'ja det', 'Ja, det vil jeg', 'Ja, det'],
  ['an emoji before goes', '😀😀 das ist gut 🚲', 'gut 🚲', '😀 das ist gut 🚲', 'gut 🚲'],
  ['an emoji family stays whole', 'vi 👩‍👩‍👧 er glade', '👩‍👩‍👧', 'ja vi 👩‍👩‍👧 er meget glade', '👩‍👩‍👧'],
  [
    'line ends change from CRLF to LF',
    'first\r\nsecond line\r\nthird',
    'second line\r\nthird',
    'first\nsecond line\nthird',
    'second line\nthird',
  ],
  ['a composed letter is decomposed', 'på åben gade', 'åben', 'på a\u030aben gade', 'a\u030aben'],
  ['words on both sides are rewritten', 'aaa bbb ccc ddd eee', 'ccc', 'xxxx yyyy ccc zzzz', 'ccc'],
  [
    'as many words as before, all different, across the edge',
    'one two three four',
    'three four',
    'uno dos tres cuatro',
    'tres cuatro',
  ],
  [
    'part of a word is highlighted and its beginning mended',
    'de Kundenfrundlichkeit hier',
    'lichkeit',
    'de Kundenfreundlichkeit hier',
    'lichkeit',
  ],
  [
    'part of a word is highlighted and its ending mended',
    'de Kundenfreundlichket hier',
    'Kunden',
    'de Kundenfreundlichkeit hier',
    'Kunden',
  ],
]

describe('an anchor stays on its words when', () => {
  test.each(corrections)('%s', (_, before, words, after, expected) => {
    const result = rebase({ anchor: find(before, words), before, after })
    expect(result.state === 'held' ? passage(after, result.anchor) : null).toBe(expected)
  })

  test('white space at its edges is kept as far as it is still there', () => {
    const result = rebase({ anchor: { start: 3, end: 9 }, before: 'aaa bbbb ccc', after: 'xx aaa bbbb ccc' })
    expect(result).toEqual({ state: 'held', anchor: { start: 6, end: 12 } })
    expect(rebase({ anchor: { start: 3, end: 10 }, before: 'aaa bbbb  ', after: 'aaa bbbb' })).toEqual({
      state: 'held',
      anchor: { start: 3, end: 8 },
    })
  })

  test('nothing but white space is highlighted, and the change is elsewhere', () => {
    const anchor = { start: 3, end: 5 }
    expect(rebase({ anchor, before: 'abc  def ghi', after: 'abc  def' })).toEqual({ state: 'held', anchor })
    expect(rebase({ anchor, before: 'abc  def', after: 'abcd  def' })).toEqual({
      state: 'held',
      anchor: { start: 4, end: 6 },
    })
    expect(rebase({ anchor, before: 'abc  def', after: 'abcdef' })).toEqual({ state: 'lost' })
  })

  test('nothing changed', () => {
    const anchor = { start: 1, end: 2 }
    expect(rebase({ anchor, before: 'abc', after: 'abc' })).toEqual({ state: 'held', anchor })
  })

  test.each([
    { start: 2, end: 2 },
    { start: -1, end: 2 },
    { start: 0, end: 5 },
  ])('an anchor outside the text is refused: %o', (anchor) => {
    expect(() => rebase({ anchor, before: '😀bcd', after: 'x' })).toThrow(RangeError)
  })
})

test.each([
  { start: 2, end: 2 },
  { start: -1, end: 1 },
  { start: 0.5, end: 2 },
  { start: 3, end: 1 },
  { start: 0 },
])('%o is no anchor', (input) => {
  expect(Anchor.safeParse(input).success).toBe(false)
})

describe('random corrections', () => {
  const seeds = Array.from({ length: 400 }, (_, seed) => seed + 1)

  test('every highlighted word that is left stays highlighted, and no other that was there before', () => {
    let held = 0
    for (const seed of seeds) {
      const { before, after, anchor, inside } = correction(seed, 'anywhere')
      const result = rebase({ anchor, before: textOf(before), after: textOf(after) })
      const expected = after.filter((word) => inside.has(word.id)).map((word) => word.text)
      if (expected.length === 0 && !after.some((word) => word.id < 0))
        expect(result, `seed ${seed}`).toEqual({ state: 'lost' })
      if (result.state === 'lost') {
        expect(expected, `seed ${seed}`).toEqual([])
        continue
      }
      held++
      const got = passage(textOf(after), result.anchor).split(/\s+/)
      const survivors = new Set(after.filter((word) => word.id >= 0).map((word) => word.text))
      expect(
        got.filter((word) => survivors.has(word)),
        `seed ${seed}`,
      ).toEqual(expected)
    }
    expect(held).toBeGreaterThan(300)
  })

  test('a passage nobody touched reads as before', () => {
    for (const seed of seeds) {
      const { before, after, anchor } = correction(seed, 'outside')
      const result = rebase({ anchor, before: textOf(before), after: textOf(after) })
      expect(result.state === 'held' ? passage(textOf(after), result.anchor) : result, `seed ${seed}`).toBe(
        passage(textOf(before), anchor),
      )
    }
  })

  test('there and back again is where it began', () => {
    for (const seed of seeds) {
      const { before, after, anchor } = correction(seed, 'outside')
      const there = rebase({ anchor, before: textOf(before), after: textOf(after) })
      if (there.state === 'lost') throw new Error(`seed ${seed} lost an untouched passage`)
      expect(
        rebase({ anchor: there.anchor, before: textOf(after), after: textOf(before) }),
        `seed ${seed}`,
      ).toEqual({ state: 'held', anchor })
    }
  })
})

describe('long utterances', () => {
  test('20,000 words with one corrected keep the highlight', () => {
    const before = Array.from({ length: 20_000 }, (_, n) => `ord${n % 997}`).join(' ')
    const after = before.replace('ord500', 'ordet 500')
    expect(rebase({ anchor: find(before, 'ord900 ord901'), before, after }).state).toBe('held')
  })

  test('20,000 words replaced by others lose the highlight', () => {
    const before = Array.from({ length: 20_000 }, (_, n) => `gammel${n}`).join(' ')
    const after = Array.from({ length: 19_000 }, (_, n) => `${n}`).join(' ')
    expect(rebase({ anchor: find(before, 'gammel77 gammel78'), before, after })).toEqual({ state: 'lost' })
  })
})

describe.skipIf(!sharedDataPresent)('shared data: naughty strings', () => {
  test('as old text, new text and passage never throw, and give places inside the text', () => {
    const naughty = z
      .array(z.string())
      .parse(JSON.parse(readFileSync(join(sharedData, 'parsers/blns/blns.json'), 'utf8')))
    for (const [at, before] of naughty.entries()) {
      const length = [...before].length
      if (length === 0) continue
      const after = `${naughty[(at + 1) % naughty.length]} ${before}`
      const result = rebase({ anchor: { start: 0, end: length }, before, after })
      if (result.state === 'held') expect(result.anchor.end).toBeLessThanOrEqual([...after].length)
      if (result.state === 'held') expect(result.anchor.start).toBeLessThan(result.anchor.end)
    }
  })
})

function find(text: string, words: string): Anchor {
  const at = text.indexOf(words)
  if (at === -1) throw new Error(`“${words}” is not in the text`)
  return { start: toCodepoints(text, at), end: toCodepoints(text, at + words.length) }
}

/** A word that can be told apart from all others; `id` −1 = put in by the correction. */
type Marked = { id: number; text: string; space: string }

function textOf(words: readonly Marked[]): string {
  return words.map((word) => word.text + word.space).join('')
}

/** An utterance of unlike words, a highlight on some of them, and the utterance after up to six random corrections. */
function correction(seed: number, where: 'anywhere' | 'outside') {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const before = Array.from({ length: 6 + below(20) }, (_, id) => marked(id, below))
  const first = below(before.length)
  const last = Math.min(before.length - 1, first + below(6))
  const inside = new Set(before.slice(first, last + 1).map((word) => word.id))
  const start = [...textOf(before.slice(0, first))].length
  const end =
    start + [...textOf(before.slice(first, last + 1))].length - [...(before[last]?.space ?? '')].length

  let after = before.map((word) => ({ ...word }))
  for (let change = 1 + below(6); change > 0 && after.length > 0; change--) {
    const at = below(after.length)
    const word = after[at]
    const untouchable = where === 'outside' && word !== undefined && inside.has(word.id)
    const kind = below(3)
    if (kind === 0 && !(where === 'outside' && isWithin(after, at, inside)))
      after.splice(at, 0, marked(-1, below))
    if (!word || untouchable) continue
    if (kind === 1) after = after.filter((_, index) => index !== at)
    if (kind === 2 && word.id >= 0) word.text = respelled(word.text, below)
  }
  return { before, after, anchor: { start, end }, inside }
}

/** Whether a word put in at this place would stand between two highlighted ones. */
function isWithin(words: readonly Marked[], at: number, inside: ReadonlySet<number>): boolean {
  return inside.has(words[at]?.id ?? -1) && at > 0 && inside.has(words[at - 1]?.id ?? -1)
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyzæøåäöüß']
const spaces = [' ', ' ', ' ', '  ', '\r\n', '\n']
const emoji = ['😀', '👩‍👩‍👧', '🇩🇰', '👍🏽', '❤️']

function marked(id: number, below: (limit: number) => number): Marked {
  const letters = Array.from({ length: 9 }, () => alphabet[below(alphabet.length)]).join('')
  return {
    id,
    text: below(8) === 0 ? letters + emoji[below(emoji.length)] : letters,
    space: spaces[below(spaces.length)] ?? ' ',
  }
}

function respelled(text: string, below: (limit: number) => number): string {
  const at = 1 + below(7)
  const letters = [...text]
  letters[at] = alphabet[below(alphabet.length)] ?? 'x'
  return letters.join('')
}
