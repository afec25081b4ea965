import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, sayOfStudy } from '../../../test/spoken-study.ts'
import { conversationRoom, correctUtterance, type InterviewText } from '../../conversations/index.ts'
import { CodeId, PersonId, StudyId } from '../../workspace/index.ts'
import { markPassages, removeHighlight } from '../highlights.ts'
import { writeNote } from '../notes.ts'
import { codingRoom } from '../room.ts'
import { languages } from '../../language/index.ts'
import { readIn } from './read-in.ts'
import { readQuery, tsqueryOf } from './search-query.ts'
import { searchVectors } from './search-words.ts'
import type { SearchAsked } from './search.schema.ts'
import { searchWords } from './search.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The fees were rising and nobody answered.
Interviewer: So the fees made you leave?
Bo: I have never switched. The branch on the corner is friendly.
Interviewer: What is a friendly branch?`

let app: TestApp
let ann: TestMember
let studyId: string
let interview: InterviewText

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  interview = await bringTalk(app, ann, { studyId, talk })
})

const search = (q: string, also: Partial<SearchAsked> = {}) =>
  searchWords(app, { workspaceId: ann.workspaceId, q, limit: 20, offset: 0, ...also })

/** What was found, the marks between brackets. */
async function found(q: string, also: Partial<SearchAsked> = {}): Promise<string[]> {
  const { items } = await search(q, also)
  return items.map(({ text, marks }) => {
    const letters = [...text]
    for (const { start, end } of marks.toReversed()) {
      letters.splice(end, 0, ']')
      letters.splice(start, 0, '[')
    }
    return letters.join('')
  })
}

const turn = (words: string) => {
  const utterance = interview.utterances.find(({ text }) => text.includes(words))
  if (!utterance) throw new Error(`nobody said ${words}`)
  return utterance
}
const withdraw = (words: string) =>
  sayOfStudy(app, {
    workspaceId: ann.workspaceId,
    studyId,
    personNo: interview.speakers.find(({ speakerId }) => speakerId === turn(words).speakerId)?.personNo,
    purpose: 'conversation_analysis',
    state: 'withdrawn',
  })
const correct = (words: string, text: string) => {
  const { utteranceId, version } = turn(words)
  return correctUtterance(app, {
    workspaceId: ann.workspaceId,
    utteranceId,
    version,
    text,
    actor: ann.actor,
  })
}
async function mark(words: string, name: string) {
  const { utteranceId, version, text } = turn(words)
  const start = text.indexOf(words)
  const made = await markPassages(app, {
    workspaceId: ann.workspaceId,
    actor: ann.actor,
    interviewId: interview.interviewId,
    passages: [{ utteranceId, version, start, end: start + words.length }],
    codeIds: [],
    newCode: { name, description: '', colour: 'teal' },
  })
  return { highlightId: made.highlightIds[0] ?? '', codeId: made.codeIds[0] ?? '' }
}

describe('search', () => {
  test('finds every form of a word, in the order of the conversation', async () => {
    expect(await found('fee')).toEqual([
      'In spring. The [fees] were rising and nobody answered.',
      'So the [fees] made you leave?',
    ])
    const { total, isMore, unread, items } = await search('fee')
    expect({ total, isMore, unread }).toEqual({ total: 2, isMore: false, unread: 0 })
    expect(items[0]).toMatchObject({ role: 'participant', study: 'Why people switch bank' })
    expect(items[0]?.who).not.toBe('Mette')
  })

  test('finds the past tense by the present and the other way round, with the mark on what was said', async () => {
    expect(await found('make')).toEqual(['So the fees [made] you leave?'])
    expect(await found('"fees make"')).toEqual(['So the [fees made] you leave?'])
    expect(await found('left')).toContain('So the fees made you [leave]?')
    await bringTalk(app, ann, {
      studyId,
      talk: 'Ida: Jeg ventede en time.\nBo: Jeg venter aldrig.\nEva: Så købte hun den.',
      language: 'da',
    })
    expect(await found('vente')).toEqual(['Jeg [ventede] en time.', 'Jeg [venter] aldrig.'])
    expect(await found('ventede')).toHaveLength(2)
    expect(await found('køber')).toEqual(['Så [købte] hun den.'])
  })

  test('finds a German verb that parted by what it is and by its half', async () => {
    await bringTalk(app, ann, {
      studyId,
      talk: 'Ida: Ich rief sie gestern noch an.\nBo: Ich rufe laut.\nEva: Dann habe ich angerufen.',
      language: 'de',
    })
    expect(await found('anrufen')).toEqual([
      'Ich [rief] sie gestern noch [an].',
      'Dann habe ich [angerufen].',
    ])
    expect(await found('rufen')).toEqual(['Ich [rief] sie gestern noch an.', 'Ich [rufe] laut.'])
  })

  test('finds all the words, words in a row, beginnings, and leaves out what must not be there', async () => {
    expect(await found('fees rising')).toHaveLength(1)
    expect(await found('"friendly branch"')).toEqual(['What is a [friendly branch]?'])
    expect(await found('answ*')).toEqual(['In spring. The fees were rising and nobody [answered].'])
    expect(await found('switch -never')).toEqual(['When did you last [switch] bank?'])
    expect(await found('-never')).toEqual([])
  })

  test('goes by who spoke, when, in which language, study and code', async () => {
    const { codeId } = await mark('fees were rising', 'Price')
    expect(await found('fees', { role: 'interviewer' })).toEqual(['So the [fees] made you leave?'])
    expect(await found('fees', { codeId: CodeId.parse(codeId) })).toHaveLength(1)
    expect(await found('fees', { from: '2026-01-05', to: '2026-01-05' })).toHaveLength(2)
    expect(await found('fees', { from: '2026-01-06' })).toEqual([])
    expect(await found('fees', { language: 'da' })).toEqual([])
    const other = await openStudy(app, ann, { title: 'Another' })
    expect(await found('fees', { studyId: StudyId.parse(other.studyId) })).toEqual([])
    expect(await found('fees', { studyId: StudyId.parse(studyId) })).toHaveLength(2)
  })

  test('pages without a gap or a double', async () => {
    const all = await search('the')
    const pages = await Promise.all(
      all.items.map(
        async (_, offset) =>
          (await searchWords(app, { workspaceId: ann.workspaceId, q: 'the', limit: 1, offset })).items,
      ),
    )
    expect(pages.flat()).toEqual(all.items)
    expect(all.items.length).toBeGreaterThan(2)
  })

  test('a correction is found at once, and what was corrected away is not', async () => {
    await search('fees')
    await correct('fees were rising', 'In spring. The charges went up.')
    expect(await found('charge')).toHaveLength(1)
    expect(await found('rising')).toEqual([])
    expect(await found('spring')).toHaveLength(1)
  })

  test('whoever withdraws is found no more, nor the replies that repeat them; when they agree again they are', async () => {
    await withdraw('fees were rising')
    expect(await found('fees')).toEqual([])
    expect(await found('friendly')).toHaveLength(2)
    await sayOfStudy(app, {
      workspaceId: ann.workspaceId,
      studyId,
      personNo: interview.speakers.find(({ speakerId }) => speakerId === turn('fees were').speakerId)
        ?.personNo,
      purpose: 'conversation_analysis',
      state: 'given',
    })
    expect(await found('fees')).toHaveLength(2)
  })

  test('what is taken out of the workspace is in the index no more', async () => {
    await search('fees')
    await sql`delete from interviews where id = ${interview.interviewId}`.execute(app.pg)
    expect(await found('fees')).toEqual([])
    const { rows } = await sql`select from search_texts where workspace_id = ${ann.workspaceId}`.execute(
      app.pg,
    )
    expect(rows).toEqual([])
  })

  test('somebody erased is found no more, and the others still are', async () => {
    await search('rising')
    const personNo = interview.speakers.find(
      ({ speakerId }) => speakerId === turn('rising').speakerId,
    )?.personNo
    if (typeof personNo !== 'number') throw new Error('nobody is named')
    const { rows } = await sql<{ id: string }>`select id from people where no = ${personNo}`.execute(app.pg)
    const personId = PersonId.parse(rows[0]?.id)
    await conversationRoom.holdings?.erasePerson(app, { workspaceId: ann.workspaceId, personNo, personId })
    expect(await found('rising')).toEqual([])
    expect(await found('corner')).toHaveLength(1)
    const left = await sql`
      select from search_texts where workspace_id = ${ann.workspaceId} and words @@ '''en:rise'''::tsquery`.execute(
      app.pg,
    )
    expect(left.rows).toEqual([])
  })

  test('notes are found beside their passage, and not once the passage is unmarked or its speaker withdraws', async () => {
    const { highlightId } = await mark('friendly', 'Warmth')
    const note = { workspaceId: ann.workspaceId, highlightId, actor: ann.actor }
    await writeNote(app, { ...note, note: 'Contradicts the hypothesis', before: '' })
    expect((await search('contradicting')).items).toMatchObject([
      { highlightId, text: 'Contradicts the hypothesis' },
    ])
    await writeNote(app, { ...note, note: 'Agrees after all', before: 'Contradicts the hypothesis' })
    expect(await found('contradict')).toEqual([])
    expect(await found('agree')).toEqual(['[Agrees] after all'])
    await withdraw('corner')
    expect(await found('agree')).toEqual([])
  })

  test('a note goes with its passage', async () => {
    const { highlightId } = await mark('friendly', 'Warmth')
    const { workspaceId, actor } = ann
    await writeNote(app, { workspaceId, highlightId, actor, note: 'Surprising', before: '' })
    expect(await found('surprising')).toHaveLength(1)
    await removeHighlight(app, { workspaceId, highlightId, actor })
    expect(await found('surprising')).toEqual([])
  })

  test('another workspace finds nothing of it', async () => {
    await search('fees')
    ann = await openWorkspace(app)
    expect(await found('fees')).toEqual([])
  })

  test('words of five languages are met in their own forms', async () => {
    const talks = {
      da: 'Kunderne ventede',
      sv: 'Kunderna väntade',
      nl: 'De klanten wachtten',
      de: 'Die Kunden warteten',
    }
    for (const [language, said] of Object.entries(talks))
      await bringTalk(app, ann, {
        studyId,
        talk: `Mette: ${said}\nInterviewer: ${language}\nMette: Ok`,
        language,
      })
    expect(await found('kunde')).toEqual([
      'Die [Kunden] warteten',
      '[Kunderna] väntade',
      '[Kunderne] ventede',
    ])
    expect(await found('klant')).toEqual(['De [klanten] wachtten'])
    expect(await found('kunde', { language: 'sv' })).toEqual(['[Kunderna] väntade'])
  })

  test('a phrase is found in a turn of three hours, wherever it stands', async () => {
    for (const before of [195, 199, 220, 238, 239, 240, 5000]) {
      const said = `${'and '.repeat(before)}purple elephants dance ${'and '.repeat(300)}`
      await bringTalk(app, ann, { studyId, talk: `Mette: ${said}\nInterviewer: ${before}\nMette: Ok` })
    }
    expect((await search('"purple elephants dance"')).total).toBe(7)
  })

  test('says how many conversations it has not read yet, and finds them once it has', async () => {
    for (let number = 0; number < 12; number += 1)
      await bringTalk(app, ann, { studyId, talk: `Mette: A kestrel, ${number}\nInterviewer: Yes\nMette: Ok` })
    const first = await search('kestrel')
    expect(first.unread).toBeGreaterThan(0)
    expect(first.total + first.unread).toBeGreaterThanOrEqual(12)
    await readIn(app, { workspaceId: ann.workspaceId, most: 100 })
    expect(await search('kestrel')).toMatchObject({ unread: 0, total: 12 })
  })

  test('whatever is typed or said, PostgreSQL reads it', async () => {
    const file = join(import.meta.dirname, '../../../test/data/blns/blns.json')
    const naughty = z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
    const typed = naughty.map((one) => tsqueryOf(readQuery(one), languages)).filter((one) => one !== null)
    const said = naughty.flatMap((one) => searchVectors('de', one))
    const { rows } = await sql<{ typed: number; said: number }>`
      select (select count(q::tsquery) from unnest(${typed}::text[]) q) as typed,
        (select count(w::tsvector) from unnest(${said}::text[]) w) as said`.execute(app.pg)
    expect(rows).toEqual([{ typed: typed.length, said: said.length }])
    expect(await found("it's \\ '' :* & !")).toEqual([])
  })
})
