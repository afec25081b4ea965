import { StudyLanguage, type GuideSection } from './guide.schema.ts'

// Safe in the browser.

/** A text of a guide; null: in the study's own language. */
export type GuideWords = { text: string; language: StudyLanguage | null }

/** A guide with every text in it changed, in its own language and in its translations; the same parts, questions and ids. */
export function guideInWords(
  guide: readonly GuideSection[],
  change: (words: GuideWords) => string,
): GuideSection[] {
  const own = (text: string) => change({ text, language: null })
  return guide.map((section) => ({
    ...section,
    title: own(section.title),
    say: own(section.say),
    questions: section.questions.map((question) => ({
      ...question,
      text: own(question.text),
      probes: question.probes.map(own),
      translations: eachOf(question.translations, ({ text, probes }, language) => ({
        text: change({ text, language }),
        probes: probes.map((probe) => change({ text: probe, language })),
      })),
    })),
    translations: eachOf(section.translations, ({ title, say }, language) => ({
      title: change({ text: title, language }),
      say: change({ text: say, language }),
    })),
  }))
}

/** Every text of a guide but empty ones. */
export function wordsOfGuide(guide: readonly GuideSection[]): GuideWords[] {
  const all: GuideWords[] = []
  guideInWords(guide, (words) => {
    if (words.text.trim() !== '') all.push(words)
    return words.text
  })
  return all
}

/** A guide with those texts that were kept otherwise than they were sent (a name that is replaced in the study) as they are kept now; else the same guide. */
export function guideAsKept(
  guide: GuideSection[],
  { written, kept }: Record<'written' | 'kept', readonly GuideSection[]>,
): GuideSection[] {
  const now = wordsOfGuide(kept)
  const changed = new Map(
    wordsOfGuide(written).flatMap(({ text }, at) => {
      const stands = now[at]?.text ?? text
      return stands === text.trim() ? [] : [[text.trim(), stands] as const]
    }),
  )
  if (changed.size === 0) return guide
  return guideInWords(guide, ({ text }) => changed.get(text.trim()) ?? text)
}

type Translations<T> = { [language in StudyLanguage]?: T | undefined }

function eachOf<T>(
  translations: Translations<T>,
  change: (one: T, language: StudyLanguage) => T,
): { [language in StudyLanguage]?: T } {
  return Object.fromEntries(
    StudyLanguage.options.flatMap((language) => {
      const one = translations[language]
      return one === undefined ? [] : [[language, change(one, language)]]
    }),
  )
}
