import { sql } from 'kysely'
import {
  answerWords,
  codeAnswers,
  countSuggestions,
  indexAnswers,
  listAnswers,
  nearestAmong,
  neighbours,
  readIn,
  suggestFor,
  weighCodes,
} from '../src/coding/index.ts'
import type { App } from '../src/platform/index.ts'
import { openWorkspace } from '../test/members.ts'
import { bringAnswers } from '../test/open-answers.ts'
import { sharedDataPresent } from '../test/shared-data.ts'
import { openStudy } from '../test/spoken-study.ts'
import { withBenchApp } from './bench-app.ts'
import { readContributions, type Contribution } from './coded-contributions.ts'
import type { Figure, Report } from './report.ts'

const answers = 10_000

/** How often suggestions for open answers are what people gave, and how long they take among ten thousand. */
export async function measureOpenAnswers(say: (line: string) => void): Promise<Report> {
  if (!sharedDataPresent)
    return { figures: [], notes: ['The cycling dialogues are not beside this clone.'], reached: true }
  const contributions = await readContributions()
  say('precision')
  const figures = await precision(contributions)
  say('ten thousand answers')
  figures.push(...(await withBenchApp((app) => speed(app, contributions))))
  return {
    figures,
    notes: [
      'Precision: of one half of the contributions (seed 20261122), never looked at while the formula was chosen, by what the other half was given. The limit: always the most frequent codes.',
      `Speed: ${answers.toLocaleString('en')} answers, the contributions repeated, half of them coded.`,
    ],
    reached: true,
  }
}

async function precision(all: readonly Contribution[]): Promise<Figure[]> {
  const half = Math.floor(all.length / 2)
  const figures: Figure[] = []
  for (const level of ['level1', 'level2'] as const)
    for (const known of [100, 400, half]) figures.push(...(await measureLevel(all, { level, half, known })))
  return figures
}

type Level = { level: 'level1' | 'level2'; half: number; known: number }
type Right = { first: number; ofFive: number; anyOfFive: number; most: number; n: number }

async function measureLevel(all: readonly Contribution[], { level, half, known }: Level): Promise<Figure[]> {
  const numbers = new Map<string, number>()
  const words = all.map(({ text }, at) => ({
    id: String(at),
    ...answerWords({ language: 'de', text }, numbers),
  }))
  const index = await indexAnswers(words, numbers.size)
  const codesOf = (at: number) => (at < known ? (all[at]?.[level] ?? []) : [])
  const coded = all.flatMap((_, at) => (codesOf(at).length > 0 ? [at] : []))
  const nearest = nearestAmong(index, { among: coded, most: neighbours })
  const frequent = mostFrequent(all.slice(0, known).flatMap((one) => one[level]))
  const ours = tally()
  const baseline = tally()
  for (const [at, one] of all.entries()) {
    if (at < half || one[level].length === 0) continue
    const suggested = weighCodes(nearest(at), { at, codesOf, most: 5 }).map(({ codeId }) => codeId)
    count(ours, suggested, one[level])
    count(baseline, frequent, one[level])
  }
  const what = `${level === 'level1' ? '8 codes' : '30 codes'}, ${known} coded`
  const share = (right: number, n: number) => Math.round((right / n) * 1000) / 10
  const figure = (name: string, of: (right: Right) => number): Figure => ({
    what: `${what}: ${name}`,
    unit: '%',
    value: share(of(ours), ours.n),
    limit: share(of(baseline), baseline.n),
  })
  return [
    figure('precision at 1', ({ first }) => first),
    figure('precision at 5', ({ ofFive }) => ofFive / 5),
    figure('precision at 5, at most possible', ({ most }) => most / 5),
    figure('one of five is right', ({ anyOfFive }) => anyOfFive),
  ]
}

const tally = (): Right => ({ first: 0, ofFive: 0, anyOfFive: 0, most: 0, n: 0 })

function count(right: Right, suggested: readonly string[], given: readonly string[]): void {
  const hits = suggested.filter((code) => given.includes(code)).length
  right.n += 1
  right.first += given.includes(suggested[0] ?? '') ? 1 : 0
  right.ofFive += hits
  right.anyOfFive += hits > 0 ? 1 : 0
  right.most += Math.min(5, given.length)
}

function mostFrequent(codes: readonly string[]): string[] {
  const counts = Map.groupBy(codes, (code) => code)
  return [...counts]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, 5)
    .map(([code]) => code)
}

async function speed(app: App, contributions: readonly Contribution[]): Promise<Figure[]> {
  const ann = await openWorkspace(app)
  const { workspaceId, actor } = ann
  const { studyId } = await openStudy(app, ann, { title: 'Cycling' })
  const said = Array.from(
    { length: answers },
    (_, at) => contributions[at % contributions.length]?.text ?? '',
  )
  const texts = said.map((text, at) => `${text} ${at}`)
  const interviewId = await bringAnswers(app, ann, { studyId, texts, language: 'de' })
  while ((await readIn(app, { workspaceId, most: 8 })) > 0);
  await sql`vacuum analyze`.execute(app.pg)
  const source = { workspaceId, interviewId, actor }
  const asked = { order: 'file' } as const
  const cold = await clocked(() => listAnswers(app, { ...source, asked }))
  const { ids } = await listAnswers(app, { ...source, asked })
  const half = ids.slice(0, answers / 2)
  let coding = 0
  for (const [code, some] of Map.groupBy(
    half,
    (_, at) => contributions[at % contributions.length]?.level1[0] ?? 'none',
  )) {
    const newCode = { name: code, description: '', colour: 'teal' } as const
    coding += await clocked(() =>
      codeAnswers(app, { ...source, do: 'give', utteranceIds: some, codeIds: [], newCode }),
    )
  }
  const times: number[] = []
  for (const utteranceId of ids.slice(answers / 2, answers / 2 + 60))
    times.push(await clocked(() => suggestFor(app, { ...source, utteranceId })))
  const counted = await clocked(() => countSuggestions(app, source))
  const listed = await clocked(() => listAnswers(app, { ...source, asked }))
  const alike = await clocked(() => listAnswers(app, { ...source, asked: { order: 'alike' } }))
  return [
    { what: 'suggestions for one answer, p95', unit: 'ms', value: at95(times), wanted: '< 300' },
    { what: 'suggestions counted for all', unit: 'ms', value: Math.round(counted) },
    { what: 'the table', unit: 'ms', value: Math.round(listed) },
    { what: 'the table, first time', unit: 'ms', value: Math.round(cold) },
    { what: 'the table, alike together', unit: 'ms', value: Math.round(alike) },
    { what: 'coding five thousand answers', unit: 'ms', value: Math.round(coding) },
  ]
}

async function clocked(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function at95(times: readonly number[]): number {
  return Math.round(times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0)
}
