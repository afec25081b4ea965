import { isFunctionStem, stem, tokenise } from '../../language/index.ts'
import { newBreath, type App } from '../../platform/index.ts'
import { CodeId, UtteranceId } from '../../workspace/index.ts'
import { nearestAmong, type AnswerIndex } from './answer-index.ts'
import type { SuggestedCount, Suggestion } from './answers.schema.ts'
import { compareAnswers, comparedLast, type Compared } from './kept-answers.ts'
import { readTexts, type AnswerText } from './read-answers.ts'
import { findSource, readableAnswers } from './source.ts'
import { neighbours, weighCodes } from './suggested-codes.ts'

const none: readonly string[] = []

/** Suggestions are shown to a person from this share on; below it the likeness speaks for nothing in particular. */
export const leastShare = 0.2

type First = ReadonlyMap<string, { codeId: string; share: number }>
const known = new WeakMap<AnswerIndex, { codes: Compared['codes']; first: Promise<First> }>()

/** The first suggestion of each answer of a study that has no code yet. */
export async function firstSuggestions({ index, codes }: Compared): Promise<First> {
  const before = known.get(index)
  if (before?.codes === codes) return before.first
  const first = suggestForAll({ index, codes })
  known.set(index, { codes, first })
  return first
}

async function suggestForAll({ index, codes }: Pick<Compared, 'index' | 'codes'>): Promise<First> {
  const breathe = newBreath()
  const { codesOf, coded } = codedIn({ index, codes })
  const nearest = nearestAmong(index, { among: coded, most: neighbours })
  const first = new Map<string, { codeId: string; share: number }>()
  for (const [at, id] of index.ids.entries()) {
    if (codes.has(id)) continue
    await breathe()
    const [best] = weighCodes(nearest(at), { at, codesOf, most: 1 })
    if (best && best.share >= leastShare) first.set(id, { codeId: best.codeId, share: best.share })
  }
  return first
}

function codedIn({ index, codes }: Pick<Compared, 'index' | 'codes'>) {
  const codesOf = (at: number) => codes.get(index.ids[at] ?? '') ?? none
  const coded = index.ids.flatMap((id, at) => (codes.has(id) ? [at] : []))
  return { codesOf, coded }
}

type InSource = { workspaceId: string; interviewId: string }

/** For how many answers without a code each code is the first suggestion, most first. Throws 404. */
export async function countSuggestions(app: App, given: InSource): Promise<SuggestedCount[]> {
  const { workspaceId, interviewId } = given
  const { studyId } = await findSource(app.pg, given)
  const readable = await readableAnswers(app, { workspaceId, studyId })
  const first = await firstSuggestions(await compareAnswers(app, { workspaceId, studyId, readable }))
  const counts = new Map<string, number>()
  for (const answer of readable) {
    const codeId = answer.interviewId === interviewId ? first.get(answer.utteranceId)?.codeId : undefined
    if (codeId !== undefined) counts.set(codeId, (counts.get(codeId) ?? 0) + 1)
  }
  return [...counts]
    .map(([codeId, n]) => ({ codeId: CodeId.parse(codeId), answers: n }))
    .toSorted((one, other) => other.answers - one.answers)
}

/** Up to five codes an answer may deserve, each with the coded answers that speak for it. Throws 404. */
export async function suggestFor(app: App, given: InSource & { utteranceId: string }): Promise<Suggestion[]> {
  const { workspaceId, interviewId, utteranceId } = given
  const { studyId } = await findSource(app.pg, given)
  const study = { workspaceId, studyId }
  const compared = (await comparedWith(app, { ...study, utteranceId })) ?? (await comparedNow(app, study))
  const { index } = compared
  const at = index.placeOf.get(utteranceId)
  if (at === undefined) return []
  const { codesOf, coded } = codedIn(compared)
  // More than are asked, because some may not be read any more.
  const near = nearestAmong(index, { among: coded, most: 2 * neighbours })(at)
  const asked = [utteranceId, ...near.map((one) => index.ids[one.at] ?? '')]
  const texts = await readTexts(app, { ...study, utteranceIds: asked })
  const own = texts.get(utteranceId)
  if (own?.interviewId !== interviewId) return []
  const permitted = near.filter((one) => texts.has(index.ids[one.at] ?? '')).slice(0, neighbours)
  const suggested = weighCodes(permitted, { at, codesOf, most: 5 })
  const shared = new Set(stemsIn(own).map((one) => one.stem))
  return suggested.flatMap(({ codeId, share, because }) => {
    if (share < leastShare) return []
    const shown = because.slice(0, 3).flatMap((one) => texts.get(index.ids[one.at] ?? '') ?? [])
    return { codeId: CodeId.parse(codeId), share, because: shown.map((text) => explained(text, shared)) }
  })
}

type InStudy = { workspaceId: string; studyId: string }

/** What was compared last, if this answer is in it as it reads now. */
async function comparedWith(
  app: App,
  { utteranceId, ...study }: InStudy & { utteranceId: string },
): Promise<Compared | undefined> {
  const compared = await comparedLast(app, study)
  const row = await app.pg
    .selectFrom('utterances')
    .select('version')
    .where('workspace_id', '=', study.workspaceId)
    .where('id', '=', utteranceId)
    .executeTakeFirst()
  return row !== undefined && compared?.words.get(utteranceId)?.version === row.version ? compared : undefined
}

async function comparedNow(app: App, study: InStudy): Promise<Compared> {
  return compareAnswers(app, { ...study, readable: await readableAnswers(app, study) })
}

function explained(answer: AnswerText, shared: ReadonlySet<string>): Suggestion['because'][number] {
  const { utteranceId, who, text } = answer
  const marks = stemsIn(answer).filter((one) => shared.has(one.stem))
  return {
    ...{ utteranceId: UtteranceId.parse(utteranceId), who, text },
    marks: marks.map(({ start, end }) => ({ start, end })),
  }
}

function stemsIn({ text, language }: AnswerText): { stem: string; start: number; end: number }[] {
  return tokenise(language, text)
    .map(({ normal, start, end }) => ({ normal, stem: stem(language, normal), start, end }))
    .filter(({ stem: one }) => !isFunctionStem(language, one))
}
