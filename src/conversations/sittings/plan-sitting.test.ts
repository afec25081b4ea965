import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { recordConsent } from '../../consent/index.ts'
import { listParticipants } from '../list-participants.ts'
import { addParticipant, recordAgreements } from '../participants.ts'
import { createStudy } from '../studies.ts'
import type { StudyKind } from '../study-kinds.ts'
import {
  cancelSitting,
  joinSitting,
  leaveSitting,
  markMissed,
  moveSitting,
  planSitting,
} from './plan-sitting.ts'
import { listSittings } from './sittings.ts'
import { isLead, mayKnowParticipant, partInSitting } from './who-meets.ts'

describe('planning who meets whom', () => {
  let app: TestApp
  let owner: TestMember
  let anna: TestMember
  let depth: string
  let group: string

  const study = (kind: StudyKind) =>
    createStudy(app, {
      workspaceId: owner.workspaceId,
      actor: owner.actor,
      draft: {
        kind,
        title: 'Why people switch bank',
        mode: 'behaviour',
        language: 'en',
        bases: { conversation_analysis: 'consent', quoting: 'consent' },
      },
    })
  const somebody = (studyId: string) =>
    addParticipant(app, {
      workspaceId: owner.workspaceId,
      studyId,
      personId: undefined,
      agreements: [],
      actor: owner.actor,
    })
  const plan = async (given: {
    studyId?: string
    participants: readonly string[]
    interviewerId?: string | null
    at: string
  }) =>
    app.pg.transaction().execute((tx) =>
      planSitting(
        { app, tx },
        {
          workspaceId: owner.workspaceId,
          studyId: given.studyId ?? depth,
          people: given.participants.map((participantId) => ({ participantId, called: 'Mette' })),
          interviewerId: given.interviewerId === undefined ? anna.memberId : given.interviewerId,
          startsAt: new Date(given.at),
          minutes: 60,
          language: 'en',
          actor: owner.actor,
        },
      ),
    )
  type Place = Parameters<typeof planSitting>[0]
  const act = <T>(how: (place: Place) => Promise<T>) => app.pg.transaction().execute((tx) => how({ app, tx }))
  const of = <T extends object>(given: T) => ({
    workspaceId: owner.workspaceId,
    actor: owner.actor,
    ...given,
  })

  beforeAll(async () => {
    app = await openTestApp()
    owner = await openWorkspace(app)
    anna = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'researcher' })
    depth = await study('depth')
    group = await study('focus-group')
  })

  test('a depth interview is planned with one person; a second is refused, when planning and later', async () => {
    const [one, two] = [await somebody(depth), await somebody(depth)]
    await expect(plan({ participants: [one, two], at: '2026-03-02T09:00:00Z' })).rejects.toMatchObject({
      id: 'sitting-people',
      status: 422,
    })
    const { sittingId } = await plan({ participants: [one], at: '2026-03-02T09:00:00Z' })
    await expect(
      act((place) => joinSitting(place, of({ sittingId, participantId: two }))),
    ).rejects.toMatchObject({
      id: 'sitting-people',
    })
  })

  test('a focus group fills one by one up to its size, and stays for others when the last one leaves', async () => {
    const people = await Promise.all([somebody(group), somebody(group)])
    const { sittingId } = await plan({
      studyId: group,
      participants: [people[0] ?? ''],
      at: '2026-03-03T09:00:00Z',
    })
    await act((place) => joinSitting(place, of({ sittingId, participantId: people[1] ?? '' })))
    await act((place) => leaveSitting(place, of({ sittingId, participantId: people[0] ?? '' })))
    expect(await stateOf(sittingId)).toBe('planned')
    await act((place) => leaveSitting(place, of({ sittingId, participantId: people[1] ?? '' })))
    expect(await stateOf(sittingId)).toBe('planned')
    for (let seats = 0; seats < 6; seats++) {
      const participantId = await somebody(group)
      await act((place) => joinSitting(place, of({ sittingId, participantId })))
    }
    const late = of({ sittingId, participantId: await somebody(group) })
    await expect(act((place) => joinSitting(place, late))).rejects.toMatchObject({ id: 'sitting-people' })
  })

  test('an interview that its participant calls off says with whom it was', async () => {
    const participantId = await somebody(depth)
    const { sittingId } = await plan({ participants: [participantId], at: '2026-03-10T09:00:00Z' })
    await act((place) => leaveSitting(place, of({ sittingId, participantId })))
    expect(await stateOf(sittingId)).toBe('cancelled')
    const seats = app.pg
      .selectFrom('sitting_people')
      .select('participant_id')
      .where('sitting_id', '=', sittingId)
    expect(await seats.execute()).toEqual([{ participant_id: participantId }])
  })

  test('of two who take the same hour of one interviewer exactly one gets it', async () => {
    const people = await Promise.all([somebody(depth), somebody(depth), somebody(depth)])
    const at = '2026-03-04T09:00:00Z'
    const tries = await Promise.allSettled(people.map((one) => plan({ participants: [one], at })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ id: 'sitting-taken', status: 409 })
    // The hour after is free, and so is the same hour of somebody else.
    await plan({ participants: [people[0] ?? ''], at: '2026-03-04T10:00:00Z' })
    await plan({ participants: [await somebody(depth)], at, interviewerId: owner.memberId })
  })

  /** On their own page: what was said may not be analysed, and they are not to be asked again. */
  async function takeAllBack(participantId: string): Promise<void> {
    const { workspaceId, actor } = owner
    const agreements = [{ agreement: 'conversation_analysis' as const, given: false, channel: 'by phone' }]
    await recordAgreements(app, { workspaceId, participantId, agreements, actor })
    const { person_no: personNo } = await app.pg
      .selectFrom('participants')
      .select('person_no')
      .where('id', '=', participantId)
      .executeTakeFirstOrThrow()
    const said = { state: 'withdrawn' as const, wording: 'Never again', language: 'en', channel: 'own page' }
    const entry = { ...said, personNo, purpose: 'invitation' as const, happenedAt: app.clock.now(), actor }
    await recordConsent(app, { workspaceId, entries: [entry] })
  }

  test('whoever took everything back is not planned with until they say yes again, and the lists show it', async () => {
    const { workspaceId, actor } = owner
    const one = await somebody(depth)
    const shown = async () => {
      const { items } = await listParticipants(app.pg, { workspaceId, studyId: depth, limit: 200 })
      const { items: planned } = await listSittings(app, { workspaceId, actor, studyId: depth, limit: 200 })
      const seats = planned.flatMap(({ people }) => people.map(({ known }) => known))
      return {
        listed: items.find(({ participantId }) => participantId === one)?.tookAllBack,
        seated: seats.flatMap((known) => (known?.participantId === one ? known.tookAllBack : [])),
      }
    }
    await plan({ participants: [one], at: '2026-03-16T09:00:00Z' })
    expect(await shown()).toEqual({ listed: false, seated: [false] })
    await takeAllBack(one)
    expect(await shown()).toEqual({ listed: true, seated: [true] })
    await expect(plan({ participants: [one], at: '2026-03-17T09:00:00Z' })).rejects.toMatchObject({
      id: 'participant-took-back',
      status: 409,
    })
    const agreements = [{ agreement: 'conversation_analysis' as const, given: true, channel: 'by phone' }]
    await recordAgreements(app, { workspaceId, participantId: one, agreements, actor })
    expect(await shown()).toEqual({ listed: false, seated: [false] })
    await plan({ participants: [one], at: '2026-03-17T09:00:00Z' })
  })

  test('nor are they put in a group, but who chooses a place themself says yes by it', async () => {
    const [one, two] = [await somebody(group), await somebody(group)]
    await takeAllBack(one)
    const at = '2026-03-18T09:00:00Z'
    const refused = { id: 'participant-took-back', status: 409 }
    await expect(plan({ studyId: group, participants: [two, one], at })).rejects.toMatchObject(refused)
    const { sittingId } = await plan({ studyId: group, participants: [two], at })
    const joining = of({ sittingId, participantId: one })
    await expect(act((place) => joinSitting(place, joining))).rejects.toMatchObject(refused)
    const themself = { kind: 'person' as const, personId: crypto.randomUUID() }
    await act((place) => joinSitting(place, { ...joining, actor: themself }))
  })

  test('nobody is asked in two places at once', async () => {
    const one = await somebody(depth)
    await plan({ participants: [one], at: '2026-03-05T09:00:00Z' })
    await expect(
      plan({ participants: [one], at: '2026-03-05T09:30:00Z', interviewerId: owner.memberId }),
    ).rejects.toMatchObject({ id: 'sitting-taken' })
  })

  test('who moves over a version that is gone is told, and so is who moves what is over', async () => {
    const { sittingId } = await plan({ participants: [await somebody(depth)], at: '2026-03-06T09:00:00Z' })
    const moved = await act((place) =>
      moveSitting(
        place,
        of({
          sittingId,
          version: 1,
          startsAt: new Date('2026-03-06T11:00:00Z'),
        }),
      ),
    )
    expect(moved).toEqual({ version: 2 })
    await expect(act((place) => cancelSitting(place, of({ sittingId, version: 1 })))).rejects.toMatchObject({
      id: 'sitting-changed',
    })
    const now = app.clock.now()
    app.setNow(new Date('2026-03-06T10:59:00Z'))
    await expect(act((place) => markMissed(place, of({ sittingId, version: 2 })))).rejects.toMatchObject({
      id: 'sitting-ahead',
    })
    app.setNow(new Date('2026-03-06T11:20:00Z'))
    await act((place) => markMissed(place, of({ sittingId, version: 2 })))
    app.setNow(now)
    await expect(act((place) => moveSitting(place, of({ sittingId, version: 3 })))).rejects.toMatchObject({
      id: 'sitting-over',
    })
  })

  test('only who asks them and who leads the study may know who a participant is, not who sits in', async () => {
    const bo = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'researcher' })
    const second = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'owner' })
    const participantId = await somebody(depth)
    const { workspaceId } = owner
    const { sittingId } = await plan({ participants: [participantId], at: '2026-03-09T09:00:00Z' })
    const know = ({ actor }: TestMember) => mayKnowParticipant(app.pg, { workspaceId, participantId, actor })
    expect(await Promise.all([anna, bo, owner, second].map(know))).toEqual([true, false, true, false])
    await app.pg
      .insertInto('sitting_companions')
      .values({ workspace_id: workspaceId, sitting_id: sittingId, member_id: bo.memberId, part: 'observer' })
      .execute()
    expect(await know(bo)).toBe(false)
    const part = ({ actor }: TestMember) => partInSitting(app.pg, { workspaceId, sittingId, actor })
    expect(await Promise.all([anna, bo, owner, second].map(part))).toEqual([
      'interviewer',
      'observer',
      'lead',
      'outside',
    ])
    // Where who planned the study has left, the owners lead it.
    await app.pg.deleteFrom('members').where('id', '=', owner.memberId).execute()
    const leads = ({ actor }: TestMember) => isLead(app.pg, { workspaceId, studyId: depth, actor })
    expect(await Promise.all([anna, owner, second].map(leads))).toEqual([false, false, true])
  })

  const stateOf = async (sittingId: string) =>
    (
      await app.pg
        .selectFrom('sittings')
        .select('state')
        .where('id', '=', sittingId)
        .executeTakeFirstOrThrow()
    ).state
})
