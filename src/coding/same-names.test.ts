import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { allBytes, fileOf } from '../../test/refi.ts'
import { bringTalk, openStudy, passageOf } from '../../test/spoken-study.ts'
import type { InterviewText } from '../conversations/index.ts'
import type { CodeId } from '../workspace/index.ts'
import { createCodebook } from './codebooks/codebooks.ts'
import { removeCodebook } from './codebooks/remove-codebook.ts'
import { orderCodes } from './codebooks/order-codes.ts'
import { moveCodes } from './code-tree.ts'
import { changeCode, createCode, listCodes, removeCode } from './codes.ts'
import type { NewCode } from './coding.schema.ts'
import { exportCodebook } from './exchange/export-codes.ts'
import { exportProject } from './exchange/export-project.ts'
import { importProject } from './exchange/import-project.ts'
import { studyReport } from './exchange/study-report.ts'
import { exportMatrix, exportQuotes } from './exchange/tables.ts'
import { markPassages } from './highlights.ts'
import { redo, undo } from './history.ts'
import { mergeCodes } from './merge-codes.ts'
import { codesAmong } from './quotes.ts'
import { codingRoom } from './room.ts'
import { splitCode } from './split-code.ts'
import { readMatrix } from './views/matrix.ts'
import { readScope } from './views/scope.ts'

const talk = `Interviewer: Why did you leave?
Mette: The price was too high, and the app was slow.`

let app: TestApp
let ann: TestMember
let ben: TestMember
let studyId: string
let interview: InterviewText

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
  studyId = (await openStudy(app, ann)).studyId
  interview = await bringTalk(app, ann, { studyId, talk })
})

const at = (by = ann) => ({ workspaceId: ann.workspaceId, actor: by.actor })
const book = (by = ann) => ({ ...at(by), studyId: null })
const taken = { id: 'code-name-taken', status: 409 }

async function add(name: string, more: Partial<NewCode> & { studyId?: string } = {}): Promise<CodeId> {
  const { studyId: of = null, ...place } = more
  const code = { name, description: '', colour: 'teal' as const, ...place }
  return (await createCode(app, { ...at(), studyId: of, code })).codeId
}

const mark = (more: { codeIds?: string[]; newCode?: NewCode }) =>
  markPassages(app, {
    ...at(),
    interviewId: interview.interviewId,
    passages: [passageOf(interview, 'price')],
    codeIds: [],
    ...more,
  })

/** Every code with those above it, in alphabetical order. */
async function paths(): Promise<string[]> {
  const codes = new Map((await listCodes(app.pg, at())).map((code) => [String(code.codeId), code]))
  const path = (id: string): string => {
    const code = codes.get(id)
    return code?.parentId ? `${path(code.parentId)}/${code.name}` : (code?.name ?? '?')
  }
  return [...codes.keys()].map(path).toSorted()
}

const labels = async () => (await listCodes(app.pg, at())).map(({ label }) => label).toSorted()

/** "Price" under two codes: what was paid, and what was promised. */
async function twoPrices() {
  const [bank, shop] = [await add('Bank'), await add('Shop')]
  return {
    bank,
    shop,
    atBank: await add('Price', { parentId: bank }),
    inShop: await add('Price', { parentId: shop }),
  }
}

describe('one name under two codes', () => {
  test('is two codes; under one code, at the top and however it is capitalised, it is one', async () => {
    const { bank } = await twoPrices()
    await add('Price')
    expect(await paths()).toEqual(['Bank', 'Bank/Price', 'Price', 'Shop', 'Shop/Price'])
    await expect(add('PRICE', { parentId: bank })).rejects.toMatchObject(taken)
    await expect(add('price')).rejects.toMatchObject(taken)
    await expect(add('Price', { parentId: crypto.randomUUID() as CodeId })).rejects.toMatchObject({
      id: 'code-place',
    })
  })

  test('is shown with its place wherever the tree is not, and bare again where it is the only one', async () => {
    const { atBank } = await twoPrices()
    expect(await labels()).toEqual(['Bank', 'Bank › Price', 'Shop', 'Shop › Price'])
    await add('Price', { studyId })
    const { codebookId } = await createCodebook(app, { ...at(), codebook: { name: 'Brand', studyIds: [] } })
    await add('price', { codebookId })
    expect(await labels()).toEqual([
      'Bank',
      'Bank › Price',
      'Brand: price',
      'Shop',
      'Shop › Price',
      'Why people switch bank: Price',
    ])
    await undo(app, book())
    await undo(app, { ...at(), studyId })
    await changeCode(app, { ...at(), codeId: atBank, change: { name: 'Fee' } })
    expect(await labels()).toEqual(['Bank', 'Fee', 'Price', 'Shop'])
  })

  test('is shown with its place in the matrix, the views, the report, portraits, quotes and tables taken out', async () => {
    const { atBank, inShop } = await twoPrices()
    await mark({ codeIds: [atBank, inShop] })
    const both = ['Bank › Price', 'Shop › Price']
    const { workspaceId } = ann
    const here = { workspaceId, studyId }
    const scope = await readScope(app, here, { together: 'overlap' })
    const matrix = await readMatrix(app, { scope, rows: 'participant', offset: 0, limit: 50, columns: 20 })
    expect(matrix.columns.map(({ name }) => name).toSorted()).toEqual(expect.arrayContaining(both))
    const { codes } = await studyReport(app, here)
    expect(codes.map(({ name }) => name)).toEqual(expect.arrayContaining(both))
    expect((await codesAmong(app, { workspaceId })).map(({ name }) => name).toSorted()).toEqual(both)
    const table = async (take: typeof exportMatrix) =>
      Buffer.from(await take(app, { ...at(), format: 'csv' })).toString('utf8')
    const [heading = ''] = (await table(exportMatrix)).split('\r\n')
    expect(heading.split(',')).toEqual(expect.arrayContaining(both))
    expect(await table(exportQuotes)).toContain(both.join('; '))
  })

  test('goes out in a project and a codebook and comes in elsewhere as it stood', async () => {
    const { atBank } = await twoPrices()
    await mark({ codeIds: [atBank] })
    const other = await openWorkspace(app, { name: 'Another' })
    const asIn = { studyId: (await openStudy(app, other)).studyId }
    const takenOut = [
      await allBytes(await exportProject(app, { ...at(), studyId })),
      new TextEncoder().encode(await exportCodebook(app.pg, { ...at(), studyId })),
    ]
    for (const bytes of takenOut)
      await importProject(app, {
        workspaceId: other.workspaceId,
        actor: other.actor,
        file: fileOf(bytes),
        study: asIn,
        codebook: 'workspace',
        titles: 'numbered',
        agreements: [],
      })
    const brought = await listCodes(app.pg, { workspaceId: other.workspaceId })
    expect(brought.map(({ label }) => label).toSorted()).toEqual([
      'Bank',
      'Bank › Price',
      'Shop',
      'Shop › Price',
    ])
    expect(brought.find(({ label }) => label === 'Bank › Price')).toMatchObject({ passages: 1 })
  })

  test('is found while coding where it is the only one or at the top, and else asked for', async () => {
    const bank = await add('Bank')
    const atBank = await add('Price', { parentId: bank })
    const newCode = { name: 'price', description: '', colour: 'teal' } as const
    expect(await mark({ newCode })).toMatchObject({ codeIds: [atBank] })
    await add('Price', { parentId: await add('Shop') })
    await expect(mark({ newCode })).rejects.toMatchObject({ id: 'code-name-ambiguous', status: 409 })
    const top = await add('Price')
    expect(await mark({ newCode })).toMatchObject({ codeIds: [top] })
  })

  test('two members who add it under one code at once make one code, under two codes two', async () => {
    const [bank, shop] = [await add('Bank'), await add('Shop')]
    const code = { name: 'Price', description: '', colour: 'teal' as const }
    const by = (who: TestMember, parentId: CodeId) =>
      createCode(app, { ...at(who), studyId: null, code: { ...code, parentId } })
    const done = await Promise.allSettled([by(ann, bank), by(ben, bank), by(ben, shop)])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(await paths()).toEqual(['Bank', 'Bank/Price', 'Shop', 'Shop/Price'])
  })
})

describe('codes that meet one of their name', () => {
  test('are not moved, ordered, renamed or split there, and nothing else of the change is done', async () => {
    const { bank, shop, atBank, inShop } = await twoPrices()
    const other = await add('Other', { parentId: shop })
    await expect(moveCodes(app, { ...at(), codeIds: [other, inShop], parentId: bank })).rejects.toMatchObject(
      taken,
    )
    await expect(
      orderCodes(app, { ...at(), codeIds: [other, inShop, atBank], parentId: bank }),
    ).rejects.toMatchObject(taken)
    await expect(
      changeCode(app, { ...at(), codeId: other, change: { name: 'pricE' } }),
    ).rejects.toMatchObject(taken)
    await expect(
      changeCode(app, { ...at(), codeId: atBank, change: { parentId: shop } }),
    ).rejects.toMatchObject(taken)
    const { highlightIds } = await mark({ codeIds: [other] })
    await expect(
      splitCode(app, { ...at(), codeId: other, name: 'Price', highlightIds }),
    ).rejects.toMatchObject(taken)
    expect(await paths()).toEqual(['Bank', 'Bank/Price', 'Shop', 'Shop/Other', 'Shop/Price'])
  })

  test('keep apart when the code above them goes away, and one undo puts all back', async () => {
    const bank = await add('Bank')
    await add('Price', { parentId: bank })
    await add('Bank', { parentId: bank })
    await add('Price')
    const before = await paths()
    await removeCode(app, { ...at(), codeId: bank })
    const after = ['Bank', 'Price', 'Price (Bank)']
    expect(await paths()).toEqual(after)
    expect(await undo(app, book())).toEqual({ state: 'done', skipped: [] })
    expect(await paths()).toEqual(before)
    expect(await redo(app, book())).toEqual({ state: 'done', skipped: [] })
    expect(await paths()).toEqual(after)
  })

  test('say nothing of what somebody said, where a code by their words goes away', async () => {
    const said = await add('the app was slow', { origin: 'in vivo' })
    await add('Price', { parentId: said })
    await add('Price')
    await removeCode(app, { ...at(), codeId: said })
    expect(await paths()).toEqual(['Price', 'Price (2)'])
  })

  test('keep apart when two codes become one, also where the one that stays stood below the other', async () => {
    const { bank, shop } = await twoPrices()
    const before = await paths()
    await mergeCodes(app, { ...at(), codeId: bank, intoId: shop })
    expect(await paths()).toEqual(['Shop', 'Shop/Price', 'Shop/Price (Bank)'])
    expect(await undo(app, book())).toEqual({ state: 'done', skipped: [] })
    expect(await paths()).toEqual(before)
    const below = await add('Bank', { parentId: bank })
    await add('Price', { parentId: below })
    await mergeCodes(app, { ...at(), codeId: bank, intoId: below })
    expect(await paths()).toEqual(['Bank', 'Bank/Price', 'Bank/Price (Bank)', 'Shop', 'Shop/Price'])
    expect(await undo(app, book())).toEqual({ state: 'done', skipped: [] })
    expect(await paths()).toEqual([
      'Bank',
      'Bank/Bank',
      'Bank/Bank/Price',
      'Bank/Price',
      'Shop',
      'Shop/Price',
    ])
  })

  test('stay where they are when a move, a merge or a name is taken back into a place that is taken by now', async () => {
    const { bank, atBank, shop } = await twoPrices()
    await moveCodes(app, { ...at(), codeIds: [atBank], parentId: null })
    const late = { name: 'PRICE', description: '', colour: 'teal' as const, parentId: bank }
    const { codeId } = await createCode(app, { ...at(ben), studyId: null, code: late })
    expect(await undo(app, book())).toEqual({ state: 'done', skipped: ['name taken'] })
    expect(await paths()).toEqual(['Bank', 'Bank/PRICE', 'Price', 'Shop', 'Shop/Price'])
    await changeCode(app, { ...at(), codeId, change: { name: 'Fee' } })
    await moveCodes(app, { ...at(ben), codeIds: [atBank], parentId: bank })
    expect(await undo(app, book())).toEqual({ state: 'done', skipped: ['name taken'] })
    expect(await paths()).toEqual(['Bank', 'Bank/Fee', 'Bank/Price', 'Shop', 'Shop/Price'])
    await removeCode(app, { ...at(), codeId: atBank })
    await changeCode(app, { ...at(ben), codeId, change: { name: 'price' } })
    expect(await undo(app, book())).toEqual({ state: 'done', skipped: ['name taken'] })
    await removeCode(app, { ...at(), codeId: shop })
    expect(await paths()).toEqual(['Bank', 'Bank/price', 'Price'])
  })
})

describe('a codebook that goes away', () => {
  test('leaves names below its codes as they are, and comes back whole', async () => {
    const { bank } = await twoPrices()
    const { codebookId } = await createCodebook(app, {
      ...at(),
      codebook: { name: 'Brand', studyIds: [], copyOf: null },
    })
    const before = await paths()
    await removeCodebook(app, { ...at(), codebookId, codes: 'move' })
    expect(await paths()).toEqual([
      'Bank',
      'Bank (Brand)',
      'Bank (Brand)/Price',
      'Bank/Price',
      'Shop',
      'Shop (Brand)',
      'Shop (Brand)/Price',
      'Shop/Price',
    ])
    expect(await undo(app, book())).toEqual({ state: 'done', skipped: [] })
    expect(await paths()).toEqual(before)
    const codes = await listCodes(app.pg, at())
    expect(codes.filter((code) => code.codebookId === codebookId)).toHaveLength(4)
    expect(codes.find(({ codeId }) => codeId === bank)).toMatchObject({ codebookId: null })
  })

  test('leaves what was put elsewhere since where it is when it comes back', async () => {
    const { codebookId } = await createCodebook(app, { ...at(), codebook: { name: 'Brand', studyIds: [] } })
    const logo = await add('Logo', { codebookId })
    const mine = await add('Colour', { codebookId, parentId: logo })
    const shop = await add('Shop')
    await removeCodebook(app, { ...at(), codebookId, codes: 'move' })
    await moveCodes(app, { ...at(ben), codeIds: [mine], parentId: shop })
    await createCode(app, {
      ...at(ben),
      studyId: null,
      code: { name: 'Colour', description: '', colour: 'teal', parentId: logo },
    })
    await createCode(app, {
      ...at(ben),
      studyId: null,
      code: { name: 'Colour', description: '', colour: 'teal' },
    })
    expect(await undo(app, book())).toEqual({ state: 'done', skipped: [] })
    const [below, top, ...rest] = (await paths()).filter((path) => path.includes('Colour')).toSorted()
    expect([below, rest]).toEqual(['Colour', ['Shop/Colour']])
    expect(top).toMatch(/^Colour [0-9a-f]{4}$/u)
  })
})
