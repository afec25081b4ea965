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
  return { studyId: study.id, participantId: participant.id, interviewId: interview.id }
}
