import { z } from 'zod'
import { listBases, type DeclaredBasis } from '../consent/index.ts'
import { type App, ch } from '../platform/index.ts'

export type ProfileFact = {
  trait: string
  text: string
  num: number | null
  origin: string
  class: string
  sourceId: string
  at: string
  /** Whether this is the value in use: the newest of all sources. */
  isCurrent: boolean
}

type Who = { workspaceId: string; personNo: number }

const factsAtOnce = 2000

/** Every fact of a person, by trait; where sources disagree, each is there and the newest is current. */
export async function listFacts(app: App, { workspaceId, personNo }: Who): Promise<ProfileFact[]> {
  const rows: z.output<typeof FactRow>[] = []
  for (let isMore = true; isMore;) {
    const last = rows.at(-1)
    const after = last
      ? ch.sql`AND (trait, source_id) > (${ch.text(last.trait)}, ${ch.uuid(last.sourceId)})`
      : ch.sql``
    const page = await app.ch.query(
      ch.sql`SELECT trait, text, num, origin, class, toString(facts.source_id) AS sourceId, toUnixTimestamp64Milli(facts.at) AS at,
          toString(facts.version) AS version
        FROM facts FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)} ${after}
        ORDER BY trait, facts.source_id LIMIT ${ch.u32(factsAtOnce)}`,
      FactRow,
    )
    rows.push(...page)
    isMore = page.length === factsAtOnce
  }
  // Traits come in order; of one trait the newest goes first.
  const place = new Map([...new Set(rows.map((row) => row.trait))].map((trait, at) => [trait, at]))
  rows.sort(
    (x, y) =>
      (place.get(x.trait) ?? 0) - (place.get(y.trait) ?? 0) || Number(BigInt(y.version) - BigInt(x.version)),
  )
  const seen = new Set<string>()
  return rows.map(({ version: _, ...row }) => {
    const isCurrent = !seen.has(row.trait)
    seen.add(row.trait)
    return { ...row, at: new Date(row.at).toISOString(), isCurrent }
  })
}

/** Identifiers with where each came from. */
export async function listIdentifiers(app: App, { workspaceId, personNo }: Who) {
  const rows = await app.pg
    .selectFrom('identifiers')
    .select(['kind', 'value', 'source_id', 'trusted', 'first_seen'])
    .where('workspace_id', '=', workspaceId)
    .where('person_no', '=', personNo)
    .orderBy('kind')
    .orderBy('value')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    value: row.value,
    sourceId: row.source_id,
    isTrusted: row.trusted,
    firstSeen: row.first_seen.toISOString(),
  }))
}

/** Facts that wait for a ground, by name only: what they say is not shown before it is stated. */
export async function listHeld(app: App, { workspaceId, personNo }: Who) {
  const rows = await app.pg
    .selectFrom('held_facts')
    .select(['trait', 'reason'])
    .where('workspace_id', '=', workspaceId)
    .where('person_no', '=', personNo)
    .orderBy('trait')
    .execute()
  return rows.map(({ trait, reason }) => ({ trait, special: reason }))
}

/** What the analysis of each source's facts rests on: declarer id → basis. */
export async function basisBySource(
  app: App,
  workspaceId: string,
): Promise<Map<string, DeclaredBasis['basis']>> {
  const declared = await listBases(app.pg, workspaceId)
  return new Map(
    declared.filter(({ purpose }) => purpose === 'analysis').map((row) => [row.declarerId, row.basis]),
  )
}

export type TimelineEvent = { at: string; name: string; type: string; properties: string; messageId: string }

/** A page of what a person did, newest first; the cursor is a moment in milliseconds and how many of that moment were shown. */
export async function timeline(
  app: App,
  { workspaceId, personNo, ...page }: Who & { cursor: string | undefined; limit: number },
): Promise<{ items: TimelineEvent[]; next: string | null }> {
  const at = /^(\d{1,15})-(\d{1,20})$/.exec(page.cursor ?? '')
  const before = at
    ? ch.sql`AND (toUnixTimestamp64Milli(at), message_hash) < (${ch.u64(BigInt(at[1] ?? 0))}, ${ch.u64(BigInt(at[2] ?? 0))})`
    : ch.sql``
  const rows = await app.ch.query(
    ch.sql`SELECT toUnixTimestamp64Milli(events.at) AS moment, toString(message_hash) AS hash, name, type, properties, message_id AS messageId
      FROM events
      WHERE workspace_id = ${ch.uuid(workspaceId)}
        AND key IN (SELECT key FROM identity FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)})
        ${before}
      ORDER BY events.at DESC, message_hash DESC LIMIT 1 BY message_hash LIMIT ${ch.u32(page.limit + 1)}`,
    EventRow,
  )
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  return {
    items: items.map(({ moment, name, type, properties, messageId }) => ({
      at: new Date(moment).toISOString(),
      name,
      type,
      properties,
      messageId,
    })),
    next: rows.length > page.limit && last ? `${last.moment}-${last.hash}` : null,
  }
}

const FactRow = z.object({
  trait: z.string(),
  text: z.string(),
  num: z.number().nullable(),
  origin: z.string(),
  class: z.string(),
  sourceId: z.string(),
  at: z.number(),
  version: z.string(),
})

const EventRow = z.object({
  moment: z.number(),
  hash: z.string(),
  name: z.string(),
  type: z.string(),
  properties: z.string(),
  messageId: z.string(),
})
