import { describe, expect, test } from 'vitest'
import { readJson } from './read-json.ts'

const asker = { whose: 'somebody' }

/** As it comes over the network: in pieces, its length told or not. */
function sent(body: string, headers: Record<string, string> = {}): Request {
  const bytes = Buffer.from(body)
  return streamed(headers, (stream) => {
    for (let at = 0; at < bytes.length; at += 65_536) stream.enqueue(bytes.subarray(at, at + 65_536))
    stream.close()
  })
}

function streamed(
  headers: Record<string, string>,
  start: (stream: ReadableStreamDefaultController) => void,
): Request {
  const stream = { body: new ReadableStream({ start }), duplex: 'half' }
  return new Request('http://localhost/', { method: 'POST', headers, ...stream })
}

const told = (body: string) => ({ 'content-length': String(Buffer.byteLength(body)) })

describe('a body of JSON', () => {
  const long = JSON.stringify({
    name: 'å 🎈.vtt',
    base64: 'QUJD'.repeat(600_000),
    speakers: [{ name: null }],
  })

  test.each([
    ['small, its length told', '{"a":[1,{"b":"ø"}]}', told],
    ['small, its length not told', '{"a":[1,{"b":"ø"}]}', () => ({})],
    ['large, its length told', long, told],
    ['large, its length not told', long, () => ({})],
  ])('comes whole: %s', async (_, body, headers) => {
    expect(await readJson(sent(body, headers(body)), asker)).toEqual(JSON.parse(body))
  })

  test.each([
    ['small', '{"a":'],
    ['large', `{"a":"${'x'.repeat(1_500_000)}`],
  ])('that is none is refused: %s', async (_, body) => {
    await expect(readJson(sent(body, told(body)), asker)).rejects.toMatchObject({ id: 'not-json' })
  })

  test.each([
    ['more values than any body has', `[${'{},'.repeat(500_000)}{}]`],
    ['lists within lists without end', `${'['.repeat(800_000)}${']'.repeat(800_000)}`],
  ])('that holds %s is refused', async (_, body) => {
    await expect(readJson(sent(body, told(body)), asker)).rejects.toMatchObject({ id: 'too-large' })
  })

  test('that breaks off on the way is refused', async () => {
    const request = streamed({}, (stream) => {
      stream.enqueue(Buffer.from('{"a":1'))
      stream.error(new Error('connection reset'))
    })
    await expect(readJson(request, asker)).rejects.toMatchObject({ id: 'not-json' })
  })
})
