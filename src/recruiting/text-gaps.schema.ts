import { languages, type InviteeLanguage, type RecruitmentDraft, type Texts } from './recruiting.schema.ts'

// Safe in the browser.

export const letterTexts = ['about', 'gift', 'place'] as const
export type LetterText = (typeof letterTexts)[number]

/** What people would read in another language than theirs, with the languages in which it is missing; a question with its answers by its number from 1. */
export type TextGap =
  | { kind: LetterText; languages: InviteeLanguage[] }
  | { kind: 'question'; n: number; languages: InviteeLanguage[] }

/** What is written in some language, and not in all of those people are written to in. */
export function gapsIn(
  draft: Pick<RecruitmentDraft, LetterText | 'screener'>,
  asked: readonly InviteeLanguage[],
): TextGap[] {
  const without = (...texts: Texts[]) => {
    const written = texts.filter((one) => languages.some((language) => one[language]?.trim()))
    return asked.filter((language) => written.some((one) => !one[language]?.trim()))
  }
  const gaps: TextGap[] = [
    ...letterTexts.map((kind) => ({ kind, languages: without(draft[kind]) })),
    ...draft.screener.map(({ text, answers }, at) => ({
      kind: 'question' as const,
      n: at + 1,
      languages: without(text, ...answers.map((answer) => answer.text)),
    })),
  ]
  return gaps.filter((gap) => gap.languages.length > 0)
}
