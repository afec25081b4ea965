import { purposeNumber, type Purpose } from '../consent/index.ts'
import { ch, type Sql } from '../platform/index.ts'

/**
 * ClickHouse: pairs (study_id, person) of those whose words may be used so, each by the scope of the study they spoke in, read from
 * the projection that `freshPermission` brings up to date: four bits a purpose, 0 = may. One scan however many studies there are.
 */
export function permittedPairs({ workspaceId, purpose }: { workspaceId: string; purpose: Purpose }): Sql {
  const shift = ch.u32(4 * purposeNumber(purpose))
  return ch.sql`SELECT toUUID(substring(scope, 7)), person FROM permissions FINAL
    WHERE workspace_id = ${ch.uuid(workspaceId)} AND startsWith(scope, 'study:') AND gone = 0
      AND bitAnd(bitShiftRight(standing, ${shift}), 15) = 0`
}

/** ClickHouse: the rows of `spoken_terms` that count, for a `WHERE`: this workspace's newest counting of each interview. */
export function currentTerms(workspaceId: string): Sql {
  return ch.sql`workspace_id = ${ch.uuid(workspaceId)} AND (interview_id, generation) IN (
    SELECT interview_id, max(generation) FROM spoken_terms WHERE workspace_id = ${ch.uuid(workspaceId)} GROUP BY interview_id)`
}
