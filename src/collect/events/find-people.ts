import { sql as pgSql } from 'kysely'
import { z } from 'zod'
import { recordConsent } from '../../consent/index.ts'
import {
  announceHeld,
  defineTraits,
  heldAs,
  resolvePeople,
  writeFacts,
  type Fact,
  type Identifier,
} from '../../people/index.ts'
import { ch, type App, type PostgresTransaction } from '../../platform/index.ts'
import { guessColumns } from '../files/index.ts'
import { consentWords, readPreferences } from './consent-words.ts'
import { factsOfTraits } from './event-traits.ts'
import { eraseKeys } from './erased-keys.ts'
import { openSealed } from './sealed-text.ts'
import { readInserts } from './unread-inserts.ts'

const mostRows = 10_000
const watermark = 'find people in events'

/**
 * Reads the events that came since the last time: makes people of identifiers not seen before, links devices to users, keeps
 * traits as facts and words of consent in the ledger. Whatever it did before a crash, doing it again changes nothing.
 * Returns how many people were looked up. While another copy of the program is at it: leaves it to that one, or waits for its turn.
 */
export async function findPeople(
  app: App,
  { pageRows = mostRows, others = 'leave' }: { pageRows?: number; others?: 'leave' | 'wait' } = {},
): Promise<number> {
  return app.pg.transaction().execute(async (tx) => {
    if (!(await takeTurn(tx, others))) return 0
    const before = await readMark(tx)
    let found = 0
    const mark = await readInserts(app, {
      mark: before,
      read: async (written) => {
        found += await resolveNew(app, written, pageRows)
        await readWords(app, written)
      },
    })
    if (mark > before)
      await pgSql`insert into watermarks (name, at) values (${watermark}, ${new Date(mark)})
        on conflict (name) do update set at = excluded.at`.execute(tx)
    return found
  })
}

async function takeTurn(tx: PostgresTransaction, others: 'leave' | 'wait'): Promise<boolean> {
  if (others === 'wait') {
    await pgSql`select pg_advisory_xact_lock(7246256)`.execute(tx)
    return true
  }
  const lock = await pgSql<{ mine: boolean }>`select pg_try_advisory_xact_lock(7246256) as mine`.execute(tx)
  return lock.rows[0]?.mine === true
}

async function readMark(tx: PostgresTransaction): Promise<number> {
  const row = await tx.selectFrom('watermarks').select('at').where('name', '=', watermark).executeTakeFirst()
  return row?.at.getTime() ?? 0
}

const NewKey = z.object({
  workspace_id: z.string(),
  source_id: z.string(),
  kind: z.string(),
  value: z.string(),
  other: z.string(),
  /** Users first, so that devices seen with them come with them. */
  turn: z.number(),
})

/**
 * Identifiers of the inserts that no person has yet; a device seen together with a user comes with that user. A page goes on after
 * the last row of the one before: what was resolved meanwhile is no longer among the rows, so they cannot be counted off.
 */
async function resolveNew(app: App, written: ch.Sql, pageRows: number): Promise<number> {
  const [device, deviceKey] = [
    ch.sql`if(id_kind = 'user_id', anonymous_id, '')`,
    ch.sql`cityHash64(workspace_id, 'anonymous_id', anonymous_id)`,
  ]
  let resolved = 0
  let after = ch.sql``
  for (;;) {
    const rows = await app.ch.query(
      ch.sql`WITH known AS (
          SELECT workspace_id, key FROM identity WHERE (workspace_id, key) IN (
            SELECT workspace_id, arrayJoin(if(${device} = '', [key], [key, ${deviceKey}])) FROM events WHERE ${written})
        )
        SELECT DISTINCT workspace_id, source_id, toString(id_kind) AS kind, id_value AS value, ${device} AS other,
          if(id_kind = 'user_id', 0, 1) AS turn
        FROM events WHERE ${written}
          AND ((workspace_id, key) NOT IN known OR (${device} != '' AND (workspace_id, ${deviceKey}) NOT IN known)) ${after}
        ORDER BY turn, kind, value, other, workspace_id, source_id LIMIT ${ch.u32(pageRows)}`,
      NewKey,
    )
    await resolveRows(app, rows)
    resolved += rows.length
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageRows) return resolved
    after = afterRow(last)
  }
}

function afterRow(row: z.output<typeof NewKey>): ch.Sql {
  return ch.sql`AND (turn, kind, value, other, workspace_id, source_id) > (${ch.u32(row.turn)}, ${ch.text(row.kind)}, ${ch.text(row.value)},
    ${ch.text(row.other)}, ${ch.uuid(row.workspace_id)}, ${ch.uuid(row.source_id)})`
}

/** Makes people of identifiers not seen before; what lies here of somebody who was erased is erased again. */
export async function resolveRows(
  app: App,
  rows: readonly Omit<z.output<typeof NewKey>, 'turn'>[],
): Promise<void> {
  for (const group of bySource(rows)) {
    const identifiers = group.rows.map((row): { identifiers: Identifier[] } => ({
      identifiers: [
        { kind: row.kind as Identifier['kind'], value: row.value },
        ...(row.other === '' ? [] : [{ kind: 'anonymous_id' as const, value: row.other }]),
      ],
    }))
    const resolved = await resolvePeople(app, { ...group.of, trust: 'public', rows: identifiers })
    const gone = group.rows.filter((_row, index) => {
      const one = resolved[index]
      return one?.state === 'refused' && one.why === 'suppressed'
    })
    await eraseSuppressed(app, group.of.workspaceId, gone)
  }
}

/** Somebody who was erased is not collected again. */
async function eraseSuppressed(
  app: App,
  workspaceId: string,
  rows: readonly { kind: string; value: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const keys = await app.ch.query(
    ch.sql`SELECT toString(cityHash64(${ch.uuid(workspaceId)}, kind, value)) AS key
      FROM (SELECT arrayJoin(arrayZip(${ch.texts(rows.map((row) => row.kind))}, ${ch.texts(rows.map((row) => row.value))})) AS pair, pair.1 AS kind, pair.2 AS value)`,
    z.object({ key: z.string() }),
  )
  await eraseKeys(app, { workspaceId, keys: keys.map((row) => row.key) })
}

const Spoken = z.object({
  workspace_id: z.string(),
  source_id: z.string(),
  kind: z.string(),
  value: z.string(),
  at: z.number(),
  message_id: z.string(),
  traits: z.string(),
  context: z.string(),
  sealed: z.string(),
})
type Spoken = z.output<typeof Spoken>

/** Traits and words of consent in the inserts. */
async function readWords(app: App, written: ch.Sql): Promise<void> {
  for (let offset = 0; ; offset += mostRows) {
    const rows = await app.ch.query(
      ch.sql`SELECT workspace_id, source_id, toString(id_kind) AS kind, id_value AS value, toUnixTimestamp64Milli(events.at) AS at,
          message_id, if(type IN ('identify', 'alias'), events.traits, '') AS traits,
          if(position(events.context, '"consent"') > 0, events.context, '') AS context, if(type = 'identify', events.sealed, '') AS sealed
        FROM events WHERE ${written} AND speaks = 1
        ORDER BY stored_at, message_id LIMIT ${ch.u32(mostRows)} OFFSET ${ch.u32(offset)}`,
      Spoken,
    )
    for (const group of bySource(rows)) await keepWords(app, group)
    if (rows.length < mostRows) return
  }
}

async function keepWords(app: App, { of, rows }: { of: Source; rows: readonly Spoken[] }): Promise<void> {
  const identifiers = rows.map((row) => ({
    identifiers: [{ kind: row.kind as Identifier['kind'], value: row.value }],
  }))
  const people = await resolvePeople(app, { ...of, trust: 'public', rows: identifiers })
  const spoken = rows.flatMap((row, index) => {
    const person = people[index]
    return person === undefined || person.state === 'refused' ? [] : [{ ...row, personNo: person.personNo }]
  })
  const known = await knownPeople(
    app,
    of.workspaceId,
    spoken.map((row) => row.personNo),
  )
  const told = spoken.flatMap((row) =>
    factsOfTraits({ personNo: row.personNo, traits: toldTraits(app, row), at: new Date(row.at) }),
  )
  const facts = await withoutOverruling(app, { of, known, facts: told })
  await defineNewTraits(app, { workspaceId: of.workspaceId, facts })
  await writeFacts(app, { ...of, facts: facts.toSorted((x, y) => x.personNo - y.personNo) })
  const entries = spoken.flatMap((row) =>
    consentWords({
      preferences: readPreferences(parsed(row.context)).said,
      personNo: row.personNo,
      isKnown: known.has(row.personNo),
      happenedAt: new Date(row.at),
      sourceId: of.sourceId,
      messageId: row.message_id,
    }),
  )
  await recordConsent(app, { workspaceId: of.workspaceId, entries })
}

/** What is held back of them goes on to where facts wait; of what is kept only so much as may be. */
function toldTraits(app: App, { workspace_id: workspaceId, traits, sealed }: Spoken): unknown {
  const whole = openSealed(app, { workspaceId, sealed })
  return whole === undefined ? parsed(traits) : { ...whole.traits, ...Object(parsed(traits)) }
}

/** Traits nobody has defined are guessed from name and values, so that what looks special is held back from the start, listed or not. */
async function defineNewTraits(
  app: App,
  { workspaceId, facts }: { workspaceId: string; facts: readonly Fact[] },
): Promise<void> {
  const values = Map.groupBy(facts, (fact) => fact.trait)
  if (values.size === 0) return
  const defined = await app.pg
    .selectFrom('trait_definitions')
    .select(['trait', 'listed'])
    .where('workspace_id', '=', workspaceId)
    .where('trait', 'in', [...values.keys()])
    .execute()
  const fresh = [...values.keys()].filter((trait) => !defined.some((row) => row.trait === trait))
  const traits = guessTraits(fresh, values)
  await defineTraits(app, { workspaceId, traits })
  const unlisted = [...defined, ...traits].flatMap(({ trait, listed }) => (listed ? [] : [trait]))
  await announceHeld(app, { workspaceId, names: unlisted })
}

function guessTraits(fresh: readonly string[], values: ReadonlyMap<string, readonly Fact[]>) {
  const longest = Math.min(200, Math.max(0, ...fresh.map((trait) => values.get(trait)?.length ?? 0)))
  const sample = Array.from({ length: longest }, (_, index) =>
    fresh.map((trait) => values.get(trait)?.[index]?.text ?? ''),
  )
  return guessColumns(fresh, sample).map((guess, index) => ({
    trait: fresh[index] ?? guess.name,
    type: guess.type,
    class: guess.class,
    special: guess.special === null ? null : heldAs[guess.special.category],
    listed: guess.special === null,
  }))
}

/** What a key in a web page says of somebody known does not replace what another source told of them. */
async function withoutOverruling(
  app: App,
  { of, known, facts }: { of: Source; known: ReadonlySet<number>; facts: readonly Fact[] },
): Promise<readonly Fact[]> {
  const people = [...new Set(facts.map((fact) => fact.personNo))].filter((person) => known.has(person))
  if (people.length === 0) return facts
  const rows = await app.ch.query(
    ch.sql`SELECT DISTINCT person, trait FROM facts
      WHERE workspace_id = ${ch.uuid(of.workspaceId)} AND person IN ${ch.u32s(people)} AND source_id != ${ch.uuid(of.sourceId)}`,
    z.object({ person: z.number(), trait: z.string() }),
  )
  const taken = new Set(rows.map((row) => `${row.person} ${row.trait}`))
  return facts.filter((fact) => !taken.has(`${fact.personNo} ${fact.trait}`))
}

/** Those of the people whom somebody more trusted than a key in a web page has vouched for. */
async function knownPeople(
  app: App,
  workspaceId: string,
  personNos: readonly number[],
): Promise<Set<number>> {
  if (personNos.length === 0) return new Set()
  const rows = await app.pg
    .selectFrom('identifiers')
    .select('person_no')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('person_no', 'in', [...new Set(personNos)])
    .where('trusted', '=', true)
    .execute()
  return new Set(rows.map((row) => row.person_no))
}

type Source = { workspaceId: string; sourceId: string }

function bySource<T extends { workspace_id: string; source_id: string }>(
  rows: readonly T[],
): { of: Source; rows: T[] }[] {
  return [...Map.groupBy(rows, (row) => `${row.workspace_id} ${row.source_id}`).values()].flatMap((group) => {
    const [first] = group
    return first ? [{ of: { workspaceId: first.workspace_id, sourceId: first.source_id }, rows: group }] : []
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
