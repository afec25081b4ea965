import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { freePort } from '../test/clickhouse-node.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { hostileFiles, hostileProject, longFiles, type HostileFile } from './hostile-files.ts'
import type { Figure, Report } from './report.ts'
import { setUpSamtale, startSamtale } from './running-samtale.ts'

type Desk = { url: string; workspaceId: string; headers: Record<string, string> }
type Waited = { longest: number; seconds: number; said: string }

/**
 * How long others wait at the longest (`GET /health`, every 20 ms) while a file made to be slow is read; beside it the same while the same bytes are only
 * taken in and refused.
 */
export async function measureReading(say: (line: string) => void): Promise<Report> {
  const folder = temporaryFolder('bench-reading')
  const samtale = await startSamtale({ data: folder, port: await freePort() })
  try {
    const { workspaceId, cookie } = await signIn(samtale)
    const desk: Desk = { url: samtale.url, workspaceId, headers: { cookie, 'x-samtale': '1' } }
    const { studyId } = z
      .object({ studyId: z.string() })
      .parse(await (await post(desk, '/studies', JSON.stringify(study))).json())
    const figures: Figure[] = []
    const notes: string[] = []
    const take = (file: HostileFile, how: string, { read, limit }: { read: Waited; limit: Waited }) => {
      say(`${file.kind} ${how}: ${read.longest} ms in ${read.seconds} s, ${read.said}`)
      figures.push({
        what: `longest wait while a ${file.kind} is ${how}`,
        unit: 'ms',
        value: read.longest,
        limit: limit.longest,
        wanted: '< 200',
      })
      notes.push(
        `${file.kind} ${how}: ${(file.bytes.length / 1e6).toFixed(1)} MB, ${read.seconds} s, ${read.said}`,
      )
    }
    for (const file of hostileFiles()) {
      const body = bodyOf(file)
      const to = (id: string) => `/studies/${id}/interviews/preview`
      const limit = await whileAsking(desk, () => post(desk, to(crypto.randomUUID()), body))
      take(file, 'looked at', { read: await whileAsking(desk, () => post(desk, to(studyId), body)), limit })
    }
    for (const file of longFiles()) {
      const body = bodyOf(file, { language: 'en', answers: file.answers })
      const to = (id: string) => `/studies/${id}/interviews`
      const limit = await whileAsking(desk, () => post(desk, to(crypto.randomUUID()), body))
      take(file, 'brought in', { read: await whileAsking(desk, () => post(desk, to(studyId), body)), limit })
    }
    const project = hostileProject()
    const uploadId = await upload(desk, project)
    const idle = await whileAsking(desk, () =>
      post(desk, `/coding/uploads/${crypto.randomUUID()}/look`, '{}'),
    )
    const looked = await whileAsking(desk, () => post(desk, `/coding/uploads/${uploadId}/look`, '{}'))
    take(project, 'looked at', { read: looked, limit: idle })
    const bringing = { uploadId, study: { studyId }, codebook: 'study', titles: 'numbered', agreements: [] }
    const brought = await whileAsking(desk, () => post(desk, '/coding/imports', JSON.stringify(bringing)))
    take(project, 'brought in', { read: brought, limit: idle })
    const undone = await whileAsking(desk, () => post(desk, '/coding/undo', JSON.stringify({ studyId })))
    take(project, 'taken back', { read: undone, limit: idle })
    return { figures, notes, reached: figures.every(({ value }) => value < 10_000) }
  } finally {
    await samtale.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Made before it is sent: what writing it takes is not the program's. */
function bodyOf({ name, bytes }: HostileFile, more: object = {}): Uint8Array<ArrayBuffer> {
  const material = { how: 'file', name, base64: Buffer.from(bytes).toString('base64') }
  return Buffer.from(JSON.stringify({ material, ...more }))
}

const study = {
  title: 'Reading',
  mode: 'behaviour',
  language: 'en',
  bases: { conversation_analysis: 'legitimate interest', quoting: 'consent' },
}

/** The owner, signed in: projects are brought in by members only. */
export async function signIn(samtale: Awaited<ReturnType<typeof startSamtale>>) {
  const keys = await setUpSamtale(samtale)
  const answer = await fetch(`${samtale.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-samtale': '1', origin: samtale.url },
    body: JSON.stringify({ email: 'bench@example.org', password: 'not-a-secret-of-anybody-7' }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return { ...keys, cookie }
}

async function whileAsking(desk: Desk, ask: () => Promise<Response>): Promise<Waited> {
  const done = new AbortController()
  const longest = watchHealth(desk.url, done.signal)
  const begun = performance.now()
  const answer = await ask()
  const text = await answer.text()
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  done.abort()
  const said = z
    .object({ id: z.string().optional(), state: z.string().optional() })
    .safeParse(JSON.parse(text))
  return {
    longest: await longest,
    seconds,
    said: `${answer.status} ${said.data?.id ?? said.data?.state ?? ''} ${/"id":"[a-z]+-[^"]+"/u.exec(text)?.[0] ?? ''}`.trim(),
  }
}

/** The longest wait for GET /health until it is over, in milliseconds; asked every 20. */
export async function watchHealth(url: string, done: AbortSignal): Promise<number> {
  let longest = 0
  while (!done.aborted) {
    const begun = performance.now()
    await untilAnswered(`${url}/health`)
    longest = Math.max(longest, performance.now() - begun)
    await pause(20)
  }
  return Math.round(longest)
}

/** A program that is held up lets connections go: whoever waits asks again. */
async function untilAnswered(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await (await fetch(url, { headers: { connection: 'close' } })).text()
      return
    } catch (error) {
      if (tries > 1000) throw error
      await pause(20)
    }
  }
}

async function post(desk: Desk, path: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return fetch(`${desk.url}/api/w/${desk.workspaceId}${path}`, {
    method: 'POST',
    headers: { ...desk.headers, origin: desk.url, 'content-type': 'application/json' },
    body,
  })
}

async function upload(desk: Desk, { name, bytes }: HostileFile): Promise<string> {
  const begun = await post(desk, '/coding/uploads', JSON.stringify({ name, size: bytes.length }))
  const { id } = z.object({ id: z.string() }).parse(await begun.json())
  for (let from = 0; from < bytes.length; from += 4 << 20) {
    const put = await fetch(`${desk.url}/api/w/${desk.workspaceId}/coding/uploads/${id}`, {
      method: 'PUT',
      headers: { ...desk.headers, origin: desk.url, 'upload-offset': String(from) },
      body: Buffer.from(bytes.subarray(from, from + (4 << 20))),
    })
    if (!put.ok) throw new Error(await put.text())
  }
  return id
}
