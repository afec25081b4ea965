import { sql } from 'kysely'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { type Place, inTransaction, permissionChanged } from './place.ts'
import { type ConsentState, type LedgerPurpose, type QuotingManner, purposeNumber } from './purposes.ts'

/** One word of one person about one purpose. */
export type ConsentEntry = {
  personNo: number
  purpose: LedgerPurpose
  /** '' is the whole workspace; `studyScope(id)` one study. */
  scope?: string | undefined
  state: ConsentState
  /** When it was said, not when it was written down. */
  happenedAt: Date
  /** What the person was asked, as shown. */
  wording?: string | undefined
  language?: string | undefined
  /** Which version of the wording was shown. */
  version?: string | undefined
  /** How they want to be quoted. */
  manner?: QuotingManner | undefined
  /** How it reached us: 'file', 'event', 'by hand', 'interview', … */
  channel: string
  sourceId?: string | undefined
  actor: { kind: string; id?: string | undefined }
  /** The same file row or event read twice says one thing. */
  evidenceId?: string | undefined
}

/**
 * Writes words of people into the ledger, which only grows. An entry whose `evidenceId` is there already for that person,
 * purpose and scope is left out. Returns how many were new.
 */
export async function recordConsent(
  place: Place,
  { workspaceId, entries }: { workspaceId: string; entries: readonly ConsentEntry[] },
): Promise<number> {
  if (entries.length === 0) return 0
  const written = await inTransaction(place, async (tx, outbox) => {
    const added = await insertEntries(tx, workspaceId, entries)
    await permissionChanged(tx, { outbox, workspaceId, purposes: entries.map(({ purpose }) => purpose) })
    return added
  })
  // Within somebody else's transaction a merge would not be seen; whoever began it knows the people for sure.
  if ('pg' in place) await followMerges(place, { workspaceId, entries })
  return written
}

/**
 * Somebody may be joined to another between being looked up and their words being written. Looked at after the write: either it has
 * happened by now, and the words are copied, or it is still to come and finds them.
 */
async function followMerges(
  app: App,
  { workspaceId, entries }: { workspaceId: string; entries: readonly { personNo: number }[] },
): Promise<void> {
  const personNos = [...new Set(entries.map((entry) => entry.personNo))]
  const { rows } = await sql<{ no: number; into: number }>`
    select no, merged_into as into from people
    where workspace_id = ${workspaceId} and no = any(${personNos}::bigint[]) and merged_into is not null`.execute(
    app.pg,
  )
  if (rows.length === 0) return
  await inTransaction(app, async (tx, outbox) => {
    for (const { no, into } of rows) await mergeConsent(tx, { workspaceId, fromNo: no, intoNo: into })
    await permissionChanged(tx, { outbox, workspaceId })
  })
  await followMerges(app, { workspaceId, entries: rows.map(({ into }) => ({ personNo: into })) })
}

async function insertEntries(
  tx: PostgresTransaction,
  workspaceId: string,
  entries: readonly ConsentEntry[],
): Promise<number> {
  const { manners, mannerOf } = mannersOf(entries)
  const column = <T>(read: (entry: ConsentEntry) => T) => manners.map(read)
  const result = await sql<{ written: number }>`
    with added as (
      insert into consent_ledger (workspace_id, person_no, purpose, scope, state, happened_at, wording, language, wording_version,
        manner, channel, source_id, actor_kind, actor_id, evidence_id)
      select ${workspaceId}::uuid, person_no, purpose, scope, state, least(happened_at, clock_timestamp()), wording, language,
        wording_version, said_manner, channel, source_id, actor_kind, actor_id, evidence_id
      from unnest(
        ${entries.map((entry) => entry.personNo)}::bigint[],
        ${mannerOf}::bigint[],
        ${entries.map((entry) => entry.evidenceId ?? null)}::text[]) with ordinality as said (person_no, manner, evidence_id, place)
      join unnest(
        ${column((entry) => purposeNumber(entry.purpose))}::smallint[],
        ${column((entry) => entry.scope ?? '')}::text[],
        ${column((entry) => entry.state)}::text[],
        ${column((entry) => entry.happenedAt.toISOString())}::timestamptz[],
        ${column((entry) => entry.wording ?? null)}::text[],
        ${column((entry) => entry.language ?? null)}::text[],
        ${column((entry) => entry.version ?? null)}::text[],
        ${column((entry) => entry.manner ?? null)}::text[],
        ${column((entry) => entry.channel)}::text[],
        ${column((entry) => entry.sourceId ?? null)}::uuid[],
        ${column((entry) => entry.actor.kind)}::text[],
        ${column((entry) => entry.actor.id ?? null)}::text[])
        with ordinality as manners (purpose, scope, state, happened_at, wording, language, wording_version, said_manner, channel, source_id, actor_kind, actor_id,
          manner) using (manner)
      order by place
      on conflict (workspace_id, person_no, purpose, scope, evidence_id) do nothing
      returning person_no
    ), changed as (
      insert into permission_changes (workspace_id, person_nos)
      select ${workspaceId}::uuid, array_agg(distinct person_no) from added having count(*) > 0
    )
    select count(*) as written from added`.execute(tx)
  return result.rows[0]?.written ?? 0
}

/** Thousands of words of a file are said in a handful of manners, which are sent once; `mannerOf` counts them from 1. */
function mannersOf(entries: readonly ConsentEntry[]): { manners: ConsentEntry[]; mannerOf: number[] } {
  const manners: ConsentEntry[] = []
  const known = new Map<string, number>()
  const mannerOf = entries.map((entry) => {
    const {
      purpose,
      state,
      happenedAt,
      scope,
      language,
      sourceId,
      actor,
      channel,
      wording,
      version,
      manner,
    } = entry
    const fixed = `${purpose} ${state} ${happenedAt.getTime()} ${scope} ${language} ${sourceId} `
    const key = fixed + JSON.stringify([actor.kind, actor.id, channel, wording, version, manner])
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, manners.push(entry))
    return manners.length
  })
  return { manners, mannerOf }
}

/**
 * What two profiles of one person said becomes what the one said: the newest word wins, and at the same moment a refusal.
 * The words are copied, since the ledger only grows; the old number's stay as evidence.
 */
export async function mergeConsent(
  tx: PostgresTransaction,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  await sql`
    insert into consent_ledger (workspace_id, person_no, purpose, scope, state, happened_at, recorded_at, wording, language,
      wording_version, manner, channel, source_id, actor_kind, actor_id, evidence_id)
    select workspace_id, ${intoNo}, purpose, scope, state, happened_at, recorded_at, wording, language, wording_version, manner,
      channel, source_id, actor_kind, actor_id, coalesce(evidence_id, 'ledger:' || id)
    from consent_ledger where workspace_id = ${workspaceId} and person_no = ${fromNo}
    order by id
    on conflict (workspace_id, person_no, purpose, scope, evidence_id) do nothing`.execute(tx)
  await sql`
    insert into grounds (workspace_id, person_no, declarer_id, since)
    select workspace_id, ${intoNo}, declarer_id, since from grounds where workspace_id = ${workspaceId} and person_no = ${fromNo}
    on conflict do nothing`.execute(tx)
  await sql`delete from grounds where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(tx)
  await markChanged(tx, { workspaceId, personNos: [fromNo, intoNo] })
}

/**
 * An identifier that a key in a web page had claimed belongs to somebody else after all: what was refused under it holds for them. What was given under it
 * does not: such a key takes away, it gives nothing to people others vouch for.
 */
export async function carryRefusals(
  tx: PostgresTransaction,
  given: { outbox: App['outbox']; workspaceId: string; moves: readonly { fromNo: number; intoNo: number }[] },
): Promise<void> {
  const { outbox, workspaceId, moves } = given
  const { rows } = await sql<{ person_no: number }>`
    insert into consent_ledger (workspace_id, person_no, purpose, scope, state, happened_at, recorded_at, wording, language,
      wording_version, manner, channel, source_id, actor_kind, actor_id, evidence_id)
    select workspace_id, into_no, purpose, scope, state, happened_at, recorded_at, wording, language, wording_version, manner,
      channel, source_id, actor_kind, actor_id, coalesce(evidence_id, 'ledger:' || id)
    from (
      select distinct on (into_no, purpose, scope) into_no, l.*
      from unnest(${moves.map(({ fromNo }) => fromNo)}::bigint[], ${moves.map(({ intoNo }) => intoNo)}::bigint[]) as moves (from_no, into_no)
      join consent_ledger l on l.workspace_id = ${workspaceId}::uuid and l.person_no = from_no
      order by into_no, purpose, scope, happened_at desc, (state <> 'given') desc, id desc
    ) newest
    where state <> 'given' order by id
    on conflict (workspace_id, person_no, purpose, scope, evidence_id) do nothing returning person_no`.execute(
    tx,
  )
  if (rows.length === 0) return
  await markChanged(tx, { workspaceId, personNos: rows.map((row) => row.person_no) })
  await permissionChanged(tx, { outbox, workspaceId })
}

/** Says that the standing of these people has to be computed anew before the next read. */
export async function markChanged(
  tx: PostgresTransaction,
  { workspaceId, personNos }: { workspaceId: string; personNos: readonly number[] },
): Promise<void> {
  if (personNos.length === 0) return
  await sql`
    insert into permission_changes (workspace_id, person_nos) values (${workspaceId}, ${[...new Set(personNos)]}::bigint[])`.execute(
    tx,
  )
}
