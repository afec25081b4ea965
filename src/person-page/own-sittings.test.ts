import { expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { joinWorkspace, openWorkspace } from '../../test/members.ts'
import { openStudy } from '../../test/spoken-study.ts'
import { planSitting } from '../conversations/index.ts'
import { addParticipant } from '../conversations/participants.ts'
import { ownSittings } from './own-sittings.ts'

test('a participant is told who asks, who sits in, and that notes are kept', async () => {
  const app = await openTestApp()
  const owner = await openWorkspace(app)
  const { workspaceId, actor, memberId } = owner
  const bo = await joinWorkspace(app, { workspaceId, role: 'viewer' })
  const { studyId } = await openStudy(app, owner)
  const participantId = await addParticipant(app, {
    workspaceId,
    studyId,
    personId: undefined,
    agreements: [],
    actor,
  })
  const startsAt = new Date('2026-03-02T09:00:00Z')
  const planned = {
    workspaceId,
    studyId,
    people: [{ participantId }],
    interviewerId: memberId,
    startsAt,
    actor,
  }
  const { sittingId } = await app.pg
    .transaction()
    .execute((tx) => planSitting({ app, tx }, { ...planned, minutes: 60, language: 'en' }))
  const companion = {
    workspace_id: workspaceId,
    sitting_id: sittingId,
    member_id: bo.memberId,
    part: 'observer',
  }
  await app.pg.insertInto('sitting_companions').values(companion).execute()
  const link = { workspaceId, participantId }
  const expected = { startsAt, interviewer: 'Owner', companions: ['The viewer'] }
  expect(await ownSittings(app.pg, link)).toEqual([{ ...expected, isPlanned: true, notes: 0 }])

  const note = { workspace_id: workspaceId, sitting_id: sittingId, member_id: memberId, at: startsAt }
  const rows = [
    { ...note, id: crypto.randomUUID(), kind: 'begin' },
    { ...note, id: crypto.randomUUID(), kind: 'quote', text: 'Nobody answered' },
  ]
  await app.pg.insertInto('sitting_notes').values(rows).execute()
  await app.pg.updateTable('sittings').set({ state: 'held' }).where('id', '=', sittingId).execute()
  expect(await ownSittings(app.pg, link)).toEqual([{ ...expected, isPlanned: false, notes: 1 }])
})
