import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { meetingText } from '../../test/qmsum.ts'
import { seededRandom } from '../../test/seeded-random.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import { createCode, markPassages } from '../coding/index.ts'
import { correctUtterance, readInterview } from '../conversations/index.ts'
import { wireRooms } from '../server.ts'
import { catchUp } from './catch-up.ts'
import { addPseudonym, decide } from './decide.ts'
import { listPseudonyms } from './list.ts'
import { restore } from './reveal.ts'

const app = await openTestApp()
let owner: TestMember
let studyId: string

beforeAll(async () => {
  wireRooms(app)
  await app.jobs.start()
  owner = await openWorkspace(app)
  studyId = (await openStudy(app, owner)).studyId
})

const name = 'qmsum-ES2005a.json'
const file = join(import.meta.dirname, '../../test/data/transcripts', name)

async function wordsMarked(): Promise<string[]> {
  const { rows } = await sql<{ words: string }>`
    select coalesce(h.lost_text, substr(u.text, h.start_at + 1, h.end_at - h.start_at)) as words
    from highlights h join utterances u on u.id = h.utterance_id where h.workspace_id = ${owner.workspaceId} order by h.id`.execute(
    app.pg,
  )
  return rows.map(({ words }) => words)
}

test('a real meeting with hundreds of passages is replaced, corrected and put back, and every passage keeps its words', async () => {
  const { workspaceId, actor } = owner
  const { text } = meetingText(name, readFileSync(file, 'utf8'))
  const interview = await bringTalk(app, owner, { studyId, talk: text })
  const { interviewId } = interview
  const random = seededRandom(20261122)
  const pick = (count: number) => Math.floor(random() * count)
  const { codeId } = await createCode(app, {
    workspaceId,
    actor,
    studyId: null,
    code: {
      name: 'Anything',
      description: '',
      colour: 'teal',
      parentId: null,
      origin: 'inductive',
      example: '',
    },
  })
  const passages = Array.from(
    { length: 300 },
    () => interview.utterances[pick(interview.utterances.length)],
  ).flatMap((turn) => {
    // Whole words: a passage that ends within a replaced word takes in all that stands there then.
    const words = [...(turn?.text ?? '').matchAll(/[\p{L}\p{N}_'’-]+/gu)]
    const first = words[pick(words.length)]
    const last = words[words.length - 1 - pick(3)] ?? first
    if (!turn || !first || !last) return []
    const { utteranceId, version } = turn
    const end = Math.max(first.index + first[0].length, last.index + last[0].length)
    return { utteranceId, version, start: first.index, end }
  })
  for (let at = 0; at < passages.length; at += 100)
    await markPassages(app, {
      workspaceId,
      actor,
      interviewId,
      passages: passages.slice(at, at + 100),
      codeIds: [codeId],
    })
  const marked = await wordsMarked()
  while (await catchUp(app, { workspaceId, most: 5 }));
  // Common words on purpose, so that nearly every turn and passage is touched.
  for (const word of [
    'the',
    'remote',
    'we',
    'control',
    'it',
    'you',
    'is',
    'so',
    'um',
    'and',
    'to',
    'of',
    'that',
  ])
    await addPseudonym(app, {
      workspaceId,
      studyId,
      actor,
      added: { text: word, kind: 'other', pseudonym: `[${word} left out]` },
    })
  const shown = async (state: 'proposed' | 'accepted') =>
    listPseudonyms(app, { workspaceId, studyId, state, words: 'shown', limit: 500, offset: 0 })
  const decisions = (await shown('proposed')).map(({ pseudonymId, version }) => ({
    pseudonymId,
    version,
    state: 'accepted' as const,
  }))
  await decide(app, { workspaceId, studyId, actor, decisions })
  const hidden = await readInterview(app.pg, { workspaceId, interviewId })
  expect(
    hidden?.utterances.filter(({ text: said }) =>
      /(?<![\p{L}\p{N}[])(?:the|we)(?![\p{L}\p{N}])/iu.test(said),
    ),
  ).toEqual([])
  const places = (await shown('accepted')).reduce((sum, one) => sum + one.places, 0)
  expect(places).toBeGreaterThan(150)

  // Somebody corrects thirty turns meanwhile, in front of what is replaced.
  for (const turn of (hidden?.utterances ?? [])
    .filter(({ text: said }) => said.includes('left out'))
    .slice(0, 30))
    await correctUtterance(app, { ...turn, workspaceId, actor, text: `Erm, ${turn.text}` })
  for (const { pseudonymId, version } of await shown('accepted'))
    await restore(app, { workspaceId, studyId, pseudonymId, version, actor, reason: 'To see it whole again' })
  const back = await readInterview(app.pg, { workspaceId, interviewId })
  expect(back?.utterances.map(({ text: said }) => said.replace(/^Erm, /, ''))).toEqual(
    interview.utterances.map(({ text: said }) => said.replace(/^Erm, /, '')),
  )
  expect(back?.words).toBe(interview.words + 30)
  expect(await wordsMarked()).toEqual(marked)
}, 240_000)
