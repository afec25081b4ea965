import { markRegion } from '../src/coding/regions/regions.ts'
import { markStretch } from '../src/coding/stretches/stretches.ts'
import type { TestingStudy } from '../src/coding/views/testing-study.ts'
import type { InterviewText } from '../src/conversations/index.ts'
import { keepShape } from '../src/conversations/recordings/recordings.ts'
import { bringDocument, sampleFile } from './documents.ts'
import { agreeToSound, bringRecording } from './recordings.ts'
import { wavOf } from './sound.ts'

type Codes = readonly string[]
type Marked = {
  talk: InterviewText
  stretch: Codes
  photo: readonly [first: Codes, over: Codes, apart: Codes]
}

/**
 * A recording of the talk, 20 seconds with the fifth to the ninth marked, and a photo of whoever takes part in it with two places that overlap and one that does not;
 * each marked with the codes of these names.
 */
export async function markPlaces(study: TestingStudy, { talk, stretch, photo }: Marked) {
  const { app, studyId } = study
  const { workspaceId, actor } = study.ann
  const coded = (names: Codes) => ({ workspaceId, actor, codeIds: names.map((name) => study.idOf(name)) })
  await agreeToSound(app, study.ann, talk)
  const { interviewId } = talk
  const recordingId = await bringRecording(app, study.ann, { studyId, bytes: wavOf(20), interviewId })
  await keepShape(app, { workspaceId, recordingId, durationMs: 20_000, peaks: new Uint8Array() })
  await markStretch(app, { ...coded(stretch), recordingId, moments: { startMs: 5000, endMs: 9000 } })
  const participantId = talk.speakers.find((one) => one.participantId !== null)?.participantId ?? ''
  const file = { name: 'shelf.jpg', bytes: sampleFile('shelf.jpg'), participantId }
  const { documentId } = await bringDocument(app, study.ann, { studyId, ...file })
  const place = { page: 1, left: 0.1, top: 0.1, width: 0.4, height: 0.4 }
  const [first, over, apart] = photo
  await markRegion(app, { ...coded(first), documentId, place })
  await markRegion(app, { ...coded(over), documentId, place: { ...place, left: 0.3 } })
  await markRegion(app, {
    ...{ ...coded(apart), documentId },
    place: { ...place, left: 0.6, top: 0.6, height: 0.3 },
  })
  return { photoId: documentId, participantId }
}
