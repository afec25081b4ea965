import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { meetingText } from '../../test/qmsum.ts'
import { seededRandom } from '../../test/seeded-random.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../test/spoken-study.ts'
import {
  correctUtterance,
  readInterview,
  removeSpeaker,
  renameSpeaker,
  type InterviewText,
} from '../conversations/index.ts'
import { codingHoldings } from './holdings.ts'
import { listHighlights, markPassages, unmark } from './highlights.ts'
import { redo, undo } from './history.ts'
import { quotesOf } from './quotes.ts'
import { codingRoom } from './room.ts'
import { searchWords } from './search/search.ts'
import { assignUtterances, correctTurn, joinUtterances, splitUtterance } from './turn-edits.ts'

const talk = `Interviewer: When did you last switch bank?
Mette (00:00:10): In spring. The app was slow and nobody answered. And you? I have never switched 😀 myself.
Bo (00:00:30): It is too much trouble.
Mette (00:01:10): So I went to another one.`

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

const here = () => ({ workspaceId: ann.workspaceId, actor: ann.actor })
const lineOf = ({ actor }: TestMember) => ({ workspaceId: ann.workspaceId, studyId, actor })

async function now(): Promise<InterviewText> {
  const { workspaceId } = ann
  const found = await readInterview(app.pg, { workspaceId, interviewId: interview.interviewId })
  if (!found) throw new Error('the interview is gone')
  return found
}

const speakerOf = (words: string, { utterances, speakers }: InterviewText = interview) => {
  const said = utterances.find(({ text }) => text.includes(words))
  const speaker = speakers.find(({ speakerId }) => speakerId === said?.speakerId)
  if (!speaker) throw new Error(`nobody said ${words}`)
  return speaker
}

async function mark(words: string, code = 'Service', by = ben) {
  const { interviewId } = interview
  const made = await markPassages(app, {
    workspaceId: ann.workspaceId,
    actor: by.actor,
    interviewId,
    passages: [passageOf(await now(), words)],
    codeIds: [],
    newCode: { name: code, description: '', colour: 'teal' },
  })
  return { highlightId: made.highlightIds[0] ?? '', codeId: made.codeIds[0] ?? '' }
}

async function split(before: string, given: Partial<Parameters<typeof splitUtterance>[1]> = {}) {
  const { utteranceId, version, start } = passageOf(await now(), before)
  return splitUtterance(app, { ...here(), utteranceId, version, at: start, meant: undefined, ...given })
}

async function joinTo(words: string) {
  const { utterances } = await now()
  const at = utterances.findIndex(({ text }) => text.includes(words))
  const [before, turn] = [utterances[at - 1], utterances[at]]
  if (!before || !turn) throw new Error(`nothing stands before ${words}`)
  const { utteranceId, version } = turn
  return joinUtterances(app, { ...here(), utteranceId, version, before })
}

const assign = (words: string, to: string, given: { utteranceIds?: string[] } = {}) =>
  assignUtterances(app, {
    ...here(),
    interviewId: interview.interviewId,
    turns: { from: speakerOf(words).speakerId, ...given },
    meant: { speakerId: speakerOf(to).speakerId },
  })

/** What is marked, in the order of the text. */
async function marked(): Promise<string[]> {
  const { workspaceId } = ann
  const { interviewId, utterances } = await now()
  const found = await listHighlights(app.pg, { workspaceId, interviewId })
  return found.map(({ utteranceId, start, end }) =>
    [...(utterances.find((one) => one.utteranceId === utteranceId)?.text ?? '')].slice(start, end).join(''),
  )
}

const turns = async () => (await now()).utterances.map(({ text }) => text)

describe('a turn is split', () => {
  test('before a word, said on by whoever is meant, its time where the letters lie', async () => {
    const bo = speakerOf('too much').speakerId
    await split('I have never', { meant: { speakerId: bo } })
    const { utterances, words } = await now()
    expect(utterances.map(({ text }) => text).slice(1, 3)).toEqual([
      'In spring. The app was slow and nobody answered. And you?',
      'I have never switched 😀 myself.',
    ])
    const [, first, second, third] = utterances
    expect(second?.speakerId).toBe(bo)
    expect([first?.startMs, third?.startMs]).toEqual([10_000, 30_000])
    // 57 of the 89 letters and spaces before the next turn's beginning, twenty seconds later.
    expect(second?.startMs).toBe(10_000 + Math.round(20_000 * (58 / 89)))
    expect(words).toBe(interview.words)
    const { speakers } = await now()
    expect(speakers.map((speaker) => speaker.words)).toEqual([6, 17, 11])
  })

  test('a passage over the cut becomes two with the same codes, and one again when it is undone, also after a reload', async () => {
    await mark('nobody answered. And you? I have')
    await mark('slow', 'App')
    await mark('switched', 'App')
    await split('I have never')
    expect(await marked()).toEqual(['slow', 'nobody answered. And you?', 'I have', 'switched'])
    expect(
      (await quotesOf(app, { workspaceId: ann.workspaceId })).quotes.map(({ text }) => text).toSorted(),
    ).toEqual(['I have', 'nobody answered. And you?', 'slow', 'switched'])
    await undo(app, lineOf(ann))
    expect(await turns()).toEqual(interview.utterances.map(({ text }) => text))
    expect(await marked()).toEqual(['slow', 'nobody answered. And you? I have', 'switched'])
    await redo(app, lineOf(ann))
    expect(await marked()).toEqual(['slow', 'nobody answered. And you?', 'I have', 'switched'])
    expect(await undo(app, lineOf(ann))).toMatchObject({ state: 'done', skipped: [] })
    expect(await marked()).toEqual(['slow', 'nobody answered. And you? I have', 'switched'])
  })

  test('parts that a colleague has coded apart stay two passages, on the same words', async () => {
    const { codeId } = await mark('nobody answered. And you? I have')
    await split('I have never')
    const [, rest] = await listHighlights(app.pg, {
      workspaceId: ann.workspaceId,
      interviewId: interview.interviewId,
    })
    await unmark(app, { ...here(), actor: ben.actor, highlightId: rest?.highlightId ?? '', codeId })
    await mark('I have', 'Self')
    await undo(app, lineOf(ann))
    expect(await marked()).toEqual(['nobody answered. And you?', 'I have'])
  })

  test('the search and the counted words follow at the next read', async () => {
    const { workspaceId } = ann
    await searchWords(app, { workspaceId, q: 'trouble', limit: 10, offset: 0 })
    await split('I have never')
    await split('The app')
    for (const word of ['trouble', 'spring', 'nobody', 'never', 'another']) {
      const { items } = await searchWords(app, { workspaceId, q: word, limit: 10, offset: 0 })
      expect(
        items.map(({ text }) => text.includes(word)),
        word,
      ).toEqual([true])
    }
  })

  test('a place without words on both sides, and a turn that was changed meanwhile, are refused and nothing happens', async () => {
    await expect(split('When did')).rejects.toMatchObject({ id: 'turn-not-split', status: 422 })
    await expect(split('I have never', { version: 7 })).rejects.toMatchObject({
      id: 'utterance-changed',
      status: 409,
    })
    await expect(split('I have never', { at: 9_999 })).rejects.toMatchObject({ id: 'turn-not-split' })
    const stranger = await openWorkspace(app)
    await expect(split('I have never', stranger)).rejects.toMatchObject({ status: 404 })
    expect(await turns()).toEqual(interview.utterances.map(({ text }) => text))
  })

  test('of two members who split the same turn at once, one is told and nothing is lost', async () => {
    const version = passageOf(interview, 'The app').version
    const both = await Promise.allSettled([split('The app', { version }), split('I have never', { version })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await turns()).join(' ')).toBe(interview.utterances.map(({ text }) => text).join(' '))
  })
})

describe('turns are put together', () => {
  test('said by who said the first, with their passages; undone they are the two they were', async () => {
    await mark('trouble')
    await mark('another one')
    await joinTo('So I went')
    const after = await now()
    expect(after.utterances.at(-1)?.text).toBe('It is too much trouble. So I went to another one.')
    expect(speakerOf('So I went', after).speakerId).toBe(speakerOf('too much').speakerId)
    expect(await marked()).toEqual(['trouble', 'another one'])
    await undo(app, lineOf(ann))
    const { utterances } = await now()
    const plain = ({ utteranceId, speakerId, text, startMs }: InterviewText['utterances'][number]) => [
      utteranceId,
      speakerId,
      text,
      startMs,
    ]
    expect(utterances.map(plain)).toEqual(interview.utterances.map(plain))
    expect(await marked()).toEqual(['trouble', 'another one'])
  })

  test('are taken apart at the right word after the text was corrected', async () => {
    await joinTo('So I went')
    const { utteranceId, version } = passageOf(await now(), 'So I went')
    const text = 'Oh no, it is far too much trouble. So then I went to another one.'
    await correctUtterance(app, { ...here(), utteranceId, version, text })
    await undo(app, lineOf(ann))
    expect((await turns()).slice(-2)).toEqual([
      'Oh no, it is far too much trouble.',
      'So then I went to another one.',
    ])
  })

  test('only with the one right before it', async () => {
    const { utterances } = await now()
    const [first, , third] = utterances
    if (!first || !third) throw new Error('turns are missing')
    const { utteranceId, version } = third
    await expect(
      joinUtterances(app, { ...here(), utteranceId, version, before: first }),
    ).rejects.toMatchObject({
      id: 'turns-apart',
      status: 409,
    })
  })
})

describe('turns are given to another speaker', () => {
  test('one, or all of a speaker; each counts as that person’s at the next read, and undo gives them back', async () => {
    const { codeId } = await mark('trouble')
    const quotes = async () => {
      const { speakers, quotes: found } = await quotesOf(app, { workspaceId: ann.workspaceId, codeId })
      return [speakers, found.map(({ text }) => text)]
    }
    await mark('another one')
    expect(await quotes()).toEqual([2, ['trouble', 'another one']])
    expect(await assign('too much', 'So I went')).toMatchObject({ given: 1 })
    expect(await quotes()).toEqual([1, ['trouble', 'another one']])
    await undo(app, lineOf(ann))
    expect(await quotes()).toEqual([2, ['trouble', 'another one']])
    expect(await assign('So I went', 'too much')).toMatchObject({ given: 2 })
    expect((await now()).speakers.map(({ words }) => words)).toEqual([6, 0, 28])
  })

  test('who has not consented: the words are read nowhere from then on, and undo does not bring them back', async () => {
    const { workspaceId } = ann
    await mark('trouble')
    const { personNo } = speakerOf('So I went')
    await sayOfStudy(app, {
      workspaceId,
      studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'withdrawn',
    })
    const bo = speakerOf('too much').speakerId
    await assignUtterances(app, {
      ...here(),
      interviewId: interview.interviewId,
      turns: { from: bo },
      meant: { speakerId: speakerOf('So I went').speakerId },
    })
    expect(await turns()).toEqual([])
    expect((await quotesOf(app, { workspaceId })).quotes).toEqual([])
    expect(await undo(app, lineOf(ann))).toMatchObject({ skipped: ['withdrawn'] })
    expect(await turns()).toEqual([])
    await sayOfStudy(app, {
      workspaceId,
      studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'given',
    })
    expect(await redo(app, lineOf(ann))).toMatchObject({ state: 'done' })
    expect(await undo(app, lineOf(ann))).toMatchObject({ skipped: [] })
    expect(speakerOf('trouble', await now()).speakerId).toBe(bo)
  })

  test('somebody who asks, by name; renamed; taken out once nothing is theirs', async () => {
    const { workspaceId, actor } = ann
    const { interviewId } = interview
    const { speakerId } = await assignUtterances(app, {
      ...here(),
      interviewId,
      turns: { from: speakerOf('too much').speakerId },
      meant: { role: 'other', name: 'Note-taker' },
    })
    expect(speakerOf('too much', await now())).toMatchObject({
      speakerId,
      role: 'other',
      label: 'Note-taker',
    })
    await renameSpeaker(app, { workspaceId, actor, speakerId, name: 'Kim', before: 'Note-taker' })
    await expect(
      renameSpeaker(app, { workspaceId, actor, speakerId, name: 'Lou', before: 'Note-taker' }),
    ).rejects.toMatchObject({ id: 'speaker-changed', status: 409 })
    expect(speakerOf('too much', await now())).toMatchObject({ label: 'Kim' })
    await expect(removeSpeaker(app, { workspaceId, actor, speakerId })).rejects.toMatchObject({
      id: 'speaker-speaks',
    })
    await undo(app, lineOf(ann))
    await removeSpeaker(app, { workspaceId, actor, speakerId })
    expect((await now()).speakers.map(({ label }) => label)).not.toContain('Kim')
    expect(await redo(app, lineOf(ann))).toMatchObject({ skipped: ['gone'] })
    const mette = speakerOf('So I went').speakerId
    await expect(
      renameSpeaker(app, { workspaceId, actor, speakerId: mette, name: 'Mette Madsen', before: null }),
    ).rejects.toMatchObject({ id: 'speaker-by-pseudonym' })
  })

  test('a participant new to the conversation gets what is theirs, and it goes with them when they are erased', async () => {
    const { workspaceId } = ann
    await mark('trouble')
    const { speakerId } = await assignUtterances(app, {
      ...here(),
      interviewId: interview.interviewId,
      turns: { from: speakerOf('too much').speakerId },
      meant: { somebodyNew: 'participant' },
    })
    const { personNo } = speakerOf('trouble', await now())
    expect((await now()).speakers.map((one) => one.speakerId)).toContain(speakerId)
    if (personNo === null) throw new Error('nobody is behind the speaker')
    expect(await codingHoldings.countPerson(app, { workspaceId, personNo, personId: '' })).toBe(1)
  })

  test('two who give the same turn to different speakers at once: the second is told', async () => {
    const { utteranceId } = passageOf(interview, 'too much')
    await assign('too much', 'So I went', { utteranceIds: [utteranceId] })
    await expect(assign('too much', 'When did', { utteranceIds: [utteranceId] })).rejects.toMatchObject({
      id: 'utterance-changed',
      status: 409,
    })
  })
})

describe('random edits of a real meeting with hundreds of passages', () => {
  test.each([1, 2, 3])(
    'leave every passage on the same words, undone and redone at will (seed %i)',
    async (seed) => {
      const random = seededRandom(seed)
      const below = (limit: number) => Math.floor(random() * limit)
      const file = join(import.meta.dirname, '../../test/data/transcripts/qmsum-ES2005a.json')
      const { text } = meetingText('ES2005a.json', readFileSync(file, 'utf8'))
      interview = await bringTalk(app, ann, { studyId, talk: text, title: `Meeting ${seed}` })
      await markAtRandom(below)
      const passages = await covered()
      expect(passages.length).toBeGreaterThan(250)
      const textBefore = lettersOf(await turns())
      for (let edit = 0; edit < 60; edit++) {
        const { utterances, speakers } = await now()
        const place = 1 + below(utterances.length - 1)
        const [before, turn] = [utterances[place - 1], utterances[place]]
        if (!before || !turn) throw new Error('there is no such turn')
        const { utteranceId, version } = turn
        const of = speakers[below(speakers.length)]?.speakerId ?? turn.speakerId
        const kind = below(8)
        const length = [...turn.text].length
        if (kind < 2) {
          const meant = kind === 0 ? undefined : { speakerId: of }
          await splitUtterance(app, { ...here(), utteranceId, version, at: 1 + below(length), meant }).catch(
            refused,
          )
        } else if (kind === 2) await joinUtterances(app, { ...here(), utteranceId, version, before })
        else if (kind === 3)
          await assignUtterances(app, {
            ...here(),
            interviewId: interview.interviewId,
            turns: { from: turn.speakerId, utteranceIds: [utteranceId] },
            meant: { speakerId: of },
          })
        else if (kind === 4)
          await correctUtterance(app, { ...here(), utteranceId, version, text: `Ωωω ${turn.text}` })
        else if (kind === 7)
          await correctTurn(app, { ...here(), utteranceId, version, text: `Ωωω ${turn.text}` })
        else if (kind === 5) await undo(app, lineOf(ann))
        else await redo(app, lineOf(ann))
        expect(await covered(), `seed ${seed}, edit ${edit}`).toEqual(passages)
      }
      while ((await undo(app, lineOf(ann))).state === 'done');
      expect(await covered()).toEqual(passages)
      const after = await now()
      const said = after.utterances.map((turn) => [turn.utteranceId, turn.speakerId])
      expect(said).toEqual(interview.utterances.map((turn) => [turn.utteranceId, turn.speakerId]))
      expect(lettersOf(after.utterances.map((turn) => turn.text)).replaceAll('Ωωω', '')).toBe(textBefore)
      const prefixes = after.utterances.flatMap(({ text }) => text.match(/Ωωω/gu) ?? [])
      expect(after.words).toBe(interview.words + prefixes.length)
      const counted = after.speakers.reduce((sum, speaker) => sum + speaker.words, 0)
      expect(counted).toBe(after.words)
    },
    120_000,
  )
})

const refused = (error: unknown) => expect(error).toMatchObject({ id: 'turn-not-split' })
const lettersOf = (texts: readonly string[]) => texts.join('').replaceAll(/\s/gu, '')

async function markAtRandom(below: (limit: number) => number): Promise<void> {
  const long = interview.utterances.filter(({ text }) => [...text].length > 12)
  const passages = Array.from({ length: 300 }, () => {
    const turn = long[below(long.length)]
    if (!turn) throw new Error('nobody spoke')
    const letters = [...turn.text]
    const start = below(letters.length - 2)
    return { turn, letters, start, end: Math.min(letters.length, start + 1 + below(60)) }
  })
  const worded = passages.filter(
    ({ letters, start, end }) => letters.slice(start, end).join('').trim() !== '',
  )
  await markPassages(app, {
    workspaceId: ann.workspaceId,
    actor: ben.actor,
    interviewId: interview.interviewId,
    passages: worded.map(({ turn, start, end }) => ({
      utteranceId: turn.utteranceId,
      version: turn.version,
      start,
      end,
    })),
    codeIds: [],
    newCode: { name: 'Random', description: '', colour: 'teal' },
  })
}

/** The letters under each passage, its parts one after the other in the order of the text. */
async function covered(): Promise<string[]> {
  const { rows } = await sql<{ root: string; text: string; start_at: number; end_at: number }>`
    with recursive parts (id, root) as (
      select id, id from highlights where interview_id = ${interview.interviewId} and continues_id is null
      union all select h.id, p.root from highlights h join parts p on h.continues_id = p.id
    )
    select p.root, u.text, h.start_at, h.end_at from parts p join highlights h on h.id = p.id
    join utterances u on u.id = h.utterance_id join highlight_codes hc on hc.highlight_id = h.id
    where h.removed_at is null and h.lost_text is null order by p.root, u.position, h.start_at`.execute(
    app.pg,
  )
  const words = new Map<string, string>()
  for (const { root, text, start_at, end_at } of rows)
    words.set(root, (words.get(root) ?? '') + lettersOf([[...text].slice(start_at, end_at).join('')]))
  return [...words].map(([root, letters]) => `${root} ${letters}`)
}
