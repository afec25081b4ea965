import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { markPlaces } from '../../../test/marked-places.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { wireRooms } from '../../server.ts'
import { markRegion } from '../regions/regions.ts'
import { readForces } from './forces.ts'
import { readScope } from './scope.ts'
import { readLadders } from './study-ladders.ts'
import { TestingStudy } from './testing-study.ts'
import { readViewPlaces } from './view-places.ts'
import { readViewQuotes } from './view-quotes.ts'

let app: TestApp
let study: TestingStudy
let talk: InterviewText
let photoId: string

// Mette climbs one step in words; a photo of hers has the same step in two places that overlap, her recording in one stretch that bears both codes, and a step that nobody said.
beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  await app.jobs.start()
  study = await TestingStudy.open(app)
  await study.code('Shelf', { level: 'attribute', force: 'pull' })
  await study.code('Order', { under: 'Shelf' })
  await study.code('Finding it', { level: 'consequence' })
  await study.code('Calm', { level: 'value' })
  talk = await study.talk('Mette: The shelf is in order. So I find it at once.')
  await study.mark(talk, 'The shelf is in order', 'Order')
  await study.mark(talk, 'find it at once', 'Finding it')
  const photo = [['Shelf'], ['Finding it'], ['Finding it', 'Calm']] as const
  const placed = await markPlaces(study, { talk, stretch: ['Order', 'Finding it'], photo })
  photoId = placed.photoId
}, 60_000)

const scope = () => readScope(app, study.at, { together: 'overlap' })
const ladders = async () => readLadders(app, { scope: await scope(), reach: 6, cutoff: undefined })
async function steps() {
  const { codes, links } = await ladders()
  const names = new Map<string, string>(codes.map(({ codeId, name }) => [codeId, name]))
  return links.map(
    ({ from, to, direct, indirect, people, places }) =>
      `${names.get(from)} to ${names.get(to)}: ${direct} | ${indirect} of ${people} + ${places}`,
  )
}

test('places that bear a step, or overlap with it, count beside the ladders, and a step that places alone tell is there', async () => {
  expect(await steps()).toEqual(['Shelf to Finding it: 1 | 0 of 1 + 2', 'Finding it to Calm: 0 | 0 of 0 + 1'])
  const { codes, cutoffs, map } = await ladders()
  expect(codes.map(({ name, people, places }) => [name, people, places])).toEqual([
    ['Shelf', 1, 2],
    ['Finding it', 1, 3],
    ['Calm', 0, 1],
  ])
  // Cut-offs and the map of values rest on what was said alone.
  expect(cutoffs).toEqual([{ cutoff: 1, links: 1, steps: 1, share: 1 }])
  expect(map.edges).toMatchObject([{ direct: 1, places: 2 }])
})

test('a step opens its places beside its quotes', async () => {
  const cell = {
    rows: 'participant',
    linkFrom: study.idOf('Shelf'),
    linkTo: study.idOf('Finding it'),
  } as const
  const behind = await readViewPlaces(app, { scope: await scope(), cell })
  expect(behind.regions.map(({ left }) => left)).toEqual([0.1, 0.3])
  expect(behind.stretches).toMatchObject([{ startMs: 5000 }])
  const quotes = await readViewQuotes(app, { scope: await scope(), cell, limit: 50, offset: 0 })
  expect(quotes.total).toBe(2)
})

test('a step opens no place that its own figure does not count: of codes one above the other a place has the lower alone', async () => {
  const { workspaceId, actor } = study.ann
  await study.code('Brand', { level: 'attribute' })
  await study.code('Logo', { under: 'Brand', level: 'attribute' })
  const place = { page: 1, left: 0.05, top: 0.8, width: 0.1, height: 0.1 }
  const codeIds = [study.idOf('Logo'), study.idOf('Calm')]
  const { regionId } = await markRegion(app, { workspaceId, actor, codeIds, documentId: photoId, place })
  expect(await steps()).toContain('Logo to Calm: 0 | 0 of 0 + 1')
  expect((await steps()).filter((step) => step.startsWith('Brand'))).toEqual([])
  const behind = async (from: string) => {
    const cell = { rows: 'participant', linkFrom: study.idOf(from), linkTo: study.idOf('Calm') } as const
    return (await readViewPlaces(app, { scope: await scope(), cell })).regions.map(
      (region) => region.regionId,
    )
  }
  expect([await behind('Brand'), await behind('Logo')]).toEqual([[], [regionId]])
})

test('a force counts the places of its codes and those below, and opens them', async () => {
  const { forces } = await readForces(app, await scope())
  const pull = forces.find(({ force }) => force === 'pull')
  expect(pull).toMatchObject({ passages: 1, people: 1, places: 2, codes: [{ name: 'Shelf', places: 2 }] })
  expect(forces.filter(({ places }) => places > 0)).toHaveLength(1)
  const cell = { rows: 'participant', force: 'pull' } as const
  const behind = await readViewPlaces(app, { scope: await scope(), cell })
  expect([behind.regions.length, behind.stretches.length]).toEqual([1, 1])
})

test('whoever takes analysing back takes their places out of both', async () => {
  await study.withdraw(talk, 'The shelf is in order', 'conversation_analysis')
  expect(await steps()).toEqual([])
  const { forces } = await readForces(app, await scope())
  expect(forces.map(({ passages, places }) => [passages, places])).toEqual(Array(4).fill([0, 0]))
})
