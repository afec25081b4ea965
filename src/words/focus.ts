import { z } from 'zod'
import { ch, type App, type Sql } from '../platform/index.ts'
import { currentTerms } from './spoken-sql.ts'

/**
 * Whose words are looked at: those of some people (their numbers, or ClickHouse SQL of one bitmap), what was said
 * in a study, or what stands inside the passages of a code.
 */
export type Focus =
  | { kind: 'people'; people: readonly number[] | Sql }
  | { kind: 'study'; studyId: string }
  | { kind: 'code'; codeId: string }

/** A focus whose people are known by number. */
export type KnownFocus =
  | { kind: 'people'; people: readonly number[] }
  | { kind: 'study'; studyId: string }
  | { kind: 'code'; codeId: string }

/** Looks up which of the workspace's speakers are in focus; a bitmap of ten million people is never read out. */
export async function knownFocus(app: App, workspaceId: string, focus: Focus): Promise<KnownFocus> {
  if (focus.kind !== 'people' || !('text' in focus.people)) return focus as KnownFocus
  const found = await app.ch.query(
    ch.sql`SELECT bitmapToArray(bitmapAnd((${focus.people}), (
      SELECT groupBitmapState(person) FROM spoken_terms WHERE ${currentTerms(workspaceId)}))) AS people`,
    z.object({ people: z.array(z.number()) }),
  )
  return { kind: 'people', people: found[0]?.people ?? [] }
}

/** ClickHouse: 1 for rows of `spoken_terms` in focus. A code's passages are not rows of it, so none are. */
export function inFocus(focus: KnownFocus): Sql {
  if (focus.kind === 'people') return ch.sql`person IN ${ch.u32s(focus.people)}`
  if (focus.kind === 'study') return ch.sql`study_id = ${ch.uuid(focus.studyId)}`
  return ch.sql`0`
}
