import { sql } from 'kysely'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { lockCoding } from '../coding/index.ts'
import type { App, JobKind } from '../platform/index.ts'
import { applyDecisions } from './apply.ts'
import { readThrough, rules } from './read-through.ts'
import { hasWordsBeside, replaceBesideTalk } from './beside-talk.ts'
import { isAnyUnsought, seekNewNames } from './seek-names.ts'
import { readTeamTexts } from './team-texts.ts'
import { replaceInTeamWords } from './team-words.ts'

type Asked = { workspaceId?: string | undefined; turn?: number | undefined }
const catchingUp: JobKind<Asked> = {
  name: 'confidentiality.catch-up',
  data: z.object({ workspaceId: z.uuid().optional(), turn: z.int().optional() }),
}

/** Transactions after which other workspaces have their turn. */
const inOneTurn = 50

/** Has conversations read through and decisions carried out in the background; also what was left when the program stopped. */
export function wireCatchUp(app: App): void {
  app.jobs.handle(
    catchingUp,
    async (asked, signal) => {
      const outcome = await takeTurn(app, asked, signal)
      if (outcome === 'done') return
      // Another key than its own, which is taken until it ends.
      const turn = ((asked.turn ?? 0) % 2) + 1
      const key = `${asked.workspaceId ?? 'all'} ${turn}`
      const wait = outcome === 'later' ? { afterSeconds: quiet / 1000 } : {}
      await app.jobs.queue(catchingUp, { ...asked, turn }, { key, ...wait })
    },
    { cron: '*/5 * * * *', first: 'at start' },
  )
  const soon = ({ workspaceId }: { workspaceId: string }) => catchUpSoon(app, { workspaceId, seconds: 3 })
  app.outbox.subscribe('interview.brought', soon)
  app.outbox.subscribe('team.wrote', soon)
}

/**
 * A name that came up is looked for in all that was read before once so many milliseconds nothing of its study is read: while hundreds of conversations are brought
 * in, each with new names, all of them are not gone through again for each.
 */
const quiet = 5000

/** Catches up for a while; says whether more is left for after the others, or (later) names to be looked for once their study is quiet. */
export async function takeTurn(
  app: App,
  { workspaceId }: Pick<Asked, 'workspaceId'>,
  signal: AbortSignal,
): Promise<'done' | 'more' | 'later'> {
  for (let round = 0; round < inOneTurn; round += 1) {
    if (signal.aborted) return 'done'
    const quietSince = new Date(app.clock.now().getTime() - quiet)
    if (!(await catchUp(app, { workspaceId, most: 1, quietSince })))
      return (await isAnyUnsought(app, { workspaceId })) ? 'later' : 'done'
    await setImmediate()
  }
  return 'more'
}

/** Goes on in the background. */
export function catchUpSoon(
  app: App,
  { workspaceId, seconds }: { workspaceId: string; seconds: number },
): Promise<void> {
  return app.jobs.queue(catchingUp, { workspaceId }, { key: workspaceId, afterSeconds: seconds })
}

type Where = {
  workspaceId?: string | undefined
  studyId?: string | undefined
  most: number
  /** New names are looked for only in studies of which nothing was read since. */
  quietSince?: Date
}

/** Carries out what was decided and reads through what is new, in so many conversations at most, one transaction each. Says whether there may be more. */
export async function catchUp(app: App, where: Where): Promise<boolean> {
  for (const study of await studiesDue(app, where)) await bringTeamWords(app, study)
  const talks = await talksDue(app, where)
  for (const talk of talks)
    await app.pg.transaction().execute(async (tx) => {
      if (await hasWordsBeside(tx, talk.interviewId)) await lockCoding(tx, talk.workspaceId)
      if (talk.isRead) await applyDecisions({ app, tx }, talk)
      else await readThrough({ app, tx }, talk)
      await replaceBesideTalk({ app, tx }, talk)
    })
  if (talks.length === where.most) return true
  // Somebody waits for what was said. What is decided about what the team wrote is carried out above.
  if (where.studyId === undefined && (await readTeamTexts(app, where))) return true
  // Once all is read: what was read first may hold names that came up last.
  return seekNewNames(app, where)
}

async function bringTeamWords(app: App, study: { workspaceId: string; studyId: string }): Promise<void> {
  const { pg } = app
  const first = await pg
    .transaction()
    .execute((tx) => replaceInTeamWords({ app, tx }, { ...study, coding: 'free' }))
  if (first === 'hold coding')
    await pg.transaction().execute(async (tx) => {
      await lockCoding(tx, study.workspaceId)
      await replaceInTeamWords({ app, tx }, { ...study, coding: 'held' })
    })
}

/** Studies in which what the team wrote does not stand as it was decided, or was not looked through. */
async function studiesDue(
  app: App,
  { workspaceId, studyId }: Where,
): Promise<{ workspaceId: string; studyId: string }[]> {
  const { rows } = await sql<{ workspace_id: string; study_id: string }>`
    select distinct d.workspace_id, d.study_id from (
      select workspace_id, study_id from team_words_due
      union all select workspace_id, study_id from pseudonyms
      where (state = 'accepted' and team_words is distinct from pseudonym) or (state <> 'accepted' and team_words is not null)
    ) d where (${workspaceId ?? null}::uuid is null or d.workspace_id = ${workspaceId ?? null}::uuid)
      and (${studyId ?? null}::uuid is null or d.study_id = ${studyId ?? null}::uuid)`.execute(app.pg)
  return rows.map((row) => ({ workspaceId: row.workspace_id, studyId: row.study_id }))
}

type Talk = { workspaceId: string; studyId: string; interviewId: string; isRead: boolean }

/** Decisions first: somebody waits for them. */
async function talksDue(app: App, { workspaceId, studyId, most }: Where): Promise<Talk[]> {
  const here = sql`(${workspaceId ?? null}::uuid is null or i.workspace_id = ${workspaceId ?? null}::uuid)
    and (${studyId ?? null}::uuid is null or i.study_id = ${studyId ?? null}::uuid)`
  // The first that is found is enough for one.
  const one = most === 1 ? sql`limit 1` : sql``
  const decided = await sql<TalkRow>`
    select distinct workspace_id, study_id, interview_id from (
      select * from due_places(${workspaceId ?? null}::uuid, ${studyId ?? null}::uuid) ${one}) due limit ${most}`.execute(
    app.pg,
  )
  const left = most - decided.rows.length
  const fresh = await sql<TalkRow>`
    select i.workspace_id, i.study_id, i.id as interview_id from interviews i
    left join pseudonym_readings r on r.interview_id = i.id and r.rules = ${rules}
    where ${here} and r.interview_id is null order by i.id limit ${left}`.execute(app.pg)
  const talkOf = (isRead: boolean) => (row: TalkRow) => ({
    workspaceId: row.workspace_id,
    studyId: row.study_id,
    interviewId: row.interview_id,
    isRead,
  })
  return [...decided.rows.map(talkOf(true)), ...(left > 0 ? fresh.rows.map(talkOf(false)) : [])]
}

type TalkRow = { workspace_id: string; study_id: string; interview_id: string }
