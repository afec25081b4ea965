import { isFunctionStem, stem, tokenise, type Language } from '../../language/index.ts'
import type { App } from '../../platform/index.ts'
import { CodeId, UtteranceId } from '../../workspace/index.ts'
import type { AnswerIndex } from './answer-index.ts'
import { readAnswers } from './read-answers.ts'
import type { Suggestion, SuggestedCount } from './answers.schema.ts'
import { indexedAnswers } from './kept-answers.ts'
import { codesOfAnswers, findSource, readableAnswers, type Readable } from './source.ts'
import { suggestCodes } from './suggested-codes.ts'

type Coded = ReadonlyMap<string, readonly string[]>
const none: readonly string[] = []

/** Suggestions are shown to a person from this share on; below it the likeness speaks for nothing in particular. */
export const leastShare = 0.2

/** The first suggestion of each answer that has no code yet. */
export function firstSuggestions(
  index: AnswerIndex,
  { codes, answers }: { codes: Coded; answers: readonly Readable[] },
): Map<string, { codeId: string; share: number }> {
  const codesOf = (at: number) => codes.get(index.ids[at] ?? '') ?? none
  const found = new Map<string, { codeId: string; share: number }>()
  for (const { utteranceId } of answers) {
    const at = index.placeOf.get(utteranceId)
    if (at === undefined || codes.has(utteranceId)) continue
    const [first] = suggestCodes(index, { at, codesOf, most: 1 })
    if (first && first.share >= leastShare) found.set(utteranceId, first)
  }
  return found
}

type InSource = { workspaceId: string; interviewId: string }

/** For how many answers without a code each code is the first suggestion, most first. Throws 404. */
export async function countSuggestions(app: App, given: InSource): Promise<SuggestedCount[]> {
  const { workspaceId, interviewId } = given
  const { studyId } = await findSource(app.pg, given)
  const readable = await readableAnswers(app.pg, { workspaceId, studyId })
  const codes = await codesOfAnswers(app.pg, { workspaceId, studyId })
  const { index } = await indexedAnswers(app, { workspaceId, studyId, readable })
  const answers = readable.filter((answer) => answer.interviewId === interviewId)
  const counts = new Map<string, number>()
  for (const { codeId } of firstSuggestions(index, { codes, answers }).values())
    counts.set(codeId, (counts.get(codeId) ?? 0) + 1)
  return [...counts]
    .map(([codeId, n]) => ({ codeId: CodeId.parse(codeId), answers: n }))
    .toSorted((one, other) => other.answers - one.answers)
}

/** Up to five codes an answer may deserve, each with the coded answers that speak for it. Throws 404. */
export async function suggestFor(app: App, given: InSource & { utteranceId: string }): Promise<Suggestion[]> {
  const { workspaceId, interviewId, utteranceId } = given
  const { studyId } = await findSource(app.pg, given)
  const readable = await readableAnswers(app.pg, { workspaceId, studyId })
  const codes = await codesOfAnswers(app.pg, { workspaceId, studyId })
  const { index } = await indexedAnswers(app, { workspaceId, studyId, readable })
  const at = index.placeOf.get(utteranceId)
  if (
    at === undefined ||
    !readable.some((one) => one.interviewId === interviewId && one.utteranceId === utteranceId)
  )
    return []
  const codesOf = (other: number) => codes.get(index.ids[other] ?? '') ?? none
  const suggested = suggestCodes(index, { at, codesOf, most: 5 }).filter(({ share }) => share >= leastShare)
  const shown = suggested.map(({ because }) => because.slice(0, 3).map((one) => index.ids[one.at] ?? ''))
  return explained(app, { ...given, studyId, suggested, shown, own: utteranceId, readable })
}

type Explaining = InSource & {
  studyId: string
  own: string
  readable: readonly Readable[]
  suggested: readonly { codeId: string; share: number }[]
  shown: readonly (readonly string[])[]
}

async function explained(app: App, given: Explaining): Promise<Suggestion[]> {
  const { workspaceId, own, readable, suggested, shown } = given
  const wanted = new Set([own, ...shown.flat()])
  const sources = Map.groupBy(
    readable.filter(({ utteranceId }) => wanted.has(utteranceId)),
    ({ interviewId }) => interviewId,
  )
  const texts = new Map<string, { who: string; text: string }>()
  const languages = new Map<string, Language>()
  for (const [interviewId, answers] of sources) {
    const { language } = await findSource(app.pg, { workspaceId, interviewId })
    const utteranceIds = answers.map(({ utteranceId }) => utteranceId)
    for (const answer of await readAnswers(app, { workspaceId, interviewId, utteranceIds })) {
      texts.set(answer.utteranceId, answer)
      languages.set(answer.utteranceId, language)
    }
  }
  const stemsOf = (id: string) => stemsIn(texts.get(id)?.text ?? '', languages.get(id) ?? 'en')
  const shared = new Set(stemsOf(own).map((one) => one.stem))
  return suggested.map(({ codeId, share }, place) => ({
    codeId: CodeId.parse(codeId),
    share,
    because: (shown[place] ?? []).flatMap((id) => {
      const found = texts.get(id)
      if (!found) return []
      const marks = stemsOf(id).filter((one) => shared.has(one.stem))
      return {
        utteranceId: UtteranceId.parse(id),
        who: found.who,
        text: found.text,
        marks: marks.map(({ start, end }) => ({ start, end })),
      }
    }),
  }))
}

function stemsIn(text: string, language: Language): { stem: string; start: number; end: number }[] {
  return tokenise(language, text)
    .map(({ normal, start, end }) => ({ normal, stem: stem(language, normal), start, end }))
    .filter(({ stem: one }) => !isFunctionStem(language, one))
}
