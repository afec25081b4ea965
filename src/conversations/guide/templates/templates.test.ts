import { describe, expect, test } from 'vitest'
import { checkQuestion, modeOf, type QuestionFault } from '../../../language/questions/question.ts'
import { templateIds, usualFor } from '../../study-kinds.ts'
import { GuideSection, StudyLanguage } from '../guide.schema.ts'
import { guideFrom, readTemplates } from '../guide-template.ts'
import { templates } from './template.ts'

const languages = StudyLanguage.options
const numbered = () => {
  let n = 0
  return () => `id-${(n += 1)}`
}
const guideIn = async (template: (typeof templateIds)[number], language: StudyLanguage) =>
  guideFrom({ template, texts: [[language, await readTemplates(language)]], newId: numbered() })

describe.each(languages)('the guides to begin from in %s', (language) => {
  test.each(templateIds)('the checker finds no fault in %s', async (template) => {
    const found: [string, QuestionFault[], string][] = []
    for (const { part, questions } of await guideIn(template, language))
      for (const { text, probes } of questions) {
        const mode = modeOf(text, language)
        const mixes = part === 'questions' && mode !== 'either' && mode !== templates[template].mode
        if (mixes) found.push([text, [], mode])
        for (const asked of [text, ...probes]) {
          // A probe follows an open question: “Where were you?” is one word, in the middle of a story.
          const faults = checkQuestion(asked, language).filter(
            ({ fault }) => asked === text || fault !== 'closed',
          )
          if (faults.length > 0) found.push([asked, faults, mode])
        }
      }
    expect(found).toEqual([])
  })

  test('each opens with honesty and confidentiality and closes with introductions', async () => {
    for (const template of templateIds) {
      const guide = await guideIn(template, language)
      const [opening, close] = [guide[0], guide.at(-1)]
      expect([opening?.part, close?.part]).toEqual(['opening', 'close'])
      expect(opening?.say, template).toMatch(/brutal|genadeloos|schonungslos/i)
      expect(opening?.say, template).toMatch(
        /confidential|fortrolig|konfidentiell|vertrouwelijk|vertraulich/i,
      )
      expect(close?.say, template).toMatch(/pass on|videre|vidare|door|weiter/i)
    }
  })

  test('an hour is enough for each but the group', async () => {
    for (const template of templateIds) {
      const total = (await guideIn(template, language)).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
      expect(total, template).toBeLessThanOrEqual(template === 'group' ? 90 : 65)
    }
  })
})

describe('a guide in several languages', () => {
  test.each(templateIds)(
    '%s has every question and probe of every language side by side',
    async (template) => {
      const texts = await Promise.all(
        languages.map(async (language) => [language, await readTemplates(language)] as const),
      )
      const guide = guideFrom({ template, texts: texts.map(([l, t]) => [l, t]), newId: numbered() })
      expect(() => GuideSection.array().parse(guide)).not.toThrow()
      for (const section of guide) {
        for (const language of languages.slice(1)) {
          expect(section.translations[language]?.title).toBeTruthy()
          expect(Boolean(section.translations[language]?.say)).toBe(section.say !== '')
        }
        for (const { text, probes, translations } of section.questions)
          for (const language of languages.slice(1)) {
            expect(translations[language]?.text, text).toBeTruthy()
            expect(translations[language]?.probes, text).toHaveLength(probes.length)
            expect(translations[language]?.text).not.toBe(text)
          }
      }
      const ids = guide.flatMap(({ id, questions }) => [id, ...questions.map((question) => question.id)])
      expect(new Set(ids).size).toBe(ids.length)
    },
  )

  test('every kind of study has a guide to begin from', () => {
    for (const { template } of Object.values(usualFor)) expect(templateIds).toContain(template)
  })
})
