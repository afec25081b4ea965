import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem, json, notFound, type App, type JobKind, type Transcriber } from '../../platform/index.ts'
import { audit, type Doer } from '../../workspace/index.ts'
import { askTranscriber, type Answered } from './ask-transcriber.ts'
import { fileKeyOf } from './begin-recording.ts'
import { findPlayable } from './play-recording.ts'
import { readAnswer } from './read-answer.ts'
import type { TranscriptionTrouble } from './recording.schema.ts'
import { keepSending, soundHost } from './sendings.ts'

type At = { workspaceId: string; recordingId: string }
/** `attempt`: which one it is, from 1; a run's attempts never overlap. */
type Run = At & { run: string; attempt: number }

/** Sends a recording to the transcriber and keeps what was heard. */
export const transcribeJob: JobKind<Run> = {
  name: 'transcribe-recording',
  data: z.object({ workspaceId: z.string(), recordingId: z.string(), run: z.string(), attempt: z.int() }),
}

/** How often a transcriber that does not answer is asked, and seconds between: 15, 60, 240, 960. */
const attempts = 5
const pauseAfter = (attempt: number) => 15 * 4 ** (attempt - 1)

/**
 * Has a recording written down, at a member's word who has read where it is sent to (`host`). One that is being written down is not sent
 * twice. Throws 404, `transcription-off` (409), `transcription-elsewhere` (409) where it would go to another host than was read,
 * `recording-over-limit` (413), `transcription-running` (409) and `transcript-there` (409).
 */
export async function askForTranscript(app: App, given: At & { host: string; actor: Doer }): Promise<void> {
  const { workspaceId, recordingId, host, actor } = given
  const { size } = await findPlayable(app, given)
  const transcriber = transcriberAt(app, host)
  if (size > transcriber.largest)
    throw new Problem({
      id: 'recording-over-limit',
      status: 413,
      detail: `The recording is larger than the ${Math.round(transcriber.largest / 1024 / 1024)} MB that ${host} takes. Save it as sound alone with a lower quality, or bring in a transcript made elsewhere.`,
    })
  const run = randomUUID()
  await app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql<{ interview_id: string | null; state: string | null }>`
      select r.interview_id, (select t.state from transcriptions t where t.recording_id = r.id) as state
      from recordings r where r.workspace_id = ${workspaceId} and r.id = ${recordingId} for update`.execute(
      tx,
    )
    const [found] = rows
    if (!found) throw notFound('recording')
    if (found.interview_id !== null) throw alreadyThere()
    if (found.state !== null && found.state !== 'failed' && found.state !== 'cancelled') throw running()
    await sql`delete from transcriptions where recording_id = ${recordingId}`.execute(tx)
    await tx
      .insertInto('transcriptions')
      .values({
        recording_id: recordingId,
        workspace_id: workspaceId,
        run,
        state: 'queued',
        host,
        model: transcriber.model,
        asked_by: 'userId' in actor ? actor.userId : null,
        asked_at: app.clock.now(),
      })
      .execute()
    const subject = { kind: 'recording', id: recordingId }
    await audit(tx, {
      workspaceId,
      actor,
      action: 'transcription.asked',
      subject,
      detail: { host, bytes: size },
    })
  })
  await queueAttempt(app, { workspaceId, recordingId, run, attempt: 1 })
}

/** Queued twice, an attempt is made once. */
function queueAttempt(app: App, attempt: Run, afterSeconds?: number): Promise<void> {
  const { run, attempt: place } = attempt
  return app.jobs.queue(transcribeJob, attempt, {
    key: `${run} ${place}`,
    ...(afterSeconds === undefined ? {} : { afterSeconds }),
  })
}

/** Queues what a program that was ended between writing down and queueing left behind. */
export async function queueLeftBehind(app: App): Promise<void> {
  const { rows } = await sql<{ recordingId: string; workspaceId: string; run: string; attempts: number }>`
    select recording_id as "recordingId", workspace_id as "workspaceId", run, attempts from transcriptions
    where state = 'queued' or state = 'waiting' and next_at < ${app.clock.now()}`.execute(app.pg)
  for (const { attempts: made, ...row } of rows) await queueAttempt(app, { ...row, attempt: made + 1 })
}

function transcriberAt(app: App, host: string): Transcriber {
  const { transcriber } = app
  if (transcriber === null)
    throw new Problem({
      id: 'transcription-off',
      status: 409,
      detail:
        'No service is named that writes recordings down. Bring in a transcript made elsewhere, or ask whoever runs this installation.',
    })
  if (soundHost(app) !== host)
    throw new Problem({
      id: 'transcription-elsewhere',
      status: 409,
      detail:
        'Recordings would go to another service than the one you read. Read where it goes now, then decide again.',
    })
  return transcriber
}

/** Stops a transcription that has not come back yet. Throws 404. */
export async function cancelTranscription(app: App, given: At & { actor: Doer }): Promise<void> {
  const { workspaceId, recordingId, actor } = given
  await app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql`
      update transcriptions set state = 'cancelled', ended_at = ${app.clock.now()}
      where workspace_id = ${workspaceId} and recording_id = ${recordingId} and state in ('queued', 'sending', 'listening', 'waiting')
      returning recording_id`.execute(tx)
    if (rows.length === 0) throw notFound('transcription that is under way')
    const subject = { kind: 'recording', id: recordingId }
    await audit(tx, { workspaceId, actor, action: 'transcription.cancelled', subject })
  })
}

/**
 * One attempt. Whatever happens to the program in between, one answer of one run is kept: it is written only where this run still waits for it. A
 * run that was cancelled, or whose recording may not be heard any more, sends nothing further.
 */
export async function transcribe(app: App, given: Run & { signal: AbortSignal }): Promise<void> {
  const begun = await beginAttempt(app, given)
  if (begun === undefined) return
  const { transcriber } = app
  if (transcriber === null || soundHost(app) !== begun.host) return fail(app, { ...given, why: 'turned off' })
  const recording = await findPlayable(app, given).catch((error: unknown) => {
    if (error instanceof Problem) return undefined
    throw error
  })
  if (recording === undefined) return fail(app, { ...given, why: 'not agreed' })
  await keepSending(app, given)
  const watch = watchRun(app, given)
  try {
    const answered = await askTranscriber({
      transcriber,
      bytes: app.largeFiles.read(fileKeyOf(given), { from: 0, until: recording.size }),
      size: recording.size,
      media: recording.media,
      language: begun.language,
      onSent: watch.onSent,
      signal: AbortSignal.any([given.signal, watch.signal]),
    })
    await conclude(app, { ...given, begun, answered })
  } catch (error) {
    // Cancelled: there is nobody to tell. Ended with the program: the job comes again.
    if (!watch.signal.aborted) throw error
  } finally {
    await watch.stop()
  }
}

type Attempt = { host: string; language: string; duration_ms: number | null }

/** The same attempt again is one that the program was ended in. */
async function beginAttempt(app: App, { recordingId, run, attempt }: Run): Promise<Attempt | undefined> {
  const { rows } = await sql<Attempt>`
    update transcriptions t set state = 'sending', attempts = ${attempt}, sent = 0, next_at = null
    from recordings r
    where r.id = t.recording_id and t.recording_id = ${recordingId} and t.run = ${run}
      and (t.attempts = ${attempt - 1} and t.state in ('queued', 'waiting') or t.attempts = ${attempt} and t.state in ('sending', 'listening'))
    returning t.host, r.language, r.duration_ms`.execute(app.pg)
  return rows[0]
}

/** Writes down twice a second how far it is, and hears whether the run was cancelled or the recording is gone. */
function watchRun(app: App, { recordingId, run }: Run) {
  const abort = new AbortController()
  let sent = 0
  let working: Promise<void> = Promise.resolve()
  const look = async () => {
    const { rows } = await sql`
      update transcriptions t set sent = ${sent}, state = case when ${sent} >= r.size then 'listening' else 'sending' end
      from recordings r where r.id = t.recording_id and t.recording_id = ${recordingId} and t.run = ${run}
        and t.state in ('sending', 'listening') returning t.run`.execute(app.pg)
    if (rows.length === 0) abort.abort()
  }
  const timer = setInterval(() => {
    working = look().catch(() => undefined)
  }, 500)
  return {
    signal: abort.signal,
    onSent: (bytes: number) => {
      sent = bytes
    },
    stop: async () => {
      clearInterval(timer)
      await working
    },
  }
}

async function conclude(app: App, given: Run & { begun: Attempt; answered: Answered }): Promise<void> {
  const { answered, begun } = given
  if (answered.state === 'refused') {
    const { why, status } = answered
    if (answered.again === 'no') return fail(app, { ...given, why, status })
    return again(app, { ...given, why, status, afterSeconds: answered.afterSeconds })
  }
  const heard = readAnswer(answered.body, begun.duration_ms)
  if (heard === undefined) return again(app, { ...given, why: 'broken answer', afterSeconds: null })
  if (heard.segments.length === 0) return fail(app, { ...given, why: 'nothing said' })
  await sql`
    update transcriptions set state = 'done', why = null, refused_with = null, ended_at = ${app.clock.now()},
      segments = ${json(heard.segments)}::jsonb, marks = ${json(heard.marks)}::jsonb
    where recording_id = ${given.recordingId} and run = ${given.run} and state in ('sending', 'listening')`.execute(
    app.pg,
  )
}

/** `status`: what it was refused with, where it was. */
type Failing = Run & { why: TranscriptionTrouble; status?: number | null }

async function again(app: App, given: Failing & { afterSeconds: number | null }): Promise<void> {
  const { workspaceId, recordingId, run, attempt, why, status = null } = given
  if (attempt >= attempts) return fail(app, given)
  const afterSeconds = given.afterSeconds ?? pauseAfter(attempt)
  const nextAt = new Date(app.clock.now().getTime() + afterSeconds * 1000)
  const { rows } = await sql`
    update transcriptions set state = 'waiting', why = ${why}, refused_with = ${status}, next_at = ${nextAt}
    where recording_id = ${recordingId} and run = ${run} and state in ('sending', 'listening') returning run`.execute(
    app.pg,
  )
  if (rows.length === 0) return
  await queueAttempt(app, { workspaceId, recordingId, run, attempt: attempt + 1 }, afterSeconds)
}

async function fail(app: App, { recordingId, run, why, status = null }: Failing): Promise<void> {
  await sql`
    update transcriptions set state = 'failed', why = ${why}, refused_with = ${status}, next_at = null, ended_at = ${app.clock.now()}
    where recording_id = ${recordingId} and run = ${run} and state in ('sending', 'listening')`.execute(
    app.pg,
  )
}

const running = () =>
  new Problem({
    id: 'transcription-running',
    status: 409,
    detail: 'This recording is being written down already, or its words are here. Look at the page again.',
  })

const alreadyThere = () =>
  new Problem({
    id: 'transcript-there',
    status: 409,
    detail: 'The words of this recording are here already. Correct them where the conversation is read.',
  })
