import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { ownPathOf, visitor } from '../../test/own-page.ts'
import { bringTalk, openStudy, passageOf } from '../../test/spoken-study.ts'
import { correctTurn, markPassages, quotesOf } from '../coding/index.ts'
import { correctUtterance, readInterview, type InterviewText } from '../conversations/index.ts'
import { wireRooms } from '../server.ts'

const naughty = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../test/data/blns/blns.json'), 'utf8')))

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.
Interviewer: So the app was slow, Mette?
Bo: I have never switched. It is too much trouble.
Interviewer: Trouble, you say, Bo?
Mette: I went to another one.`

let app: TestApp
let ann: TestMember
let studyId: string
let interview: InterviewText
let visit: ReturnType<typeof visitor>
let metteHome: string
let boHome: string

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  visit = visitor(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  interview = await bringTalk(app, ann, { studyId, talk })
  metteHome = await ownPathOf(app, { by: ann, participantId: interview.speakers[1]?.participantId })
  boHome = await ownPathOf(app, { by: ann, participantId: interview.speakers[2]?.participantId })
})

const turnWith = (words: string) => {
  const found = interview.utterances.find(({ text }) => text.includes(words))
  if (!found) throw new Error(`nobody said ${words}`)
  return found
}
const mark = async (words: string, name = 'App') => {
  const made = await markPassages(app, {
    workspaceId: ann.workspaceId,
    actor: ann.actor,
    interviewId: interview.interviewId,
    passages: [passageOf(interview, words)],
    codeIds: [],
    newCode: { name, description: '', colour: 'teal' },
  })
  return made.highlightIds[0] ?? ''
}
const quoted = async () =>
  (await quotesOf(app, { workspaceId: ann.workspaceId })).quotes.map(({ text }) => text)
const transcriptOf = (home: string) => `${home}/conversations/${interview.interviewId}`

/** Text as a reader sees it. */
const seen = (page: string) =>
  page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('two who spoke in one conversation', () => {
  test('each read their own words and what was said to them, and nothing of the other', async () => {
    const mette = seen((await visit.open(transcriptOf(metteHome))).text)
    expect(mette).toContain('When did you last switch bank?')
    expect(mette).toContain('The app was slow and nobody answered.')
    expect(mette).toContain('So the app was slow, Mette?')
    expect(mette).toContain('I went to another one.')
    expect(mette).not.toMatch(/never switched|Trouble, you say|\bBo\b/)
    const bo = seen((await visit.open(transcriptOf(boHome))).text)
    expect(bo).toContain('It is too much trouble.')
    expect(bo).toContain('Trouble, you say, Bo?')
    expect(bo).not.toMatch(/slow|another one|Mette/)
  })

  test('neither changes, approves or takes out what is the other’s', async () => {
    const highlightId = await mark('too much trouble')
    const { utteranceId } = turnWith('too much trouble')
    const words = { text: 'Something else', version: '1' }
    expect((await visit.send(`${metteHome}/words/${utteranceId}`, words)).status).toBe(404)
    expect((await visit.send(`${metteHome}/quotes/${highlightId}/refusal`)).status).toBe(404)
    expect((await visit.open(metteHome)).text).not.toContain('too much trouble')
    expect(await quoted()).toEqual(['too much trouble'])
  })

  test('one who withdraws leaves the other as they were', async () => {
    await mark('slow')
    await mark('too much trouble')
    await visit.send(`${metteHome}/uses/all`, { answer: 'no' })
    expect(await quoted()).toEqual(['too much trouble'])
    expect(seen((await visit.open(boHome)).text)).toContain('You have taken nothing back.')
  })

  test('a conversation somebody took no part in is not there', async () => {
    const { studyId: elsewhere } = await openStudy(app, ann, { title: 'Another' })
    const theirs = await bringTalk(app, ann, { studyId: elsewhere, talk: 'Ida: Only mine.' })
    expect((await visit.open(`${metteHome}/conversations/${theirs.interviewId}`)).status).toBe(404)
    expect((await visit.send(`${metteHome}/conversations/${theirs.interviewId}/approval`)).status).toBe(404)
  })
})

describe('correcting', () => {
  const correct = (words: string, becomes: string, version = '1') => {
    const { utteranceId, text } = turnWith(words)
    return visit.send(`${metteHome}/words/${utteranceId}`, { text: text.replace(words, becomes), version })
  }

  test('keeps marked passages on their words, and says whose correction it is', async () => {
    await mark('nobody answered')
    const after = await correct('In spring.', 'Last spring, in April.')
    expect(seen(after.text)).toContain('Last spring, in April. The app was slow')
    expect(seen(after.text)).toContain('Corrected by you')
    expect(await quoted()).toEqual(['nobody answered'])
    const { rows } = await sql<{ actor_kind: string }>`
      select actor_kind from audit where workspace_id = ${ann.workspaceId} and action = 'utterance.corrected'`.execute(
      app.pg,
    )
    expect(rows).toEqual([{ actor_kind: 'person' }])
  })

  test('is theirs or is not at all: killed before that is written down, nothing of it stays', async () => {
    await mark('The app was slow')
    const kept = async () => {
      const { rows } = await sql<{ text: string; corrections: number; told: number }>`
        select (select text from utterances where id = ${turnWith('slow').utteranceId}) as text,
          (select count(*)::int from own_corrections where workspace_id = ${ann.workspaceId}) as corrections,
          (select count(*)::int from audit where workspace_id = ${ann.workspaceId} and action = 'utterance.corrected') as told`.execute(
        app.pg,
      )
      return rows[0]
    }
    const before = await kept()
    await sql`create function kill_here() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`.execute(
      app.pg,
    )
    await sql`create trigger kill_here before insert on own_corrections for each row execute function kill_here()`.execute(
      app.pg,
    )
    try {
      expect((await correct('slow', 'fast')).status).toBe(503)
    } finally {
      await sql`drop function kill_here cascade`.execute(app.pg)
    }
    expect(await kept()).toEqual(before)
    expect((await correct('slow', 'fast')).status).toBe(200)
    expect(await kept()).toMatchObject({ corrections: 1, told: 1 })
  })

  test('of what a colleague changed meanwhile loses nothing that was written', async () => {
    const { utteranceId, text } = turnWith('slow')
    const { workspaceId, actor } = ann
    await correctUtterance(app, { workspaceId, utteranceId, text: `${text} Really.`, version: 1, actor })
    const after = await correct('slow', 'very slow')
    expect(after.status).toBe(409)
    expect(seen(after.text)).toContain('nobody answered. Really.')
    expect(seen(after.text)).toContain('The app was very slow and nobody answered.')
    expect((await correct('slow', 'very slow', '2')).status).toBe(200)
  })

  test('to nothing is refused, and to what nobody works with as well', async () => {
    const { utteranceId } = turnWith('slow')
    expect((await visit.send(`${metteHome}/words/${utteranceId}`, { text: ' ', version: '1' })).status).toBe(
      422,
    )
    await visit.send(`${metteHome}/uses/conversation_analysis`, { answer: 'no' })
    const closed = await correct('slow', 'fast')
    expect(closed.status).toBe(409)
    expect(seen(closed.text)).toContain('The app was fast')
    expect(seen(closed.text)).toContain('Say yes to it first')
  })

  test('takes every naughty string as it is, and runs none of them', async () => {
    const { utteranceId } = turnWith('another one')
    let version = 1
    for (const text of naughty.filter((one) => one.trim() !== '')) {
      // Nobody corrects five hundred turns in a minute.
      await app.pg.deleteFrom('attempts').execute()
      const { status, text: page } = await visit.send(`${metteHome}/words/${utteranceId}`, {
        text,
        version: String(version),
      })
      expect(status, text).toBe(200)
      // Within its quotes a value of an attribute is text, whatever it says.
      expect(page.replaceAll(/"[^"]*"/g, '""'), text).not.toMatch(
        /<(?:script|img|svg|iframe)|<[^>]*\son\w+=/i,
      )
      const now = await readInterview(app.pg, {
        workspaceId: ann.workspaceId,
        interviewId: interview.interviewId,
      })
      const stored = now?.utterances.find((one) => one.utteranceId === utteranceId)
      expect(stored?.text).toBe(text.trim().replaceAll('\r\n', '\n'))
      expect(seen(page).replaceAll(/\s+/g, '')).toContain(
        (stored?.text ?? '').replaceAll(/\s+/g, '').slice(0, 8),
      )
      version = stored?.version ?? 0
    }
  }, 180_000)
})

describe('what a member wrote before', () => {
  test('is forgotten when they put their words right themselves', async () => {
    const { utteranceId, text, version } = turnWith('another one')
    const { workspaceId, actor } = ann
    const now = await correctTurn(app, { workspaceId, utteranceId, text: `${text} Yes.`, version, actor })
    await visit.send(`${metteHome}/words/${utteranceId}`, { text: 'No.', version: String(now.version) })
    const kept = app.pg.selectFrom('turn_corrections').select('id').where('workspace_id', '=', workspaceId)
    expect(await kept.execute()).toEqual([])
  })
})

describe('approving', () => {
  test('is kept with its time, and is of the text that was read', async () => {
    const before = await visit.open(metteHome)
    expect(seen(before.text)).toContain('You have not approved it yet.')
    await visit.send(`${transcriptOf(metteHome)}/approval`)
    expect(seen((await visit.open(metteHome)).text)).toMatch(/You approved it on/)
    const { utteranceId, text } = turnWith('another one')
    const { workspaceId, actor } = ann
    await correctUtterance(app, { workspaceId, utteranceId, text: `${text} Yes.`, version: 1, actor })
    expect(seen((await visit.open(metteHome)).text)).toContain('It was corrected after you approved it.')
    await visit.send(`${transcriptOf(metteHome)}/approval`)
    expect(seen((await visit.open(metteHome)).text)).not.toContain('It was corrected after you approved it.')
  })

  test('is not undone by what somebody else in the conversation has corrected', async () => {
    await visit.send(`${transcriptOf(metteHome)}/approval`)
    const { utteranceId } = turnWith('too much trouble')
    await visit.send(`${boHome}/words/${utteranceId}`, { text: 'Never.', version: '1' })
    expect(seen((await visit.open(metteHome)).text)).not.toContain('It was corrected after you approved it.')
  })
})

describe('quotes', () => {
  test('are told with where they stand, and taken out at the next read', async () => {
    const highlightId = await mark('slow and nobody', 'Waiting')
    await mark('nobody answered', 'Service')
    expect(seen((await visit.open(metteHome)).text)).toMatch(/slow and nobody.*Stands under: Waiting/s)
    const after = await visit.send(`${metteHome}/quotes/${highlightId}/refusal`)
    expect(seen(after.text)).toContain('Taken out at your request.')
    expect(await quoted()).toEqual([])
  })

  test('tell in which saved sets they stand, but for those that are put away', async () => {
    const highlightId = await mark('slow and nobody', 'Waiting')
    const now = new Date()
    for (const [name, removed] of [
      ['For the board', null],
      ['Put away', now],
    ] as const) {
      const { id } = await app.pg
        .insertInto('quote_sets')
        .values({
          ...{ workspace_id: ann.workspaceId, study_id: studyId, name },
          ...{ created_at: now, changed_at: now, removed_at: removed },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await app.pg
        .insertInto('quote_set_quotes')
        .values({
          ...{ set_id: id, highlight_id: highlightId, workspace_id: ann.workspaceId },
          ...{ place: 1, added_at: now },
        })
        .execute()
    }
    const { text } = await visit.open(metteHome)
    expect(seen(text)).toMatch(/slow and nobody.*Stands in the collection: For the board/s)
    expect(text).not.toContain('Put away')
  })
})

describe('languages', () => {
  test.each([
    ['da', 'Din samtale med'],
    ['sv', 'Ditt samtal med'],
    ['nl', 'Je gesprek met'],
    ['de', 'Ihr Gespräch mit'],
    ['en', 'Your conversation with'],
  ])(
    '%s: the page speaks it, its links keep it, and what is decided is kept in it',
    async (language, title) => {
      const { text } = await visit.open(`${metteHome}?lang=${language}`)
      expect(text).toContain(`<html lang="${language}">`)
      expect(text).toContain(title)
      const action = /action="([^"]*\/uses\/quoting[^"]*)"/.exec(text)?.[1] ?? ''
      expect((await visit.send(action.replaceAll('&amp;', '&'), { answer: 'no' })).text).toContain(title)
      const { rows } = await sql<{ language: string; channel: string; wording: string }>`
      select language, channel, wording from consent_ledger where workspace_id = ${ann.workspaceId} and purpose = 3
      order by id desc limit 1`.execute(app.pg)
      expect(rows).toMatchObject([{ language, channel: 'own page' }])
      expect(rows[0]?.wording.length).toBeGreaterThan(40)
    },
  )

  test('an unknown link is answered in the language the browser asks for', async () => {
    expect((await visit.open('/p/nothing')).text).toContain('There is nothing here.')
  })
})
