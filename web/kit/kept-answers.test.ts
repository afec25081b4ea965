import { beforeEach, expect, test, vi } from 'vitest'
import type { KeptPage } from './kept-answers.ts'
import { ProblemError } from './problem.ts'

const path = '/w/1/sittings/2'
const [sitting, study] = ['/api/w/1/sittings/2', '/api/w/1/studies/3']
const failing = (status: number) => () =>
  Promise.reject(new ProblemError({ id: 'unexpected', status, title: '', detail: '' }))
const answers = { [sitting]: 'kept sitting', [study]: 'kept study' }

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('location', { pathname: path })
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
})

/** A page that was loaded just now and has kept this. */
async function load(page: Partial<KeptPage> = {}) {
  vi.resetModules()
  vi.doMock('./problem.ts', () => ({ ProblemError }))
  const loaded = await import('./kept-answers.ts')
  loaded.keepPage(path, { owner: 'a@example.org', until: Date.now() + 60_000, answers, ...page })
  return loaded
}

test('what was kept stands in while the server is away, and never after its moment', async () => {
  const { answerOrKept } = await load()
  for (const away of [0, 502, 504]) expect(await answerOrKept(sitting, failing(away))).toBe('kept sitting')
  await expect(answerOrKept(sitting, failing(500))).rejects.toMatchObject({ status: 500 })
  const late = await load({ until: Date.now() - 1 })
  await expect(late.answerOrKept(sitting, failing(0))).rejects.toMatchObject({ status: 0 })
})

test.each([401, 403, 404])('who is answered %d keeps nothing of the page', async (status) => {
  const { answerOrKept } = await load()
  await expect(answerOrKept(study, failing(status))).rejects.toMatchObject({ status })
  expect(localStorage.getItem('samtale.offline')).toBeNull()
  await expect(answerOrKept(sitting, failing(0))).rejects.toMatchObject({ status: 0 })
})

test('the refusal of something that was not kept leaves the page as it is', async () => {
  const { answerOrKept } = await load()
  await expect(answerOrKept('/api/w/1/else', failing(404))).rejects.toMatchObject({ status: 404 })
  expect(await answerOrKept(sitting, failing(0))).toBe('kept sitting')
})

test('what was kept stands in after a moment while nobody answers, the rest at once, until the answer comes', async () => {
  vi.useFakeTimers()
  try {
    const { answerOrKept } = await load()
    let answer: (said: string) => void = () => {}
    const asked = answerOrKept(sitting, () => new Promise((resolve) => (answer = resolve)))
    let shown: unknown
    void asked.then((said) => (shown = said))
    await vi.advanceTimersByTimeAsync(1000)
    expect(shown).toBeUndefined()
    await vi.advanceTimersByTimeAsync(2000)
    expect(shown).toBe('kept sitting')
    const next = answerOrKept(study, () => new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(1)
    expect(await next).toBe('kept study')
    answer('new sitting')
    await vi.advanceTimersByTimeAsync(1)
    expect(await answerOrKept(sitting, () => Promise.resolve('newer'))).toBe('newer')
    // Once the server has answered this, nothing older takes its place.
    let later: unknown = 'nothing'
    void answerOrKept(sitting, () => new Promise(() => {})).then((said) => (later = said))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(later).toBe('nothing')
  } finally {
    vi.useRealTimers()
  }
})

test('a page that keeps nothing waits for its answers as long as they take', async () => {
  const { answerOrKept } = await load()
  let isGivenUp = true
  await answerOrKept('/api/w/1/else', async (givenUp) => (isGivenUp = givenUp !== undefined))
  expect(isGivenUp).toBe(false)
})
