import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import { addParticipant } from '../participants.ts'
import { conversationRoutes } from '../room.ts'
import { planSitting } from './plan-sitting.ts'

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let owner: TestMember
let anna: TestMember
let bo: TestMember
// Everybody has one conversation a day.
let days = 1

beforeAll(async () => {
  app = await openTestApp()
  ask = askRoutes(app, conversationRoutes)
  owner = await openWorkspace(app)
  const { workspaceId } = owner
  // Neither role plans studies.
  anna = await joinWorkspace(app, { workspaceId, role: 'viewer' })
  bo = await joinWorkspace(app, { workspaceId, role: 'marketer' })
})

/** One participant who is asked once by each of these. */
async function askedBy(interviewers: readonly TestMember[]) {
  const { workspaceId, actor } = owner
  const { studyId } = await openStudy(app, owner)
  const participantId = await addParticipant(app, {
    ...{ workspaceId, studyId, actor, personId: undefined },
    agreements: [],
  })
  const sittingIds: string[] = []
  for (const { memberId: interviewerId } of interviewers) {
    days += 1
    const startsAt = new Date(app.clock.now().getTime() + days * 86_400_000)
    const planned = {
      ...{ workspaceId, studyId, actor, interviewerId, startsAt, minutes: 60, language: 'en' },
      people: [{ participantId, called: 'Mette' }],
    }
    const { sittingId } = await app.pg.transaction().execute((tx) => planSitting({ app, tx }, planned))
    sittingIds.push(sittingId)
  }
  const keep = async (who: TestMember) => {
    const path = `/api/w/${workspaceId}/sittings/${sittingIds[0] ?? ''}/kept`
    return (await ask('POST', path, { headers: who.headers, body: { participantId } })).status
  }
  const stays = async () => {
    const rows = await app.pg
      .selectFrom('sittings')
      .select('id')
      .where('study_id', '=', studyId)
      .where('state', '=', 'planned')
      .execute()
    return rows.map(({ id }) => id)
  }
  return { sittingIds, studyId, keep, stays }
}

test('whoever asks somebody twice keeps one of the two without planning studies', async () => {
  const { sittingIds, keep, stays } = await askedBy([anna, anna])
  expect(await keep(bo)).toBe(403)
  expect(await stays()).toHaveLength(2)
  expect(await keep(anna)).toBe(200)
  expect(await stays()).toEqual([sittingIds[0]])
})

test('a conversation that somebody else leads is not called off by keeping one’s own', async () => {
  const { sittingIds, keep, stays } = await askedBy([anna, bo])
  expect(await keep(anna)).toBe(403)
  expect(await stays()).toHaveLength(2)
  expect(await keep(owner)).toBe(200)
  expect(await stays()).toEqual([sittingIds[0]])
})

test('whoever leads the study keeps one, also when their role no longer plans studies', async () => {
  const { sittingIds, studyId, keep, stays } = await askedBy([anna, anna])
  const created_by = bo.userId
  await app.pg.updateTable('studies').set({ created_by }).where('id', '=', studyId).execute()
  expect(await keep(bo)).toBe(200)
  expect(await stays()).toEqual([sittingIds[0]])
})
