import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { messageFolders } from '../message-folders.ts'
import { locales, regions, type Locale } from './locale.tsx'

const root = join(import.meta.dirname, '../..')
const sameAllowed = read(join(import.meta.dirname, 'messages/same-as-english.json'))
const folders = messageFolders(root).map((folder) => ({
  folder,
  name: relative(root, folder),
  words: wordsOf(folder),
}))

describe.each(folders)('the words of $name', ({ folder, words }) => {
  const { en } = words
  const keys = Object.keys(en)

  it('are there in all five languages', () => {
    for (const locale of locales)
      expect(Object.keys(words[locale]).toSorted(), locale).toEqual(keys.toSorted())
  })

  it('have keys that begin with the name of their room', () => {
    const room = prefixOf(folder)
    expect(keys.filter((key) => !key.startsWith(`${room}.`))).toEqual([])
  })

  it('are never empty', () => {
    const empty = locales.flatMap((locale) =>
      keys.filter((key) => !words[locale][key]?.trim()).map((key) => `${locale} ${key}`),
    )
    expect(empty).toEqual([])
  })

  it('are nowhere left in English, but for those on the list', () => {
    expect(untranslated(words)).toEqual([])
  })

  it('are well-formed ICU messages', () => {
    const broken = locales.flatMap((locale) =>
      keys.flatMap((key) => fault(words[locale][key] ?? '', locale, key)),
    )
    expect(broken).toEqual([])
  })

  it('take the same values and have the same plurals as in English', () => {
    for (const locale of locales)
      for (const key of keys)
        expect(shape(words[locale][key] ?? '', locale), `${locale} ${key}`).toEqual(
          shape(en[key] ?? '', 'en'),
        )
  })

  it('have a form for every plural category of their language', () => {
    const lacking = locales.flatMap((locale) =>
      keys.flatMap((key) =>
        lackingForms(words[locale][key] ?? '', locale).map((form) => `${locale} ${key}: ${form}`),
      ),
    )
    expect(lacking).toEqual([])
  })
})

describe('the words that screens use', () => {
  const sources = ['web/kit/**/*.{ts,tsx}', 'web/app/**/*.{ts,tsx}', 'src/*/ui/**/*.{ts,tsx}']
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !file.includes('.test.'))
    .map((file) => ({ file, text: withoutComments(readFileSync(join(root, file), 'utf8')) }))
  const all = new Set(folders.flatMap(({ words }) => Object.keys(words.en)))

  it('are all written', () => {
    const missing = sources.flatMap(({ file, text }) =>
      usedKeys(text)
        .filter((key) => !all.has(key))
        .map((key) => `${file}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  it('are all that is written', () => {
    const text = sources.map((source) => source.text).join('\n')
    const begun = [...text.matchAll(/`([a-z][\w-]*(?:\.[\w-]+)*\.)\$\{/g)].map((found) => found[1] ?? '')
    const unused = [...all].filter(
      (key) =>
        // Common buttons wait for the rooms that need them; problems are found by their id.
        !key.startsWith('kit.') &&
        !key.includes('.problem.') &&
        !text.includes(`'${key}'`) &&
        !text.includes(`"${key}"`) &&
        !begun.some((beginning) => key.startsWith(beginning)),
    )
    expect(unused).toEqual([])
  })
})

describe('the checks themselves', () => {
  const planted = (change: Partial<Words>): Words => ({
    en: { 'x.a': 'Hello' },
    da: { 'x.a': 'Hej' },
    sv: { 'x.a': 'Hejsan' },
    nl: { 'x.a': 'Hallo' },
    de: { 'x.a': 'Guten Tag' },
    ...change,
  })

  it('see a message left in English', () => {
    expect(untranslated(planted({}))).toEqual([])
    expect(untranslated(planted({ nl: { 'x.a': 'Hello' } }))).toEqual(['nl x.a: Hello'])
  })

  it('see a broken message, another placeholder, a lost plural and a missing form', () => {
    expect(fault('{n, plural, one {#}}', 'en', 'x.a')).not.toEqual([])
    expect(shape('{navn} er her', 'da')).not.toEqual(shape('{name} is here', 'en'))
    expect(shape('{n} personer', 'da')).not.toEqual(
      shape('{n, plural, one {# person} other {# people}}', 'en'),
    )
    expect(shape('<b>{n}</b>', 'da')).not.toEqual(shape('{n}', 'en'))
    expect(lackingForms('{n, plural, other {# personer}}', 'da')).toEqual(['n one'])
  })

  it('see the keys of a screen, however they are written', () => {
    expect(
      usedKeys(`t('a.b') t("a.c", { n }) <Text id="a.d" /> { id: 'a.e' } title: 'a.f', label: 'a.g'`),
    ).toEqual(['a.b', 'a.c', 'a.d', 'a.e', 'a.f', 'a.g'])
  })
})

type Words = Record<Locale, Record<string, string>>

function wordsOf(folder: string): Words {
  const files = new Set(readdirSync(folder))
  const of = (locale: Locale) =>
    files.has(`${locale}.json`) ? strings(read(join(folder, `${locale}.json`))) : {}
  return { en: of('en'), da: of('da'), sv: of('sv'), nl: of('nl'), de: of('de') }
}

function read(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}

function strings(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, typeof value === 'string' ? value : '']),
  )
}

/** `src/people/ui/messages` → people; `web/kit/messages` → kit. */
function prefixOf(folder: string): string {
  const parent = dirname(folder)
  return basename(basename(parent) === 'ui' ? dirname(parent) : parent)
}

function untranslated(words: Words): string[] {
  return locales
    .filter((locale) => locale !== 'en')
    .flatMap((locale) =>
      Object.entries(words.en)
        .filter(([key, english]) => words[locale][key] === english && !mayBeSame(key, locale))
        .map(([key, english]) => `${locale} ${key}: ${english}`),
    )
}

function mayBeSame(key: string, locale: Locale): boolean {
  const listed = sameAllowed[key]
  return Array.isArray(listed) && listed.includes(locale)
}

/** Comments show examples, with keys that need not exist. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

/** The keys in `t('…')`, `id="…"`, `id: '…'`, `title: '…'` and `label: '…'` that look like a message's. */
function usedKeys(text: string): string[] {
  const uses = /(?:\bt\(\s*|\bid=|\b(?:id|title|label): )['"]([a-z][\w-]*(?:\.[\w-]+)+)['"]/g
  return [...text.matchAll(uses)].map((found) => found[1] ?? '')
}

// The parser's numbers for the parts of a message (icu-messageformat-parser, TYPE).
const kind = { literal: 0, select: 5, plural: 6, pound: 7, tag: 8 } as const
type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }>; children?: Part[] }

function parse(message: string, locale: Locale): Part[] {
  const intl = createIntl({ locale: regions[locale] })
  return intl.formatters.getMessageFormat(message, regions[locale]).getAst() as Part[]
}

function fault(message: string, locale: Locale, key: string): string[] {
  try {
    parse(message, locale)
    return []
  } catch (error) {
    return [`${locale} ${key}: ${String(error)}`]
  }
}

function every(parts: Part[]): Part[] {
  return parts.flatMap((part) => [
    part,
    ...every(part.children ?? []),
    ...Object.values(part.options ?? {}).flatMap((option) => every(option.value)),
  ])
}

/** What a message takes: each value with how it is used, once. */
function shape(message: string, locale: Locale): string[] {
  const parts = every(parse(message, locale)).filter(
    ({ type }) => type !== kind.literal && type !== kind.pound,
  )
  const options = (part: Part) =>
    part.type === kind.select
      ? Object.keys(part.options ?? {})
          .toSorted()
          .join()
      : ''
  return [...new Set(parts.map((part) => `${part.type} ${String(part.value)} ${options(part)}`))].toSorted()
}

function lackingForms(message: string, locale: Locale): string[] {
  const { pluralCategories } = new Intl.PluralRules(regions[locale]).resolvedOptions()
  return every(parse(message, locale))
    .filter(({ type }) => type === kind.plural)
    .flatMap((part) =>
      pluralCategories.filter((form) => !part.options?.[form]).map((form) => `${String(part.value)} ${form}`),
    )
}
