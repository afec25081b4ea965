import { sql } from 'kysely'
import { readIn, searchWords } from '../src/coding/index.ts'
import { writeMemo } from '../src/coding/memos/memos.ts'
import { bringInterview, readPastedText } from '../src/conversations/index.ts'
import type { App } from '../src/platform/index.ts'
import { openWorkspace, type TestMember } from '../test/members.ts'
import { openStudy } from '../test/spoken-study.ts'
import { withBenchApp } from './bench-app.ts'
import { readMeetings } from './meetings.ts'
import type { Report } from './report.ts'

const interviews = 800
const wordsOfEach = 9000
const rounds = 5
/** What the team thinks of each interview, and how long each memo is. */
const memosOfEach = 4
const wordsOfMemo = 60

/** Common and rare words, several, phrases, beginnings, exclusions: as `searchWords` is asked. */
const queries = [
  'the',
  'remote',
  'battery',
  'speech recognition',
  '"remote control"',
  '"the user interface"',
  'rubber -plastic',
  'locat*',
  'banana',
  'television teletext',
  'titanium',
  'zebra',
]

/** Searching eight hundred interviews of nine thousand words, against the same query by hand without permission. */
export async function measureSearch(say: (line: string) => void): Promise<Report> {
  return withBenchApp(async (app) => {
    const ann = await openWorkspace(app)
    say(`${interviews} interviews`)
    const words = await bringAll(app, ann)
    say(`${interviews * memosOfEach} memos`)
    await writeMemos(app, ann)
    say('reading them into the search')
    const begun = performance.now()
    const cpu = process.cpuUsage()
    while ((await readIn(app, { workspaceId: ann.workspaceId, most: 40 })) > 0);
    const readSeconds = (performance.now() - begun) / 1000
    const readCpu = process.cpuUsage(cpu).user / 1e6
    await readNotesIn(app, ann)
    await sql`vacuum analyze search_texts, search_notes, memos, utterances, speakers, participants, people, grounds, consent_state`.execute(
      app.pg,
    )
    say('searching')
    return report({ ...(await search(app, ann)), words, readSeconds, readCpu })
  })
}

/** Brings the interviews in, the forty meetings repeated; returns how many words. */
export async function bringAll(app: App, { workspaceId, actor, ...ann }: TestMember): Promise<number> {
  const { studyId } = await openStudy(app, { workspaceId, actor, ...ann }, { title: 'Eight hundred' })
  const turns = readMeetings().flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''))
  let words = 0
  for (let at = 0, number = 0; number < interviews; number += 1) {
    const lines: string[] = []
    for (let count = 0; count < wordsOfEach; at += 1) {
      const line = turns[at % turns.length] ?? ''
      count += line.split(/\s+/u).length
      lines.push(line)
    }
    const read = readPastedText(lines.join('\n'))
    if (read.state !== 'read') throw new Error(read.problem.id)
    const { transcript } = read
    words += transcript.speakers.reduce((sum, speaker) => sum + speaker.words, 0)
    await bringInterview(app, {
      ...{ workspaceId, studyId, actor, transcript },
      choices: transcript.speakers.map((_, place) =>
        place === 1 ? { role: 'interviewer' } : { role: 'participant', who: 'somebody new' },
      ),
      ...{ title: `Interview ${number + 1}`, sourceName: 'pasted', fingerprint: `bench ${number}` },
      ...{ happenedAt: new Date('2026-01-05T10:00:00Z'), language: 'en', languageGuessed: 'en' },
    })
  }
  return words
}

/** Memos on the interviews, in words of the meetings. */
async function writeMemos(app: App, { workspaceId, actor }: TestMember): Promise<void> {
  const words = readMeetings().flatMap(({ text }) =>
    text.split(/\s+/u).filter((word) => /^\p{L}+$/u.test(word)),
  )
  const all = await app.pg
    .selectFrom('interviews')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .execute()
  let at = 0
  for (const { id } of all)
    for (let memo = 0; memo < memosOfEach; memo += 1, at += wordsOfMemo) {
      const begin = at % (words.length - wordsOfMemo)
      const text = words.slice(begin, begin + wordsOfMemo).join(' ')
      await writeMemo(app, { workspaceId, actor, about: { kind: 'interview', id }, text })
    }
}

/** A search reads in what is due, some at a time. */
async function readNotesIn(app: App, { workspaceId, memberId }: TestMember): Promise<void> {
  const due = () =>
    app.pg
      .selectFrom('search_notes_due')
      .select('seq')
      .where('workspace_id', '=', workspaceId)
      .limit(1)
      .execute()
  while ((await due()).length > 0)
    await searchWords(app, { workspaceId, reader: memberId, q: 'zebra', limit: 1, offset: 0 })
}

type Times = { ours: number[]; byHand: number[]; slowest: string; found: string[] }

async function search(app: App, { workspaceId, memberId }: TestMember): Promise<Times> {
  const times: Times = { ours: [], byHand: [], slowest: '', found: [] }
  let worst = 0
  for (let round = -1; round < rounds; round += 1)
    for (const q of queries) {
      const begun = performance.now()
      const asked = { workspaceId, reader: memberId, q, limit: 20, offset: 0 }
      const { total, notes, areMoreNotes } = await searchWords(app, asked)
      const ours = performance.now() - begun
      const byHand = await searchByHand(app, { workspaceId, q })
      // The first round warms up.
      if (round < 0) {
        times.found.push(`${q}: ${total} and ${notes.length}${areMoreNotes ? ' or more' : ''} notes`)
        continue
      }
      times.ours.push(ours)
      times.byHand.push(byHand)
      if (ours > worst) [worst, times.slowest] = [ours, q]
    }
  return times
}

/** Milliseconds of the index alone and the twenty texts, for everybody's words; the query is PostgreSQL's own English. */
async function searchByHand(
  app: App,
  { workspaceId, q }: { workspaceId: string; q: string },
): Promise<number> {
  const words = q
    .replaceAll(/[^a-z ]/g, ' ')
    .trim()
    .split(/\s+/u)
  const { rows } = await sql<{ asked: string }>`
    select string_agg('''en:' || stem || '''', ' & ') as asked
    from unnest(array(select unnest(tsvector_to_array(to_tsvector('english', ${words.join(' ')})))::text)) stem`.execute(
    app.pg,
  )
  const asked = rows[0]?.asked ?? "'en:the'"
  const begun = performance.now()
  await sql`
    with place as materialized (
      select interview_id, utterance_id, position from search_texts
      where workspace_id = ${workspaceId} and words @@ ${asked}::tsquery
      order by interview_id desc, position, id limit 1000)
    select (select count(*) from place) as total, u.text from place p join utterances u on u.id = p.utterance_id
    order by p.interview_id desc, p.position limit 20`.execute(app.pg)
  return performance.now() - begun
}

function report(given: Times & { words: number; readSeconds: number; readCpu: number }): Report {
  const { ours, byHand, words, readSeconds, readCpu, slowest, found } = given
  const at = (times: readonly number[], share: number) => {
    const sorted = times.toSorted((one, other) => one - other)
    return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
  }
  return {
    figures: [
      { what: 'a search, p95', unit: 'ms', value: at(ours, 0.95), limit: at(byHand, 0.95), wanted: '< 50' },
      { what: 'a search, median', unit: 'ms', value: at(ours, 0.5), limit: at(byHand, 0.5) },
      { what: 'reading everything in, once', unit: 's', value: Math.round(readSeconds) },
      { what: 'processor time of that in the program', unit: 's', value: Math.round(readCpu) },
    ],
    notes: [
      `${words.toLocaleString('en')} words in ${interviews} interviews, the forty meetings repeated, and ${(interviews * memosOfEach).toLocaleString('en')} memos of ${wordsOfMemo} words. The limit: the same index by hand, without memos and permission.`,
      `Slowest: ${slowest}. Places found: ${found.join(', ')}.`,
    ],
    reached: true,
  }
}
