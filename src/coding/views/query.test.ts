import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { seededRandom } from '../../../test/seeded-random.ts'
import { codesWanted, type CodeQuery } from './code-query.ts'
import { readScope } from './scope.ts'
import { TestingStudy } from './testing-study.ts'
import { readViewQuotes } from './view-quotes.ts'
import type { Together, ViewAsked } from './view.schema.ts'

let app: TestApp
let study: TestingStudy

type Marked = {
  highlightId: string
  interview: number
  position: number
  start: number
  end: number
  codes: string[]
}
const marked: Marked[] = []
const names = ['Price', 'Trust', 'Service', 'Habit', 'Fees']

const words = 'the app was slow and nobody answered when I called them again in spring'.split(' ')

beforeAll(async () => {
  app = await openTestApp()
  study = await TestingStudy.open(app)
  for (const name of names.slice(0, 4)) await study.code(name)
  await study.code('Fees', { under: 'Price' })
  const random = seededRandom(7)
  const pick = (n: number) => Math.floor(random() * n)
  for (let number = 0; number < 6; number += 1) {
    const turns = Array.from({ length: 10 }, (_, turn) =>
      turn % 2 === 0 ? `Interviewer: And ${turn}?` : `Mette ${number}: ${turn} ${words.join(' ')}`,
    )
    const interview = await study.talk(turns.join('\n'), { title: `Talk ${number}` })
    for (let at = 0; at < 8; at += 1) {
      const utterance = interview.utterances.filter(({ text }) => !text.startsWith('And'))[pick(5)]
      if (!utterance) continue
      const start = pick(words.length - 4)
      const passage = words.slice(start, start + 1 + pick(4)).join(' ')
      const from = utterance.text.indexOf(passage)
      const codes = [...new Set([names[pick(5)] ?? '', names[pick(5)] ?? ''])]
      const same = marked.find(
        (one) =>
          one.interview === number &&
          one.position === utterance.position &&
          one.start === from &&
          one.end === from + passage.length,
      )
      const highlightId = await study.mark({ ...interview, utterances: [utterance] }, passage, ...codes)
      if (same) same.codes.push(...codes)
      else
        marked.push({
          highlightId,
          interview: number,
          position: utterance.position,
          start: from,
          end: from + passage.length,
          codes,
        })
    }
  }
}, 120_000)

async function ask(query: CodeQuery, more: Partial<ViewAsked> = {}): Promise<string[]> {
  const scope = await readScope(app, study.at, {
    together: 'overlap',
    ...more,
    q: JSON.stringify(query),
  })
  const { items } = await readViewQuotes(app, {
    scope,
    cell: { rows: 'participant' },
    limit: 200,
    offset: 0,
  })
  return items.map(({ highlightId }) => highlightId).toSorted()
}

/** The same answered without SQL, from what was marked. */
function expected(query: CodeQuery, together: Together): string[] {
  const wanted = codesWanted(query)
  const bears = (one: Marked, code: string) =>
    one.codes.some((name) => study.idOf(name) === code || (name === 'Fees' && study.idOf('Price') === code))
  const meets = (a: Marked, b: Marked) =>
    a.interview === b.interview &&
    a.position === b.position &&
    (together === 'turn' || (a.start < b.end && b.start < a.end))
  const holds = (part: CodeQuery, one: Marked): boolean => {
    if ('code' in part) return marked.some((other) => bears(other, part.code) && meets(one, other))
    if ('all' in part) return part.all.every((below) => holds(below, one))
    if ('any' in part) return part.any.some((below) => holds(below, one))
    if ('not' in part) return !holds(part.not, one)
    const [a, b] = part.near
    return [
      [a, b],
      [b, a],
    ].some(
      ([of, to]) =>
        of !== undefined &&
        to !== undefined &&
        holds(of, one) &&
        marked.some(
          (other) =>
            other.interview === one.interview &&
            Math.abs(other.position - one.position) <= part.within &&
            holds(to, other),
        ),
    )
  }
  return marked
    .filter((one) => holds(query, one) && (wanted.length === 0 || wanted.some((code) => bears(one, code))))
    .map(({ highlightId }) => highlightId)
    .toSorted()
}

const code = (name: string): CodeQuery => ({ code: study.idOf(name) })

describe('a query of codes', () => {
  test('finds a code with those below it', async () => {
    expect(await ask(code('Price'))).toEqual(expected(code('Price'), 'overlap'))
    expect((await ask(code('Price'))).length).toBeGreaterThan((await ask(code('Fees'))).length)
  })

  test('answers two hundred random queries as they read, whatever their form', async () => {
    const random = seededRandom(11)
    const pick = (n: number) => Math.floor(random() * n)
    const draw = (depth: number): CodeQuery => {
      const form = depth === 0 ? 0 : pick(6)
      if (form === 1) return { all: [draw(depth - 1), draw(depth - 1)] }
      if (form === 2) return { any: [draw(depth - 1), draw(depth - 1), draw(depth - 1)] }
      if (form === 3) return { not: draw(depth - 1) }
      if (form === 4) return { near: [draw(depth - 1), draw(depth - 1)], within: pick(5) }
      return code(names[pick(5)] ?? '')
    }
    let found = 0
    for (let n = 0; n < 200; n += 1) {
      const query = draw(3)
      const together = n % 2 === 0 ? 'overlap' : 'turn'
      const answer = await ask(query, { together })
      expect(answer, JSON.stringify(query)).toEqual(expected(query, together))
      found += answer.length
    }
    expect(found).toBeGreaterThan(500)
  }, 120_000)

  test('that is none is refused with words, and so is one of forty-one parts', async () => {
    for (const q of [
      '{',
      '[]',
      '{"code":"x"}',
      JSON.stringify({ any: Array.from({ length: 41 }, () => code('Price')) }),
    ])
      await expect(readScope(app, study.at, { together: 'overlap', q })).rejects.toMatchObject({
        id: 'query-not-read',
        status: 422,
      })
  })

  test('of another workspace’s study is not found', async () => {
    const other = await TestingStudy.open(app)
    await expect(
      readScope(app, { ...study.at, studyId: other.studyId }, { together: 'overlap' }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
