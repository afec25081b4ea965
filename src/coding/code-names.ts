import { sql } from 'kysely'
import { Problem, type PostgresTransaction } from '../platform/index.ts'

/** Whether another code has the name where a code stands or would stand: in its codebook, under `parentId` or (null) at the top. */
export async function isNameTaken(
  tx: PostgresTransaction,
  { codeId, name, parentId }: { codeId: string; name: string; parentId: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    select from codes other join codes mine on mine.id = ${codeId}
    where other.id <> mine.id and other.removed_at is null and other.workspace_id = mine.workspace_id
      and other.study_id is not distinct from mine.study_id and other.codebook_id is not distinct from mine.codebook_id
      and other.parent_id is not distinct from ${parentId}::uuid and lower(other.name) = lower(${name}) limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** The name if it is free, else with other words behind it, a number, or both: at most 200 characters. */
export function freeName(
  { name, behind = '' }: { name: string; behind?: string },
  isFree: (tried: string) => boolean,
): string {
  if (isFree(cut(name, 200))) return cut(name, 200)
  for (let n = 1; ; n += 1) {
    const words = [cut(behind, 60), n === 1 && behind !== '' ? '' : String(behind === '' ? n + 1 : n)]
    const end = ` (${words.filter(Boolean).join(' ')})`
    const tried = `${cut(name, 200 - end.length)}${end}`
    if (isFree(tried)) return tried
  }
}

const cut = (text: string, most: number) =>
  text.length <= most ? text : text.slice(0, most).trimEnd().toWellFormed()

export const nameTaken = () =>
  new Problem({
    id: 'code-name-taken',
    status: 409,
    detail: 'There is a code of that name there already. Use it, or choose another name or place.',
  })
