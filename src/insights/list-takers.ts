/** Who has a list in which somebody refused or was erased since, and was not told of it yet. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../platform/index.ts'

type ListTaker = {
  memberId: string
  email: string
  language: string
  workspace: string
  /** What there is to tell. */
  refusalIds: string[]
  /** The same for the same news, so that one letter tells of it however often it is begun. */
  newsKey: string
}

/** Those to tell, each with all that is new to them. They are told when `markTakerTold` says so. */
export async function takersToTell(
  { pg, clock }: Pick<App, 'pg' | 'clock'>,
  workspaceId: string,
): Promise<ListTaker[]> {
  // What a program took, or somebody who works here no more, is nobody's to be told of.
  await sql`
    update contact_list_refusals r set mailed_at = ${clock.now()} from contact_lists l
    where r.workspace_id = ${workspaceId} and r.mailed_at is null and l.id = r.list_id and l.member_id is null`.execute(
    pg,
  )
  const { rows } = await sql<Omit<ListTaker, 'newsKey'> & { erased: string[] }>`
    select m.id as "memberId", u.email, u.language, w.name as workspace, array_agg(r.id order by r.id) as "refusalIds",
      coalesce(array_agg(r.id order by r.id) filter (where r.person_no is null), '{}') as erased
    from contact_list_refusals r join contact_lists l on l.id = r.list_id join members m on m.id = l.member_id
    join users u on u.id = m.user_id join workspaces w on w.id = l.workspace_id
    where r.workspace_id = ${workspaceId} and r.mailed_at is null
    group by m.id, u.email, u.language, w.name order by m.id`.execute(pg)
  return rows.map(({ erased, ...taker }) => {
    // Somebody may refuse and be erased afterwards: that is news again.
    const news = createHash('sha256')
      .update(JSON.stringify([taker.refusalIds, erased]))
      .digest('hex')
    return { ...taker, newsKey: `list news:${taker.memberId}:${news}` }
  })
}

/** Somebody's letter is on its way. Marked one by one, so that a stop between two letters forgets nobody. */
export async function markTakerTold(
  app: App,
  { workspaceId, taker }: { workspaceId: string; taker: ListTaker },
): Promise<void> {
  await sql`
    update contact_list_refusals set mailed_at = ${app.clock.now()}
    where workspace_id = ${workspaceId} and id = any(${taker.refusalIds}::uuid[]) and mailed_at is null`.execute(
    app.pg,
  )
}
