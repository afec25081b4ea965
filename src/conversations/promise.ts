/** What a study promised against what happened: per week, per member, per quota. */
import { sql } from 'kysely'
import { notFound, type App, type Postgres } from '../platform/index.ts'
import { listSets, sortIntoSegments } from '../segments/index.ts'
import type { MemberId, SegmentId } from '../workspace/index.ts'
import { heldByWeek, promisedPerWeek, weekAt } from './plan-weeks.ts'
import type { StudyPromise } from './promise.schema.ts'
import { findStudy } from './studies.ts'
import type { Quota, Study } from './study.schema.ts'

type InStudy = { workspaceId: string; studyId: string }

/** The tracker of a study as of now. Throws 404. */
export async function promiseOf(app: App, { workspaceId, studyId }: InStudy): Promise<StudyPromise> {
  const study = await findStudy(app.pg, { workspaceId, studyId })
  if (!study) throw notFound('study')
  const [held, people, names] = await Promise.all([
    conversationsHeld(app.pg, { workspaceId, studyIds: [studyId] }),
    peopleHeard(app.pg, { workspaceId, studyId }),
    namesOf(app.pg, { workspaceId, memberIds: study.plan.shares.map(({ memberId }) => memberId) }),
  ])
  const now = app.clock.now()
  const week = weekAt(study.plan, now)
  const weeksSoFar = week === null ? 0 : Math.min(week, study.plan.weeks)
  const days = held.flatMap((one) => timesOf(one, study.kind))
  return {
    target: study.target,
    heard: study.heard,
    perWeek: promisedPerWeek(study),
    week,
    weeks: heldByWeek({ ...study.plan, perWeek: promisedPerWeek(study), held: days, now }),
    members: study.plan.shares.map(({ memberId, perWeek }) => ({
      memberId,
      name: names.get(memberId) ?? null,
      perWeek,
      promised: perWeek * weeksSoFar,
      held: held.filter((one) => one.interviewerId === memberId).length,
    })),
    quotas: await fillQuotas(app, { workspaceId, quotas: study.quotas, people }),
  }
}

/** What some studies promised for the week that runs now, and what was held in it; null where no plan runs. */
export async function thisWeekOf(
  app: App,
  { workspaceId, studies }: { workspaceId: string; studies: readonly Study[] },
): Promise<({ promised: number; held: number } | null)[]> {
  const now = app.clock.now()
  const running = studies.filter(({ plan }) => runs(plan, now))
  const studyIds = running.map(({ studyId }) => studyId)
  const held = studyIds.length === 0 ? [] : await conversationsHeld(app.pg, { workspaceId, studyIds })
  return studies.map((study) => {
    const week = weekAt(study.plan, now)
    if (week === null || !runs(study.plan, now)) return null
    const mine = held.filter(({ studyId }) => studyId === study.studyId)
    const perWeek = promisedPerWeek(study)
    const days = mine.flatMap((one) => timesOf(one, study.kind))
    const row = heldByWeek({ ...study.plan, perWeek, held: days, now })[week - 1]
    return row ? { promised: row.promised, held: row.held } : null
  })
}

function runs(plan: Study['plan'], now: Date): boolean {
  const week = weekAt(plan, now)
  return week !== null && week >= 1 && week <= plan.weeks
}

type Held = { studyId: string; at: Date; interviewerId: string | null; people: number }

/** Answers of a survey come as one file with many people, a conversation is one however many take part. */
const timesOf = ({ at, people }: Held, kind: Study['kind']): Date[] =>
  Array.from({ length: kind === 'open-survey' ? people : 1 }, () => at)

/** Those whose transcript is here, and those that were held and wait for theirs. */
async function conversationsHeld(
  pg: Postgres,
  { workspaceId, studyIds }: { workspaceId: string; studyIds: readonly string[] },
): Promise<Held[]> {
  const { rows } = await sql<{
    study_id: string
    happened_at: Date
    interviewer_id: string | null
    people: number
  }>`
    select i.study_id, i.happened_at, i.interviewer_id,
      (select count(distinct k.participant_id) from speakers k where k.interview_id = i.id) as people
    from interviews i where i.workspace_id = ${workspaceId} and i.study_id = any(${studyIds}::uuid[])
    union all
    select s.study_id, coalesce(s.began_at, s.starts_at), s.interviewer_id,
      (select count(*) from sitting_people k where k.sitting_id = s.id)
    from sittings s where s.workspace_id = ${workspaceId} and s.study_id = any(${studyIds}::uuid[])
      and s.state = 'held' and s.interview_id is null`.execute(pg)
  return rows.map((row) => ({
    studyId: row.study_id,
    at: row.happened_at,
    interviewerId: row.interviewer_id,
    people: row.people,
  }))
}

type Heard = { personNo: number; language: string }

async function peopleHeard(pg: Postgres, { workspaceId, studyId }: InStudy): Promise<Heard[]> {
  const { rows } = await sql<{ person_no: number; language: string }>`
    select distinct p.person_no, i.language from interviews i
    join speakers k on k.interview_id = i.id join participants p on p.id = k.participant_id
    where i.workspace_id = ${workspaceId} and i.study_id = ${studyId}`.execute(pg)
  return rows.map((row) => ({ personNo: row.person_no, language: row.language }))
}

async function namesOf(
  pg: Postgres,
  { workspaceId, memberIds }: { workspaceId: string; memberIds: readonly MemberId[] },
): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map()
  const rows = await pg
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['members.id', 'users.name'])
    .where('members.workspace_id', '=', workspaceId)
    .where('members.id', 'in', memberIds)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

type Filling = { workspaceId: string; quotas: readonly Quota[]; people: readonly Heard[] }

async function fillQuotas(
  app: App,
  { workspaceId, quotas, people }: Filling,
): Promise<StudyPromise['quotas']> {
  const wanted = new Set(quotas.flatMap(({ segmentId }) => segmentId ?? []))
  const inside = await peopleInSegments(app, { workspaceId, wanted, people })
  return quotas.map((quota) => {
    const segment = quota.segmentId === null ? undefined : inside.get(quota.segmentId)
    const heard = people.filter(
      ({ personNo, language }) =>
        (quota.language === null || language === quota.language) &&
        (quota.segmentId === null || segment?.people.has(personNo) === true),
    )
    return {
      ...quota,
      segment: segment?.name ?? null,
      heard: new Set(heard.map(({ personNo }) => personNo)).size,
    }
  })
}

async function peopleInSegments(
  app: App,
  {
    workspaceId,
    wanted,
    people,
  }: { workspaceId: string; wanted: ReadonlySet<SegmentId>; people: readonly Heard[] },
): Promise<Map<SegmentId, { name: string; people: Set<number> }>> {
  const found = new Map<SegmentId, { name: string; people: Set<number> }>()
  if (wanted.size === 0) return found
  const personNos = [...new Set(people.map(({ personNo }) => personNo))]
  for (const set of await listSets(app.pg, workspaceId)) {
    if (!set.segments.some(({ segmentId }) => wanted.has(segmentId))) continue
    const sorted = await sortIntoSegments(app, { workspaceId, set, personNos })
    for (const [place, { segmentId, name }] of set.segments.entries())
      if (wanted.has(segmentId)) found.set(segmentId, { name, people: new Set(sorted[place] ?? []) })
  }
  return found
}
