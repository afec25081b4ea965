import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'
import { afterAll, expect, test } from 'vitest'
import { endLeftBehind, setUpSamtale, startSamtale, type RunningSamtale } from '../bench/running-samtale.ts'
import { freePort } from './clickhouse-node.ts'
import { wavOf } from './sound.ts'
import { temporaryFolder } from './temporary-folder.ts'

const data = temporaryFolder('recording-kill')
afterAll(async () => {
  await endLeftBehind(data)
  rmSync(data, { recursive: true, force: true })
})

test('a recording whose upload is cut by killing the program twice is whole in the end, each piece sent about once', async () => {
  const samtale = await startSamtale({ data, port: await freePort() })
  try {
    const wav = wavOf(3000)
    const { workspaceId, secretKey } = await setUpSamtale(samtale)
    const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' }
    const ask = async (method: string, path: string, body?: object) => {
      const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }
      const answer = await fetch(`${samtale.url}/api/w/${workspaceId}${path}`, init)
      return Object(await answer.json()) as Record<string, string>
    }
    const bases = { conversation_analysis: 'legitimate interest', quoting: 'legitimate interest' }
    const { studyId } = await ask('POST', '/studies', {
      title: 'Kill',
      mode: 'behaviour',
      guide: [],
      language: 'en',
      bases,
    })
    const agreements = [{ agreement: 'recording', given: true }]
    const { participantId } = await ask('POST', `/studies/${studyId}/participants`, { agreements })
    const { recordingId } = await ask('POST', `/studies/${studyId}/recordings`, {
      name: 'long.wav',
      size: wav.length,
      heard: { participantIds: [participantId] },
      language: 'en',
      happenedAt: '2026-05-03T10:00:00Z',
    })
    const sent: number[] = []
    const kills = new Set([1, 3])
    const url = `${samtale.url}/api/w/${workspaceId}/recordings/${recordingId}/bytes`
    await new Promise<void>((resolve, reject) => {
      const upload = new Upload(wav, {
        uploadUrl: url,
        chunkSize: 8 * 1024 * 1024,
        headers: { authorization: `Bearer ${secretKey}` },
        retryDelays: Array.from({ length: 60 }, () => 500),
        onAfterResponse: (request, response) => {
          if (request.getMethod() !== 'PATCH' || response.getStatus() !== 204) return
          sent.push(Number(response.getHeader('Upload-Offset')))
          if (kills.delete(sent.length)) samtale.kill('program')
        },
        onSuccess: () => resolve(),
        onError: reject,
      })
      upload.start()
    })
    await until(samtale, async () => (await ask('GET', `/recordings/${recordingId}`))['state'] === 'ready')
    expect(sent).toEqual([...new Set(sent)])
    expect(sent.at(-1)).toBe(wav.length)
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    const file = readFileSync(join(data, 'files', workspaceId, recordingId ?? ''))
    expect(digest(file)).toBe(digest(wav))
  } finally {
    await samtale.stop()
  }
}, 180_000)

async function until(samtale: RunningSamtale, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(samtale.output())
}
