import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { signUp, type TestUser } from '../../../test/members.ts'
import { codesAmong, quotesOf } from '../../coding/index.ts'
import { readTranscript } from '../../conversations/index.ts'
import { guessLanguage } from '../../language/index.ts'
import { ch } from '../../platform/index.ts'
import { countSet, definitionOf, listSets } from '../../segments/index.ts'
import { workspaceSettings, type WorkspaceId } from '../../workspace/index.ts'
import { sampleSeed } from './build-sample.ts'
import { sampleEvents } from './events.ts'
import { sampleInterviews, unmark } from './interviews.ts'
import { samplePeople } from './people.ts'
import { openSample } from './sample-workspace.ts'
import { codeKeys } from './story.ts'

const fingerprint = (thing: unknown) => createHash('sha256').update(JSON.stringify(thing)).digest('hex')

describe('the story', () => {
  const people = samplePeople(sampleSeed)

  test('is the same every time it is told, to the letter', () => {
    const tell = () => {
      const told = samplePeople(sampleSeed)
      return fingerprint([told, sampleEvents(told, sampleSeed), sampleInterviews()])
    }
    expect(tell()).toBe(tell())
    expect(fingerprint(samplePeople(sampleSeed + 1))).not.toBe(fingerprint(people))
  })

  test('has about four hundred people and two thousand events', () => {
    expect(people.length).toBe(408)
    expect(new Set(people.map((person) => person.userId)).size).toBe(408)
    const events = sampleEvents(people, sampleSeed)
    expect(events.length).toBeGreaterThan(1500)
    expect(new Set(events.map((event) => event.messageId)).size).toBe(events.length)
  })

  test('nobody in it could be reached: every address is at example.org', () => {
    for (const { email } of people) if (email !== null) expect(email).toMatch(/^customer-\d+@example\.org$/)
  })

  test.each(sampleInterviews())(
    '$name is a conversation of two, in its language, long enough',
    async (one) => {
      const read = readTranscript({ name: one.name, bytes: Buffer.from(one.text) })
      if (read.state === 'refused') throw new Error(read.problem.message)
      const { speakers, utterances, dropped } = read.transcript
      expect(speakers.map((speaker) => speaker.name)).toEqual([
        one.language === 'da' ? 'Freja' : 'Jonas',
        one.speaker,
      ])
      expect(speakers.reduce((sum, speaker) => sum + speaker.words, 0)).toBeGreaterThanOrEqual(500)
      expect(dropped).toEqual([])
      expect((await guessLanguage(one.text)).language).toBe(one.language)
      for (const passage of one.passages) {
        const places = utterances.filter((turn) => turn.text.includes(passage.text))
        expect(
          places.map((turn) => turn.speaker),
          passage.text,
        ).toEqual([one.speaker])
      }
    },
  )

  test('six conversations are Danish and six English; every code stands in two or more', () => {
    const interviews = sampleInterviews()
    expect(interviews.filter((one) => one.language === 'da').length).toBe(6)
    expect(interviews.filter((one) => one.language === 'en').length).toBe(6)
    for (const key of codeKeys) {
      const among = interviews.filter((one) => one.passages.some((passage) => passage.code === key))
      expect(among.length, key).toBeGreaterThanOrEqual(2)
    }
  })

  test('a mark with a code nobody knows is an error, not a silent loss', () => {
    expect(() => unmark('[nonsense>words]')).toThrow('no code')
    expect(unmark('a [day>b] c')).toEqual({ text: 'a b c', passages: [{ code: 'day', text: 'b' }] })
  })
})

describe('the sample workspace', () => {
  let app: TestApp
  let user: TestUser
  let workspaceId: WorkspaceId

  beforeAll(async () => {
    app = await openTestApp()
    user = await signUp(app)
    const made = await openSample(app, { user, language: 'en' })
    workspaceId = made.workspaceId
  }, 60_000)

  test('says that it is a sample, and is made once for each person', async () => {
    expect((await workspaceSettings(app, workspaceId)).isSample).toBe(true)
    const again = await openSample(app, { user, language: 'da' })
    expect(again).toEqual({ state: 'known', workspaceId })
    const other = await openSample(app, { user: await signUp(app), language: 'da' })
    expect(other.state).toBe('made')
    expect(other.workspaceId).not.toBe(workspaceId)
  }, 60_000)

  test('four segments hold everybody, each large enough to be shown, and differ in who takes the plan', async () => {
    const [set] = await listSets(app.pg, workspaceId)
    if (set === undefined) throw new Error('no set')
    const count = await countSet(app, { workspaceId, set: definitionOf(set), outcome: set.outcome })
    expect(count.rest.people).toBe(0)
    expect(count.parts.length).toBe(4)
    for (const part of count.parts) expect(part.people).toBeGreaterThan(80)
    const shares = count.parts.map(({ outcome }) => (outcome === null ? 0 : outcome.yes / outcome.of))
    expect(shares[0]).toBeGreaterThan(0.6)
    expect(shares[1]).toBeLessThan(0.35)
    expect(shares[3]).toBeLessThan(0.2)
    // Some objected to analysis, and are in no segment.
    expect(count.audience.people).toBeLessThan(408)
    expect(count.audience.people).toBeGreaterThan(380)
  })

  test('every marked passage is coded; those of two people may not be quoted', async () => {
    const passages = sampleInterviews().flatMap((one) => one.passages)
    const silent = sampleInterviews().filter((one) => one.quoting !== 'given')
    const withheld = silent.flatMap((one) => one.passages).length
    const found = await quotesOf(app, { workspaceId, limit: 200 })
    expect(found.total).toBe(passages.length - withheld)
    expect(found.withheld).toBe(withheld)
    expect(found.speakers).toBe(10)
    expect(found.quotes.map((quote) => quote.text)).toContain(
      'If the bike does not start, I do not have a plan B.',
    )
    expect((await codesAmong(app, { workspaceId })).length).toBe(codeKeys.length)
  })

  test('has its next conversation planned and people drawn to be asked, none of whom has been written to', async () => {
    const sittings = await app.pg
      .selectFrom('sittings')
      .select('state')
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(sittings).toEqual([{ state: 'planned' }])
    const asked = await app.pg
      .selectFrom('invitees')
      .select(['state', 'released_at'])
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(asked.length).toBe(16)
    expect(new Set(asked.map(({ state }) => state))).toEqual(new Set(['drawn']))
    expect(asked.filter((one) => one.released_at !== null)).toEqual([])
  })

  test('events are those of its people', async () => {
    const rows = await app.ch.query(
      ch.sql`SELECT uniqExact(e.id_value) AS people, count() AS events FROM events AS e FINAL
        INNER JOIN (SELECT key FROM identity FINAL WHERE workspace_id = ${ch.uuid(workspaceId)}) AS i ON e.key = i.key
        WHERE workspace_id = ${ch.uuid(workspaceId)}`,
      z.object({ people: z.number(), events: z.number() }),
    )
    const told = sampleEvents(samplePeople(sampleSeed), sampleSeed)
    expect(rows[0]?.events).toBe(told.length)
    expect(rows[0]?.people).toBe(new Set(told.map((event) => event.userId)).size)
  })
})
