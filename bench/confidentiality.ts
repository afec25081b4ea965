import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { findIdentifiers } from '../src/language/index.ts'
import { freePort } from '../test/clickhouse-node.ts'
import { sharedDataPresent } from '../test/shared-data.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { readMeetings } from './meetings.ts'
import { signIn, watchHealth } from './reading.ts'
import type { Report } from './report.ts'
import { startSamtale } from './running-samtale.ts'
import { cpuSeconds, importAll, study, watchMemory, writeInterviews } from './transcripts.ts'

/** What the team wrote beside the conversations. */
const memos = 400

/**
 * Eight hundred interviews (7 million words) brought into the running program by one command: until all are read through for names, and until every name,
 * place, address and number of them is replaced. Beside it how long others wait meanwhile at the longest, and how long they do when nothing goes on.
 */
export async function measureConfidentiality(say: (line: string) => void): Promise<Report> {
  if (!sharedDataPresent)
    return { figures: [], notes: ['The forty meetings are not beside this clone.'], reached: true }
  const folder = temporaryFolder('bench-confidentiality')
  const files = writeInterviews(join(folder, 'interviews'))
  const samtale = await startSamtale({ data: join(folder, 'data'), port: await freePort() })
  try {
    const { workspaceId, cookie, secretKey } = await signIn(samtale)
    const headers = { cookie, 'x-samtale': '1', origin: samtale.url, 'content-type': 'application/json' }
    const desk: Desk = { at: `${samtale.url}/api/w/${workspaceId}`, headers }
    const { program } = samtale.processes()
    const work = (name: string, done: () => Promise<void>) => {
      say(name)
      return timed({ url: samtale.url, program }, done)
    }
    const idle = await work('idle', () => pause(5000))
    const { studyId } = z.object({ studyId: z.string() }).parse(await ask(desk, '/studies', study))
    const of: InStudy = { ...desk, studyId }
    const brought = await work('bringing in', async () => {
      await importAll({ url: samtale.url, key: secretKey }, { studyId, files })
    })
    const read = await work('reading through', () => untilRead(of))
    await writeMemos(of)
    let names = 0
    const replaced = await work('replacing', async () => {
      names = await acceptAll(of)
      await untilRead(of)
    })
    const { interviews, pending } = await standingOf(of)
    return report({ idle, brought, read, replaced, names, interviews, pending })
  } finally {
    await samtale.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Desk = { at: string; headers: Record<string, string> }
type InStudy = Desk & { studyId: string }

async function ask({ at, headers }: Desk, path: string, body?: object): Promise<unknown> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const answer = await fetch(`${at}${path}`, { headers, ...sent })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

type Timed = { seconds: number; cpu: number; longest: number; memory: number }

/** Seconds, seconds of processor time of the program, the longest wait for GET /health in ms, and the most memory in MB. */
async function timed(
  { url, program }: { url: string; program: number },
  work: () => Promise<void>,
): Promise<Timed> {
  const done = new AbortController()
  const waited = watchHealth(url, done.signal)
  const watch = watchMemory(program)
  const [begun, cpu] = [performance.now(), cpuSeconds(program)]
  try {
    await work()
  } finally {
    done.abort()
  }
  const seconds = (performance.now() - begun) / 1000
  const memory = Math.max(...watch.stop())
  return { seconds, cpu: cpuSeconds(program) - cpu, longest: await waited, memory }
}

const Standing = z.object({ interviews: z.number(), read: z.number(), pending: z.number() })

async function standingOf({ studyId, ...desk }: InStudy): Promise<z.infer<typeof Standing>> {
  return Standing.parse(await ask(desk, `/studies/${studyId}/confidentiality`))
}

async function untilRead(of: InStudy): Promise<void> {
  for (;;) {
    const { interviews, read, pending } = await standingOf(of)
    if (read === interviews && pending === 0) return
    await pause(500)
  }
}

/** Sixty words of a meeting each, as notes about the study. */
async function writeMemos({ studyId, ...desk }: InStudy): Promise<void> {
  const said = readMeetings().flatMap(({ text }) => text.split(/\s+/u))
  for (let at = 0; at < memos; at += 1)
    await ask(desk, '/memos', {
      about: { kind: 'study', id: studyId },
      text: said.slice(at * 60, (at + 1) * 60).join(' '),
    })
}

const List = z.object({
  items: z.array(z.object({ pseudonymId: z.string(), version: z.number(), kind: z.string() })),
  next: z.string().nullable(),
})

/** Accepts everything but other capitals, as somebody does who chooses a page and presses once; how many. */
async function acceptAll({ studyId, ...desk }: InStudy): Promise<number> {
  let names = 0
  for (const kind of ['name', 'place', 'email', 'phone', 'civil number'])
    for (;;) {
      const query = new URLSearchParams({ state: 'proposed', kind, limit: '200' })
      const { items } = List.parse(await ask(desk, `/studies/${studyId}/pseudonyms?${query}`))
      if (items.length === 0) break
      const decisions = items.map(({ pseudonymId, version }) => ({ pseudonymId, version, state: 'accepted' }))
      await ask(desk, `/studies/${studyId}/pseudonyms/decisions`, { decisions })
      names += items.length
    }
  return names
}

type Measured = Record<'idle' | 'brought' | 'read' | 'replaced', Timed> &
  Record<'names' | 'interviews' | 'pending', number>

function report(measured: Measured): Report {
  const { idle, brought, read, replaced, names, interviews, pending } = measured
  const tenth = (value: number) => Math.round(value * 10) / 10
  const waits = (what: string, { longest }: Timed) => ({
    what: `longest wait for GET /health while ${what}`,
    unit: 'ms',
    value: longest,
    limit: idle.longest,
    wanted: '< 200',
  })
  return {
    figures: [
      {
        what: 'read through, from the first brought in',
        unit: 's',
        value: tenth(brought.seconds + read.seconds),
        limit: tenth(byHand(interviews)),
        wanted: '< 180',
      },
      { what: 'of it, after the last was brought in', unit: 's', value: tenth(read.seconds) },
      { what: 'replaced', unit: 's', value: tenth(replaced.seconds), wanted: '< 180' },
      waits('they are brought in and read through', brought),
      waits('they are read through', read),
      waits('they are replaced', replaced),
      { what: 'most memory, idle', unit: 'MB', value: idle.memory },
      {
        what: 'most memory, bringing in and reading',
        unit: 'MB',
        value: Math.max(brought.memory, read.memory),
      },
      { what: 'most memory, replacing', unit: 'MB', value: replaced.memory },
    ],
    notes: [
      `${interviews} interviews of 9,000 words and ${memos} memos of 60; ${names} names, places, addresses and numbers replaced, ${pending} places left.`,
      `Processor time of the program: ${tenth(brought.cpu)} s bringing in, ${tenth(read.cpu)} s reading after that, ${tenth(replaced.cpu)} s replacing.`,
      'Limits: the rules alone over as many words, nothing kept; the longest wait while nothing goes on.',
    ],
    reached: pending === 0,
  }
}

/** Seconds of the rules alone over so many interviews. */
function byHand(interviews: number): number {
  const meetings = readMeetings().map(({ text }) => text.split('\n'))
  const said = meetings.flat().reduce((sum, line) => sum + line.split(/\s+/u).length, 0)
  const begun = performance.now()
  for (const turns of meetings) findIdentifiers(turns, { language: 'en' })
  return ((performance.now() - begun) / 1000) * ((interviews * 9000) / said)
}
