import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { bringIn, lookAt } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { chooseSheet, forgetImport } from './change-import.ts'
import { findImport } from './imports.ts'
import { previewImport } from './preview.ts'

let app: TestApp
let workspaceId = ''
beforeAll(async () => {
  app = await openTestApp()
  await app.jobs.start()
  workspaceId = (await openWorkspace(app)).workspaceId
})

type Rows = string[][]

/** A workbook of these sheets, in this order. */
function workbookOf(sheets: Record<string, Rows>): Uint8Array {
  const names = Object.keys(sheets)
  const list = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const relations = names.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
  }
  for (const [i, rows] of Object.values(sheets).entries()) {
    const body = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet><sheetData>${body}</sheetData></worksheet>`
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

const people = (from: string, count: number) =>
  Array.from({ length: count }, (_, i) => [`${from}${i}@example.com`, `City ${i % 7}`, String(10 + i)])
const heading = ['email', 'city', 'visits']
const book = workbookOf({
  'Read me': [['Read me'], ['This file holds our customers']],
  Customers: [['Our customers 2026'], heading, ...people('c', 78)],
  Former: [heading, ...people('f', 6)],
})

describe('a workbook with notes before its table and a title above the heading', () => {
  test('is read where its people are, and the preview agrees with the import', async () => {
    const { id, file } = await lookAt(app, { workspaceId, file: book, name: 'book.xlsx' })
    expect(file).toMatchObject({
      sheet: 'Customers',
      otherSheets: ['Read me', 'Former'],
      headerLine: 2,
      columns: heading,
    })
    expect(await previewImport(app, { workspaceId, importId: id })).toMatchObject({
      sampled: 78,
      rejected: 0,
    })
    expect(await bringIn(app, { workspaceId, importId: id })).toMatchObject({
      state: 'done',
      imported: 78,
      rejected: 0,
    })
  })

  test('is read at another sheet by choice, and the import brings in that one', async () => {
    const { id: importId } = await lookAt(app, { workspaceId, file: book, name: 'book.xlsx' })
    const at = { workspaceId, importId }
    const chosen = await chooseSheet(app, { ...at, sheet: 'Former' })
    expect(chosen.file).toMatchObject({
      sheet: 'Former',
      otherSheets: ['Read me', 'Customers'],
      headerLine: 1,
    })
    expect(await previewImport(app, at)).toMatchObject({ sampled: 6, rejected: 0 })
    await expect(chooseSheet(app, { ...at, sheet: 'Nobody' })).rejects.toMatchObject({
      id: 'file-has-no-such-sheet',
      status: 422,
    })
    expect(await bringIn(app, at)).toMatchObject({ processed: 6, imported: 6 })
    await expect(chooseSheet(app, { ...at, sheet: 'Customers' })).rejects.toMatchObject({
      id: 'import-begun',
    })
  })
})

test('a line that cannot be read counts in the preview as it does in the import', async () => {
  const lines = people('r', 5).map((cells) => cells.join(','))
  const file = Buffer.from(
    `Customers\n\n${[heading.join(','), ...lines, 'r9@example.com,Gent', ',,'].join('\n')}\n`,
  )
  const { id, total } = await lookAt(app, { workspaceId, file })
  const preview = await previewImport(app, { workspaceId, importId: id })
  const done = await bringIn(app, { workspaceId, importId: id })
  expect([preview.sampled, preview.rejected]).toEqual([done.processed, done.rejected])
  expect([total, done.processed, done.rejected]).toEqual([7, 7, 2])
})

describe('an import that was only looked at', () => {
  test('is forgotten with its file', async () => {
    const { id: importId, uploadId } = await lookAt(app, { workspaceId, file: book, name: 'book.xlsx' })
    await forgetImport(app, { workspaceId, importId })
    await expect(findImport(app, { workspaceId, importId })).rejects.toMatchObject({ status: 404 })
    const left = await app.pg.selectFrom('uploads').select('id').where('id', '=', uploadId).execute()
    expect(left).toEqual([])
  })

  test('that has begun stays', async () => {
    const { id: importId } = await lookAt(app, { workspaceId, file: book, name: 'book.xlsx' })
    await bringIn(app, { workspaceId, importId })
    await expect(forgetImport(app, { workspaceId, importId })).rejects.toMatchObject({ id: 'import-begun' })
  })
})
