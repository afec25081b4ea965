import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { studyWithNames } from '../../test/named-study.ts'
import { seededRandom } from '../../test/seeded-random.ts'
import { bringTalk } from '../../test/spoken-study.ts'
import { correctUtterance, readInterview, type InterviewText } from '../conversations/index.ts'
import { addPseudonym } from './decide.ts'
import type { PseudonymKind } from './pseudonym.schema.ts'

const { here, settle } = studyWithNames()

type Pair = [name: string, pseudonym: string, kind?: PseudonymKind]

// Each shares letters with what stands in its place; some begin or end with it.
const pairs: Pair[] = [
  ['Lars Nielsen', 'Elias Kristensen'],
  ['Jensen', 'Jens'],
  ['Hans', 'Han'],
  ['Marianne', 'Anne'],
  ['Kirsten', 'Kirstine'],
  ['Bo', 'Bodil'],
  ['Ole Poulsen', 'Ole-Emil Poul'],
  ['Gunhild', 'Gun'],
  ['Svendborg', 'Borg', 'place'],
  ['Aarhus', '[sted 1]', 'place'],
  ['010190-1234', '[cpr-nummer 1]', 'civil number'],
  ['+45 20 34 56 78', '[telefon 2]', 'phone'],
  ['lars@nielsen.example', 'elias@nielsen.invalid', 'email'],
  ['emil@telefon.example', '[e-mail 1]', 'email'],
]

/** One turn for every pair, in which the pseudonym stands. */
async function bringPairs(): Promise<InterviewText> {
  const { app, owner, studyId } = here()
  const { workspaceId, actor } = owner
  const turns = pairs.map(
    ([name]) => `Interviewer: Og hvad så?\n\nSofie: Det var med ${name} den dag, tror jeg.`,
  )
  const talk = await bringTalk(app, owner, { studyId, talk: turns.join('\n\n'), language: 'da' })
  await settle()
  for (const [text, pseudonym, kind = 'name'] of pairs)
    await addPseudonym(app, { workspaceId, studyId, actor, added: { text, kind, pseudonym } })
  await settle()
  return talk
}

async function read({ interviewId }: InterviewText) {
  const found = await readInterview(here().app.pg, { workspaceId: here().owner.workspaceId, interviewId })
  return found?.utterances.filter((_, at) => at % 2 === 1) ?? []
}

async function correct(turn: { utteranceId: string; version: number }, text: string): Promise<void> {
  const { workspaceId, actor } = here().owner
  const { utteranceId, version } = turn
  await correctUtterance(here().app, { workspaceId, utteranceId, version, text, actor })
}

const named = ([name]: Pair, text: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${name.replaceAll(/[.+]/g, String.raw`\$&`)}(?![\p{L}\p{N}])`,
    'iu',
  ).test(text)

/** Places that hold something else than what was put there, or lie over each other. */
async function misplaced({ interviewId }: InterviewText): Promise<unknown[]> {
  const { rows } = await sql`
    select p.start_at, p.end_at, p.applied, u.text from pseudonym_places p join utterances u on u.id = p.utterance_id
    where p.interview_id = ${interviewId} and p.applied is not null
      and (substr(u.text, p.start_at + 1, p.end_at - p.start_at) <> p.applied
        or exists (select from pseudonym_places o where o.utterance_id = p.utterance_id and o.id <> p.id
          and o.start_at < p.end_at and p.start_at < o.end_at))`.execute(here().app.pg)
  return rows
}

describe('what is typed over its pseudonym', () => {
  test('is replaced again, whatever letters the two share', async () => {
    const talk = await bringPairs()
    const before = await read(talk)
    expect(before.map(({ text }) => text)).toEqual(
      pairs.map(([, pseudonym]) => `Det var med ${pseudonym} den dag, tror jeg.`),
    )
    for (const [at, [name, pseudonym]] of pairs.entries()) {
      const turn = before[at]
      if (turn) await correct(turn, turn.text.replace(pseudonym, name))
    }
    const after = await read(talk)
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text))
    expect(await misplaced(talk)).toEqual([])
  })

  test('is replaced again in small letters, with more around it, and beside what stays', async () => {
    const talk = await bringPairs()
    const ways: ((name: string, pseudonym: string) => string)[] = [
      (name) => name.toLowerCase(),
      (name, pseudonym) => `${pseudonym} og ${name}`,
      (name, pseudonym) => `${name}, altså ${pseudonym}`,
      (name, pseudonym) => `${pseudonym}/${name}`,
      (name, pseudonym) => `${pseudonym} (${name})`,
      (name, pseudonym) => `${pseudonym}... ${name}!`,
      (name) => `${name} ${name}`,
    ]
    for (const way of ways)
      for (const [at, pair] of pairs.entries()) {
        const turn = (await read(talk))[at]
        const [name, pseudonym, kind] = pair
        if (!turn) throw new Error('no turn')
        // Places, and names that are words of the language, are found by their capital alone.
        const isSmall = way(name, pseudonym) === name.toLowerCase()
        if (isSmall && (kind === 'place' || ['Bo', 'Hans'].includes(name))) continue
        await correct(turn, `Det var med ${way(name, pseudonym)} den dag.`)
        const text = (await read(talk))[at]?.text ?? name
        expect(named(pair, text), `${text} (${way(name, pseudonym)})`).toBe(false)
      }
    expect(await misplaced(talk)).toEqual([])
  }, 60_000)

  test('goes with its correction when that is taken back, and does not come again as if it were a name', async () => {
    const talk = await bringPairs()
    const { ask, owner, studyId } = here()
    const base = `/api/w/${owner.workspaceId}`
    const before = await read(talk)
    for (const [at, [name]] of pairs.entries()) {
      const turn = (await read(talk))[at]
      if (!turn) throw new Error('no turn')
      const text = `Nej, ${name} eller hvad: ${turn.text}`
      const body = { text, version: turn.version }
      const answer = await ask('PATCH', `${base}/utterances/${turn.utteranceId}`, {
        headers: owner.headers,
        body,
      })
      expect(answer.status).toBe(200)
    }
    const corrected = await read(talk)
    for (const [at, pair] of pairs.entries()) expect(named(pair, corrected[at]?.text ?? '')).toBe(false)
    for (const way of ['undo', 'redo', 'undo']) {
      for (const _ of pairs) {
        const answer = await ask('POST', `${base}/coding/${way}`, {
          headers: owner.headers,
          body: { studyId },
        })
        expect(answer.status).toBe(200)
      }
      // What undo took out was a pseudonym: done again it would stand there as if it were a name.
      expect((await read(talk)).map(({ text }) => text)).toEqual(before.map(({ text }) => text))
      expect(await misplaced(talk)).toEqual([])
    }
  }, 60_000)

  test('is replaced again in corrections made at random', async () => {
    const talk = await bringPairs()
    const random = seededRandom(1690)
    const oneOf = <T>(list: readonly T[]): T => {
      const one = list[Math.floor(random() * list.length)]
      if (one === undefined) throw new Error('nothing to choose from')
      return one
    }
    const plainWords = ['igen', 'jo', 'Men']
    const word = () => {
      const put = oneOf([...pairs.flatMap(([name, pseudonym]) => [name, pseudonym]), ...plainWords])
      // A number with another behind it is a longer number, which is nobody's.
      return `${put}${/\d/u.test(put) ? ',' : oneOf(['', '', ',', '.', '!'])}`
    }
    for (let round = 0; round < 120; round++) {
      const turn = oneOf(await read(talk))
      const words = turn.text.match(/\[[^\]]*\]\S*|\S+/gu) ?? []
      for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits--) {
        const at = Math.floor(random() * words.length)
        const gone = Math.floor(random() * 3)
        words.splice(at, gone, ...(random() < 0.8 ? [word()] : []))
      }
      const text = words.join(' ').trim() || 'Ja'
      await correct(turn, text)
      const now = (await read(talk)).find(({ utteranceId }) => utteranceId === turn.utteranceId)?.text ?? ''
      const plain = pairs.filter((pair) => named(pair, now)).map(([name]) => name)
      expect(plain, `${turn.text}\n${text}\n${now}`).toEqual([])
      expect(await misplaced(talk), `${turn.text}\n${text}`).toEqual([])
    }
  }, 120_000)
})
