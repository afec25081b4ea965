import type { TemplateId } from '../study-kinds.ts'
import type { GuidePart, GuideQuestion, GuideSection, StudyLanguage } from './guide.schema.ts'
import { frameMinutes, templates, type TemplateTexts } from './templates/template.ts'

// Safe in the browser.

/** Reads the templates of a language; each is a file of its own, read when somebody begins from one. */
export async function readTemplates(language: StudyLanguage): Promise<TemplateTexts> {
  return files[language]()
}

const files: Record<StudyLanguage, () => Promise<TemplateTexts>> = {
  en: async () => (await import('./templates/english.ts')).en,
  da: async () => (await import('./templates/danish.ts')).da,
  sv: async () => (await import('./templates/swedish.ts')).sv,
  nl: async () => (await import('./templates/dutch.ts')).nl,
  de: async () => (await import('./templates/german.ts')).de,
}

type Beginning = {
  template: TemplateId
  /** The study's own language first, then those it is also held in. */
  texts: readonly [StudyLanguage, TemplateTexts][]
  newId: () => string
}

/** A guide begun from a template, with its translations: opening, parts and close. */
export function guideFrom({ template, texts, newId }: Beginning): GuideSection[] {
  const { frame, minutes } = templates[template]
  const framed = (part: 'opening' | 'close') =>
    sectionFrom({
      part,
      minutes: frameMinutes[frame][part],
      newId,
      texts: texts.map(([language, { [part]: frames }]) => [language, frames[frame]]),
    })
  return [
    framed('opening'),
    ...minutes.map((long, at) =>
      sectionFrom({
        part: 'questions',
        minutes: long,
        newId,
        texts: texts.flatMap(([language, { parts }]) => {
          const section = parts[template][at]
          return section ? [[language, { say: '', ...section }]] : []
        }),
      }),
    ),
    framed('close'),
  ]
}

type Said = TemplateTexts['opening']['interview']
type Sectioning = {
  part: GuidePart
  minutes: number
  newId: () => string
  texts: readonly [StudyLanguage, Said][]
}

function sectionFrom({ part, minutes, newId, texts }: Sectioning): GuideSection {
  const [first, ...others] = texts
  const own = first?.[1] ?? { title: '', say: '', ask: [] }
  return {
    id: newId(),
    part,
    title: own.title,
    say: own.say,
    minutes,
    translations: Object.fromEntries(others.map(([language, { title, say }]) => [language, { title, say }])),
    questions: own.ask.map((ask, at): GuideQuestion => ({
      id: newId(),
      ...asked(ask),
      translations: Object.fromEntries(
        others.map(([language, said]) => [language, asked(said.ask[at] ?? '')]),
      ),
    })),
  }
}

function asked(ask: Said['ask'][number]): { text: string; probes: string[] } {
  if (typeof ask === 'string') return { text: ask, probes: [] }
  const [text, ...probes] = ask
  return { text, probes }
}
