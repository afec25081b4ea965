import { sql } from 'kysely'
import { notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId, audit, type AuditAction, type Doer } from '../../workspace/index.ts'
import type { NewCode } from '../coding.schema.ts'
import { chosenCodes } from '../highlights.ts'
import { keepSteps, userOf } from '../history.ts'
import { refuseInRound } from '../rounds/set-aside.ts'
import type { Step } from '../steps.ts'
import {
  codingsOf,
  givePlaceCode,
  idColumn,
  removePlace,
  takePlaceCode,
  type PlaceKind,
} from './place-steps.ts'

type Editing = { workspaceId: string; actor: Doer }

/** Codes, known or new, on a place that is there or is made: one change to take back. Throws `round-running` (409). */
export async function codePlace<Id extends string>(
  app: App,
  given: Editing & {
    kind: PlaceKind<Id>
    studyId: string
    interviewIds: readonly string[]
    codeIds: readonly string[]
    newCode?: NewCode | undefined
    /** Finds or makes the place. */
    place: (tx: PostgresTransaction) => Promise<{ id: Id; isNew: boolean }>
    audited: { action: AuditAction; subject: { kind: string; id: string } }
  },
): Promise<{ id: Id; codeIds: CodeId[] }> {
  const { kind, workspaceId, actor, studyId, interviewIds } = given
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    await refuseInRound(tx, { workspaceId, interviewIds })
    const steps: Step[] = []
    const codeIds = await chosenCodes({ app, tx }, { ...given, steps })
    const { id, isNew } = await given.place(tx)
    if (isNew) steps.push(kind.step.put(id))
    const by = userOf(actor)
    for (const codeId of codeIds)
      if ((await givePlaceCode(tx, { kind, workspaceId, id, codeId, by })) === 'given')
        steps.push(kind.step.give({ id, codeId, by }))
    await audit(tx, { workspaceId, actor, ...given.audited })
    return { steps, result: { id, codeIds } }
  })
}

/** Takes one code off a place, or every one (no `codeId`); one without codes is no longer marked. Can be undone. Throws 404, `round-running` (409). */
export async function uncodePlace<Id extends string>(
  app: App,
  given: Editing & { kind: PlaceKind<Id>; id: string; codeId?: string | undefined; action: AuditAction },
): Promise<void> {
  const { kind, workspaceId, actor, action } = given
  const id = kind.parse(given.id)
  const found = await app.pg.transaction().execute((tx) => kind.find(tx, { workspaceId, id }))
  if (!found || found.removed || !found.readable)
    throw notFound(kind.named === 'region' ? 'marked place' : 'marked stretch')
  const { studyId, interviewIds } = found
  await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    await refuseInRound(tx, { workspaceId, interviewIds })
    const { rows } = await sql<{ code_id: string; created_by: string | null }>`
      select k.code_id, k.created_by from ${codingsOf(kind)} k join codes c on c.id = k.code_id and c.removed_at is null
      where ${idColumn(kind)} = ${id}`.execute(tx)
    const meant = rows.filter((row) => given.codeId === undefined || row.code_id === given.codeId)
    const steps: Step[] = []
    for (const row of meant) {
      const coding = { id, codeId: CodeId.parse(row.code_id), by: row.created_by }
      await takePlaceCode(tx, { kind, ...coding })
      steps.push(kind.step.take(coding))
    }
    if (meant.length === rows.length && (await removePlace(tx, { kind, id })) === 'done')
      steps.push(kind.step.remove(id))
    await audit(tx, { workspaceId, actor, action, subject: { kind: kind.named, id } })
    return { steps, result: undefined }
  })
}
