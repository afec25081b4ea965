import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { readTranscript } from '../src/conversations/index.ts'
import { freePort } from '../test/clickhouse-node.ts'
import { meetingText } from '../test/qmsum.ts'
import { sharedData, sharedDataPresent } from '../test/shared-data.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import type { Report } from './report.ts'
import { setUpSamtale, startSamtale, type RunningSamtale } from './running-samtale.ts'

const interviews = 800
const wordsOfEach = 9_000

/** Eight hundred interviews by one command into the running program, until the last is on disk; the same again; the first page of them. */
export async function measureTranscripts(): Promise<Report> {
  if (!sharedDataPresent)
    return { figures: [], notes: ['The forty meetings are not beside this clone.'], reached: true }
  const folder = temporaryFolder('bench-transcripts')
  const files = writeInterviews(join(folder, 'interviews'))
  const limit = readAll(files)
  const samtale = await startSamtale({ data: join(folder, 'data'), port: await freePort() })
  try {
    return report({ limit, ...(await measure(samtale, files)) })
  } finally {
    await samtale.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = {
  seconds: number
  programSeconds: number
  againSeconds: number
  listMilliseconds: number
  brought: number
  known: number
  memory: number[]
}

async function measure(samtale: RunningSamtale, files: readonly string[]): Promise<Measured> {
  const { workspaceId, secretKey } = await setUpSamtale(samtale)
  const desk: Desk = { url: samtale.url, key: secretKey }
  const { studyId } = z
    .object({ studyId: z.string() })
    .parse(await ask(desk, { path: `/api/w/${workspaceId}/studies`, body: study }))
  const { program } = samtale.processes()
  const watch = watchMemory(program)
  const cpu = cpuSeconds(program)
  const begun = performance.now()
  const first = await importAll(desk, { studyId, files })
  const seconds = (performance.now() - begun) / 1000
  const programSeconds = cpuSeconds(program) - cpu
  const memory = watch.stop()
  const again = performance.now()
  const second = await importAll(desk, { studyId, files })
  const listed = performance.now()
  await ask(desk, { path: `/api/w/${workspaceId}/interviews?studyId=${studyId}&limit=50` })
  return {
    seconds,
    programSeconds,
    memory,
    againSeconds: (listed - again) / 1000,
    listMilliseconds: performance.now() - listed,
    brought: first.get('brought') ?? 0,
    known: second.get('known') ?? 0,
  }
}

export const study = {
  title: 'Eight hundred',
  mode: 'behaviour',
  language: 'en',
  bases: { conversation_analysis: 'legitimate interest', quoting: 'consent' },
}

type Limit = { seconds: number; words: number; megabytes: number }

function report(measured: Measured & { limit: Limit }): Report {
  const { limit, seconds, programSeconds, againSeconds, listMilliseconds, brought, known, memory } = measured
  const third = memory.slice(Math.floor(memory.length / 3), Math.floor((memory.length * 2) / 3))
  const tenth = (value: number) => Math.round(value * 10) / 10
  return {
    figures: [
      {
        what: `${interviews} interviews by one command`,
        unit: 's',
        value: tenth(seconds),
        limit: tenth(limit.seconds),
        wanted: '< 90',
      },
      { what: 'processor time of the program', unit: 's', value: tenth(programSeconds) },
      { what: 'the same files again, all known', unit: 's', value: tenth(againSeconds) },
      { what: 'the newest fifty, listed', unit: 'ms', value: Math.round(listMilliseconds) },
      { what: 'memory before', unit: 'MB', value: memory[0] ?? 0 },
      { what: 'most memory in the second third', unit: 'MB', value: Math.max(0, ...third) },
      { what: 'most memory', unit: 'MB', value: Math.max(0, ...memory) },
    ],
    notes: [
      `${limit.words.toLocaleString('en')} words, ${tenth(limit.megabytes)} MB, on ${availableParallelism()} cores; the forty meetings repeated. The limit: reading the same files into turns, nothing kept.`,
      `${brought} brought in, ${known} known the second time.`,
    ],
    reached: brought === interviews && known === interviews,
  }
}

/** Real meetings one after another, cut into interviews of some 9,000 words, each under a heading of its own. */
export function writeInterviews(folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  const source = join(sharedData, 'interviews/qmsum-product')
  const turns = readdirSync(source)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => meetingText(name, readFileSync(join(source, name), 'utf8')).turns)
  let at = 0
  return Array.from({ length: interviews }, (_, number) => {
    const lines = [`# Interview ${number + 1}`, '']
    for (let words = 0; words < wordsOfEach; at += 1) {
      const turn = turns[at % turns.length]
      if (turn === undefined) throw new Error('there are no meetings')
      words += turn.text.split(/\s+/u).length
      lines.push(`${turn.speaker}: ${turn.text}`)
    }
    const file = join(folder, `interview-${String(number + 1).padStart(3, '0')}.txt`)
    writeFileSync(file, lines.join('\n'))
    return file
  })
}

function readAll(files: readonly string[]): Limit {
  const begun = performance.now()
  let words = 0
  let bytes = 0
  for (const file of files) {
    const content = readFileSync(file)
    const read = readTranscript({ name: file, bytes: content })
    if (read.state !== 'read') throw new Error(`not read: ${file}`)
    bytes += content.length
    words += read.transcript.speakers.reduce((sum, speaker) => sum + speaker.words, 0)
  }
  return { seconds: (performance.now() - begun) / 1000, words, megabytes: bytes / 1e6 }
}

type Desk = { url: string; key: string }

export async function importAll(
  desk: Desk,
  { studyId, files }: { studyId: string; files: readonly string[] },
): Promise<Map<string, number>> {
  const command = join(import.meta.dirname, '../cli/main.ts')
  const args = [command, 'import', 'transcripts', ...files, '--study', studyId, '--json']
  const environment = { ...process.env, SAMTALE_URL: desk.url, SAMTALE_KEY: desk.key }
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: environment,
    maxBuffer: 10_000_000,
  })
  const answer = z.object({ files: z.array(z.object({ state: z.string() })) }).parse(JSON.parse(stdout))
  const states = new Map<string, number>()
  for (const { state } of answer.files) states.set(state, (states.get(state) ?? 0) + 1)
  return states
}

async function ask(desk: Desk, { path, body }: { path: string; body?: object }): Promise<unknown> {
  const answer = await fetch(`${desk.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      'x-samtale': '1',
      authorization: `Bearer ${desk.key}`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

/** Megabytes of a process, twice a second. */
export function watchMemory(pid: number): { stop: () => number[] } {
  const seen = [megabytesOf(pid)]
  const done = new AbortController()
  void (async () => {
    while (!done.signal.aborted) {
      await pause(500)
      seen.push(megabytesOf(pid))
    }
  })()
  return {
    stop: () => {
      done.abort()
      return seen
    },
  }
}

function megabytesOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1000)
}

/** Seconds of processor time a process has used; Linux counts them in hundredths. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
