import { describe, expect, test } from 'vitest'
import { markedTalk } from '../../test/marked-talk.ts'
import { moveCodes } from './code-tree.ts'
import { changeCode, createCode, listCodes, removeCode } from './codes.ts'
import { unmark } from './highlights.ts'
import { historyOf, redo, undo } from './history.ts'
import { codingHoldings } from './holdings.ts'
import { mergeCodes } from './merge-codes.ts'
import { splitCode } from './split-code.ts'

const { app, here, byAnn, codes, mark, marked, unmarkAll, personOf, say, withdraw, correct } =
  await markedTalk()

const annsLine = () => ({ ...byAnn(), studyId: here().studyId })
const plain = { description: '', colour: 'teal' } as const
const bensLine = () => ({ ...annsLine(), actor: here().ben.actor })

describe('undo and redo', () => {
  test('take back and do again, and are there after a reload', async () => {
    await mark('slow', 'App')
    await mark('trouble', 'Effort')
    await undo(app, annsLine())
    expect(await marked()).toEqual(['slow = App'])
    // Nothing is kept in memory: the history is read anew, as after a reload.
    expect(await historyOf(app.pg, annsLine())).toEqual({
      ...{ undo: true, redo: true, undoes: 'marked', redoes: 'marked' },
    })
    await undo(app, annsLine())
    expect(await marked()).toEqual([])
    expect(await undo(app, annsLine())).toEqual({ state: 'nothing', skipped: [] })
    await redo(app, annsLine())
    await redo(app, annsLine())
    expect(await marked()).toEqual(['slow = App', 'trouble = Effort'])
    expect((await codes()).map(({ name }) => name)).toEqual(['App', 'Effort'])
  })

  test('a new mark forgets what was taken back', async () => {
    await mark('slow', 'App')
    await undo(app, annsLine())
    await mark('trouble', 'Effort')
    expect(await redo(app, annsLine())).toEqual({ state: 'nothing', skipped: [] })
  })

  test('two members at once take back only their own work', async () => {
    await Promise.all([mark('slow', 'App'), mark('slow', 'Speed', here().ben)])
    await mark('trouble', 'App', here().ben)
    await undo(app, annsLine())
    expect((await marked()).toSorted()).toEqual(['slow = Speed', 'trouble = App'])
    await undo(app, bensLine())
    await undo(app, bensLine())
    expect((await marked()).filter((one) => !one.startsWith('slow ='))).toEqual([])
  })

  test('removing is taken back with every code, each still its giver’s', async () => {
    const { highlightId } = await mark('slow', 'App')
    const { codeId } = await mark('slow', 'Speed', here().ben)
    await unmarkAll(highlightId)
    expect(await marked()).toEqual([])
    await undo(app, annsLine())
    expect(await marked()).toEqual(['slow = App + Speed'])
    await unmark(app, { workspaceId: here().ann.workspaceId, actor: here().ben.actor, highlightId, codeId })
    expect(await marked()).toEqual(['slow = App'])
  })

  test('nothing withdrawn comes back, and it is said', async () => {
    const { highlightId } = await mark('slow', 'App')
    await unmarkAll(highlightId)
    await withdraw('slow', 'conversation_analysis')
    expect(await undo(app, annsLine())).toEqual({ state: 'done', skipped: ['withdrawn'] })
    const row = await app.pg
      .selectFrom('highlights')
      .select('removed_at')
      .where('id', '=', highlightId)
      .executeTakeFirstOrThrow()
    expect(row.removed_at).not.toBeNull()
  })

  test('a passage withheld while codes are merged has the other code when it may be read again', async () => {
    const { codeId } = await mark('slow', 'App')
    const { codeId: intoId } = await mark('trouble', 'Effort')
    await withdraw('slow', 'conversation_analysis')
    await mergeCodes(app, { ...byAnn(), codeId, intoId })
    await say('slow', { purpose: 'conversation_analysis', state: 'given' })
    expect((await marked()).toSorted()).toEqual(['slow = Effort', 'trouble = Effort'])
  })

  test('nothing erased comes back: steps hold no words, and the rows are gone', async () => {
    const { highlightId } = await mark('slow', 'App')
    await unmarkAll(highlightId)
    const personNo = personOf('slow') ?? 0
    const person = { workspaceId: here().ann.workspaceId, personId: '', personNo }
    expect(await codingHoldings.countPerson(app, person)).toBe(1)
    await codingHoldings.erasePerson(app, person)
    await codingHoldings.erasePerson(app, person)
    expect(await codingHoldings.countPerson(app, person)).toBe(0)
    expect(await undo(app, annsLine())).toEqual({ state: 'done', skipped: ['gone'] })
    expect(await marked()).toEqual([])
  })

  test('changes of the codebook are taken back too', async () => {
    const book = { ...annsLine(), studyId: null }
    const { codeId } = await mark('slow', 'App')
    await mark('trouble', 'Effort')
    const at = { ...byAnn(), codeId }
    await changeCode(app, { ...at, change: { name: 'Speed' } })
    await expect(changeCode(app, { ...at, change: { name: 'effort' } })).rejects.toMatchObject({
      id: 'code-name-taken',
    })
    const effort = (await codes())[0]
    await mergeCodes(app, { ...at, intoId: effort?.codeId ?? '' })
    expect(await marked()).toEqual(['slow = Effort', 'trouble = Effort'])
    await undo(app, book)
    expect(await marked()).toEqual(['slow = Speed', 'trouble = Effort'])
    await undo(app, book)
    await removeCode(app, at)
    await undo(app, book)
    expect(await marked()).toEqual(['slow = App', 'trouble = Effort'])
  })

  test('what is done to a study’s own code is taken back with the coding of the study, and nothing else is', async () => {
    const { studyId } = here()
    const { codeId } = await createCode(app, { ...annsLine(), code: { ...plain, name: 'Own' } })
    const { codeId: intoId } = await createCode(app, { ...annsLine(), code: { ...plain, name: 'Other' } })
    await mark('slow', 'Own')
    const at = { ...byAnn(), codeId }
    const own = async () =>
      (await listCodes(app.pg, { ...byAnn(), studyId })).map(
        ({ name, parentId }) => `${parentId === null ? '' : '  '}${name}`,
      )
    await changeCode(app, { ...at, change: { name: 'Speed' } })
    await moveCodes(app, { ...byAnn(), codeIds: [codeId], parentId: intoId })
    await splitCode(app, { ...at, name: 'Half', highlightIds: [] })
    await mergeCodes(app, { ...at, intoId })
    const told = []
    for (const _ of ['merge', 'split', 'move', 'rename', 'mark']) {
      told.push((await historyOf(app.pg, annsLine())).undoes)
      await undo(app, annsLine())
    }
    expect(told).toEqual(['codes merged', 'code split', 'codes moved', 'code changed', 'marked'])
    for (const _ of told) await redo(app, annsLine())
    await undo(app, annsLine())
    expect(await own()).toEqual(['  Half', 'Other', '  Speed'])
    await undo(app, annsLine())
    await undo(app, annsLine())
    await undo(app, annsLine())
    expect(await own()).toEqual(['Other', 'Own'])
    expect(await marked()).toEqual(['slow = Own'])
    await removeCode(app, at)
    await undo(app, annsLine())
    expect(await marked()).toEqual(['slow = Own'])
    expect(await undo(app, { ...annsLine(), studyId: null })).toEqual({ state: 'nothing', skipped: [] })
  })

  test('undo finds the words where they stand now', async () => {
    const { highlightId } = await mark('nobody answered', 'Service')
    await unmarkAll(highlightId)
    await correct('In spring', 'Early in spring')
    await undo(app, annsLine())
    expect(await marked()).toEqual(['nobody answered = Service'])
  })
})
