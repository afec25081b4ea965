import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { undo } from '../history.ts'
import { listCodes } from '../codes.ts'
import { readForces } from './forces.ts'
import { readScope } from './scope.ts'
import { readLadders } from './study-ladders.ts'
import { TestingStudy } from './testing-study.ts'
import { readViewQuotes } from './view-quotes.ts'
import type { CodeForce } from '../coding.schema.ts'

let app: TestApp
let study: TestingStudy
let talks: InterviewText[]

const talk = (who: string, n: number) => `Interviewer: Why the wine cooler, ${n}?
${who}: It has bubbles, ${n}.
Interviewer: Why does that matter?
${who}: It quenches my thirst, ${n}.
Interviewer: And why is that important?
${who}: I can go on with my friends, ${n}, I belong.`

beforeAll(async () => {
  app = await openTestApp()
  study = await TestingStudy.open(app)
  await study.code('Bubbles', { level: 'attribute' })
  await study.code('Quenching', { level: 'consequence' })
  await study.code('Thirst', { under: 'Quenching' })
  await study.code('Belonging', { level: 'value' })
  for (const force of ['push', 'pull', 'anxiety'] as const) await study.code(`The ${force}`, { force })
  await study.code('Taste', { under: 'The pull' })
  await study.code('Colour')
  talks = [
    await study.talk(talk('Mette', 1)),
    await study.talk(talk('Bo', 2)),
    await study.talk(talk('Ida', 3)),
  ]
  for (const [at, one] of talks.entries()) {
    await study.mark(one, 'bubbles', 'Bubbles', 'Colour')
    if (at < 2) await study.mark(one, 'quenches my thirst', 'Thirst')
    await study.mark(one, 'I belong', 'Belonging')
  }
}, 60_000)

const scope = () => readScope(app, study.at, { together: 'overlap' })
const ladders = async (cutoff?: number) => readLadders(app, { scope: await scope(), reach: 6, cutoff })

describe('the ladders of a study', () => {
  test('come from codes with a level, a code without one climbing for the one above it', async () => {
    const found = await ladders()
    expect(found).toMatchObject({ ladders: 3, people: 3, n: 3 })
    const names = new Map<string, string>(found.codes.map(({ codeId, name }) => [codeId, name]))
    expect(found.codes.map(({ name, people }) => [name, people])).toEqual([
      ['Bubbles', 3],
      ['Quenching', 2],
      ['Belonging', 3],
    ])
    expect(
      found.links.map(({ from, to, places: _, ...link }) => [names.get(from), names.get(to), link]),
    ).toEqual([
      ['Bubbles', 'Quenching', { direct: 2, indirect: 0, people: 2 }],
      ['Bubbles', 'Belonging', { direct: 1, indirect: 2, people: 3 }],
      ['Quenching', 'Belonging', { direct: 2, indirect: 0, people: 2 }],
    ])
    expect(found.cutoffs.map(({ share }) => Math.round(share * 100))).toEqual([100, 100, 43])
  })

  test('are drawn at the cut-off without what goes without saying', async () => {
    const { map } = await ladders(2)
    expect(map.nodes.map(({ name, layer }) => [name, layer])).toEqual([
      ['Bubbles', 0],
      ['Quenching', 1],
      ['Belonging', 2],
    ])
    expect(map.edges).toHaveLength(2)
    const highest = await ladders(3)
    expect(highest.map.edges).toHaveLength(1)
    expect(highest.map.nodes).toHaveLength(2)
    expect((await ladders(9)).map).toEqual({ nodes: [], edges: [], layers: 0 })
  })

  test('open the quotes of each step', async () => {
    for (const { from, to, direct, indirect, people } of (await ladders()).links) {
      const cell = { rows: 'participant', linkFrom: from, linkTo: to } as const
      const opened = await readViewQuotes(app, { scope: await scope(), cell, limit: 50, offset: 0 })
      expect(opened.total).toBe(2 * (direct + indirect))
      expect(opened.speakers).toBe(people)
    }
  })

  test('leave out whoever withdraws; a level is taken back like every change of the codebook', async () => {
    const [first] = talks
    if (!first) throw new Error('nobody')
    await study.withdraw(first, 'bubbles', 'conversation_analysis')
    expect(await ladders()).toMatchObject({ ladders: 2, people: 2, n: 2 })
    const other = await TestingStudy.open(app)
    await other.code('Bubbles', { level: 'attribute' })
    const { workspaceId, actor } = other.ann
    const levels = async () => (await listCodes(app.pg, { workspaceId })).map(({ level }) => level)
    expect(await levels()).toEqual(['attribute'])
    await undo(app, { workspaceId, actor, studyId: null })
    expect(await levels()).toEqual([null])
  })
})

describe('the four forces', () => {
  test('count passages and people of their codes and those below, and show as many different people as there are', async () => {
    const other = await TestingStudy.open(app)
    for (const force of ['push', 'pull', 'anxiety', 'habit'] satisfies CodeForce[])
      await other.code(force, { force })
    await other.code('Taste', { under: 'pull' })
    const [one, two] = [await other.talk(talk('Mette', 1)), await other.talk(talk('Bo', 2))]
    await other.mark(one, 'bubbles', 'Taste')
    await other.mark(one, 'thirst', 'pull')
    await other.mark(one, 'my friends', 'pull', 'habit')
    await other.mark(two, 'I belong', 'pull')
    const found = await readForces(app, await readScope(app, other.at, { together: 'overlap' }))
    expect(found.forces.map(({ force, passages, people }) => [force, passages, people])).toEqual([
      ['push', 0, 0],
      ['pull', 4, 2],
      ['anxiety', 0, 0],
      ['habit', 1, 1],
    ])
    const pull = found.forces[1]
    expect(new Set(pull?.quotes.map(({ who }) => who)).size).toBe(2)
    expect(pull?.codes).toMatchObject([{ name: 'pull', passages: 4, people: 2 }])
    const cell = { rows: 'participant', force: 'pull' } as const
    const scopeOf = await readScope(app, other.at, { together: 'overlap' })
    expect(await readViewQuotes(app, { scope: scopeOf, cell, limit: 50, offset: 0 })).toMatchObject({
      total: 4,
      speakers: 2,
    })
  })
})
