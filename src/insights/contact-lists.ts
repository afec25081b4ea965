/** Who took which people out of the program for what: those who refuse afterwards are told of to whoever has the list. */
import { sql } from 'kysely'
import { purposeNumber, type Purpose } from '../consent/index.ts'
import { notFound, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import { audit, type Doer, type MemberActor } from '../workspace/index.ts'

type Begun = { workspaceId: string; purpose: Purpose; segmentName: string; actor: Doer }

/** Writes down that a list is taken out, before a line of it leaves. */
export async function beginList(app: App, taking: Begun): Promise<string> {
  const { workspaceId, purpose, segmentName, actor } = taking
  const { id } = await app.pg
    .insertInto('contact_lists')
    .values({
      workspace_id: workspaceId,
      segment: segmentName,
      purpose: purposeNumber(purpose),
      member_id: 'memberId' in actor && typeof actor.memberId === 'string' ? actor.memberId : null,
      at: app.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Adds people to a list that is written as it is read. Those who refuse between this and the reading of their line are told of although they are not in
 * it; nobody who is in it is forgotten.
 */
export async function growList(
  pg: Postgres,
  { workspaceId, listId, personNos }: { workspaceId: string; listId: string; personNos: readonly number[] },
): Promise<void> {
  if (personNos.length === 0) return
  await pg.transaction().execute(async (tx) => {
    await holdRefusals(tx, workspaceId)
    await sql`
      insert into contact_list_people (list_id, workspace_id, first_no, last_no, people)
      select ${listId}::uuid, ${workspaceId}::uuid, min(no), max(no), array_agg(no) from unnest(${[...personNos]}::bigint[]) as given (no)`.execute(
      tx,
    )
  })
}

/**
 * Waits for refusals that are being written, and has later ones wait until this transaction ends: what is read afterwards knows of the former, and the
 * latter find what was written here.
 */
async function holdRefusals(tx: PostgresTransaction, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('contact lists:' || ${workspaceId}, 0))`.execute(tx)
}

/** A list in which somebody stands who refused since. */
type RefusedList = {
  listId: string
  segment: string
  purpose: number
  at: Date
  who: string | null
  memberId: string | null
  settledAt: Date | null
  /** Pseudonyms of those who refused, as the list has them; at most two hundred. */
  people: string[]
  refusals: number
  erased: number
  /** Whether somebody refused after the last time it was settled. */
  isDue: boolean
}

/** The newest hundred of them. */
export async function listRefusedLists(pg: Postgres, workspaceId: string): Promise<RefusedList[]> {
  const { rows } = await sql<RefusedList>`
    select l.id as "listId", l.segment, l.purpose, l.at, u.name as who, l.member_id as "memberId", l.settled_at as "settledAt",
      array(select p.pseudonym from contact_list_refusals o
        join contact_list_people k on k.list_id = l.id and o.person_no between k.first_no and k.last_no and o.person_no = any(k.people)
        join people p on p.no = coalesce(k.stands_for, o.person_no) where o.list_id = l.id order by o.id desc, p.no limit 200) as people,
      count(*)::int as refusals, count(*) filter (where r.person_no is null)::int as erased,
      bool_or(l.settled_at is null or r.at > l.settled_at) as "isDue"
    from contact_lists l join contact_list_refusals r on r.list_id = l.id
    left join members m on m.id = l.member_id left join users u on u.id = m.user_id
    where l.workspace_id = ${workspaceId} group by l.id, u.name order by l.id desc limit 100`.execute(pg)
  return rows
}

/** Whoever took a list says that those who refused are out of it. Throws 404 where it is not theirs. */
export async function settleList(
  app: App,
  { workspaceId, listId, actor }: { workspaceId: string; listId: string; actor: MemberActor },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql`
      update contact_lists set settled_at = clock_timestamp()
      where workspace_id = ${workspaceId} and id = ${listId} and member_id = ${actor.memberId} returning id`.execute(
      tx,
    )
    if (rows.length === 0) throw notFound('list')
    const subject = { kind: 'contact list', id: listId }
    await audit(tx, { workspaceId, actor, action: 'withdrawal.settled', subject })
  })
}

/** The lists somebody stands in, the newest first, as they may know of them. */
export async function listsOfPerson(
  pg: Postgres,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<{ at: Date; who: string | null; purpose: number }[]> {
  const { rows } = await sql<{ at: Date; who: string | null; purpose: number }>`
    select l.at, u.name as who, l.purpose from contact_lists l
    left join members m on m.id = l.member_id left join users u on u.id = m.user_id
    where l.id in (${listsWith({ workspaceId, personNo })}) order by l.id desc limit 100`.execute(pg)
  return rows
}

type One = { workspaceId: string; personNo: number }

const listsWith = (one: One) => sql`select p.list_id from contact_list_people p where ${standsIn(one)}`

const standsIn = ({ workspaceId, personNo }: One) => sql`
  p.workspace_id = ${workspaceId} and ${personNo}::bigint between p.first_no and p.last_no and ${personNo}::bigint = any(p.people)`

/** No list leads to somebody any more. */
async function takeOut(tx: PostgresTransaction, one: One): Promise<void> {
  await sql`delete from contact_list_people p where p.stands_for is not null and ${standsIn(one)}`.execute(tx)
  await sql`
    update contact_list_people p set people = array_remove(people, ${one.personNo}::bigint) where ${standsIn(one)}`.execute(
    tx,
  )
}

/**
 * Two profiles are one person: who stood in a list stands in it as the one, under what the list calls them. Where the one has refused, before or since,
 * whoever has the list is to be told.
 */
export async function mergeInLists(
  pg: Postgres,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  await pg.transaction().execute(async (tx) => {
    await holdRefusals(tx, workspaceId)
    await sql`
      insert into contact_list_people (list_id, workspace_id, first_no, last_no, people, stands_for)
      select p.list_id, p.workspace_id, ${intoNo}::bigint, ${intoNo}::bigint, array[${intoNo}::bigint], coalesce(p.stands_for, ${fromNo}::bigint)
      from contact_list_people p where ${standsIn({ workspaceId, personNo: fromNo })}`.execute(tx)
    await takeOut(tx, { workspaceId, personNo: fromNo })
    await mergeRefusals(tx, { workspaceId, fromNo, intoNo })
    await sql`
      insert into contact_list_refusals (list_id, workspace_id, person_no, at)
      select distinct l.id, l.workspace_id, s.person_no, clock_timestamp()
      from contact_list_people p join contact_lists l on l.id = p.list_id
      join consent_state s on s.workspace_id = l.workspace_id and s.person_no = ${intoNo} and s.scope = '' and s.purpose in (0, l.purpose) and s.state <> 'given'
      where ${standsIn({ workspaceId, personNo: intoNo })} on conflict (list_id, person_no) do nothing`.execute(
      tx,
    )
  })
}

/** What was told of the one under their old number is told. */
async function mergeRefusals(
  tx: PostgresTransaction,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  await sql`
    with gone as (
      delete from contact_list_refusals where workspace_id = ${workspaceId} and person_no = ${fromNo} returning *
    )
    insert into contact_list_refusals as r (list_id, workspace_id, person_no, at, mailed_at)
    select list_id, workspace_id, ${intoNo}::bigint, at, mailed_at from gone
    on conflict (list_id, person_no) do update
      set at = least(r.at, excluded.at), mailed_at = coalesce(r.mailed_at, excluded.mailed_at)`.execute(tx)
}

/** Somebody is erased: no list leads to them any more, and whoever has one is told that one of it is gone. */
export async function eraseFromLists(
  app: App,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    await sql`
      insert into contact_list_refusals (list_id, workspace_id, person_no, at)
      select distinct list_id, ${workspaceId}::uuid, ${personNo}::bigint, ${app.clock.now()}::timestamptz
      from (${listsWith({ workspaceId, personNo })}) l on conflict (list_id, person_no) do nothing`.execute(
      tx,
    )
    await sql`
      update contact_list_refusals set person_no = null, mailed_at = null
      where workspace_id = ${workspaceId} and person_no = ${personNo}`.execute(tx)
    await takeOut(tx, { workspaceId, personNo })
  })
}

/** How much leads from lists to somebody. */
export async function countInLists(
  pg: Postgres,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    select (select count(*) from (${listsWith({ workspaceId, personNo })}) l)
      + (select count(*) from contact_list_refusals where workspace_id = ${workspaceId} and person_no = ${personNo}) as kept`.execute(
    pg,
  )
  return rows[0]?.kept ?? 0
}
