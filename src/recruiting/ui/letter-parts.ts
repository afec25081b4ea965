import { compareParts, type Compared, type Three } from '../../../web/kit/index.ts'
import { languages, type RecruitmentDraft, type Texts } from '../recruiting.schema.ts'
import { letterTexts, type LetterText } from '../text-gaps.schema.ts'

type Language = (typeof languages)[number]

/** A part of what a study writes to people: a number, a text in one language, or a question with its answers. */
type LetterPart =
  | { kind: 'minutes' | 'restMonths' }
  | { kind: LetterText; language: Language }
  | { kind: 'question'; questionId: string }

/** Which parts two members changed since both read them. Parts are told by ids, which `partOf` reads. */
export function compareLetters(versions: Three<RecruitmentDraft>): Compared<string> {
  const { read, mine, theirs } = versions
  return compareParts({ read: partsOf(read), mine: partsOf(mine), theirs: partsOf(theirs) })
}

/** Both put together: what one of them changed alone, and of what both changed mine where it was chosen. Questions stand as in theirs, then mine. */
export function joinLetters(versions: Three<RecruitmentDraft>, kept: readonly string[]): RecruitmentDraft {
  const { mine, theirs } = versions
  const chosen = new Set([...compareLetters(versions).onlyMine, ...kept])
  const of = (part: LetterPart) => (chosen.has(idOf(part)) ? mine : theirs)
  const texts = (kind: LetterText): Texts =>
    Object.fromEntries(
      languages.flatMap((language) => {
        const text = of({ kind, language })[kind][language]
        return text === undefined || text === '' ? [] : [[language, text]]
      }),
    )
  const ids = new Set([...theirs.screener, ...mine.screener].map(({ id }) => id))
  return {
    minutes: of({ kind: 'minutes' }).minutes,
    restMonths: of({ kind: 'restMonths' }).restMonths,
    about: texts('about'),
    gift: texts('gift'),
    place: texts('place'),
    screener: [...ids].flatMap((questionId) => questionIn(of({ kind: 'question', questionId }), questionId)),
  }
}

/** The part that an id of `compareLetters` tells. */
export function partOf(id: string): LetterPart {
  const [kind = '', rest = ''] = id.split(/:(.*)/s)
  const known = letterTexts.find((one) => one === kind)
  const language = languages.find((one) => one === rest)
  if (known !== undefined && language !== undefined) return { kind: known, language }
  if (kind === 'question') return { kind, questionId: rest }
  return { kind: kind === 'minutes' ? 'minutes' : 'restMonths' }
}

/** The question of that id, where it is asked: one or none. */
export const questionIn = ({ screener }: RecruitmentDraft, questionId: string) =>
  screener.filter(({ id }) => id === questionId)

function idOf(part: LetterPart): string {
  if (part.kind === 'question') return `question:${part.questionId}`
  return 'language' in part ? `${part.kind}:${part.language}` : part.kind
}

function partsOf(draft: RecruitmentDraft): Record<string, unknown> {
  return Object.fromEntries([
    ['minutes', draft.minutes],
    ['restMonths', draft.restMonths],
    ...letterTexts.flatMap((kind) =>
      languages.map((language) => [idOf({ kind, language }), draft[kind][language] ?? '']),
    ),
    ...draft.screener.map((question) => [idOf({ kind: 'question', questionId: question.id }), question]),
  ])
}
