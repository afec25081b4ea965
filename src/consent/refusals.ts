import { sql } from 'kysely'
import type { App } from '../platform/index.ts'
import { purposeNumber, type LedgerPurpose } from './purposes.ts'

/**
 * Those of some people who refused a purpose for the whole workspace in words of their own, which no file takes back: their newest
 * word that did not come by file is a withdrawal or an objection. A list made elsewhere says what was known there, not that
 * somebody changed their mind since.
 */
export async function refusedInPerson(
  pg: App['pg'],
  {
    workspaceId,
    purpose,
    personNos,
  }: { workspaceId: string; purpose: LedgerPurpose; personNos: readonly number[] },
): Promise<Set<number>> {
  if (personNos.length === 0) return new Set()
  const { rows } = await sql<{ person_no: number }>`
    select person_no from (
      select distinct on (person_no) person_no, state from consent_ledger
      where workspace_id = ${workspaceId} and person_no = any(${[...personNos]}::bigint[]) and purpose = ${purposeNumber(purpose)}
        and scope = '' and channel <> 'file'
      order by person_no, happened_at desc, (state <> 'given') desc, id desc
    ) newest where state <> 'given'`.execute(pg)
  return new Set(rows.map((row) => row.person_no))
}
