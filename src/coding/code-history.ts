import { sql } from 'kysely'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { CodeChange } from './coding.schema.ts'
import { CodeState, type Step } from './steps.ts'

type Row = {
  codeId: string
  what: CodeChange['what']
  fields: CodeChange['fields']
  otherId: string | null
}
type Kept = { workspaceId: string; userId: string | null; steps: readonly Step[]; put: 'added' | 'put back' }

/** Writes what steps did to codes into the history of each. It holds no words, so nothing of it has to be erased. */
export async function writeCodeHistory(
  tx: PostgresTransaction,
  { workspaceId, userId, steps, put }: Kept,
): Promise<void> {
  const rows = steps.flatMap((step) => rowsOf(step, put))
  if (rows.length === 0) return
  await tx
    .insertInto('code_history')
    .values(
      rows.map(({ codeId, what, fields, otherId }) => ({
        workspace_id: workspaceId,
        code_id: codeId,
        what,
        fields,
        other_id: otherId,
        user_id: userId,
      })),
    )
    .execute()
}

/** What was done to a code, newest first. */
export async function readCodeHistory(
  pg: App['pg'],
  { workspaceId, codeId }: { workspaceId: string; codeId: string },
): Promise<CodeChange[]> {
  const { rows } = await sql<{
    what: string
    fields: string[]
    other_id: string | null
    other: string | null
    who: string | null
    at: Date
  }>`
    select h.what, h.fields, h.other_id, code_label(other) as other, users.name as who, h.at
    from code_history h
    left join codes other on other.id = h.other_id
    left join members m on m.workspace_id = h.workspace_id and m.user_id = h.user_id::text
    left join users on users.id = m.user_id
    where h.workspace_id = ${workspaceId} and h.code_id = ${codeId} order by h.id desc limit 500`.execute(pg)
  return rows.map((row) =>
    CodeChange.parse({
      ...row,
      other: row.other_id === null ? null : { codeId: row.other_id, name: row.other },
      at: row.at.toISOString(),
    }),
  )
}

function rowsOf(step: Step, put: Kept['put']): Row[] {
  if (step.do === 'put code') {
    const isSplit = put === 'added' && step.otherId !== undefined
    return [row(step.codeId, isSplit ? 'split' : put, isSplit ? step.otherId : undefined)]
  }
  if (step.do === 'remove code') {
    const { codeId, otherId } = step
    return otherId === undefined || step.with === 'nothing'
      ? [row(codeId, 'removed')]
      : [row(codeId, 'merged', otherId), row(otherId, 'merged', codeId)]
  }
  if (step.do === 'remove codebook' || step.do === 'put codebook')
    return step.moved.map(({ codeId, from, to }) => ({
      ...row(codeId, 'changed'),
      fields: from === to ? ['codebook'] : ['codebook', 'name'],
    }))
  if (step.do !== 'change code') return []
  const { codeId, from, to } = step
  const fields = CodeState.keyof().options.filter((field) => to[field] !== from[field])
  if (fields.length === 0) return []
  const isMove = fields.every((field) => field === 'parentId' || field === 'place')
  return [{ codeId, what: isMove ? 'moved' : 'changed', fields, otherId: to.parentId ?? null }]
}

const row = (codeId: string, what: Row['what'], otherId?: string): Row => ({
  codeId,
  what,
  fields: [],
  otherId: otherId ?? null,
})
