import { sql } from 'kysely'
import { Problem, type App, type Postgres } from '../../platform/index.ts'
import { audit, type Doer } from '../../workspace/index.ts'
import { lockStudy } from '../studies.ts'
import { usualRule, type RecordingRule } from './recording.schema.ts'

type At = { workspaceId: string; studyId: string }

/** How long a study keeps its recordings. */
export async function ruleOf(pg: Postgres, { workspaceId, studyId }: At): Promise<RecordingRule> {
  const { rows } = await sql<RecordingRule>`
    select days_after as "daysAfter", until_day::text as "untilDay", version from recording_rules
    where workspace_id = ${workspaceId} and study_id = ${studyId}`.execute(pg)
  return rows[0] ?? usualRule
}

/** Changes how long a study keeps its recordings. Throws 404, and `rule-changed` (409) where a colleague changed it since it was read. */
export async function changeRule(app: App, given: At & { rule: RecordingRule; actor: Doer }): Promise<void> {
  const { workspaceId, studyId, rule, actor } = given
  await app.pg.transaction().execute(async (tx) => {
    await lockStudy(tx, { workspaceId, studyId })
    if ((await ruleOf(tx, { workspaceId, studyId })).version !== rule.version)
      throw new Problem({
        id: 'rule-changed',
        status: 409,
        detail: 'A colleague changed this meanwhile. Look at what it says now, then decide again.',
      })
    await sql`
      insert into recording_rules (study_id, workspace_id, days_after, until_day, version)
      values (${studyId}, ${workspaceId}, ${rule.daysAfter}, ${rule.untilDay}::date, ${rule.version + 1})
      on conflict (study_id) do update set days_after = excluded.days_after, until_day = excluded.until_day, version = excluded.version`.execute(
      tx,
    )
    const detail = { daysAfter: rule.daysAfter, untilDay: rule.untilDay }
    const subject = { kind: 'study', id: studyId }
    await audit(tx, { workspaceId, actor, action: 'recording.rule-changed', subject, detail })
  })
}

const day = 86_400_000

/**
 * When a recording goes by a rule: so many days after its words were brought in, at the end of the last day (UTC) it may stay, whichever comes
 * first; null while neither is known.
 */
export function deletionDay(
  { daysAfter, untilDay }: Pick<RecordingRule, 'daysAfter' | 'untilDay'>,
  transcribedAt: Date | null,
): Date | null {
  const times = [
    daysAfter === null || transcribedAt === null ? Infinity : transcribedAt.getTime() + daysAfter * day,
    untilDay === null ? Infinity : Date.parse(untilDay) + day,
  ]
  const first = Math.min(...times)
  return Number.isFinite(first) ? new Date(first) : null
}
