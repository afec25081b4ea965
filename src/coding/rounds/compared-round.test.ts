import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { bringTalk } from '../../../test/spoken-study.ts'
import { UserId } from '../../workspace/index.ts'
import { redo, undo } from '../history.ts'
import { adoptRound } from './adopt.ts'
import { agreementOf, disagreementsOf } from './compared-round.ts'
import { beginRound, cancelRound, endCoding, findRound, finishCoding } from './rounds.ts'
import { settle } from './settle.ts'
import {
  ann,
  app,
  begin,
  codeInstead,
  ben,
  bringTalkToCode,
  counted,
  effort,
  eva,
  here,
  keepAll,
  line,
  mark,
  shared,
  studyId,
  talk,
} from './testing-rounds.ts'

bringTalkToCode()

describe('compared', () => {
  async function coded() {
    const round = await begin()
    await mark(ann, 'slow')
    await mark(ben, 'slow')
    await mark(ann, 'another one')
    await mark(ben, 'went to another one')
    await mark(ben, 'trouble', effort)
    for (const { actor } of [ann, ben]) await finishCoding(app, { ...round, actor })
    return round
  }

  test('agreement is told by code with its units, over the turns of participants', async () => {
    const round = await coded()
    const told = await agreementOf(app, { ...round, unit: 'turn', uncoded: 'counted' })
    expect(told.turns).toBe(3)
    const of = (name: string) => told.codes.find((one) => one.name === name)
    expect(of('Slow')).toMatchObject({ units: 3, given: [2, 2], alpha: 1, kappa: 1, share: 1 })
    expect(of('Effort')).toMatchObject({ units: 3, given: [0, 1], kappa: 0 })
    expect(of('Effort')?.share).toBeCloseTo(2 / 3, 10)
    expect(told.overall.units).toBe(6)
    const characters = await agreementOf(app, { ...round, unit: 'character', uncoded: 'left out' })
    expect(characters.codes.find((one) => one.name === 'Slow')?.given).toEqual([15, 23])
  })

  test('disagreements stand side by side with their words, in the order of the text', async () => {
    const round = await coded()
    const found = await disagreementsOf(app.pg, round)
    expect(
      found.map(({ code: name, kind, marks }) => [name, kind, ...marks.map(({ words }) => words)]),
    ).toEqual([
      ['Effort', 'not everybody', 'trouble'],
      ['Slow', 'other words', 'another one', 'went to another one'],
    ])
  })

  test('settled ones become the study’s coding with who gave them, and all of it is taken back and done again', async () => {
    const round = await coded()
    await expect(adoptRound(app, { ...round, actor: ann.actor })).rejects.toMatchObject({
      id: 'round-unsettled',
      status: 409,
    })
    await keepAll(round, ben)
    expect((await disagreementsOf(app.pg, round)).map(({ settled }) => [settled?.by, settled?.note])).toEqual(
      [
        [eva.name, 'As the definition says.'],
        [eva.name, 'As the definition says.'],
      ],
    )
    await adoptRound(app, { ...round, actor: ann.actor })
    const settled = ['slow = Slow', 'trouble = Effort', 'went to another one = Slow']
    expect((await shared()).toSorted()).toEqual(settled)
    expect(await counted()).toEqual(['Effort 1', 'Slow 2'])
    const { rows } = await sql<{ created_by: string }>`
      select hc.created_by from highlight_codes hc where hc.workspace_id = ${ann.workspaceId} and hc.code_id = ${effort}`.execute(
      app.pg,
    )
    expect(rows.map(({ created_by }) => created_by)).toEqual([ben.userId])
    expect(await undo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect((await findRound(app.pg, round)).state).toBe('comparing')
    expect(await shared()).toEqual([])
    expect(await redo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect((await shared()).toSorted()).toEqual(settled)
  })

  test('a decision is taken back by who made it, and two who decide at once are told', async () => {
    const round = await coded()
    const [first] = await disagreementsOf(app.pg, round)
    if (!first) throw new Error('no disagreement')
    const settlement = {
      codeId: first.codeId,
      highlightIds: first.marks.map(({ highlightId }) => highlightId),
      keep: [],
      before: null,
    }
    await settle(app, { ...round, actor: ann.actor, settlements: [settlement], note: '' })
    await expect(
      settle(app, { ...round, actor: ben.actor, settlements: [settlement], note: '' }),
    ).rejects.toMatchObject({ id: 'round-changed', status: 409 })
    expect(await undo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect((await disagreementsOf(app.pg, round))[0]?.settled).toBeNull()
    expect(await redo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect((await disagreementsOf(app.pg, round))[0]?.settled?.by).toBe(ann.name)
  })

  test('takes the place of what its coders had given before, and leaves what others gave', async () => {
    await mark(ann, 'nobody')
    await mark(eva, 'spring', effort)
    const round = await begin()
    for (const { actor } of [ann, ben]) await finishCoding(app, { ...round, actor })
    await keepAll(round, 'none')
    await adoptRound(app, { ...round, actor: ann.actor })
    expect(await shared()).toEqual(['spring = Effort'])
    await undo(app, line(ann))
    await cancelRound(app, { ...round, actor: ann.actor })
    expect(await shared()).toEqual(['spring = Effort', 'nobody = Slow'])
  })

  test('a coder whom the end surprised is not taken to have said no where they had not begun', async () => {
    const other = await bringTalk(app, ann, { studyId, talk: talk.replaceAll('slow', 'slower') })
    const { roundId } = await beginRound(app, {
      ...line(ann),
      round: {
        name: 'Both',
        conversations: { draw: 2, seed: 3 },
        coderIds: [ann, ben].map(({ userId }) => UserId.parse(userId)),
        codeIds: [],
      },
    })
    const round = { ...here(), roundId }
    await mark(ann, 'slow')
    await mark(ben, 'slow')
    codeInstead(other)
    await mark(ann, 'slower')
    await finishCoding(app, { ...round, actor: ann.actor })
    await endCoding(app, { ...round, actor: ann.actor })
    expect(await disagreementsOf(app.pg, round)).toEqual([])
    expect((await agreementOf(app, { ...round, unit: 'turn', uncoded: 'counted' })).overall.units).toBe(6)
  })
})
