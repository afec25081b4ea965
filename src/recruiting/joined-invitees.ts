/** Two profiles are one person, and a study has asked both. */
import { sql } from 'kysely'
import { leaveSitting } from '../conversations/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { tellLetGo } from './appointments.ts'

type Merged = { workspaceId: string; fromNo: number; intoNo: number }

/**
 * Of two letters of a study to one person the one that is further stays: whose appointment is to come, then who takes part, then who was met. Of two
 * appointments to come the sooner stays; the other is let go, and both sides are told. Links of both lead to the one that stays. May run twice.
 */
export async function followMerge(app: App, merged: Merged): Promise<void> {
  const pairs = await app.pg.transaction().execute(async (tx) => {
    const found = await pairsOf(app, { tx, merged })
    for (const { gone, stays } of found)
      if (isToCome(gone) && isToCome(stays) && gone.sittingId !== stays.sittingId)
        await letGo({ app, tx }, { workspaceId: merged.workspaceId, gone })
    return found
  })
  // While the letter that goes is still there: it says what was told of it.
  for (const { gone, stays } of pairs) await tellLetGo(app, { goneId: gone.id, staysId: stays.id })
  await app.pg.transaction().execute(async (tx) => {
    for (const { gone, stays } of pairs)
      await joinLetters(tx, { ...merged, goneId: gone.id, staysId: stays.id })
    const { workspaceId, fromNo, intoNo } = merged
    await sql`
      update invitees set person_no = ${intoNo} where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(
      tx,
    )
  })
}

/** A letter of a study to one of the two, and the appointment they have by it. */
export type Asked = {
  id: string
  participantId: string | null
  sittingId: string | null
  state: 'planned' | 'held' | null
  startsAt: Date | null
  /** Planned, and not over yet. */
  isAhead: boolean
}

/** Which letter stays. Pure. */
export function staysOf({ from, into }: { from: Asked; into: Asked }): Asked {
  if (isToCome(from) && isToCome(into)) return timeOf(from) < timeOf(into) ? from : into
  return ranksOver(from, into) ? from : into
}

const isToCome = (asked: Asked) => asked.isAhead && asked.participantId !== null
const timeOf = ({ startsAt }: Asked) => startsAt?.getTime() ?? 0

function ranksOver(from: Asked, into: Asked): boolean {
  const [a, b] = [rank(from), rank(into)]
  const at = a.findIndex((value, place) => value !== b[place])
  return at !== -1 && a[at] === true
}

const rank = (asked: Asked) => [isToCome(asked), asked.participantId !== null, asked.state !== null]

async function pairsOf(
  app: App,
  { tx, merged }: { tx: PostgresTransaction; merged: Merged },
): Promise<{ gone: Asked; stays: Asked }[]> {
  const { workspaceId, fromNo, intoNo } = merged
  const { rows } = await sql<Asked & { study_id: string; person_no: number }>`
    select i.id, i.study_id, i.person_no, i.participant_id as "participantId", s.id as "sittingId", s.state, s.starts_at as "startsAt",
      coalesce(s.state = 'planned' and s.starts_at > ${app.clock.now()}, false) as "isAhead"
    from invitees i
    left join sittings s on s.id = i.sitting_id and s.state in ('planned', 'held')
      and exists (select from sitting_people k where k.sitting_id = s.id and k.participant_id = i.participant_id)
    where i.workspace_id = ${workspaceId} and i.person_no in (${fromNo}, ${intoNo})
    order by i.id for update of i`.execute(tx)
  return [...Map.groupBy(rows, ({ study_id }) => study_id).values()].flatMap((asked) => {
    const from = asked.find(({ person_no }) => person_no === fromNo)
    const into = asked.find(({ person_no }) => person_no === intoNo)
    if (!from || !into) return []
    const stays = staysOf({ from, into })
    return [{ stays, gone: stays === from ? into : from }]
  })
}

async function letGo(
  place: { app: App; tx: PostgresTransaction },
  { workspaceId, gone }: { workspaceId: string; gone: Asked },
): Promise<void> {
  const { sittingId, participantId } = gone
  if (sittingId === null || participantId === null) return
  const actor = { kind: 'system' as const, name: 'profiles joined' }
  await leaveSitting(place, { workspaceId, sittingId, participantId, actor })
}

async function joinLetters(
  tx: PostgresTransaction,
  { workspaceId, goneId, staysId }: Merged & { goneId: string; staysId: string },
): Promise<void> {
  await sql`
    update joined_invitees set stays_id = ${staysId}::uuid where stays_id = ${goneId}::uuid`.execute(tx)
  await sql`
    insert into joined_invitees (gone_id, stays_id, workspace_id) values (${goneId}::uuid, ${staysId}::uuid, ${workspaceId}::uuid)
    on conflict (gone_id) do nothing`.execute(tx)
  // Whom the one brought, the other has brought.
  await sql`
    update invitees set introduced_by = ${staysId}::uuid where introduced_by = ${goneId}::uuid and id <> ${staysId}::uuid`.execute(
    tx,
  )
  await sql`delete from invitees where id = ${goneId}::uuid`.execute(tx)
}
