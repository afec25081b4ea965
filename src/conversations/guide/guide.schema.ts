import { z } from 'zod'

// Safe in the browser.

/** The languages whose words are understood; a test holds them to those of the language room. */
export const StudyLanguage = z.enum(['en', 'da', 'sv', 'nl', 'de'])
export type StudyLanguage = z.output<typeof StudyLanguage>

/** What a part of a guide is for: the opening promises confidentiality, the close asks for introductions. */
export const guideParts = ['opening', 'questions', 'close'] as const
export type GuidePart = (typeof guideParts)[number]

// Twice what the screen lets somebody write: a pseudonym may be longer than the name it stands for.
const Title = z.string().trim().max(400)
const Said = z.string().trim().max(6000)
const Asked = z.string().trim().max(2000)
const Probes = z.array(z.string().trim().max(1000)).max(20)

const SectionTranslation = z.object({ title: Title.default(''), say: Said.default('') })
const QuestionTranslation = z.object({ text: Asked.default(''), probes: Probes.default([]) })

/**
 * A question with what to ask on where little comes. Probes of a translation stand in the same order; an empty one is not
 * translated yet.
 */
export const GuideQuestion = z.object({
  id: z.string().min(1).max(60),
  text: Asked.min(1),
  probes: Probes.default([]),
  translations: z.partialRecord(StudyLanguage, QuestionTranslation).default({}),
})
export type GuideQuestion = z.output<typeof GuideQuestion>

/** A part of a guide in the study's own language, with its translations. `say` is read aloud before the questions. */
export const GuideSection = z.object({
  id: z.string().min(1).max(60),
  part: z.enum(guideParts).default('questions'),
  title: Title,
  say: Said.default(''),
  minutes: z.int().min(1).max(600).nullable().default(null),
  questions: z.array(GuideQuestion).max(100),
  translations: z.partialRecord(StudyLanguage, SectionTranslation).default({}),
})
export type GuideSection = z.output<typeof GuideSection>

/** A question as it is sent: a bare text will do, and what has no id gets one. */
const QuestionSent = z.union([Asked.min(1), GuideQuestion.partial({ id: true })])

/** A part as it is sent: `{ title, questions: ['…'] }` will do. */
export const GuideSent = z
  .array(GuideSection.partial({ id: true }).extend({ questions: z.array(QuestionSent).max(100) }))
  .max(50)
export type GuideSent = z.input<typeof GuideSent>

/** A guide that was sent, as it is kept. `newId` makes an id for what has none. */
export function keptGuide(sent: z.output<typeof GuideSent>, newId: () => string): GuideSection[] {
  return sent.map(({ id, questions, ...section }) => ({
    ...section,
    id: id ?? newId(),
    questions: questions.map((question) =>
      typeof question === 'string'
        ? { id: newId(), text: question, probes: [], translations: {} }
        : { ...question, id: question.id ?? newId() },
    ),
  }))
}
