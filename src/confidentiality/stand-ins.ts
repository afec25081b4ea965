import { sql } from 'kysely'
import type { Postgres } from '../platform/index.ts'

/** Where something stands in the place of what was said: codepoints of the turn as it is now. */
export type StandIn = { start: number; end: number }

/** Where in turns something is replaced, in order; turns without any are left out. */
export async function standInsOf(pg: Postgres, turns: readonly string[]): Promise<Map<string, StandIn[]>> {
  const { rows } = await sql<StandIn & { turn: string }>`
    select utterance_id as turn, start_at as start, end_at as end from pseudonym_places
    where utterance_id = any(${[...turns]}::uuid[]) and applied is not null order by start_at, id`.execute(pg)
  const byTurn = Map.groupBy(rows, ({ turn }) => turn)
  return new Map(
    [...byTurn].map(([turn, places]) => [turn, places.map(({ start, end }) => ({ start, end }))]),
  )
}
