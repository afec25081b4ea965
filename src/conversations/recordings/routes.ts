import { z } from 'zod'
import { notFound, route } from '../../platform/index.ts'
import {
  InterviewId,
  RecordingId,
  StudyId,
  UtteranceId,
  WorkspaceId,
  memberOrKey,
  member,
  outsideSample,
  actorMay,
  type Actor,
} from '../../workspace/index.ts'
import { Interviewer } from '../interview.schema.ts'
import { beginRecording } from './begin-recording.ts'
import { captionsOf } from './captions.ts'
import { deleteRecording } from './delete-recordings.ts'
import { bringTranscript, findDraft, markSpeakers } from './name-speakers.ts'
import { playRecording } from './play-recording.ts'
import { receivePieces, uploadState } from './receive-pieces.ts'
import { changeRule } from './recording-rule.ts'
import {
  Mark,
  NewRecording,
  Recording,
  RecordingReceipt,
  RecordingRule,
  TranscriberShown,
  TranscriptDraft,
} from './recording.schema.ts'
import { findRecording, keepShape, listRecordings, peaksOf, recordingOfInterview } from './recordings.ts'
import { audibleInterviews, hasInterview, soundOfWords, startsOf } from './sound-place.ts'
import { hostOf } from './sendings.ts'
import { askForTranscript, cancelTranscription } from './transcribe.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })
const ofRecording = inWorkspace.extend({ recordingId: RecordingId })

const namesFor = (actor: Actor) => (actorMay(actor, 'people.read') ? 'names' : 'no names')

/** Bytes of loudness: a moment each. */
const mostPeaks = 4000

const studyRecordings = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/recordings', {
    summary: 'The recordings of a study, how long they are kept, and what is gone',
    access: memberOrKey('studies.read'),
    params: inStudy,
    answer: z.object({
      recordings: z.array(Recording),
      rule: RecordingRule,
      receipts: z.array(RecordingReceipt),
      transcriber: TranscriberShown.nullable(),
    }),
    handle: async ({ app, params, actor }) => ({
      ...(await listRecordings(app, { ...params, names: namesFor(actor) })),
      transcriber: app.transcriber && {
        host: hostOf(app.transcriber),
        model: app.transcriber.model,
        largest: app.transcriber.largest,
      },
    }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/recordings', {
    summary: 'Begin to bring in a recording; its bytes follow by tus at …/recordings/{recordingId}/bytes',
    access: outsideSample(memberOrKey('studies.write')),
    params: inStudy,
    body: NewRecording,
    answer: z.object({ recordingId: RecordingId }),
    handle: async ({ app, params, body, actor }) => ({
      recordingId: await beginRecording(app, { ...params, ...body, actor }),
    }),
  }),
  route('PUT /api/w/{workspaceId}/studies/{studyId}/recordings/rule', {
    summary: 'Say how long the recordings of a study are kept',
    access: memberOrKey('studies.write'),
    params: inStudy,
    body: RecordingRule,
    handle: async ({ app, params, body, actor }) => {
      await changeRule(app, { ...params, rule: body, actor })
      return undefined
    },
  }),
]

const oneRecording = [
  route('GET /api/w/{workspaceId}/recordings/{recordingId}', {
    summary: 'One recording: how far it is, who is heard, when it goes',
    access: memberOrKey('studies.read'),
    params: ofRecording,
    answer: Recording,
    handle: ({ app, params, actor }) => findRecording(app, { ...params, names: namesFor(actor) }),
  }),
  route('DELETE /api/w/{workspaceId}/recordings/{recordingId}', {
    summary: 'Delete a recording at once; the words stay',
    access: memberOrKey('studies.write'),
    params: ofRecording,
    handle: async ({ app, params, actor }) => {
      await deleteRecording(app, { ...params, actor })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/recordings/{recordingId}/bytes', {
    summary: 'How much of a recording is here, as tus asks with HEAD',
    sends: [],
    access: memberOrKey('studies.write'),
    params: ofRecording,
    handle: ({ app, params }) => uploadState(app, params),
  }),
  route('PATCH /api/w/{workspaceId}/recordings/{recordingId}/bytes', {
    summary: 'Bytes of a recording by tus 1.0.0, in pieces of 8 MiB, each with a checksum or without',
    sends: [],
    takes: ['application/offset+octet-stream'],
    headers: {
      'tus-resumable': 'Version of tus: 1.0.0',
      'upload-offset': 'Byte of the recording at which the piece begins',
    },
    access: memberOrKey('studies.write'),
    params: ofRecording,
    bodyLimit: 'handler',
    handle: ({ app, params, request }) => receivePieces(app, { ...params, request }),
  }),
]

const listening = [
  route('GET /api/w/{workspaceId}/recordings/{recordingId}/media', {
    summary:
      'The sound or video itself, by ranges; ends where somebody heard in it takes their permission back',
    sends: ['audio/*', 'video/*'],
    access: member('transcripts.read'),
    params: ofRecording,
    handle: ({ app, params, request, actor }) => playRecording(app, { ...params, request, actor }),
  }),
  route('GET /api/w/{workspaceId}/recordings/{recordingId}/captions', {
    summary: 'What is said in a recording, as WebVTT',
    sends: ['text/vtt'],
    access: member('transcripts.read'),
    params: ofRecording,
    handle: async ({ app, params }) =>
      new Response(await captionsOf(app, params), {
        headers: { 'content-type': 'text/vtt; charset=utf-8', 'cache-control': 'private, no-store' },
      }),
  }),
  route('GET /api/w/{workspaceId}/recordings/{recordingId}/shape', {
    summary: 'Loudness of a recording over time, as base64; null where no browser has worked it out yet',
    access: member('transcripts.read'),
    params: ofRecording,
    answer: z.object({ peaks: z.string().nullable() }),
    handle: async ({ app, params }) => ({ peaks: (await peaksOf(app, params))?.toString('base64') ?? null }),
  }),
  route('PUT /api/w/{workspaceId}/recordings/{recordingId}/shape', {
    summary: 'Keep the length and loudness that a browser found',
    access: member('transcripts.read'),
    params: ofRecording,
    body: z.object({
      durationMs: z.int().min(1).max(2_000_000_000),
      peaks: z.string().max((mostPeaks * 4) / 3 + 4),
    }),
    handle: async ({ app, params, body }) => {
      await keepShape(app, {
        ...params,
        durationMs: body.durationMs,
        peaks: Buffer.from(body.peaks, 'base64'),
      })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/interviews/{interviewId}/sound', {
    summary: 'The recording of a conversation that may be heard now, and when each word begins',
    access: member('transcripts.read'),
    params: inWorkspace.extend({ interviewId: InterviewId }),
    answer: z.object({
      recording: Recording.nullable(),
      words: z.array(z.object({ utteranceId: UtteranceId, version: z.int(), starts: z.array(z.int()) })),
    }),
    handle: async ({ app, params, actor }) => {
      if (!(await hasInterview(app.pg, params))) throw notFound('interview')
      const recording = await recordingOfInterview(app, { ...params, names: namesFor(actor) })
      const starts = recording === null ? new Map<string, number[]>() : await startsOf(app.pg, params)
      const words = [...starts].map(([key, times]) => {
        const [utteranceId = '', version = ''] = key.split(' ')
        return { utteranceId: UtteranceId.parse(utteranceId), version: Number(version), starts: times }
      })
      return { recording, words }
    },
  }),
  route('GET /api/w/{workspaceId}/utterances/{utteranceId}/sound', {
    summary: 'Where a turn is heard, while its recording may be heard',
    access: member('transcripts.read'),
    params: inWorkspace.extend({ utteranceId: UtteranceId }),
    answer: z.object({ recordingId: RecordingId, startMs: z.int(), endMs: z.int() }),
    handle: async ({ app, params }) => {
      const place = await soundOfWords(app.pg, { ...params, start: 0, end: Number.MAX_SAFE_INTEGER })
      if (!place) throw notFound('sound of this turn')
      return place
    },
  }),
  route('GET /api/w/{workspaceId}/audible', {
    summary: 'The conversations whose words may be heard now',
    access: member('transcripts.read'),
    params: inWorkspace,
    answer: z.object({ interviewIds: z.array(InterviewId) }),
    handle: async ({ app, params }) => ({
      interviewIds: await audibleInterviews(app.pg, params.workspaceId),
    }),
  }),
]

const transcribing = [
  route('POST /api/w/{workspaceId}/recordings/{recordingId}/transcription', {
    summary: 'Send a recording to be written down; `host` is where the member has read that it goes',
    access: memberOrKey('studies.write'),
    params: ofRecording,
    body: z.object({ host: z.string().max(300) }),
    handle: async ({ app, params, body, actor }) => {
      await askForTranscript(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('DELETE /api/w/{workspaceId}/recordings/{recordingId}/transcription', {
    summary: 'Stop a recording being written down',
    access: memberOrKey('studies.write'),
    params: ofRecording,
    handle: async ({ app, params, actor }) => {
      await cancelTranscription(app, { ...params, actor })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/recordings/{recordingId}/draft', {
    summary: 'What was heard in a recording, before everybody who speaks is named',
    access: member('transcripts.read'),
    params: ofRecording,
    answer: TranscriptDraft,
    handle: ({ app, params }) => findDraft(app, params),
  }),
  route('PUT /api/w/{workspaceId}/recordings/{recordingId}/draft', {
    summary: 'Say who speaks from where on',
    access: member('studies.write'),
    params: ofRecording,
    body: z.object({ marks: z.array(Mark).max(20_000), version: z.int() }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body }) => markSpeakers(app, { ...params, ...body }),
  }),
  route('POST /api/w/{workspaceId}/recordings/{recordingId}/transcript', {
    summary: 'Make an interview of what was heard',
    access: member('studies.write'),
    params: ofRecording,
    body: z.object({
      title: z.string().trim().min(1).max(500).optional(),
      called: z.string().trim().min(1).max(50).default('Interview'),
      interviewer: Interviewer.optional(),
      version: z.int(),
    }),
    answer: z.object({ interviewId: InterviewId }),
    handle: ({ app, params, body, actor }) => {
      const { called, title, ...rest } = body
      return bringTranscript(app, { ...params, ...rest, title: title ?? { called }, actor })
    },
  }),
]

export const recordingRoutes = [...studyRecordings, ...oneRecording, ...listening, ...transcribing]
