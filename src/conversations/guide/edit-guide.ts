import type { GuideQuestion, GuideSection, StudyLanguage } from './guide.schema.ts'

// Safe in the browser.

/** In which language a guide is written and edited. */
export type Tongue = { main: StudyLanguage; language: StudyLanguage }

/** A section as it stands in a language; empty where it is not translated yet. */
export function sectionIn(section: GuideSection, { main, language }: Tongue): { title: string; say: string } {
  if (language === main) return { title: section.title, say: section.say }
  return section.translations[language] ?? { title: '', say: '' }
}

/** A question as it stands in a language, with as many probes as it has in the study's own. */
export function questionIn(
  question: GuideQuestion,
  { main, language }: Tongue,
): { text: string; probes: string[] } {
  if (language === main) return { text: question.text, probes: question.probes }
  const translated = question.translations[language]
  return {
    text: translated?.text ?? '',
    probes: question.probes.map((_, at) => translated?.probes[at] ?? ''),
  }
}

/** A section with other words in one language. */
export function withSection(
  section: GuideSection,
  { main, language, words }: Tongue & { words: Partial<{ title: string; say: string }> },
): GuideSection {
  if (language === main) return { ...section, ...words }
  const translated = { ...sectionIn(section, { main, language }), ...words }
  return { ...section, translations: { ...section.translations, [language]: translated } }
}

/** A question with another text in one language. */
export function withText(
  question: GuideQuestion,
  { main, language, text }: Tongue & { text: string },
): GuideQuestion {
  if (language === main) return { ...question, text }
  const translated = { ...questionIn(question, { main, language }), text }
  return { ...question, translations: { ...question.translations, [language]: translated } }
}

/** A question with another probe at a place in one language. */
export function withProbe(
  question: GuideQuestion,
  { main, language, at, text }: Tongue & { at: number; text: string },
): GuideQuestion {
  const { probes, text: asked } = questionIn(question, { main, language })
  const changed = probes.map((probe, place) => (place === at ? text : probe))
  if (language === main) return { ...question, probes: changed }
  return {
    ...question,
    translations: { ...question.translations, [language]: { text: asked, probes: changed } },
  }
}

/** A question without one of its probes, in every language. */
export function withoutProbe(question: GuideQuestion, at: number): GuideQuestion {
  const rest = (probes: string[]) => probes.filter((_, place) => place !== at)
  return {
    ...question,
    probes: rest(question.probes),
    translations: Object.fromEntries(
      Object.entries(question.translations).map(([language, { text, probes }]) => [
        language,
        { text, probes: rest(probes) },
      ]),
    ),
  }
}

/** A list with one item moved a place up (-1) or down (1); the same list where it stands at the end already. */
export function moved<T extends { id: string }>(
  items: readonly T[],
  { id, by }: { id: string; by: -1 | 1 },
): T[] {
  const from = items.findIndex((item) => item.id === id)
  const to = from + by
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  return items.filter((other) => other.id !== id).toSpliced(to, 0, item)
}

/** The guide as it is kept: without questions and probes that were left empty, and sections with nothing in them. */
export function writtenGuide(guide: readonly GuideSection[]): GuideSection[] {
  return guide
    .map((section) => ({
      ...section,
      questions: section.questions.filter(({ text }) => text.trim() !== '').map(withoutEmptyProbes),
    }))
    .filter(({ title, say, questions }) => title.trim() !== '' || say.trim() !== '' || questions.length > 0)
}

function withoutEmptyProbes(question: GuideQuestion): GuideQuestion {
  return question.probes.reduceRight(
    (kept, probe, at) => (probe.trim() === '' ? withoutProbe(kept, at) : kept),
    question,
  )
}

/** How many texts of a guide are not yet there in a language: titles, what is read aloud, questions and probes. */
export function missingIn(guide: readonly GuideSection[], tongue: Tongue): number {
  if (tongue.language === tongue.main) return 0
  let missing = 0
  const compare = (own: string, translated: string) => {
    if (own.trim() !== '' && translated.trim() === '') missing += 1
  }
  for (const section of guide) {
    const translated = sectionIn(section, tongue)
    compare(section.title, translated.title)
    compare(section.say, translated.say)
    for (const question of section.questions) {
      const { text, probes } = questionIn(question, tongue)
      compare(question.text, text)
      for (const [at, probe] of question.probes.entries()) compare(probe, probes[at] ?? '')
    }
  }
  return missing
}

/** Words in [brackets] that a template leaves for the member to fill in. */
export function openBrackets(guide: readonly GuideSection[], tongue: Tongue): number {
  const texts = guide.flatMap((section) =>
    section.questions.flatMap((question) => {
      const { text, probes } = questionIn(question, tongue)
      return [text, ...probes]
    }),
  )
  return texts.join('\n').match(/\[[^\][]+\]/gu)?.length ?? 0
}
