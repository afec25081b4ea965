import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedData, sharedDataPresent } from '../../../test/shared-data.ts'
import type { Language } from '../language.ts'
import { findIdentifiers } from './find-identifiers.ts'

const root = join(import.meta.dirname, '../../..')
const doc = join(root, 'docs/confidentiality.md')

type Labelled = { part: string; sentence: string; labels: string[] }

describe('how much is found, on sentences of real conversations labelled by hand', () => {
  test.each(['en', 'nl'] as const)(
    '%s: as docs/confidentiality.md says (UPDATE_DOCS=1 writes it)',
    (language) => {
      for (const part of ['learn', 'held-out']) hold(figures(language, { all: labelled(language), part }))
    },
  )
})

describe('how much is found, on sentences written in spoken style and labelled before the rules were looked at', () => {
  test.each(['da', 'sv'] as const)('%s: as docs/confidentiality.md says', (language) => {
    for (const part of ['learn', 'held-out'])
      hold(figures(language, { all: labelled(language), part, read: 'one by one' }))
  })
})

describe('how much is found, on further sentences labelled before the rules were tried on them', () => {
  test.each([
    { language: 'en', file: 'en-second' },
    { language: 'de', file: 'de-spoken' },
  ] as const)('$file: as docs/confidentiality.md says', ({ language, file }) => {
    for (const part of ['learn', 'held-out'])
      hold(figures(language, { all: labelled(file), part, read: 'one by one', called: file }))
  })
})

describe.skipIf(!sharedDataPresent)('shared data: how much is found in German answers', () => {
  test('de: as docs/confidentiality.md says', () => {
    const said = sentencesOf(join(sharedData, 'open-answers/cimt-cycling-dialogues-de/dataset.csv'))
    const all = labelled('de').map((one) => ({ ...one, sentence: said.get(one.sentence) ?? '' }))
    expect(all.filter(({ sentence }) => sentence === '')).toEqual([])
    for (const part of ['learn', 'held-out']) hold(figures('de', { all, part }))
  })
})

/** The line stands in the document, whatever the widths of its columns. */
function hold(line: string): void {
  const bare = (text: string) => text.replaceAll(/\s+/g, ' ')
  const start = line.split('|').slice(0, 3).join('|')
  const lines = readFileSync(doc, 'utf8').split('\n')
  if (process.env['UPDATE_DOCS'] === '1')
    writeFileSync(doc, lines.map((old) => (bare(old).startsWith(start) ? line : old)).join('\n'))
  expect(readFileSync(doc, 'utf8').split('\n').map(bare)).toContain(line)
}

function labelled(name: string): Labelled[] {
  const file = join(root, `test/data/identifiers/${name}.tsv`)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)
  return lines.map((line) => {
    const [part = '', sentence = '', labels = ''] = line.split('\t')
    return { part, sentence, labels: labels === '' ? [] : labels.split('|') }
  })
}

type Asked = { all: readonly Labelled[]; part: string; read?: 'one by one'; called?: string }

/**
 * The sentences of a language are read as one conversation, or each as one of its own; a label is found where every capitalised word of it is, or every word
 * where it has no capital.
 */
function figures(language: Language, { all, part, read: how, called = language }: Asked): string {
  const sentences = all.map(({ sentence }) => sentence)
  const read =
    how === 'one by one'
      ? sentences.map((one) => findIdentifiers([one], { language }).flat())
      : findIdentifiers(sentences, { language })
  const count = { labels: 0, found: 0, offered: 0, wrong: 0, other: 0 }
  for (const [at, { sentence, labels, part: own }] of all.entries()) {
    if (own !== part) continue
    const wanted = places(sentence, labels)
    const found = (read[at] ?? []).map((one) => ({ ...one, ...utf16(sentence, one) }))
    const sure = found.filter(({ kind }) => kind !== 'other')
    const isCovered = (words: Place[], by: Place[]) =>
      words.every((word) => by.some((one) => one.start <= word.start && word.end - 1 <= one.end))
    count.labels += wanted.length
    count.found += wanted.filter(({ words }) => isCovered(words, sure)).length
    count.offered += wanted.filter(({ words }) => isCovered(words, found)).length
    for (const one of found)
      if (!wanted.some((label) => one.start < label.end && label.start < one.end))
        count[one.kind === 'other' ? 'other' : 'wrong']++
  }
  return `| ${called} | ${part} | ${count.labels} | ${count.found} | ${count.wrong} | ${count.offered} | ${count.other} |`
}

type Place = { start: number; end: number }

function places(sentence: string, labels: readonly string[]): (Place & { words: Place[] })[] {
  const used = new Set<number>()
  return labels.map((label) => {
    let start = sentence.indexOf(label)
    while (used.has(start)) start = sentence.indexOf(label, start + 1)
    used.add(start)
    const capitals = [...label.matchAll(/\p{Lu}[\p{L}'-]*/gu)]
    const all = capitals.length > 0 ? capitals : [...label.matchAll(/\p{L}[\p{L}'-]*/gu)]
    const words = all.map((word) => ({
      start: start + word.index,
      end: start + word.index + word[0].length,
    }))
    return { start, end: start + label.length, words }
  })
}

function utf16(sentence: string, { start, end }: Place): Place {
  const letters = [...sentence]
  return { start: letters.slice(0, start).join('').length, end: letters.slice(0, end).join('').length }
}

/** Sentences of the column `text` by the beginning of their hash, cut as they were when they were labelled. */
function sentencesOf(file: string): Map<string, string> {
  const found = new Map<string, string>()
  const cells = readFileSync(file, 'utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)
  for (const [, quoted, bare] of cells)
    for (const piece of (quoted?.replaceAll('""', '"') ?? bare ?? '').split(/(?<=[.!?])\s+/)) {
      const sentence = piece.trim().split(/\s+/).join(' ')
      found.set(createHash('sha256').update(sentence).digest('hex').slice(0, 16), sentence)
    }
  return found
}
