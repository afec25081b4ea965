import { z } from 'zod'
import { InterviewId, ParticipantId, RecordingId, StudyId } from '../../workspace/ids.ts'
import { StudyLanguage } from '../guide/guide.schema.ts'

// Safe in the browser.

/** Largest recording, in bytes. */
export const largestRecording = 2 * 1024 ** 3

/** Bytes of a piece as the browser sends it; the server keeps whole ones. */
export const pieceSize = 8 * 1024 * 1024

/** Who is heard: chosen participants of the study, or those of a conversation that is here as words already. */
const Heard = z.union([
  z.object({ participantIds: z.array(ParticipantId).min(1).max(100) }),
  z.object({ interviewId: InterviewId }),
])

export const NewRecording = z.object({
  name: z.string().trim().min(1).max(300),
  size: z.int().min(1),
  heard: Heard,
  language: StudyLanguage,
  happenedAt: z.iso.datetime({ offset: true }),
})
export type NewRecording = z.output<typeof NewRecording>

export const recordingStates = ['arriving', 'checking', 'ready', 'damaged'] as const

export const transcriptionStates = [
  'queued',
  'sending',
  'listening',
  'waiting',
  'done',
  'failed',
  'cancelled',
] as const

/** Why a transcription did not succeed, or has to wait. */
export const transcriptionTroubles = [
  'unreachable',
  'silent',
  'busy',
  'failing',
  'refused',
  'broken answer',
  'refused key',
  'too large',
  'not understood',
  'nothing said',
  'not agreed',
  'turned off',
] as const
export type TranscriptionTrouble = (typeof transcriptionTroubles)[number]

export const Transcription = z.object({
  state: z.enum(transcriptionStates),
  host: z.string(),
  model: z.string(),
  attempts: z.int(),
  /** Bytes sent of the recording in this attempt. */
  sent: z.number(),
  why: z.enum(transcriptionTroubles).nullable(),
  /** The HTTP status of the answer that was no transcript; null where none came. */
  status: z.int().nullable(),
  nextAt: z.string().nullable(),
})

export const Recording = z.object({
  recordingId: RecordingId,
  studyId: StudyId,
  interviewId: InterviewId.nullable(),
  /** The file's name, for who may see people; else null. */
  name: z.string().nullable(),
  size: z.number(),
  received: z.number(),
  media: z.string().nullable(),
  state: z.enum(recordingStates),
  durationMs: z.int().nullable(),
  language: z.string(),
  happenedAt: z.string(),
  /** Pseudonyms of those heard, in order, with what else must be known of them. */
  heard: z.array(z.object({ participantId: ParticipantId.nullable(), pseudonym: z.string() })),
  /** Whether it may be heard now. */
  audible: z.boolean(),
  /** When it is deleted by the study's rule, where that is known already. */
  deletedOn: z.string().nullable(),
  transcription: Transcription.nullable(),
})
export type Recording = z.output<typeof Recording>

/** How long a study keeps its recordings: days after their words were brought in, not beyond a day, or both. */
export const RecordingRule = z.object({
  daysAfter: z.int().min(0).max(3650).nullable(),
  untilDay: z.iso.date().nullable(),
  version: z.int(),
})
export type RecordingRule = z.output<typeof RecordingRule>

/** What holds where a study says nothing. */
export const usualRule: RecordingRule = { daysAfter: 30, untilDay: null, version: 0 }

export const RecordingReceipt = z.object({
  recordingId: RecordingId,
  why: z.enum(['by hand', 'rule', 'withdrawn', 'erased', 'unfinished', 'conversation removed']),
  size: z.number(),
  goneAt: z.string(),
})
export type RecordingReceipt = z.output<typeof RecordingReceipt>

/** Whom recordings may be sent to for their words: shown before a member decides. */
export const TranscriberShown = z.object({ host: z.string(), model: z.string(), largest: z.number() })

/** Something said, with when each of its words begins. */
export const Segment = z.object({
  startMs: z.int(),
  endMs: z.int(),
  text: z.string(),
  /** Milliseconds at which each word (what stands between white space) begins. */
  starts: z.array(z.int()),
})
export type Segment = z.output<typeof Segment>

/** Who speaks: a participant by id, somebody of the team, or a voice the transcriber told apart and nobody has named yet. */
export const Voice = z.union([
  ParticipantId,
  z.literal('interviewer'),
  z.literal('other'),
  z.templateLiteral(['voice ', z.int().min(1).max(99)]),
])
export type Voice = z.output<typeof Voice>

/** From which segment on somebody speaks. */
export const Mark = z.object({ from: z.int().min(0), who: Voice })
export type Mark = z.output<typeof Mark>

export const TranscriptDraft = z.object({
  recordingId: RecordingId,
  language: z.string(),
  segments: z.array(Segment),
  marks: z.array(Mark),
  version: z.int(),
})
export type TranscriptDraft = z.output<typeof TranscriptDraft>
