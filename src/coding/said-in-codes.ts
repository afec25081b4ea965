import { sql } from 'kysely'
import { newBreath, type App, type PersonRef, type PostgresTransaction } from '../platform/index.ts'
import { lockCoding } from './history.ts'
import { listenFor, type Spoken, type TextOfCode } from './said-in-text.ts'

type Whose = Pick<PersonRef, 'workspaceId'> & { personNo?: number }

/**
 * Takes words out of what stands with codes (names, descriptions, examples, also brought in ones) that were said by that person, who is erased, or
 * (without one) by those who took analysing or quoting back; and forgets the steps that remember them. For an erasure to be called while the words are
 * still there. Not taken back when permission returns. Safe to repeat.
 */
export async function forgetSaidInCodes(app: App, whose: Whose): Promise<void> {
  // Looked for first without holding anybody up: mostly there is nothing.
  if ((await findSaid(app.pg, whose)).length === 0) return
  await app.pg.transaction().execute(async (tx) => {
    await lockCoding(tx, whose.workspaceId)
    const found = await findSaid(tx, whose)
    const lines = found.flatMap(({ logId }) => logId ?? [])
    await sql`delete from coding_log where id = any(${lines}::bigint[])`.execute(tx)
    for (const { codeId, logId, field, left } of found) {
      if (logId !== null) continue
      if (field === 'name')
        await sql`update codes set name = 'In vivo ' || right(id::text, 12) where id = ${codeId}::uuid`.execute(
          tx,
        )
      else
        await sql`
          update codes set ${sql.ref(field)} = ${left}, words_taken_out_at = now() where id = ${codeId}::uuid`.execute(
          tx,
        )
    }
  })
}

/** A text of a code, as it stands (`logId` null) or as a step of the history remembers it. */
type Kept = TextOfCode & { logId: number | null }

async function findSaid(
  db: App['pg'] | PostgresTransaction,
  whose: Whose,
): Promise<(Kept & { left: string })[]> {
  const { workspaceId } = whose
  const { rows: kept } = await sql<Kept>`
    select c.id::text as "codeId", null::bigint as "logId", f.field, f.text from codes c
    cross join lateral (values ('name', c.name), ('description', c.description), ('example', c.example)) f (field, text)
    where c.workspace_id = ${workspaceId} and f.text like '_% _%'
    union all
    select step ->> 'codeId', l.id, f.key, f.value from coding_log l
    cross join lateral jsonb_path_query(l.steps, '$[*] ? (@.do == "change code")') step
    cross join lateral (select * from jsonb_each_text(step -> 'from') union all select * from jsonb_each_text(step -> 'to')) f
    where l.workspace_id = ${workspaceId} and f.key in ('name', 'description', 'example') and f.value like '_% _%'
    union all
    select moved ->> 'codeId', l.id, 'name', f.name from coding_log l
    cross join lateral jsonb_path_query(l.steps, '$[*] ? (@.do == "put codebook" || @.do == "remove codebook").moved[*]') moved
    cross join lateral (values (moved ->> 'from'), (moved ->> 'to')) f (name)
    where l.workspace_id = ${workspaceId} and f.name like '_% _%'`.execute(db)
  if (kept.length === 0) return []
  const ears = listenFor(kept)
  const breathe = newBreath()
  for (const spoken of await saidBy(db, whose)) {
    ears.hear(spoken)
    await breathe()
  }
  return kept.flatMap((one) => {
    const left = ears.without(one)
    return left === undefined ? [] : [{ ...one, left }]
  })
}

/** Everything they said, also what turns said before they were corrected; and once more each passage that has a code, or had it when the mark was taken off. */
async function saidBy(
  db: App['pg'] | PostgresTransaction,
  { workspaceId, personNo }: Whose,
): Promise<Spoken[]> {
  // Whoever was never asked has taken nothing back.
  const who =
    personNo === undefined
      ? sql`
          select p.id from participants p join consent_state s on s.workspace_id = p.workspace_id and s.person_no = p.person_no
            and s.purpose in (1, 3) and s.state <> 'given' and s.scope in ('', 'study:' || p.study_id)
          where p.workspace_id = ${workspaceId} and (
            p.id not in (select participant_id from permitted_participants(${workspaceId}::uuid, 1, null, array(select person_no from refusing)))
            or p.id not in (select participant_id from permitted_participants(${workspaceId}::uuid, 3, null, array(select person_no from refusing))))`
      : sql`select id from participants where workspace_id = ${workspaceId} and person_no = ${personNo}`
  const { rows } = await sql<Spoken>`
    with refusing as materialized (
      select distinct s.person_no from consent_state s join participants p on p.workspace_id = s.workspace_id and p.person_no = s.person_no
      where s.workspace_id = ${workspaceId} and s.purpose in (1, 3) and s.state <> 'given'
    ), who as materialized (${who}),
    turns as materialized (
      select u.id, u.text from speakers s join utterances u on u.speaker_id = s.id
      where s.workspace_id = ${workspaceId} and s.participant_id in (select id from who)
    )
    select text, null as "codeId" from turns
    union all select c.text, null from turn_corrections c where c.utterance_id in (select id from turns)
    union all select h.lost_text, null from highlights h where h.lost_text <> '' and h.utterance_id in (select id from turns)
    union all select coalesce(h.lost_text, substr(t.text, h.start_at + 1, h.end_at - h.start_at)), hc.code_id::text
      from highlights h join turns t on t.id = h.utterance_id join highlight_codes hc on hc.highlight_id = h.id`.execute(
    db,
  )
  return rows
}
