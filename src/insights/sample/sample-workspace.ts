import { sql } from 'kysely'
import type { App, PostgresTransaction } from '../../platform/index.ts'
import { createWorkspace, type MemberActor, type WorkspaceId } from '../../workspace/index.ts'
import { buildSample, sampleSeed } from './build-sample.ts'
import { storyTexts, type SampleLanguage } from './story.ts'

/** Who asks for it and will own it. */
type Owner = { userId: string; name: string; email: string }

/**
 * The sample workspace of somebody: the one they made before, or a new one, theirs alone. What an attempt that was cut off
 * left behind is removed first.
 */
export async function openSample(
  app: App,
  { user, language }: { user: Owner; language: SampleLanguage },
): Promise<{ state: 'made' | 'known'; workspaceId: WorkspaceId }> {
  return app.pg.transaction().execute(async (tx) => {
    // Two clicks make one sample: the second waits here and finds it.
    await sql`select pg_advisory_xact_lock(hashtextextended('sample:' || ${user.userId}, 0))`.execute(tx)
    const known = await finishedSample(tx, user.userId)
    if (known !== undefined) return { state: 'known', workspaceId: known }
    await removeUnfinished(app, user.userId)
    return { state: 'made', workspaceId: await makeSample(app, { user, language }) }
  })
}

async function makeSample(
  app: App,
  { user, language }: { user: Owner; language: SampleLanguage },
): Promise<WorkspaceId> {
  const { workspaceId, memberId } = await createWorkspace(app, {
    name: storyTexts[language].workspace,
    owner: user,
    isSample: true,
  })
  const { userId, name, email } = user
  const actor: MemberActor = { kind: 'member', memberId, userId, name, email, role: 'owner', workspaceId }
  try {
    await buildSample(app, { workspaceId, actor, language, seed: sampleSeed })
  } catch (error) {
    await removeUnfinished(app, userId)
    throw error
  }
  return workspaceId
}

async function finishedSample(tx: PostgresTransaction, userId: string): Promise<WorkspaceId | undefined> {
  const { rows } = await sql<{ id: WorkspaceId }>`
    select w.id from workspaces w join members m on m.workspace_id = w.id
    where w.is_sample and m.user_id = ${userId} and exists (select from segment_sets s where s.workspace_id = w.id)
    order by w.created_at limit 1`.execute(tx)
  return rows[0]?.id
}

async function removeUnfinished(app: App, userId: string): Promise<void> {
  await sql`
    delete from workspaces w using members m
    where m.workspace_id = w.id and m.user_id = ${userId} and w.is_sample
      and not exists (select from segment_sets s where s.workspace_id = w.id)`.execute(app.pg)
}
