import type { App } from '../src/platform/index.ts'
import type { TestMember } from './members.ts'

/** Ids of real objects of one workspace, by the name routes give them in their path. */
export type Objects = Record<string, string>

/** Makes one of each kind of object in a workspace, so that routes can be asked for what is somebody else's. */
export async function makeObjects(app: App, { workspaceId, memberId, userId }: TestMember): Promise<Objects> {
  const { pg } = app
  const workspace_id = workspaceId
  const key = await pg
    .insertInto('keys')
    .values({ workspace_id, kind: 'write', name: 'Theirs', hint: '…', hash: crypto.randomUUID() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const invitation = await pg
    .insertInto('invitations')
    .values({
      workspace_id,
      email: 'theirs@example.org',
      role: 'viewer',
      token_hash: crypto.randomUUID(),
      expires_at: new Date('2100-01-01'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const source = await pg
    .insertInto('sources')
    .values({ workspace_id, name: 'Theirs', party: 'first', origin: 'told', kind: 'file' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const person = await pg
    .insertInto('people')
    .values({ workspace_id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const upload = await pg
    .insertInto('uploads')
    .values({ workspace_id, name: 'theirs.csv', size: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const refused = await pg
    .insertInto('refused_events')
    .values({ workspace_id, source_id: source.id, reason: 'no event name', body: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const said = await makeConversation(app, workspaceId)
  const imported = await pg
    .insertInto('imports')
    .values({
      workspace_id,
      upload_id: upload.id,
      file_name: 'theirs.csv',
      file_size: 1,
      digest: 'd',
      file: '{}',
      guesses: '[]',
      kind: 'people',
      mapping: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    ...said,
    refusedId: refused.id,
    memberId,
    userId,
    keyId: key.id,
    invitationId: invitation.id,
    sourceId: source.id,
    personId: person.id,
    uploadId: upload.id,
    importId: imported.id,
  }
}

async function makeConversation({ pg }: App, workspace_id: string): Promise<Objects> {
  const study = await pg
    .insertInto('studies')
    .values({ workspace_id, title: 'Theirs', mode: 'behaviour', guide: '[]' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const inStudy = { workspace_id, study_id: study.id }
  const person = await pg
    .insertInto('people')
    .values({ workspace_id })
    .returning('no')
    .executeTakeFirstOrThrow()
  const participant = await pg
    .insertInto('participants')
    .values({ ...inStudy, person_no: person.no })
    .returning('id')
    .executeTakeFirstOrThrow()
  const spoken = { title: 'Theirs', kind: 'text', language: 'en', source_name: '', fingerprint: 'theirs' }
  const interview = await pg
    .insertInto('interviews')
    .values({ ...inStudy, ...spoken, happened_at: new Date(), dropped: '[]' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const at = { workspace_id, interview_id: interview.id, position: 0 }
  const speaker = await pg
    .insertInto('speakers')
    .values({ ...at, role: 'other' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const utterance = await pg
    .insertInto('utterances')
    .values({ ...at, speaker_id: speaker.id, text: 'Theirs' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const code = await pg
    .insertInto('codes')
    .values({ workspace_id, name: 'Theirs' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const place = { interview_id: interview.id, utterance_id: utterance.id, utterance_version: 1 }
  const highlight = await pg
    .insertInto('highlights')
    .values({ ...inStudy, ...place, start_at: 0, end_at: 6 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    studyId: study.id,
    participantId: participant.id,
    interviewId: interview.id,
    utteranceId: utterance.id,
    codeId: code.id,
    highlightId: highlight.id,
  }
}
