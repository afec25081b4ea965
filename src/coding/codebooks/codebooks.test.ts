import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, passageOf } from '../../../test/spoken-study.ts'
import type { CodeId, StudyId } from '../../workspace/index.ts'
import { changeCode, createCode, findCode, listCodes } from '../codes.ts'
import { moveCodes } from '../code-tree.ts'
import type { CodebookId, NewCode } from '../coding.schema.ts'
import { exportCodebook } from '../exchange/export-codes.ts'
import { importProject } from '../exchange/import-project.ts'
import { markPassages } from '../highlights.ts'
import { redo, undo } from '../history.ts'
import { codingRoom } from '../room.ts'
import { changeCodebook, createCodebook, listCodebooks } from './codebooks.ts'
import { expectCodes, statementsIn, statementsOf } from './expected-codes.ts'
import { orderCodes } from './order-codes.ts'
import { removeCodebook } from './remove-codebook.ts'

let app: TestApp
let ann: TestMember
let studyId: StudyId
let otherId: StudyId

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann, { title: 'One' })).studyId as StudyId
  otherId = (await openStudy(app, ann, { title: 'Two' })).studyId as StudyId
})

const here = () => ({ workspaceId: ann.workspaceId, actor: ann.actor })
const line = () => ({ ...here(), studyId: null })
const add = async (name: string, more: Partial<NewCode> = {}): Promise<CodeId> => {
  const code = { name, description: '', colour: 'teal' as const, ...more }
  return (await createCode(app, { ...here(), studyId: null, code })).codeId
}
const names = async (of?: string) =>
  (await listCodes(app.pg, { ...here(), ...(of === undefined ? {} : { studyId: of }) })).map(
    ({ name }) => name,
  )
const begin = (name: string, more: { copyOf?: CodebookId | null; studyIds?: StudyId[] } = {}) =>
  createCodebook(app, { ...here(), codebook: { name, studyIds: [], ...more } })

describe('several codebooks', () => {
  test('hold codes of the same name apart, and a study sees those it uses and the workspace’s', async () => {
    await add('Service')
    const { codebookId } = await begin('Brand', { studyIds: [studyId] })
    await add('Service', { codebookId })
    await add('Logo', { codebookId })
    await expect(add('logo', { codebookId })).rejects.toMatchObject({ id: 'code-name-taken' })
    expect(await names(studyId)).toEqual(['Logo', 'Service', 'Service'])
    expect(await names(otherId)).toEqual(['Service'])
    expect(await names()).toHaveLength(3)
    await changeCodebook(app, { ...here(), codebookId, change: { name: 'Marks', studyIds: [otherId] } })
    expect(await names(studyId)).toEqual(['Service'])
    expect(await listCodebooks(app.pg, ann.workspaceId)).toMatchObject([
      { name: 'Marks', codes: 2, studies: [{ studyId: otherId, title: 'Two' }] },
    ])
  })

  test('are removed with their codes moved to the workspace’s, names kept apart, and brought back whole', async () => {
    await add('Service')
    const { codebookId } = await begin('Brand', { studyIds: [studyId] })
    const service = await add('Service', { codebookId })
    const logo = await add('Logo', { codebookId, parentId: service })
    await removeCodebook(app, { ...here(), codebookId, codes: 'move' })
    expect(await listCodebooks(app.pg, ann.workspaceId)).toEqual([])
    expect(await names(otherId)).toEqual(['Logo', 'Service', 'Service (Brand)'])
    expect(await findCode(app.pg, { ...here(), codeId: logo })).toMatchObject({
      parentId: service,
      codebookId: null,
    })
    await expect(add('Late', { codebookId })).rejects.toMatchObject({ status: 404 })
    expect(await undo(app, line())).toEqual({ state: 'done', skipped: [] })
    expect(await listCodebooks(app.pg, ann.workspaceId)).toMatchObject([
      { name: 'Brand', codes: 2, studies: [{ studyId }] },
    ])
    expect(await names(otherId)).toEqual(['Service'])
    expect(await findCode(app.pg, { ...here(), codeId: logo })).toMatchObject({
      parentId: service,
      codebookId,
    })
    await redo(app, line())
    expect(await names(otherId)).toEqual(['Logo', 'Service', 'Service (Brand)'])
  })

  test('stay where a code would be left in them, because its name was taken since', async () => {
    const { codebookId } = await begin('Brand')
    const logo = await add('Logo', { codebookId })
    const mark = await add('Mark', { codebookId })
    await removeCodebook(app, { ...here(), codebookId, codes: 'move' })
    await undo(app, line())
    const { workspaceId } = ann
    const ben = await joinWorkspace(app, { workspaceId, role: 'researcher' })
    const code = { name: 'logo', description: '', colour: 'teal' as const }
    await createCode(app, { workspaceId, actor: ben.actor, studyId: null, code })
    expect(await redo(app, line())).toEqual({ state: 'done', skipped: ['in use'] })
    expect(await listCodebooks(app.pg, workspaceId)).toMatchObject([{ name: 'Brand', codes: 2 }])
    for (const codeId of [logo, mark])
      expect(await findCode(app.pg, { ...here(), codeId })).toMatchObject({ codebookId })
  })

  test('are removed with their codes, which undo brings back with what they are given to', async () => {
    const { codebookId } = await begin('Brand', { studyIds: [studyId] })
    const logo = await add('Logo', { codebookId })
    const red = await add('Red', { codebookId, parentId: logo })
    const interview = await bringTalk(app, ann, { studyId, talk: 'Interviewer: And?\nMette: It is red.' })
    await markPassages(app, {
      ...here(),
      interviewId: interview.interviewId,
      passages: [passageOf(interview, 'red')],
      codeIds: [red],
    })
    await removeCodebook(app, { ...here(), codebookId, codes: 'remove' })
    expect(await names()).toEqual([])
    await undo(app, line())
    expect(
      (await listCodes(app.pg, here())).map(({ name, parentId, passages }) => [name, parentId, passages]),
    ).toEqual([
      ['Logo', null, 0],
      ['Red', logo, 1],
    ])
  })

  test('come back only while their name is free, and then with none of their codes', async () => {
    const { codebookId } = await begin('Brand')
    await add('Logo', { codebookId })
    await removeCodebook(app, { ...here(), codebookId, codes: 'remove' })
    const ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    await createCodebook(app, {
      workspaceId: ann.workspaceId,
      actor: ben.actor,
      codebook: { name: 'brand', studyIds: [] },
    })
    expect((await undo(app, line())).skipped).toEqual(['name taken', 'gone'])
    expect(await names()).toEqual([])
  })

  test('are copied with their tree for another study, which is one change to take back and do again', async () => {
    const service = await add('Service', { description: 'How they are met', example: 'Nobody answered' })
    await add('Waiting', { parentId: service })
    const { codebookId } = await begin('Copy', { copyOf: null, studyIds: [otherId] })
    const copied = (await listCodes(app.pg, here())).filter((code) => code.codebookId === codebookId)
    const parent = copied.find(({ name }) => name === 'Service')
    expect(parent).toMatchObject({ description: 'How they are met', example: 'Nobody answered' })
    expect(copied.find(({ name }) => name === 'Waiting')?.parentId).toBe(parent?.codeId)
    await undo(app, line())
    expect(await names(otherId)).toEqual(['Service', 'Waiting'])
    await redo(app, line())
    expect(await names(otherId)).toHaveLength(4)
  })

  test('have one name each, and codes of one never stand under those of another', async () => {
    const { codebookId } = await begin('Brand')
    await expect(begin('brand')).rejects.toMatchObject({ id: 'codebook-name-taken', status: 409 })
    const service = await add('Service')
    const logo = await add('Logo', { codebookId })
    await expect(moveCodes(app, { ...here(), codeIds: [logo], parentId: service })).rejects.toMatchObject({
      id: 'code-place',
    })
    await expect(
      changeCode(app, { ...here(), codeId: logo, change: { name: 'Service' } }),
    ).resolves.toBeUndefined()
  })

  test('are exchanged one by one as .qdc', async () => {
    const { codebookId } = await begin('Brand')
    const logo = await add('Logo', { codebookId })
    await add('Colour', { codebookId, parentId: logo })
    await add('Service')
    const xml = await exportCodebook(app.pg, { ...here(), studyId: null, codebookId })
    expect(xml).not.toContain('Service')
    const { codebookId: into } = await begin('Brought')
    const bytes = new TextEncoder().encode(xml.replaceAll(/guid="(..)/gu, 'guid="ff'))
    await importProject(app, {
      ...here(),
      file: { name: 'brand.qdc', size: bytes.length, read: async (start, end) => bytes.subarray(start, end) },
      study: { studyId: null },
      codebook: { codebookId: into },
      titles: 'kept',
      agreements: [],
    })
    const brought = (await listCodes(app.pg, here())).filter((code) => code.codebookId === into)
    expect(brought.map(({ name }) => name)).toEqual(['Colour', 'Logo'])
    expect(brought[0]?.parentId).toBe(brought[1]?.codeId)
  })
})

test('a code searched for while coding is found in the codebooks the study uses, not in others', async () => {
  const { codebookId } = await begin('Brand', { studyIds: [studyId] })
  const logo = await add('Logo', { codebookId })
  const talk = 'Interviewer: And?\nMette: The mark is nice.'
  const markIn = async (of: string) => {
    const interview = await bringTalk(app, ann, { studyId: of, talk })
    const newCode = { name: 'logo', description: '', colour: 'teal' as const }
    const passages = [passageOf(interview, 'mark')]
    return markPassages(app, {
      ...here(),
      interviewId: interview.interviewId,
      passages,
      codeIds: [],
      newCode,
    })
  }
  expect((await markIn(studyId)).codeIds).toEqual([logo])
  expect((await markIn(otherId)).codeIds).not.toEqual([logo])
})

describe('the order of codes', () => {
  test('is the one they were put in, new ones after them, and is taken back and done again', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    await orderCodes(app, { ...here(), parentId: null, codeIds: [c, a, b] })
    await add('0')
    expect(await names()).toEqual(['C', 'A', 'B', '0'])
    // Adding the last one was one's own newest change.
    await undo(app, line())
    await undo(app, line())
    expect(await names()).toEqual(['A', 'B', 'C'])
    await redo(app, line())
    expect(await names()).toEqual(['C', 'A', 'B'])
  })

  test('takes codes along under another, never under themselves', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    await orderCodes(app, { ...here(), parentId: a, codeIds: [c, b] })
    expect((await findCode(app.pg, { ...here(), codeId: b })).parentId).toBe(a)
    await expect(orderCodes(app, { ...here(), parentId: b, codeIds: [a] })).rejects.toMatchObject({
      id: 'code-place',
    })
  })
})

describe('codes from the hypothesis', () => {
  test('are offered statement by statement', async () => {
    expect(await statementsOf(app.pg, { ...here(), studyId })).toEqual([
      { text: 'They leave after bad service', of: 'hypothesis' },
      { text: 'They leave for the rate', of: 'contradiction' },
    ])
    expect(
      statementsIn('- De forlader os efter dårlig service. Sjældent for renten.\n2) Vane!\n\n…', 'da'),
    ).toEqual(['De forlader os efter dårlig service.', 'Sjældent for renten.', 'Vane!'])
  })

  test('become deductive codes that say where they come from; one that is there is left as it is', async () => {
    await add('Rate', { description: 'Mine' })
    const expected = {
      codebookId: null,
      codes: [
        { name: 'Bad service', statement: 'They leave after bad service' },
        { name: 'rate', statement: 'They leave for the rate' },
      ],
    }
    const { codeIds, known } = await expectCodes(app, { ...here(), studyId, expected })
    expect(known).toBe(1)
    expect(await findCode(app.pg, { ...here(), codeId: codeIds[0] ?? '' })).toMatchObject({
      name: 'Bad service',
      description: 'They leave after bad service',
      origin: 'deductive',
    })
    await undo(app, line())
    expect(await names()).toEqual(['Rate'])
  })
})
