import { describe, expect, test } from 'vitest'
import { markedTalk } from '../../test/marked-talk.ts'
import { fileOf } from '../../test/refi.ts'
import { createCodebook } from './codebooks/codebooks.ts'
import { removeCodebook } from './codebooks/remove-codebook.ts'
import { changeCode, createCode, findCode } from './codes.ts'
import type { NewCode } from './coding.schema.ts'
import { importProject } from './exchange/import-project.ts'
import { guid } from './exchange/testing-projects.ts'
import { markPassages } from './highlights.ts'
import { codingHoldings } from './holdings.ts'
import { listenFor, type TextOfCode } from './said-in-text.ts'
import { correctTurn } from './turn-edits.ts'

const { app, here, byAnn, codes, find, personOf, withdraw } = await markedTalk()

const add = (code: Partial<NewCode>) =>
  createCode(app, {
    ...byAnn(),
    studyId: null,
    code: { name: 'Waiting', description: '', colour: 'teal', ...code },
  })

const read = async (codeId: string) => {
  const { name, description, example, wordsTakenOut } = await findCode(app.pg, { ...byAnn(), codeId })
  return { name, description, example, wordsTakenOut }
}

const withdrawn = async (words: string) => {
  await withdraw(words, 'quoting')
  await app.outbox.drain()
}

/** What the history remembers. */
async function stepsKept(): Promise<string> {
  const { workspaceId } = byAnn()
  const log = app.pg.selectFrom('coding_log').select('steps').where('workspace_id', '=', workspaceId)
  return JSON.stringify(await log.execute())
}

/** Marks the words with that code. */
const giveTo = (words: string, codeId: string) =>
  markPassages(app, {
    ...byAnn(),
    interviewId: here().interview.interviewId,
    passages: [find(words)],
    codeIds: [codeId],
  })

describe('words of somebody who takes their permission back', () => {
  test('are taken out of the example and description of a code, however they are written, and it is said', async () => {
    const { codeId } = await add({
      description: 'When it takes long: “the app was SLOW, and nobody” and the like.',
      example: 'App was SLOW!',
    })
    await giveTo('The app was slow and nobody', codeId)
    const before = await read(codeId)
    await withdrawn('trouble')
    expect(await read(codeId)).toEqual(before)
    await withdrawn('In spring')
    expect(await read(codeId)).toEqual({
      name: 'Waiting',
      description: 'When it takes long: “[…]” and the like.',
      example: '[…]!',
      wordsTakenOut: true,
    })
    await changeCode(app, { ...byAnn(), codeId, change: { description: '', example: 'Our own words' } })
    expect(await read(codeId)).toMatchObject({ wordsTakenOut: false })
  })

  test('stay in an example of two or three words where no passage of that very code holds them', async () => {
    const { codeId } = await add({ example: 'App was slow' })
    const { codeId: other } = await add({ name: 'Service' })
    await giveTo('The app was slow and nobody', other)
    await withdrawn('In spring')
    expect((await read(codeId)).example).toBe('App was slow')
  })

  test('are taken out also where the text was corrected since', async () => {
    const { codeId } = await add({ example: 'The app was slow and nobody answered.' })
    await correctTurn(app, {
      ...byAnn(),
      ...find('slow'),
      text: 'In spring. The app was sluggish and nobody answered.',
    })
    await withdrawn('In spring')
    expect((await read(codeId)).example).toBe('[…].')
  })

  test('do not come back by undo', async () => {
    const { codeId } = await add({ example: 'The app was slow and nobody answered.' })
    await changeCode(app, { ...byAnn(), codeId, change: { example: 'None' } })
    await withdrawn('In spring')
    expect((await read(codeId)).example).toBe('None')
    expect(await stepsKept()).not.toContain('nobody')
  })

  test('do not come back by undo with the codebook the code was in', async () => {
    const { codebookId } = await createCodebook(app, { ...byAnn(), codebook: { name: 'Bank', studyIds: [] } })
    const { codeId } = await add({ name: 'the app was slow', codebookId })
    await removeCodebook(app, { ...byAnn(), codebookId, codes: 'move' })
    await changeCode(app, { ...byAnn(), codeId, change: { name: 'Waiting' } })
    await withdrawn('In spring')
    expect(await stepsKept()).not.toContain('slow')
  })

  test('are taken out of a name that is nothing else, by whatever way it came in', async () => {
    const { codeId } = await add({ name: 'the app was slow' })
    await withdrawn('In spring')
    expect((await read(codeId)).name).toMatch(/^In vivo \w{12}$/)
  })

  test('do not come back with a codebook of before', async () => {
    await withdrawn('In spring')
    const code = `<Code guid="${guid(1)}" name="Waiting" isCodable="true"><Description>As in: the app was slow and nobody.</Description></Code>`
    const book = `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code}</Codes></CodeBook>`
    await importProject(app, {
      ...byAnn(),
      file: fileOf(book, 'book.qdc'),
      ...{ study: { studyId: null }, codebook: 'study', titles: 'numbered', agreements: [] },
    })
    expect((await codes()).map(({ description }) => description)).toEqual(['As in: […].'])
  })

  test('go with the person', async () => {
    const { codeId } = await add({ example: 'The app was slow and nobody answered.' })
    const person = { workspaceId: here().ann.workspaceId, personId: '', personNo: personOf('In spring') ?? 0 }
    await codingHoldings.erasePerson(app, person)
    expect((await read(codeId)).example).toBe('[…].')
  })
})

test('what everybody says and what the team says in its own words stay', () => {
  const left = (field: TextOfCode['field'], text: string, spoken: string) => {
    const given = { codeId: 'this', field, text }
    const ears = listenFor([given])
    ears.hear({ text: spoken, codeId: 'this' })
    return ears.without(given)
  }
  expect(left('description', 'When they say I do not know and stop', 'Well, I do not know.')).toBeUndefined()
  expect(left('description', 'The app was too slow', 'The app was slow')).toBeUndefined()
  expect(left('name', 'The app was slow in spring', 'The app was slow')).toBeUndefined()
  expect(left('example', 'slow', 'slow')).toBeUndefined()
  expect(left('example', 'too slow', 'It was too slow')).toBeUndefined()
  expect(left('example', 'it is not the', 'it is not the')).toBeUndefined()
  expect(left('description', 'it is not the', 'it is not the')).toBeUndefined()
  expect(left('name', 'it is not the', 'it is not the')).toBeUndefined()
  expect(left('example', '😀 painfully slow!', 'It was painfully slow')).toBe('😀 […]!')
  expect(left('description', 'لأن التطبيق كان بطيئا جدا هنا', 'التطبيق كان بطيئا جدا')).toBe('لأن […] هنا')
})
