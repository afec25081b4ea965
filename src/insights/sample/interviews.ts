import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeKeys, type CodeKey } from './story.ts'

/** A passage marked in a file, word for word, and its code. */
export type MarkedPassage = { code: CodeKey; text: string }

/** One invented conversation: the transcript as it would come from a recorder, and the passages to code. */
export type SampleInterview = {
  /** Name of the file: `01-lone.txt`. */
  name: string
  language: 'da' | 'en'
  /** Who answers, as the transcript names them. */
  speaker: string
  daysAgo: number
  quoting: 'given' | 'refused' | 'withdrawn'
  text: string
  passages: MarkedPassage[]
}

type Entry = Pick<SampleInterview, 'name' | 'language' | 'speaker' | 'daysAgo' | 'quoting'>

/** In the order of the people who speak in them. Two may not be quoted: one took it back, one never agreed. */
const entries: readonly Entry[] = [
  entry('01-lone.txt', ['da', 'Lone', 41]),
  entry('02-mikkel.txt', ['da', 'Mikkel', 38]),
  entry('03-priya.txt', ['en', 'Priya', 37]),
  entry('04-henrik.txt', ['da', 'Henrik', 33]),
  { ...entry('05-anne-mette.txt', ['da', 'Anne-Mette', 32]), quoting: 'withdrawn' },
  entry('06-tom.txt', ['en', 'Tom', 30]),
  entry('07-sofie.txt', ['da', 'Sofie', 26]),
  entry('08-daniela.txt', ['en', 'Daniela', 24]),
  entry('09-walter.txt', ['en', 'Walter', 23]),
  entry('10-jens.txt', ['da', 'Jens', 17]),
  { ...entry('11-hanna.txt', ['en', 'Hanna', 16]), quoting: 'refused' },
  entry('12-marek.txt', ['en', 'Marek', 12]),
]

/** The twelve conversations, read from their files. */
export function sampleInterviews(): SampleInterview[] {
  return entries.map((one) => {
    const file = readFileSync(join(import.meta.dirname, 'interviews', one.name), 'utf8')
    return { ...one, ...unmark(file) }
  })
}

/** Takes the marks `[code>words]` out of a text; what they enclose stays. Throws on a code that does not exist. */
export function unmark(file: string): { text: string; passages: MarkedPassage[] } {
  const passages: MarkedPassage[] = []
  const text = file.replaceAll(/\[([a-z]+)>([^\]]+)\]/g, (_, key: string, words: string) => {
    const code = codeKeys.find((known) => known === key)
    if (code === undefined) throw new RangeError(`no code "${key}" in the sample`)
    passages.push({ code, text: words })
    return words
  })
  return { text, passages }
}

function entry(name: string, [language, speaker, daysAgo]: ['da' | 'en', string, number]): Entry {
  return { name, language, speaker, daysAgo, quoting: 'given' }
}
