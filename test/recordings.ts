import { recordAgreements } from '../src/conversations/index.ts'
import type { InterviewText } from '../src/conversations/index.ts'
import { addParticipant } from '../src/conversations/participants.ts'
import { beginRecording } from '../src/conversations/recordings/begin-recording.ts'
import { checkRecording } from '../src/conversations/recordings/check-recording.ts'
import { receivePieces } from '../src/conversations/recordings/receive-pieces.ts'
import type { App } from '../src/platform/index.ts'
import { InterviewId, ParticipantId, type RecordingId } from '../src/workspace/index.ts'
import type { TestMember } from './members.ts'

/** Somebody new in a study who agreed to be recorded. */
export async function meetRecorded(app: App, by: TestMember, studyId: string): Promise<ParticipantId> {
  const agreements = [{ agreement: 'recording' as const, given: true, channel: 'by hand' }]
  const { workspaceId, actor } = by
  return addParticipant(app, { workspaceId, studyId, personId: undefined, agreements, actor })
}

/** Writes down that everybody who answers in a conversation may be recorded. */
export async function agreeToSound(app: App, by: TestMember, interview: InterviewText): Promise<void> {
  for (const { participantId } of interview.speakers)
    if (participantId !== null) await sayOfRecording(app, by, { participantId, given: true })
}

export async function sayOfRecording(
  app: App,
  { workspaceId, actor }: TestMember,
  { participantId, given }: { participantId: string; given: boolean },
): Promise<void> {
  const agreements = [{ agreement: 'recording' as const, given, channel: 'by hand' }]
  await recordAgreements(app, { workspaceId, participantId, agreements, actor })
}

type Recorded = { studyId: string; bytes: Uint8Array; name?: string } & (
  | { participantIds: readonly string[] }
  | { interviewId: string }
)

/** Brings in a recording as the browser does, and compares it. */
export async function bringRecording(app: App, by: TestMember, given: Recorded): Promise<RecordingId> {
  const { workspaceId, actor } = by
  const { studyId, bytes, name = 'Anna 3 May.wav' } = given
  const recordingId = await beginRecording(app, {
    workspaceId,
    studyId,
    actor,
    name,
    size: bytes.length,
    heard:
      'interviewId' in given
        ? { interviewId: InterviewId.parse(given.interviewId) }
        : { participantIds: given.participantIds.map((id) => ParticipantId.parse(id)) },
    language: 'en',
    happenedAt: '2026-05-03T10:00:00Z',
  })
  const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0' }
  const request = new Request('http://localhost/', { method: 'PATCH', headers, body: new Uint8Array(bytes) })
  await receivePieces(app, { workspaceId, recordingId, request })
  await checkRecording(app, { workspaceId, recordingId })
  return recordingId
}
