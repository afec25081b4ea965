import { z } from 'zod'
import { freshPermission } from '../consent/index.ts'
import { Language, isFunctionWord } from '../language/index.ts'
import { ch, type App, type Sql } from '../platform/index.ts'
import { codedWords, withheldByCode } from './coded-words.ts'
import { type Focus, type KnownFocus, inFocus, knownFocus } from './focus.ts'
import { freshWords } from './fresh-words.ts'
import { type Term, keyTerms } from './keyness.ts'
import { currentTerms, permittedPairs } from './spoken-sql.ts'
import { type SpokenRow, gatherWords } from './spoken-words.ts'
import { reasonFor } from './verdict.ts'
import { type WordList, findWordList, listRatio } from './word-list.ts'
import type { Words, WordTerm } from './words.schema.ts'

export type WordsOf = { workspaceId: string; focus: Focus; language?: Language | undefined; limit?: number }

/**
 * What the people in focus say more than the other speakers of the same language in the workspace, by number of speakers. Only
 * people who permit analysing what was said count, as of this read, on both sides; function words count too. Without a language: the one
 * most of them speak.
 */
export async function compareWords(app: App, asked: WordsOf): Promise<Words> {
  const { workspaceId, limit = 200 } = asked
  await Promise.all([freshPermission(app, workspaceId), freshWords(app, workspaceId)])
  const focus = await knownFocus(app, workspaceId, asked.focus)
  const permitted = permittedPairs({ workspaceId, purpose: 'conversation_analysis' })
  const spoken = await languagesOf(app, { workspaceId, focus, permitted })
  const language = asked.language ?? spoken.languages[0]?.language ?? 'en'
  const found = await sidesOf(app, { workspaceId, focus, permitted, language })
  const focusWords = gatherWords(found.focus)
  const compared = keyTerms({ focus: focusWords, reference: gatherWords(found.reference) }, { limit })
  const list = await findWordList(app.dataDir, language)
  const words = focusWords.wordsBySpeaker.reduce((total, some) => total + some, 0)
  const figures = {
    language,
    languages: spoken.languages,
    words,
    withheld: spoken.withheld,
    list: list !== undefined,
  }
  if (compared.state === 'nothing to compare')
    return {
      ...figures,
      state: compared.missing === 'focus' ? 'nothing said' : 'nobody else',
      terms: [],
      speakers: focusWords.wordsBySpeaker.length,
      others: 0,
      tested: 0,
    }
  const { speakers, speakersOther: others, tested } = compared
  const shape = (term: Term) => asTerm(term, { language, speakers, words, list })
  return { ...figures, state: 'compared', terms: compared.terms.map(shape), speakers, others, tested }
}

type Around = { language: Language; speakers: number; words: number; list: WordList | undefined }

function asTerm(term: Term, { language, speakers, words, list }: Around): WordTerm {
  return {
    stem: term.stem,
    word: term.form,
    speakers: term.speakers,
    others: term.speakersOther,
    occurrences: term.occurrences,
    logRatio: term.logRatio,
    near: term.lrc,
    dispersion: term.dp,
    verdict: term.verdict,
    why: reasonFor(term, speakers),
    isFunctionWord: isFunctionWord(language, term.form),
    listRatio: list ? listRatio(list, { stem: term.stem, occurrences: term.occurrences, words }) : null,
  }
}

type Side = { workspaceId: string; focus: KnownFocus; permitted: Sql; language: Language }

/** The counts of both sides. For people and studies the others are other people; for a code, whatever stands outside its passages. */
async function sidesOf(app: App, side: Side): Promise<{ focus: SpokenRow[]; reference: SpokenRow[] }> {
  const counts = await countsOf(app, side)
  if (side.focus.kind !== 'code') {
    const inside = counts.filter((row) => row.inside)
    const people = new Set(inside.map((row) => row.speaker))
    return { focus: inside, reference: counts.filter((row) => !row.inside && !people.has(row.speaker)) }
  }
  const coded = await codedWords(app, { ...side, codeId: side.focus.codeId })
  const within = new Map<string, number>()
  for (const { personNo, form } of coded)
    within.set(`${personNo} ${form}`, (within.get(`${personNo} ${form}`) ?? 0) + 1)
  return {
    focus: coded.map(({ personNo, stem, form }) => ({
      speaker: String(personNo),
      stem,
      form,
      occurrences: 1,
    })),
    reference: counts.map((row) => ({
      ...row,
      occurrences: row.occurrences - (within.get(`${row.speaker} ${row.form}`) ?? 0),
    })),
  }
}

const Counts = z.object({
  stem: z.string(),
  form: z.string(),
  inside: z.number(),
  people: z.array(z.number()),
  found: z.array(z.number()),
})

async function countsOf(app: App, side: Side): Promise<(SpokenRow & { inside: boolean })[]> {
  const { workspaceId, focus, permitted, language } = side
  const rows = await app.ch.query(
    ch.sql`SELECT stem, form, inside, groupArray(person) AS people, groupArray(said) AS found FROM (
      SELECT stem, form, ${inFocus(focus)} AS inside, person, sum(occurrences) AS said FROM spoken_terms
      WHERE ${currentTerms(workspaceId)} AND language = ${ch.text(language)} AND (study_id, person) IN (${permitted})
      GROUP BY stem, form, inside, person
    ) GROUP BY stem, form, inside`,
    Counts,
  )
  return rows.flatMap(({ stem, form, inside, people, found }) =>
    people.map((person, place) => ({
      speaker: String(person),
      stem,
      form,
      inside: inside === 1,
      occurrences: found[place] ?? 0,
    })),
  )
}

const Spoken = z.object({ language: z.string(), speakers: z.number(), withheld: z.number() })

/** In which languages those in focus have said something that may be analysed, and how many of them may not be. */
async function languagesOf(
  app: App,
  { workspaceId, focus, permitted }: Omit<Side, 'language'>,
): Promise<{ languages: Words['languages']; withheld: number }> {
  const isMeant = focus.kind === 'code' ? ch.sql`1` : inFocus(focus)
  const rows = await app.ch.query(
    ch.sql`SELECT language, uniqExactIf(person, permitted) AS speakers, uniqExactIf(person, NOT permitted) AS withheld FROM (
      SELECT language, person, (study_id, person) IN (${permitted}) AS permitted FROM spoken_terms
      WHERE ${currentTerms(workspaceId)} AND ${isMeant}
    ) GROUP BY language ORDER BY speakers DESC, language`,
    Spoken,
  )
  const languages = rows.flatMap(({ language, speakers }) => {
    const known = Language.safeParse(language)
    return known.success && speakers > 0 ? [{ language: known.data, speakers }] : []
  })
  const withheld =
    focus.kind === 'code'
      ? await withheldByCode(app, { workspaceId, codeId: focus.codeId })
      : rows.reduce((total, row) => total + row.withheld, 0)
  return { languages, withheld }
}
