import { notFound, type App } from '../../platform/index.ts'
import { readInterview } from '../transcript-text.ts'
import { findPlayable } from './play-recording.ts'
import { timeAt } from './word-starts.ts'
import { startsOf } from './sound-place.ts'

/** Milliseconds a caption stands at most, and letters it has about. */
const longest = 6000
const letters = 84

/**
 * What is said in a recording as WebVTT, for those who do not hear it: who speaks by pseudonym, turn by turn, long turns in parts. Throws 404 where
 * it may not be heard or has no words with times.
 */
export async function captionsOf(
  app: App,
  at: { workspaceId: string; recordingId: string },
): Promise<string> {
  const { workspaceId, recordingId } = at
  await findPlayable(app, at)
  const found = await app.pg
    .selectFrom('recordings')
    .select('interview_id')
    .where('id', '=', recordingId)
    .executeTakeFirst()
  const interviewId = found?.interview_id
  if (typeof interviewId !== 'string') throw notFound('transcript')
  const interview = await readInterview(app.pg, { workspaceId, interviewId })
  if (!interview) throw notFound('transcript')
  const labels = new Map(interview.speakers.map((speaker) => [speaker.speakerId, speaker.label ?? '']))
  const starts = await startsOf(app.pg, { workspaceId, interviewId })
  const cues = interview.utterances.flatMap(({ utteranceId, text, startMs, endMs, version, speakerId }) => {
    if (startMs === null) return []
    const spoken = {
      text,
      startMs,
      endMs: endMs ?? startMs + longest,
      starts: starts.get(`${utteranceId} ${version}`),
    }
    return partsOf(spoken).map((part) => cueOf(part, labels.get(speakerId) ?? ''))
  })
  return ['WEBVTT', ...cues, ''].join('\n\n')
}

type Spoken = { text: string; startMs: number; endMs: number; starts: readonly number[] | undefined }
type Part = { text: string; from: number; until: number }

function partsOf(spoken: Spoken): Part[] {
  const parts: Part[] = []
  const lines = spoken.text.match(new RegExp(`\\S[\\s\\S]{0,${letters}}(?=\\s|$)|\\S+`, 'gu')) ?? []
  let place = 0
  for (const line of lines) {
    const at = spoken.text.indexOf(line, place)
    place = at + line.length
    const from = timeAt(spoken, [...spoken.text.slice(0, at)].length)
    const last = parts.at(-1)
    if (last) last.until = Math.min(from, last.from + longest)
    parts.push({ text: line, from, until: Math.max(from, Math.min(spoken.endMs, from + longest)) })
  }
  return parts.filter((part) => part.until > part.from)
}

function cueOf({ text, from, until }: Part, who: string): string {
  const escape = (said: string) =>
    said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const voice = who === '' ? '' : `<v ${escape(who).replaceAll(/\s+/gu, ' ')}>`
  return `${clock(from)} --> ${clock(until)}\n${voice}${escape(text).replaceAll(/\s+/gu, ' ').trim()}`
}

function clock(ms: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  const rest = String(Math.round(ms) % 1000).padStart(3, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${rest}`
}
