import { afterEach, describe, expect, it, vi } from 'vitest'
import { address, request } from './api.ts'
import { ProblemError } from './problem.ts'
import { upload } from './upload.ts'

afterEach(() => vi.unstubAllGlobals())

const answers = (...responses: (Response | Error)[]) => {
  const fetched = vi.fn<typeof fetch>()
  for (const response of responses)
    if (response instanceof Error) fetched.mockRejectedValueOnce(response)
    else fetched.mockResolvedValueOnce(response)
  vi.stubGlobal('fetch', fetched)
  return fetched
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

describe('an address', () => {
  it('escapes every value that comes into it', () => {
    expect(
      address('GET /api/w/{workspaceId}/people/{id}', { path: { workspaceId: '../x', id: 'a/b?c#d' } }),
    ).toEqual({
      method: 'GET',
      url: '/api/w/..%2Fx/people/a%2Fb%3Fc%23d',
    })
  })
  it('leaves out what is not asked and repeats lists', () => {
    expect(address('GET /p', { query: { a: undefined, b: null, c: 0, d: ['x', 'y&'] } }).url).toBe(
      '/p?c=0&d=x&d=y%26',
    )
  })
  it('is refused when a part is missing', () => {
    expect(() => address('GET /p/{id}', { path: {} })).toThrow('path.id')
  })
})

describe('a call', () => {
  it('carries the header that other sites cannot send, and JSON', async () => {
    const fetched = answers(json({ id: 1 }))
    expect(await request('POST /api/x', { body: { name: '\u0000\ud800' } })).toEqual({ id: 1 })
    const init = fetched.mock.calls[0]?.[1]
    expect(init?.headers).toMatchObject({ 'x-samtale': '1', 'content-type': 'application/json' })
    expect(init?.body).toBe(JSON.stringify({ name: '\u0000\ud800' }))
  })
  it('answers undefined to 204', async () => {
    answers(new Response(null, { status: 204 }))
    expect(await request('DELETE /api/x', {})).toBeUndefined()
  })
  it('throws the server’s problem with its id and its fields', async () => {
    answers(
      json(
        {
          id: 'name-taken',
          title: 'Taken',
          detail: 'Choose another.',
          fields: [
            { path: 'name', message: 'Taken', code: 'too-few', params: { limit: 2, no: 'number' } },
            { path: 'name', message: 'Also long' },
            { path: 3 },
            null,
          ],
        },
        409,
      ),
    )
    await expect(request('POST /api/x', { body: {} })).rejects.toMatchObject({
      id: 'name-taken',
      status: 409,
      detail: 'Choose another.',
      fields: { name: { message: 'Taken', code: 'too-few', params: { limit: 2 } } },
    })
  })
  it.each(['<html>502 Bad Gateway</html>', '', '[]', 'null', '"text"'])(
    'throws `unexpected` when refused with %j',
    async (body) => {
      answers(new Response(body, { status: 502 }))
      await expect(request('GET /api/x', {})).rejects.toMatchObject({ id: 'unexpected', status: 502 })
    },
  )
  it('throws `network` when nobody answers', async () => {
    answers(new TypeError('Failed to fetch'))
    await expect(request('GET /api/x', {})).rejects.toMatchObject({ id: 'network', status: 0 })
  })
})

describe('an upload', () => {
  const file = new Blob(['0123456789'])
  const wait = () => Promise.resolve()

  it('goes on where the server stopped, and says how far it is', async () => {
    const seen: number[] = []
    const fetched = answers(json({ received: 4 }), json({ received: 8 }), json({ received: 10 }))
    await upload({ to: '/u', file, chunkBytes: 4, onProgress: ({ received }) => seen.push(received) })
    expect(seen).toEqual([4, 8, 10])
    expect(fetched.mock.calls.slice(1).map(([, init]) => init?.headers)).toMatchObject([
      { 'upload-offset': '4' },
      { 'upload-offset': '8' },
    ])
    const last = fetched.mock.calls[2]?.[1]?.body
    expect(last instanceof Blob && (await last.text())).toBe('89')
  })
  it('asks again after a broken connection, and sends no byte twice that arrived', async () => {
    const fetched = answers(
      json({ received: 0 }),
      new TypeError('reset'),
      json({ received: 6 }),
      json({ received: 10 }),
    )
    await upload({ to: '/u', file, wait })
    expect(fetched.mock.calls[3]?.[1]?.headers).toMatchObject({ 'upload-offset': '6' })
  })
  it('gives up after six tries', async () => {
    const broken = Array.from({ length: 11 }, () => new TypeError('reset'))
    answers(json({ received: 0 }), ...broken)
    await expect(upload({ to: '/u', file, wait })).rejects.toMatchObject({ id: 'network' })
  })
  it('stops at once when it is refused', async () => {
    const fetched = answers(json({ received: 0 }), json({ id: 'too-large', title: 'Too large' }, 413))
    await expect(upload({ to: '/u', file, wait })).rejects.toBeInstanceOf(ProblemError)
    expect(fetched).toHaveBeenCalledTimes(2)
  })
  it('of an empty file only asks', async () => {
    const fetched = answers(json({ received: 0 }))
    await upload({ to: '/u', file: new Blob([]) })
    expect(fetched).toHaveBeenCalledTimes(1)
  })
})
