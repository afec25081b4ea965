/** People who would fit when every place was taken: the first of them is written to when one comes free. */
import { sql } from 'kysely'
import { findStudy } from '../conversations/index.ts'
import type { App } from '../platform/index.ts'
import { openQuotas } from './candidates.ts'

/** Gives free places to who waits, in the order they came; their letter goes out with the next round. Returns how many. */
export async function givePlaces(app: App): Promise<number> {
  const { rows } = await sql<{ workspace_id: string; study_id: string }>`
    select distinct i.workspace_id, i.study_id from invitees i join studies s on s.id = i.study_id
    where i.state = 'waiting' and s.archived_at is null`.execute(app.pg)
  let given = 0
  for (const row of rows)
    given += await givePlacesOf(app, { workspaceId: row.workspace_id, studyId: row.study_id })
  return given
}

async function givePlacesOf(
  app: App,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<number> {
  const study = await findStudy(app.pg, { workspaceId, studyId })
  if (!study) return 0
  const quotas = await openQuotas(app, { workspaceId, study })
  const offered = await sql<{ n: number }>`
    select count(*) as n from invitees where study_id = ${studyId} and answered_at is not null and state in ('drawn', 'invited')`.execute(
    app.pg,
  )
  // A place that somebody was written to about is theirs until they have answered.
  let free = quotas.reduce((sum, { open }) => sum + open, 0) - (offered.rows[0]?.n ?? 0)
  let given = 0
  const { rows } = await sql<{
    id: string
    quota_segment: string | null
    quota_language: string | null
    is_introduced: boolean
  }>`
    select id, quota_segment, quota_language, is_introduced from invitees
    where study_id = ${studyId} and state = 'waiting' order by answered_at, id`.execute(app.pg)
  for (const one of rows) {
    if (free <= 0) break
    const quota = quotas.find(
      (own) => own.segmentId === one.quota_segment && own.language === one.quota_language,
    )
    const place = one.is_introduced ? quotas.find(({ open }) => open > 0) : quota
    if (!place || place.open <= 0) continue
    place.open -= 1
    free -= 1
    given += 1
    await sql`
      update invitees set state = 'drawn', released_at = ${app.clock.now()}, letter = letter + 1, tried = 0, next_try_at = null,
        expires_at = greatest(expires_at, ${app.clock.now()}::timestamptz + interval '14 days')
      where id = ${one.id}::uuid and state = 'waiting'`.execute(app.pg)
  }
  return given
}
