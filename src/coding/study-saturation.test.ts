import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy, sayOfStudy } from '../../test/spoken-study.ts'
import { markPassages } from './highlights.ts'
import { saturationRoutes } from './saturation-routes.ts'
import type { StudySaturation } from './saturation.schema.ts'
import { saturationOf, sayEnough } from './study-saturation.ts'

let app: TestApp
let ann: TestMember
let studyId: string

beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
})

/** A conversation held on a day of January, in which the codes are heard. */
async function hear(day: number, codes: readonly string[]) {
  const interview = await bringTalk(app, ann, {
    studyId,
    talk: `Interviewer: And ${day}?\nMette: Well, ${day} then.\nInterviewer: I see.`,
    title: `Day ${day}`,
    happenedAt: new Date(Date.UTC(2026, 0, day, 12)),
  })
  const said = interview.utterances.find(({ text }) => text.startsWith('Well'))
  if (!said) throw new Error('nothing was said')
  const { utteranceId, version } = said
  for (const name of codes)
    await markPassages(app, {
      workspaceId: ann.workspaceId,
      actor: ann.actor,
      interviewId: interview.interviewId,
      passages: [{ utteranceId, version, start: 0, end: 4 }],
      codeIds: [],
      newCode: { name, description: '', colour: 'teal' },
    })
  return interview
}
const read = () => saturationOf(app, { workspaceId: ann.workspaceId, studyId })

test('conversations count in the order they were held, those without a code do not, and too few are no answer', async () => {
  await hear(3, ['price', 'trust'])
  await hear(1, ['price'])
  await hear(2, [])
  const { all, held, target } = await read()
  expect({ held, target, state: all.state, baseCodes: all.baseCodes }).toEqual({
    held: 3,
    target: 20,
    state: 'too few',
    baseCodes: null,
  })
  expect(all.heard.map(({ title, news, total }) => [title, news, total])).toEqual([
    ['Day 1', 1, 1],
    ['Day 3', 1, 2],
  ])
})

test('nothing new in two after four is "4+2", and the shuffled orders agree; a new code at the end is heard', async () => {
  for (const day of [1, 2, 3, 4, 5, 6]) await hear(day, ['price', 'trust'])
  expect((await read()).all).toMatchObject({
    state: 'agree',
    baseCodes: 2,
    reached: 4,
    median: 4,
    runs: [{ after: 4, news: 0 }],
  })
  await hear(7, ['service'])
  expect((await read()).all).toMatchObject({ state: 'hearing new', reached: 4 })
}, 30_000)

test('base, run and what a run may bring are chosen as in the paper: 4+2 of one in twenty, not yet by a longer run or where nothing may be new', async () => {
  const base = Array.from({ length: 20 }, (_, at) => `code ${at}`)
  for (const day of [1, 2, 3, 4, 5]) await hear(day, base)
  await hear(6, ['late'])
  await hear(7, ['price'])
  const ask = askRoutes(app, saturationRoutes)
  const { workspaceId, headers } = ann
  const path = `/api/w/${workspaceId}/studies/${studyId}/saturation`
  const measured = async (query: string) => {
    const answer = await ask('GET', `${path}${query}`, { headers })
    const { all, base: first, run, threshold } = (await answer.json()) as StudySaturation
    return { first, run, threshold, reached: all.reached, runs: all.runs.map(({ news }) => news) }
  }
  expect(await measured('')).toEqual({ first: 4, run: 2, threshold: 0.05, reached: 4, runs: [1, 2] })
  expect(await measured('?base=4&run=3')).toMatchObject({ run: 3, reached: null, runs: [2] })
  expect(await measured('?base=5&run=2&most=0')).toMatchObject({ first: 5, threshold: 0, reached: null })
  expect((await ask('GET', `${path}?base=9`, { headers })).status).toBe(400)
}, 60_000)

test('whoever withdraws counts no more, and it is said', async () => {
  const first = await hear(1, ['price'])
  await hear(2, ['trust'])
  const speaker = first.speakers.find(({ role }) => role === 'participant')
  await sayOfStudy(app, {
    workspaceId: ann.workspaceId,
    studyId,
    personNo: speaker?.personNo,
    purpose: 'conversation_analysis',
    state: 'withdrawn',
  })
  expect(await read()).toMatchObject({ held: 2, withdrawn: 1, all: { conversations: 1 } })
})

test('a member’s reason is kept with its date and how much was heard; the measures stay as they are', async () => {
  await hear(1, ['price'])
  await sayEnough(app, {
    workspaceId: ann.workspaceId,
    studyId,
    why: 'The launch is today',
    actor: ann.actor,
  })
  const { words, all } = await read()
  expect(words).toMatchObject([{ why: 'The launch is today', conversations: 1 }])
  expect(all.state).toBe('too few')
  const other = await openWorkspace(app)
  await expect(saturationOf(app, { workspaceId: other.workspaceId, studyId })).rejects.toMatchObject({
    status: 404,
  })
})
