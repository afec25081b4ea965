import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { WordsMoved } from '../conversations/index.ts'
import type { PostgresTransaction } from '../platform/index.ts'
import { tellReaders } from './coding-changes.ts'

/**
 * Keeps every passage on its words when they move to another turn, in the same transaction: one over the cut becomes two with the same codes, and those
 * two are one again when the turns are put together (unless somebody has coded or noted them apart since). Removed passages move too, so that undo
 * finds their place. Joints, and places in the search, move along.
 */
export async function followMovedWords(tx: PostgresTransaction, moved: WordsMoved): Promise<void> {
  const { workspaceId, fromId, toId, from, by } = moved
  const rows = await sql<Row>`
    select id, start_at, end_at, removed_at is not null as removed from highlights
    where workspace_id = ${workspaceId} and utterance_id = ${fromId} and lost_text is null for update`.execute(
    tx,
  )
  const places = rows.rows.map((row) => ({ ...row, ...placeAfter(row, moved) }))
  await writePlaces(tx, places.filter(hasPlace))
  await loseBlank(tx, { moved, rows: places.filter((place) => !hasPlace(place)) })
  await cutPieces(tx, { moved, rows: places.filter((place) => place.rest !== undefined) })
  // Words that were lost before stay with the turn that stays.
  if (moved.kept === 0)
    await sql`update highlights set utterance_id = ${toId} where utterance_id = ${fromId} and lost_text is not null`.execute(
      tx,
    )
  await sql`
    update highlights h set utterance_version = u.version from utterances u
    where u.id = h.utterance_id and u.id in (${fromId}, ${toId})`.execute(tx)
  await sql`
    update turn_joints set utterance_id = ${toId}, at = at + ${by} where utterance_id = ${fromId} and at + ${by} > 0 and at >= ${from}`.execute(
    tx,
  )
  // A turn that is cut by hand where two were put together is another one: what the second said before goes with it.
  await sql`
    with gone as (delete from turn_joints where utterance_id = ${fromId} and at >= ${moved.kept} and at > 0 returning id)
    delete from turn_corrections where parked_id in (select id from gone)`.execute(tx)
  await sql`
    update turn_corrections c set utterance_id = j.utterance_id from turn_joints j
    where j.id = c.parked_id and j.utterance_id in (${fromId}, ${toId}) and c.utterance_id <> j.utterance_id`.execute(
    tx,
  )
  if (moved.kept === 0) await mendPieces(tx, moved)
  await movePlacesSearched(tx, moved)
  await tellReaders(tx, workspaceId)
}

type Row = { id: string; start_at: number; end_at: number; removed: boolean }
type Place = { utteranceId: string; start: number; end: number }
type Placed = Row & { place: Place | undefined; rest: Place | undefined }

const hasPlace = (row: Placed): row is Placed & { place: Place } => row.place !== undefined

/** Where a passage stands after words have moved, and where its second part does if it was cut. No place: it was nothing but white space that is gone. */
function placeAfter(
  { start_at, end_at }: Row,
  { kept, from, by, fromId, toId }: WordsMoved,
): Pick<Placed, 'place' | 'rest'> {
  const before =
    start_at < kept ? { utteranceId: fromId, start: start_at, end: Math.min(end_at, kept) } : undefined
  const after =
    end_at > from ? { utteranceId: toId, start: Math.max(start_at, from) + by, end: end_at + by } : undefined
  return before === undefined ? { place: after, rest: undefined } : { place: before, rest: after }
}

async function writePlaces(
  tx: PostgresTransaction,
  rows: readonly (Row & { place: Place })[],
): Promise<void> {
  await sql`
    update highlights h set utterance_id = n.utterance_id, start_at = n.start_at, end_at = n.end_at
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ place }) => place.utteranceId)}::uuid[],
      ${rows.map(({ place }) => place.start)}::int[], ${rows.map(({ place }) => place.end)}::int[])
      as n (id, utterance_id, start_at, end_at)
    where h.id = n.id`.execute(tx)
}

/** White space at the cut that somebody had marked: kept as lost, as any words that a change takes away. */
async function loseBlank(
  tx: PostgresTransaction,
  { moved, rows }: { moved: WordsMoved; rows: readonly Row[] },
): Promise<void> {
  const gone = rows.filter(({ removed }) => removed).map(({ id }) => id)
  await sql`delete from highlights where id = any(${gone}::uuid[])`.execute(tx)
  const lost = rows.filter(({ removed }) => !removed)
  for (const { id } of lost)
    await tx
      .updateTable('highlights')
      .set({ lost_text: ' ', start_at: 0, end_at: 1, utterance_id: moved.fromId })
      .where('id', '=', id)
      .execute()
}

/**
 * The second parts of passages that lie over the cut, with all their codes; the note stays with the first. Their ids follow from the turn's and the
 * passage's, so that a cut that is made again brings back the same ones.
 */
async function cutPieces(
  tx: PostgresTransaction,
  { moved, rows }: { moved: WordsMoved; rows: readonly Placed[] },
): Promise<void> {
  const pieces = rows.flatMap(({ id, rest }) =>
    rest ? [{ of: id, id: pieceId(moved.toId, id), ...rest }] : [],
  )
  if (pieces.length === 0) return
  const ids = pieces.map(({ id }) => id)
  const firsts = pieces.map(({ of }) => of)
  await sql`
    insert into highlights (id, workspace_id, study_id, interview_id, utterance_id, start_at, end_at, utterance_version,
      created_at, created_by, removed_at, refused_at, round_id, coder_id, continues_id)
    select n.id, h.workspace_id, h.study_id, h.interview_id, n.utterance_id, n.start_at, n.end_at, 1,
      h.created_at, h.created_by, h.removed_at, h.refused_at, h.round_id, h.coder_id, h.id
    from unnest(${ids}::uuid[], ${firsts}::uuid[], ${pieces.map(({ utteranceId }) => utteranceId)}::uuid[],
      ${pieces.map(({ start }) => start)}::int[], ${pieces.map(({ end }) => end)}::int[])
      as n (id, of_id, utterance_id, start_at, end_at)
    join highlights h on h.id = n.of_id
    on conflict (id) do update set utterance_id = excluded.utterance_id, start_at = excluded.start_at, end_at = excluded.end_at,
      removed_at = excluded.removed_at, refused_at = excluded.refused_at, round_id = excluded.round_id, lost_text = null`.execute(
    tx,
  )
  await sql`delete from highlight_codes where highlight_id = any(${ids}::uuid[])`.execute(tx)
  await sql`
    insert into highlight_codes (highlight_id, code_id, workspace_id, created_at, created_by)
    select n.id, hc.code_id, hc.workspace_id, hc.created_at, hc.created_by
    from unnest(${ids}::uuid[], ${firsts}::uuid[]) as n (id, of_id) join highlight_codes hc on hc.highlight_id = n.of_id`.execute(
    tx,
  )
  // What is marked blind in a double coding is cut alike.
  await sql`delete from round_marks where highlight_id = any(${ids}::uuid[])`.execute(tx)
  await sql`
    insert into round_marks (highlight_id, code_id, workspace_id, kept, settled_by, settled_at, note)
    select n.id, m.code_id, m.workspace_id, m.kept, m.settled_by, m.settled_at, m.note
    from unnest(${ids}::uuid[], ${firsts}::uuid[]) as n (id, of_id) join round_marks m on m.highlight_id = n.of_id`.execute(
    tx,
  )
}

function pieceId(utteranceId: string, highlightId: string): string {
  const hex = createHash('sha256').update(`${utteranceId} ${highlightId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Makes one again of two parts that touch, where nobody has coded, noted or refused them apart. The second is kept as removed. */
async function mendPieces(tx: PostgresTransaction, { toId }: WordsMoved): Promise<void> {
  await sql`
    with joined as (
      select rest.id, first.id as first_id, rest.end_at
      from highlights rest
      join highlights first on first.id = rest.continues_id and first.utterance_id = rest.utterance_id
      join utterances u on u.id = rest.utterance_id
      where rest.utterance_id = ${toId} and rest.note = '' and rest.lost_text is null and first.lost_text is null
        and rest.removed_at is not distinct from first.removed_at
        and (rest.refused_at is null) = (first.refused_at is null) and first.end_at <= rest.start_at
        and substr(u.text, first.end_at + 1, rest.start_at - first.end_at) !~ '[^[:space:]]'
        and array(select code_id from highlight_codes where highlight_id = rest.id order by 1)
          = array(select code_id from highlight_codes where highlight_id = first.id order by 1)
        and array(select (code_id, kept)::text from round_marks where highlight_id = rest.id order by 1)
          = array(select (code_id, kept)::text from round_marks where highlight_id = first.id order by 1)
    ),
    longer as (update highlights h set end_at = j.end_at from joined j where h.id = j.first_id)
    update highlights h set removed_at = coalesce(h.removed_at, now()), round_id = null from joined j where h.id = j.id`.execute(
    tx,
  )
}

/** Turns whose number moved have said what they said: only their place is written anew, not their words. */
async function movePlacesSearched(tx: PostgresTransaction, { interviewId }: WordsMoved): Promise<void> {
  await sql`
    update search_texts t set position = u.position from utterances u
    where u.id = t.utterance_id and t.interview_id = ${interviewId} and t.position <> u.position`.execute(tx)
}
