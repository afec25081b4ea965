import { importProject } from '../src/coding/exchange/import-project.ts'
import { guid, qde } from '../src/coding/exchange/testing-projects.ts'
import { beginRound } from '../src/coding/rounds/rounds.ts'
import { NewRound } from '../src/coding/rounds/round.schema.ts'
import { planSitting } from '../src/conversations/sittings/plan-sitting.ts'
import type { App } from '../src/platform/index.ts'
import { bringDocument, joinStudy, sampleFile } from '../test/documents.ts'
import { joinWorkspace, type TestMember } from '../test/members.ts'
import { bringAnswers } from '../test/open-answers.ts'
import { bringRecording, meetRecorded } from '../test/recordings.ts'
import { archiveOf, fileOf } from '../test/refi.ts'
import { wavOf } from '../test/sound.ts'
import { bringMeeting, type Meeting } from './meetings.ts'

type InStudy = { studyId: string; meetings: readonly Meeting[]; answers: number }

/** What a study holds beside conversations: a recording, a photo, open answers, an appointment, blind double coding and another program's project. */
export async function bringMaterial(
  app: App,
  owner: TestMember,
  { studyId, meetings, answers }: InStudy,
): Promise<Record<string, string>> {
  const participantId = await meetRecorded(app, owner, studyId)
  const sound = { studyId, participantIds: [participantId], bytes: wavOf(600) }
  return {
    recordingId: await bringRecording(app, owner, sound),
    documentId: await bringPhoto(app, owner, studyId),
    answersId: await bringAnswers(app, owner, { studyId, texts: said(meetings).slice(0, answers) }),
    sittingId: await plan(app, owner, { studyId, participantId }),
    roundId: await codeTwice(app, owner, { studyId, meeting: meetings[0] ?? { name: '', text: '' } }),
    codingImportId: await bringProject(app, owner, {
      studyId,
      text: meetings[0]?.text.slice(0, 20_000) ?? '',
    }),
  }
}

/** What was said in meetings, a turn each and none twice. */
function said(meetings: readonly Meeting[]): string[] {
  const turns = meetings.flatMap(({ text }) => text.split('\n')).filter((turn) => turn.length > 40)
  return [...new Set(turns.map((turn) => turn.replace(/^[^:]+: /, '')))]
}

async function bringPhoto(app: App, owner: TestMember, studyId: string): Promise<string> {
  const participantId = await joinStudy(app, owner, {
    studyId,
    agreed: ['recording', 'conversation_analysis'],
  })
  const photo = { studyId, name: 'shelf.jpg', bytes: sampleFile('shelf.jpg'), participantId }
  return (await bringDocument(app, owner, photo)).documentId
}

async function plan(
  app: App,
  { workspaceId, memberId: interviewerId, actor }: TestMember,
  { studyId, participantId }: { studyId: string; participantId: string },
): Promise<string> {
  const startsAt = new Date(app.clock.now().getTime() + 3_600_000)
  const sitting = { workspaceId, studyId, interviewerId, startsAt, minutes: 60, language: 'en', actor }
  const { sittingId } = await app.pg
    .transaction()
    .execute((tx) => planSitting({ app, tx }, { ...sitting, people: [{ participantId }] }))
  return sittingId
}

async function codeTwice(
  app: App,
  owner: TestMember,
  { studyId, meeting }: { studyId: string; meeting: Meeting },
): Promise<string> {
  const { workspaceId, actor } = owner
  const colleague = await joinWorkspace(app, { workspaceId, role: 'researcher' })
  const interviewId = await bringMeeting(app, owner, { ...meeting, studyId })
  const round = NewRound.parse({
    name: 'First round',
    conversations: { interviewIds: [interviewId] },
    coderIds: [owner.userId, colleague.userId],
  })
  return (await beginRound(app, { workspaceId, studyId, actor, round })).roundId
}

async function bringProject(
  app: App,
  { workspaceId, actor }: TestMember,
  { studyId, text }: { studyId: string; text: string },
): Promise<string> {
  const selections = Array.from({ length: 200 }, (_, at) => ({ start: at * 20, end: at * 20 + 15 }))
  const { importId } = await importProject(app, {
    ...{ workspaceId, actor, codebook: 'study', titles: 'numbered', agreements: [] },
    file: fileOf(archiveOf({ 'project.qde': qde({ selections }), [`sources/${guid(10)}.txt`]: text })),
    study: { studyId },
  })
  return importId
}
