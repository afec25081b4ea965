import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../test/spoken-study.ts'
import { correctUtterance, readInterview, type InterviewText } from '../conversations/index.ts'
import { changeCode, createCode, listCodes, removeCode } from './codes.ts'
import { mergeCodes } from './merge-codes.ts'
import { codingHoldings } from './holdings.ts'
import { listHighlights, markPassages, removeHighlight, repairHighlight, unmark } from './highlights.ts'
import { historyOf, redo, undo } from './history.ts'
import { quotesOf } from './quotes.ts'
import { codingRoom } from './room.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.
Bo: I have never switched. It is too much trouble 😀 for me.
Mette: So I went to another one.`

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

const workspaceId = () => ann.workspaceId
const lineOf = ({ actor }: TestMember) => ({ workspaceId: ann.workspaceId, studyId, actor })

const find = (words: string) => passageOf(interview, words)

async function mark(words: string, code: string, by = ann) {
  const { interviewId } = interview
  const newCode = { name: code, description: '', colour: 'teal' as const }
  const made = await markPassages(app, {
    workspaceId: workspaceId(),
    actor: by.actor,
    interviewId,
    passages: [find(words)],
    codeIds: [],
    newCode,
  })
  return { highlightId: made.highlightIds[0] ?? '', codeId: made.codeIds[0] ?? '' }
}

/** Marked words and their codes, as everybody sees them now. */
async function marked(): Promise<string[]> {
  const { interviewId } = interview
  const [highlights, codes, now] = await Promise.all([
    listHighlights(app.pg, { workspaceId: workspaceId(), interviewId }),
    listCodes(app.pg, { workspaceId: workspaceId() }),
    readInterview(app.pg, { workspaceId: workspaceId(), interviewId }),
  ])
  const nameOf = (id: string) => codes.find(({ codeId }) => codeId === id)?.name ?? '?'
  return highlights.map(({ utteranceId, start, end, codeIds, lostText }) => {
    const text = now?.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
    const words = lostText === null ? [...text].slice(start, end).join('') : `lost: ${lostText}`
    return `${words} = ${codeIds.map(nameOf).toSorted().join(' + ')}`
  })
}

const personOf = (words: string) => {
  const said = interview.utterances.find(({ text }) => text.includes(words))
  return interview.speakers.find(({ speakerId }) => speakerId === said?.speakerId)?.personNo
}
const withdraw = (words: string, purpose: 'quoting' | 'conversation_analysis') =>
  sayOfStudy(app, {
    workspaceId: workspaceId(),
    studyId,
    personNo: personOf(words),
    purpose,
    state: 'withdrawn',
  })
const correct = (words: string, becomes: string) => {
  const { utteranceId, version } = find(words)
  const text = interview.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
  return correctUtterance(app, {
    workspaceId: workspaceId(),
    utteranceId,
    text: text.replace(words, becomes),
    version,
    actor: ann.actor,
  })
}

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
    const [code] = await listCodes(app.pg, { workspaceId: workspaceId() })
    expect(code).toMatchObject({ passages: 3, people: 2, withheld: 0 })
    const path = join(import.meta.dirname, '../../test/data/blns/blns.json')
    const naughty = JSON.parse(readFileSync(path, 'utf8')) as string[]
    const names = [...new Set([...naughty, 'a\0b', '\ud800'].map((name) => name.trim().slice(0, 200)))]
    for (const name of names.filter((one) => one !== ''))
      await createCode(app, {
        workspaceId: workspaceId(),
        actor: ann.actor,
        studyId: null,
        code: { name, description: name, colour: 'red' },
      }).catch((error: unknown) => expect(error).toMatchObject({ id: 'code-name-taken' }))
    const kept = new Set((await listCodes(app.pg, { workspaceId: workspaceId() })).map(({ name }) => name))
    const lower = new Set([...kept].map((name) => name.toLowerCase()))
    expect(names.filter((name) => name !== '' && !lower.has(name.toLowerCase()))).toEqual([])
  })
})

describe('undo and redo', () => {
  test('take back and do again, and are there after a reload', async () => {
    await mark('slow', 'App')
    await mark('trouble', 'Effort')
    await undo(app, lineOf(ann))
    expect(await marked()).toEqual(['slow = App'])
    // Nothing is kept in memory: the history is read anew, as after a reload.
    expect(await historyOf(app.pg, lineOf(ann))).toEqual({ undo: true, redo: true })
    await undo(app, lineOf(ann))
    expect(await marked()).toEqual([])
    expect(await undo(app, lineOf(ann))).toEqual({ state: 'nothing', skipped: [] })
    await redo(app, lineOf(ann))
    await redo(app, lineOf(ann))
    expect(await marked()).toEqual(['slow = App', 'trouble = Effort'])
    expect((await listCodes(app.pg, { workspaceId: workspaceId() })).map(({ name }) => name)).toEqual([
      'App',
      'Effort',
    ])
  })

  test('a new mark forgets what was taken back', async () => {
    await mark('slow', 'App')
    await undo(app, lineOf(ann))
    await mark('trouble', 'Effort')
    expect(await redo(app, lineOf(ann))).toEqual({ state: 'nothing', skipped: [] })
  })

  test('two members at once take back only their own work', async () => {
    await Promise.all([mark('slow', 'App', ann), mark('slow', 'Speed', ben)])
    await mark('trouble', 'App', ben)
    await undo(app, lineOf(ann))
    expect((await marked()).toSorted()).toEqual(['slow = Speed', 'trouble = App'])
    await undo(app, lineOf(ben))
    await undo(app, lineOf(ben))
    expect((await marked()).filter((one) => !one.startsWith('slow ='))).toEqual([])
  })

  test('removing is taken back with every code, each still its giver’s', async () => {
    const { highlightId } = await mark('slow', 'App', ann)
    const { codeId } = await mark('slow', 'Speed', ben)
    await removeHighlight(app, { workspaceId: workspaceId(), actor: ann.actor, highlightId })
    expect(await marked()).toEqual([])
    await undo(app, lineOf(ann))
    expect(await marked()).toEqual(['slow = App + Speed'])
    await unmark(app, { workspaceId: workspaceId(), actor: ben.actor, highlightId, codeId })
    expect(await marked()).toEqual(['slow = App'])
  })

  test('nothing withdrawn comes back, and it is said', async () => {
    const { highlightId } = await mark('slow', 'App')
    await removeHighlight(app, { workspaceId: workspaceId(), actor: ann.actor, highlightId })
    await withdraw('slow', 'conversation_analysis')
    expect(await undo(app, lineOf(ann))).toEqual({ state: 'done', skipped: ['withdrawn'] })
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
    await mergeCodes(app, { workspaceId: workspaceId(), actor: ann.actor, codeId, intoId })
    const personNo = personOf('slow')
    const word = { workspaceId: workspaceId(), studyId, personNo, purpose: 'conversation_analysis' } as const
    await sayOfStudy(app, { ...word, state: 'given' })
    expect((await marked()).toSorted()).toEqual(['slow = Effort', 'trouble = Effort'])
  })

  test('nothing erased comes back: steps hold no words, and the rows are gone', async () => {
    const { highlightId } = await mark('slow', 'App')
    await removeHighlight(app, { workspaceId: workspaceId(), actor: ann.actor, highlightId })
    const personNo = personOf('slow') ?? 0
    const person = { workspaceId: workspaceId(), personId: '', personNo }
    expect(await codingHoldings.countPerson(app, person)).toBe(1)
    await codingHoldings.erasePerson(app, person)
    await codingHoldings.erasePerson(app, person)
    expect(await codingHoldings.countPerson(app, person)).toBe(0)
    expect(await undo(app, lineOf(ann))).toEqual({ state: 'done', skipped: ['gone'] })
    expect(await marked()).toEqual([])
  })

  test('changes of the codebook are taken back too', async () => {
    const book = { ...lineOf(ann), studyId: null }
    const { codeId } = await mark('slow', 'App')
    await mark('trouble', 'Effort')
    const at = { workspaceId: workspaceId(), actor: ann.actor, codeId }
    await changeCode(app, { ...at, change: { name: 'Speed' } })
    await expect(changeCode(app, { ...at, change: { name: 'effort' } })).rejects.toMatchObject({
      id: 'code-name-taken',
    })
    const effort = (await listCodes(app.pg, { workspaceId: workspaceId() }))[0]
    await mergeCodes(app, { ...at, intoId: effort?.codeId ?? '' })
    expect(await marked()).toEqual(['slow = Effort', 'trouble = Effort'])
    await undo(app, book)
    expect(await marked()).toEqual(['slow = Speed', 'trouble = Effort'])
    await undo(app, book)
    await removeCode(app, at)
    await undo(app, book)
    expect(await marked()).toEqual(['slow = App', 'trouble = Effort'])
  })
})

describe('correcting the text', () => {
  test('marks stay on their words', async () => {
    await mark('nobody answered', 'Service')
    await correct('The app was slow', 'Their new app was dreadfully slow')
    expect(await marked()).toEqual(['nobody answered = Service'])
  })

  test('a mark whose words are gone is kept as lost and can be put elsewhere', async () => {
    const { highlightId } = await mark('slow', 'App')
    await correct('slow and ', '')
    expect(await marked()).toEqual(['lost: slow = App'])
    expect((await listCodes(app.pg, { workspaceId: workspaceId() }))[0]).toMatchObject({ passages: 0 })
    await repairHighlight(app, {
      workspaceId: workspaceId(),
      actor: ann.actor,
      highlightId,
      passage: find('trouble'),
    })
    expect(await marked()).toEqual(['trouble = App'])
  })

  test('a mark that is put where it stands already keeps its codes', async () => {
    const { highlightId } = await mark('trouble', 'App')
    await repairHighlight(app, {
      workspaceId: workspaceId(),
      actor: ann.actor,
      highlightId,
      passage: find('trouble'),
    })
    expect(await marked()).toEqual(['trouble = App'])
  })

  test('undo finds the words where they stand now', async () => {
    const { highlightId } = await mark('nobody answered', 'Service')
    await removeHighlight(app, { workspaceId: workspaceId(), actor: ann.actor, highlightId })
    await correct('In spring', 'Early in spring')
    await undo(app, lineOf(ann))
    expect(await marked()).toEqual(['nobody answered = Service'])
  })
})

describe('quotes', () => {
  const quotes = async () => {
    const found = await quotesOf(app, { workspaceId: workspaceId() })
    return { texts: found.quotes.map(({ text }) => text), withheld: found.withheld, speakers: found.speakers }
  }

  test('are by pseudonym and date, and lead to their place', async () => {
    const { codeId } = await mark('slow', 'App')
    const { quotes: found } = await quotesOf(app, { workspaceId: workspaceId(), codeId })
    expect(found).toEqual([
      expect.objectContaining({
        text: 'slow',
        when: '2026-01-05T10:00:00.000Z',
        interviewId: interview.interviewId,
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
    expect((await listCodes(app.pg, { workspaceId: workspaceId() }))[0]).toMatchObject({ passages: 2 })
    expect(await quotesOf(app, { workspaceId: workspaceId() })).toMatchObject({ sources: 2, withdrawn: 1 })
    await withdraw('trouble', 'conversation_analysis')
    expect(await quotes()).toEqual({ texts: [], withheld: 2, speakers: 0 })
    expect(await quotesOf(app, { workspaceId: workspaceId() })).toMatchObject({ sources: 2, withdrawn: 2 })
    expect((await listCodes(app.pg, { workspaceId: workspaceId() }))[0]).toMatchObject({
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
    expect((await listCodes(app.pg, { workspaceId: workspaceId() }))[0]).toMatchObject({
      passages: 1,
      withheld: 0,
    })
    await removeHighlight(app, { workspaceId: workspaceId(), highlightId, actor: ann.actor })
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
    const found = await quotesOf(app, { workspaceId: workspaceId(), people: [personOf('slow') ?? 0] })
    expect(found.quotes.map(({ text }) => text)).toEqual(['slow'])
  })
})
