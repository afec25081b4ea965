/** What a study suspected before it began: locked by the first conversation, amended beside it. */
import { sql } from 'kysely'
import { Problem, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { audit, type Doer } from '../workspace/index.ts'
import { teamWordsToKeep } from './team-words.ts'
import { suspicionFields, type Amendment, type SuspicionField } from './study.schema.ts'

export type Suspicion = Record<SuspicionField, string>

/** Locks what was suspected, at the first conversation that is held or brought in. Later ones change nothing. */
export async function lockSuspicion(
  tx: PostgresTransaction,
  { workspaceId, studyId, at }: { workspaceId: string; studyId: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('studies')
    .set({ locked_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .where('locked_at', 'is', null)
    .execute()
}

/** Throws `suspicion-locked` (409) where a change would write over what was suspected before the first conversation. */
export function refuseLocked({
  lockedAt,
  was,
  wanted,
}: {
  lockedAt: Date | null
  was: Suspicion
  wanted: Suspicion
}): void {
  if (lockedAt === null || suspicionFields.every((field) => was[field] === wanted[field])) return
  throw new Problem({
    id: 'suspicion-locked',
    status: 409,
    detail:
      'What was suspected is locked since the first conversation. Add an amendment; it is kept beside the original with its date.',
  })
}

/**
 * Writes down that a suspicion is seen differently now, beside what was suspected. Throws `suspicion-open` (409) before the first
 * conversation, when it can still be changed itself, and 404.
 */
export async function amendStudy(
  app: App,
  given: { workspaceId: string; studyId: string; actor: Doer; amendment: Amendment },
): Promise<void> {
  const { workspaceId, studyId, actor, amendment } = given
  await app.pg.transaction().execute(async (tx) => {
    const study = await tx
      .selectFrom('studies')
      .select('locked_at')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', studyId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!study) throw notFound('study')
    if (study.locked_at === null)
      throw new Problem({
        id: 'suspicion-open',
        status: 409,
        detail: 'No conversation was held yet, so what you suspect can still be changed in the plan itself.',
      })
    const about = { kind: 'study', id: studyId } as const
    const texts = [amendment.text, amendment.why]
    const [text = amendment.text, why = amendment.why] = await teamWordsToKeep(tx, {
      ...{ app, workspaceId, about, texts },
    })
    await tx
      .insertInto('study_amendments')
      .values({
        workspace_id: workspaceId,
        study_id: studyId,
        field: amendment.field,
        text,
        why,
        written_by: 'userId' in actor ? actor.userId : null,
        written_at: app.clock.now(),
      })
      .execute()
    await audit(tx, {
      workspaceId,
      actor,
      action: 'study.amended',
      subject: { kind: 'study', id: studyId },
      detail: { field: amendment.field },
    })
  })
}

/** SQL: the amendments of the study `s`, oldest first, with the name of who wrote each. */
export const amendmentsOfStudy = sql`
  select coalesce(jsonb_agg(jsonb_build_object('field', a.field, 'text', a.text, 'why', a.why, 'at', a.written_at, 'by', u.name) order by a.id), '[]')
  from study_amendments a left join users u on u.id = a.written_by::text where a.study_id = s.id`
