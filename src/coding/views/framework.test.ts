import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { joinWorkspace } from '../../../test/members.ts'
import { asMember } from '../../../test/own-page.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { correctUtterance } from '../../conversations/index.ts'
import { ParticipantId } from '../../workspace/index.ts'
import { codingRoom } from '../room.ts'
import { removeHighlight } from '../highlights.ts'
import { codingHoldings } from '../holdings.ts'
import { exportFramework } from './framework-file.ts'
import { readFramework } from './framework.ts'
import { mergeSummaries } from './person-summaries.ts'
import { readScope } from './scope.ts'
import { TestingStudy, personOf } from './testing-study.ts'
import { summaryHistory, writeSummary } from './write-summary.ts'

let app: TestApp
let study: TestingStudy
let mette: InterviewText
let bo: InterviewText

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})
beforeEach(async () => {
  study = await TestingStudy.open(app)
  await study.code('Price')
  await study.code('Fees', { under: 'Price' })
  mette = await study.talk('Interviewer: Why?\nMette: It cost too much. The fees were high. I saw the bill.')
  bo = await study.talk('Interviewer: Why so?\nBo: It was cheap.')
})

const participantOf = async (interview: InterviewText) => {
  const row = await app.pg
    .selectFrom('participants')
    .select('id')
    .where('study_id', '=', study.studyId)
    .where('person_no', '=', personOf(interview, interview === mette ? 'cost' : 'cheap'))
    .executeTakeFirstOrThrow()
  return ParticipantId.parse(row.id)
}
const cellOf = async (interview: InterviewText) => ({
  ...study.at,
  participantId: await participantOf(interview),
  codeId: study.idOf('Price'),
})
const write = async (text: string, { version = 0, by = study.ann, of = mette } = {}) =>
  writeSummary(app, { ...(await cellOf(of)), text, version, actor: asMember(by) })
const framework = async () =>
  readFramework(app, {
    scope: await readScope(app, study.at, { together: 'overlap' }),
    themes: [study.idOf('Price')],
    limit: 50,
    offset: 0,
  })
const written = async () => (await framework()).cells.find(({ version }) => version > 0)

describe('a summary', () => {
  test('stands in its cell beside the quotes of the theme and those below it', async () => {
    await study.mark(mette, 'cost too much', 'Price')
    await study.mark(mette, 'fees were high', 'Fees')
    expect(await write('Mette found it dear.')).toEqual({ version: 1 })
    const { rows, themes, cells } = await framework()
    expect(rows).toHaveLength(2)
    expect(themes.map(({ name }) => name)).toEqual(['Price'])
    expect(cells).toMatchObject([
      { text: 'Mette found it dear.', quotes: 2, restsOn: 2, gone: 0, news: 0, by: 'Owner' },
    ])
  })

  test('is not written over: whoever was slower is told, and what stood there is kept', async () => {
    const ben = await joinWorkspace(app, { workspaceId: study.ann.workspaceId, role: 'researcher' })
    await write('One')
    await write('One and more', { version: 1 })
    await expect(write('Two', { version: 1, by: ben })).rejects.toMatchObject({
      id: 'summary-changed',
      status: 409,
    })
    await expect(write('Two', { by: ben })).rejects.toMatchObject({ id: 'summary-changed' })
    expect(await write('Two', { version: 2, by: ben })).toEqual({ version: 3 })
    expect((await summaryHistory(app, await cellOf(mette))).map(({ text, by }) => [text, by])).toEqual([
      ['One and more', 'Owner'],
    ])
  })

  test('says which of its quotes are taken back, no longer marked or corrected since, and what is new', async () => {
    const first = await study.mark(mette, 'cost too much', 'Price')
    await study.mark(mette, 'fees were high', 'Fees')
    await write('Mette found it dear.')
    await study.mark(mette, 'the bill', 'Price')
    expect(await written()).toMatchObject({ restsOn: 2, news: 1, quotes: 3 })
    const { workspaceId, actor } = study.ann
    await removeHighlight(app, { workspaceId, actor, highlightId: first })
    expect(await written()).toMatchObject({ restsOn: 2, unmarked: 1, gone: 0 })
    const said = mette.utterances.find(({ text }) => text.includes('fees'))
    if (!said) throw new Error('nothing was said')
    await correctUtterance(app, {
      ...{ workspaceId, actor, utteranceId: said.utteranceId, version: said.version },
      text: said.text.replace('fees were high', 'fees were very high'),
    })
    expect(await written()).toMatchObject({ corrected: 1, unmarked: 1 })
    await study.withdraw(mette, 'cost', 'quoting')
    expect(await written()).toMatchObject({ gone: 1, unmarked: 1, corrected: 0, news: 0, quotes: 0 })
  })

  test('is read no more where analysing is taken back, nor written, and goes with the person', async () => {
    await write('Mette found it dear.')
    await write('Bo did not.', { of: bo })
    const scope = await readScope(app, study.at, { together: 'overlap' })
    const { actor } = study.ann
    const file = async () =>
      Buffer.from(
        await exportFramework(app, { scope, actor, themes: [study.idOf('Price')], format: 'csv' }),
      ).toString('utf8')
    expect(await file()).toContain('Mette found it dear.')
    await study.withdraw(mette, 'cost', 'conversation_analysis')
    expect(JSON.stringify(await framework())).not.toContain('dear')
    expect(await file()).not.toContain('dear')
    await expect(write('More', { version: 1 })).rejects.toMatchObject({ status: 404 })
    await expect(summaryHistory(app, await cellOf(mette))).rejects.toMatchObject({ status: 404 })
    const person = { workspaceId: study.ann.workspaceId, personId: '', personNo: personOf(mette, 'cost') }
    expect(await codingHoldings.exportPerson(app, person)).toMatchObject({
      summaries: [{ theme: 'Price', text: 'Mette found it dear.' }],
    })
    // The summary, and that it was taken out.
    expect(await codingHoldings.countPerson(app, person)).toBe(2)
    await codingHoldings.erasePerson(app, person)
    expect(await codingHoldings.countPerson(app, person)).toBe(0)
  })

  test('of somebody who turns out to be somebody else follows what is written of them', async () => {
    await write('Mette found it dear.')
    await write('Bo did not.', { of: bo })
    const [fromNo, intoNo] = [personOf(bo, 'cheap'), personOf(mette, 'cost')]
    const { workspaceId } = study.ann
    await app.pg.transaction().execute((tx) => mergeSummaries(tx, { workspaceId, fromNo, intoNo }))
    expect((await framework()).cells).toMatchObject([
      { text: 'Mette found it dear.\n\nBo did not.', version: 2 },
    ])
  })
})
