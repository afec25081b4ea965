import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { listExports } from '../exchange/exports.ts'
import { exportCounts } from './export-counts.ts'
import { readForces } from './forces.ts'
import { exportViewQuotes } from './quotes-file.ts'
import { readScope } from './scope.ts'
import { readLadders } from './study-ladders.ts'
import { TestingStudy } from './testing-study.ts'
import { forceLines, ladderLines } from './view-lines.ts'

let app: TestApp
let study: TestingStudy
let mette: InterviewText

beforeAll(async () => {
  app = await openTestApp()
  study = await TestingStudy.open(app)
  await study.code('Bubbles', { level: 'attribute', force: 'pull' })
  await study.code('Quenching', { level: 'consequence' })
  await study.code('Belonging', { level: 'value' })
  const talk = (who: string) => `Interviewer: Why this one?
${who}: It has bubbles.
Interviewer: Why does that matter?
${who}: =1+1 quenches my thirst.
Interviewer: And why is that important?
${who}: I go on with my friends.`
  mette = await study.talk(talk('Mette'))
  for (const one of [mette, await study.talk(talk('Bo'))]) {
    await study.mark(one, 'bubbles', 'Bubbles')
    await study.mark(one, '=1+1 quenches my thirst', 'Quenching')
    await study.mark(one, 'my friends', 'Belonging')
  }
}, 60_000)

const scope = (q?: object) =>
  readScope(app, study.at, { together: 'overlap', ...(q === undefined ? {} : { q: JSON.stringify(q) }) })
const linesOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8').trimEnd().split('\r\n')
const newestExport = async () =>
  (await listExports(app.pg, { workspaceId: study.ann.workspaceId, limit: 1 })).items[0]

describe('what a view shows is taken out', () => {
  test('of ladders as one line a link, with what the map draws', async () => {
    const asked = { scope: await scope(), actor: study.ann.actor, format: 'csv' } as const
    const rows = ladderLines(await readLadders(app, { ...asked, reach: 6, cutoff: 2 }))
    expect(rows).toEqual([
      ['from', 'from_level', 'to', 'to_level', 'direct', 'indirect', 'people', 'places', 'on_map_from_2'],
      ['Bubbles', 'attribute', 'Quenching', 'consequence', '2', '0', '2', '0', 'yes'],
      ['Bubbles', 'attribute', 'Belonging', 'value', '0', '2', '2', '0', 'no'],
      ['Quenching', 'consequence', 'Belonging', 'value', '2', '0', '2', '0', 'yes'],
    ])
    expect(linesOf(await exportCounts(app, { ...asked, name: 'Ladders', rows }))).toHaveLength(4)
    expect(await newestExport()).toMatchObject({
      kind: 'matrix',
      people: 2,
      passages: 6,
      studyId: study.studyId,
    })
  })

  test('of forces as one line a force and code, without a share of so few', async () => {
    const lines = forceLines(await readForces(app, await scope()))
    expect(lines.slice(0, 4)).toEqual([
      ['force', 'code', 'passages', 'people', 'n', 'share', 'places'],
      ['push', '', '0', '0', '2', '', '0'],
      ['pull', '', '2', '2', '2', '', '0'],
      ['pull', 'Bubbles', '2', '2', '2', '', '0'],
    ])
  })

  test('of a query as its quotes: what may be shown now, no formula, and written down', async () => {
    const given = { scope: await scope({ code: study.idOf('Quenching') }), actor: study.ann.actor }
    const file = () => exportViewQuotes(app, { ...given, cell: { rows: 'participant' }, format: 'csv' })
    const both = linesOf(await file())
    expect(both).toHaveLength(3)
    expect(both[1]?.startsWith("'=1+1 quenches my thirst,")).toBe(true)
    await study.withdraw(mette, 'bubbles', 'quoting')
    expect(linesOf(await file())).toHaveLength(2)
    expect(await newestExport()).toMatchObject({ kind: 'quotes', people: 1, passages: 1 })
  })
})
