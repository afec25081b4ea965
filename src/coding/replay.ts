import { sql } from 'kysely'
import type { PostgresTransaction } from '../platform/index.ts'
import { isNameTaken } from './code-names.ts'
import { takeCodebookStep } from './codebooks/codebook-steps.ts'
import type { Skip } from './coding.schema.ts'
import { takeAnswerStep } from './open-answers/answer-steps.ts'
import { takePassageSteps } from './passage-steps.ts'
import { takeMarkStep } from './rounds/blind-marks.ts'
import { isCodeInRound } from './rounds/set-aside.ts'
import { moveRound, settleMark, takeNoteStep } from './rounds/settled-steps.ts'
import { CodeState, type Step } from './steps.ts'
import { takeRegionStep } from './regions/region-steps.ts'
import { takeStretchStep } from './stretches/stretch-steps.ts'
import { takeTurnStep } from './turn-steps.ts'

export type Outcome = 'done' | Skip
type Taken<Name extends Step['do']> = {
  tx: PostgresTransaction
  workspaceId: string
  step: Extract<Step, { do: Name }>
}

/**
 * Takes one step if it can still be taken: nothing withdrawn or erased comes back, and nobody's work is undone but one's own.
 * Otherwise says why it was left out.
 */
export async function takeStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: Step },
): Promise<Outcome> {
  switch (step.do) {
    case 'put highlight':
    case 'remove highlight':
    case 'give code':
    case 'take code': {
      const { skipped } = await takePassageSteps(tx, { workspaceId, steps: [step] })
      return skipped[0] ?? 'done'
    }
    case 'put code':
      return putCode({ tx, workspaceId, step })
    case 'remove code':
      return removeCode({ tx, workspaceId, step })
    case 'change code':
      return changeCode({ tx, workspaceId, step })
    case 'put codebook':
    case 'remove codebook':
      return takeCodebookStep(tx, { workspaceId, step })
    case 'put region':
    case 'remove region':
    case 'give region code':
    case 'take region code':
      return takeRegionStep(tx, { workspaceId, step })
    case 'put stretch':
    case 'remove stretch':
    case 'give stretch code':
    case 'take stretch code':
      return takeStretchStep(tx, { workspaceId, step })
    case 'split turn':
    case 'join turns':
    case 'assign turns':
      return takeTurnStep(tx, { workspaceId, step })
    case 'code answers':
    case 'uncode answers':
      return takeAnswerStep(tx, { workspaceId, step })
    case 'give mark':
    case 'take mark':
      return takeMarkStep(tx, { workspaceId, step })
    case 'settle mark':
      return settleMark(tx, { workspaceId, step })
    case 'add note':
    case 'part note':
      return takeNoteStep(tx, { workspaceId, step })
    case 'adopt round':
    case 'reopen round':
      return moveRound(tx, { workspaceId, step })
    case 'correct turn':
      throw new TypeError('a correction is followed by every room: take it with takeCorrectionStep')
  }
}

async function putCode({ tx, workspaceId, step }: Taken<'put code'>): Promise<Outcome> {
  const code = await findCodeState(tx, { workspaceId, codeId: step.codeId })
  if (!code || code.isBookGone) return 'gone'
  // Under a code that has been removed since it would be seen nowhere.
  const parentId = code.isParentThere ? code.now.parentId : null
  if (await isNameTaken(tx, { codeId: step.codeId, name: code.now.name, parentId })) return 'name taken'
  await sql`update codes set removed_at = null, parent_id = ${parentId}::uuid where id = ${step.codeId}`.execute(
    tx,
  )
  return 'done'
}

async function removeCode({ tx, workspaceId, step }: Taken<'remove code'>): Promise<Outcome> {
  const code = await findCodeState(tx, { workspaceId, codeId: step.codeId })
  if (!code || code.isRemoved) return 'gone'
  const used = await sql`
    select from highlight_codes hc join highlights h on h.id = hc.highlight_id and h.removed_at is null
    where hc.code_id = ${step.codeId}
    union all select from region_codes rc join regions r on r.id = rc.region_id and r.removed_at is null
    where rc.code_id = ${step.codeId}
    union all select from stretch_codes sc join stretches s on s.id = sc.stretch_id and s.removed_at is null
    where sc.code_id = ${step.codeId}
    union all select from codes where parent_id = ${step.codeId} and removed_at is null limit 1`.execute(tx)
  if (step.with === 'nothing' && used.rows.length > 0) return 'in use'
  if (await isCodeInRound(tx, { workspaceId, codeId: step.codeId })) return 'in use'
  await sql`update codes set removed_at = now() where id = ${step.codeId}`.execute(tx)
  return 'done'
}

async function changeCode({ tx, workspaceId, step }: Taken<'change code'>): Promise<Outcome> {
  const { codeId, from, to } = step
  const code = await findCodeState(tx, { workspaceId, codeId })
  if (!code || code.isRemoved) return 'gone'
  const { now } = code
  for (const field of CodeState.keyof().options)
    if (from[field] !== undefined && from[field] !== now[field]) return 'changed since'
  if (typeof to.parentId === 'string' && !(await mayStandUnder(tx, { codeId, parentId: to.parentId })))
    return 'gone'
  const stands = {
    codeId,
    name: to.name ?? now.name,
    parentId: to.parentId === undefined ? now.parentId : to.parentId,
  }
  if ((to.name !== undefined || to.parentId !== undefined) && (await isNameTaken(tx, stands)))
    return 'name taken'
  const { parentId, ...fields } = to
  await tx
    .updateTable('codes')
    .set({ ...fields, ...(parentId === undefined ? {} : { parent_id: parentId }) })
    .where('id', '=', codeId)
    .execute()
  return 'done'
}

/** Whether one code may stand under another: both are there, of books that may meet, and no circle closes. */
export async function mayStandUnder(
  tx: PostgresTransaction,
  { codeId, parentId }: { codeId: string; parentId: string },
): Promise<boolean> {
  const { rows } = await sql`
    with recursive above (id, parent_id) as (
      select id, parent_id from codes where id = ${parentId}
      union select c.id, c.parent_id from codes c join above a on c.id = a.parent_id
    )
    select from codes code join codes parent on parent.id = ${parentId} and parent.removed_at is null
      and parent.workspace_id = code.workspace_id and parent.codebook_id is not distinct from code.codebook_id
      and (parent.study_id is null or parent.study_id = code.study_id)
    where code.id = ${codeId} and not exists (select from above where above.id = code.id)`.execute(tx)
  return rows.length > 0
}

async function findCodeState(
  tx: PostgresTransaction,
  { workspaceId, codeId }: { workspaceId: string; codeId: string },
) {
  const { rows } = await sql<CodeNow>`
    select c.name, c.description, c.example, c.colour, c.origin, c.parent_id as "parentId", c.place, c.level, c.force,
      c.removed_at is not null as "isRemoved", b.removed_at is not null as "isBookGone",
      p.id is not null and p.removed_at is null as "isParentThere"
    from codes c left join codebooks b on b.id = c.codebook_id left join codes p on p.id = c.parent_id
    where c.workspace_id = ${workspaceId} and c.id = ${codeId}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { isRemoved, isBookGone, isParentThere, ...now } = row
  return { now, isRemoved, isBookGone, isParentThere }
}

type CodeNow = {
  [field in keyof CodeState]-?: field extends 'place'
    ? number
    : field extends 'parentId' | 'level' | 'force'
      ? string | null
      : string
} & { isRemoved: boolean; isBookGone: boolean; isParentThere: boolean }
