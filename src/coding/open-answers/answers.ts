import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { savedSegmentBitmap } from '../../segments/index.ts'
import { InterviewId, StudyId, UtteranceId, type Doer } from '../../workspace/index.ts'
import { historyOf } from '../history.ts'
import { participantsAmong } from '../quotes.ts'
import { readQuery, tsqueryOf } from '../search/search-query.ts'
import { traitsToShow } from '../views/person-groups.ts'
import { peopleOfValue } from '../views/scope.ts'
import type { Language } from '../../language/index.ts'
import { groupAlike } from './alike-answers.ts'
import type { AnswerList, AnswersAsked } from './answers.schema.ts'
import { compareAnswers, type Compared } from './kept-answers.ts'
import { findSource, readableAnswers, type Readable, type Source } from './source.ts'
import { firstSuggestions } from './suggestions.ts'

type InSource = { workspaceId: string; interviewId: string }

/** The answers of a source that may be analysed now and fit what is asked. Throws 404. */
export async function listAnswers(
  app: App,
  given: InSource & { asked: AnswersAsked; actor: Doer },
): Promise<AnswerList> {
  const { workspaceId, interviewId, asked } = given
  const source = await findSource(app.pg, given)
  const { studyId } = source
  const [readable, all, history] = await Promise.all([
    readableAnswers(app, { workspaceId, studyId }),
    countAnswers(app.pg, given),
    historyOf(app.pg, { workspaceId, studyId, actor: given.actor }),
  ])
  const here = readable.filter((answer) => answer.interviewId === interviewId)
  const [compared, traits] = await Promise.all([
    compareAnswers(app, { workspaceId, studyId, readable }),
    traitsToShow(app, { workspaceId, people: here.map(({ personNo }) => personNo) }),
  ])
  const { codes } = compared
  const found = await fitting(app, { ...given, source, here, compared })
  const { ids, groups } = await ordered({ asked, found, compared })
  return {
    interviewId: InterviewId.parse(interviewId),
    studyId: StudyId.parse(studyId),
    title: source.title,
    language: source.language,
    answers: here.length,
    uncoded: here.filter(({ utteranceId }) => !codes.has(utteranceId)).length,
    withheld: all - here.length,
    languages: [...new Set(here.map(languageIn(source, compared)))].toSorted(),
    traits: traits.map(({ trait }) => trait),
    ids: ids.map((id) => UtteranceId.parse(id)),
    groups,
    history,
  }
}

type Fitting = InSource & {
  asked: AnswersAsked
  source: Source
  here: readonly Readable[]
  compared: Compared
}

async function fitting(app: App, given: Fitting): Promise<Readable[]> {
  const { workspaceId, asked, source, here, compared } = given
  const { codes, words } = compared
  const { coding, codeId, length, segmentId, trait, value, language } = asked
  const writtenIn = languageIn(source, compared)
  const saying = await saidIn(app, given)
  const people =
    segmentId === undefined
      ? undefined
      : new Set(
          await participantsAmong(app, {
            workspaceId,
            people: await savedSegmentBitmap(app, { workspaceId, segmentId }),
          }),
        )
  const alike =
    trait === undefined || value === undefined
      ? undefined
      : new Set(await peopleOfValue(app, { workspaceId, studyId: source.studyId }, { trait, value }))
  return here.filter(
    ({ utteranceId, personNo }) =>
      (language === undefined || writtenIn({ utteranceId }) === language) &&
      (alike === undefined || alike.has(personNo)) &&
      (coding === undefined || codes.has(utteranceId) === (coding === 'coded')) &&
      (codeId === undefined || codes.get(utteranceId)?.includes(codeId) === true) &&
      (length === undefined || lengthOf(words.get(utteranceId)?.all ?? 0) === length) &&
      (people === undefined || people.has(personNo)) &&
      (saying === undefined || saying.has(utteranceId)),
  )
}

/** The language an answer is written in: its own, or where it is too short to tell its source's. */
function languageIn({ language }: Source, { words }: Compared) {
  return ({ utteranceId }: { utteranceId: string }): Language => words.get(utteranceId)?.language ?? language
}

function lengthOf(words: number): AnswersAsked['length'] {
  if (words <= 5) return 'short'
  return words <= 30 ? 'medium' : 'long'
}

/** The answers in which what is looked for is said, as the search of everything finds it; undefined where nothing is looked for. */
async function saidIn(
  app: App,
  { interviewId, asked, source: { language } }: Fitting,
): Promise<Set<string> | undefined> {
  if (asked.q === undefined || asked.q === '') return undefined
  const query = tsqueryOf(readQuery(asked.q), [language])
  if (query === null) return new Set()
  const { rows } = await sql<{ utterance_id: string }>`
    select t.utterance_id from search_texts t join utterances u on u.id = t.utterance_id and u.version = t.version
    where t.interview_id = ${interviewId} and t.highlight_id is null and t.words @@ ${query}::tsquery`.execute(
    app.pg,
  )
  return new Set(rows.map((row) => row.utterance_id))
}

type Ordering = {
  asked: AnswersAsked
  found: readonly Readable[]
  compared: Compared
}

async function ordered({ asked, found, compared }: Ordering): Promise<{ ids: string[]; groups: number[] }> {
  const ids = found.map(({ utteranceId }) => utteranceId)
  if (asked.suggested !== undefined) {
    const sure = await firstSuggestions(compared)
    const shareOf = (id: string) => sure.get(id)?.share ?? 0
    const suggested = ids.filter((id) => sure.get(id)?.codeId === asked.suggested)
    return { ids: suggested.toSorted((one, other) => shareOf(other) - shareOf(one)), groups: [] }
  }
  if (asked.order === 'file') return { ids, groups: [] }
  const { index } = compared
  const places = ids.flatMap((id) => index.placeOf.get(id) ?? [])
  const groups = (await groupAlike(index, places)).toSorted((one, other) => other.length - one.length)
  const apart = ids.filter((id) => !index.placeOf.has(id))
  return {
    ids: [...groups.flat().map((place) => index.ids[place] ?? ''), ...apart],
    groups: [
      ...groups.flatMap((group) => group.map((_, at) => (at === 0 ? group.length : 0))),
      ...apart.map(() => 1),
    ],
  }
}

async function countAnswers(pg: App['pg'], { workspaceId, interviewId }: InSource): Promise<number> {
  const { rows } = await sql<{ answers: number }>`
    select count(*)::int as answers from utterances u join speakers s on s.id = u.speaker_id and s.role = 'participant'
    where u.workspace_id = ${workspaceId} and u.interview_id = ${interviewId}`.execute(pg)
  return rows[0]?.answers ?? 0
}
