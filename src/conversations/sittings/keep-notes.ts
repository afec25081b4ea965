/** Notes arrive, perhaps late, perhaps twice, perhaps from two devices: each is written down once and none is lost. */
import { sql } from 'kysely'
import { Problem, json, type App, type PostgresTransaction } from '../../platform/index.ts'
import { audit, type MemberActor } from '../../workspace/index.ts'
import { lockSuspicion } from '../suspicion.ts'
import { teamWordsToKeep } from '../team-words.ts'
import { ledBefore } from './handovers.ts'
import { lockSitting } from './plan-sitting.ts'
import { courseKinds, type NotesKept, type NotesSent, type SentNote } from './sitting-note.schema.ts'
import { partInSitting } from './who-meets.ts'

type Sending = { workspaceId: string; sittingId: string; actor: MemberActor; sent: NotesSent }

/**
 * Writes notes of a member down. The same again changes nothing; of two revisions the higher stays, and what is `behind` another device is said.
 * A beginning makes the sitting held and locks what was suspected. Throws 404 and `sitting-not-yours` (403) for whoever neither sits in nor led it
 * before it was given to another or taken over, and for such a one's beginning of another day than it is planned on now.
 */
export async function keepNotes(
  app: App,
  { workspaceId, sittingId, actor, sent }: Sending,
): Promise<NotesKept> {
  return app.pg.transaction().execute(async (tx) => {
    if (sent.notes.some(isCourse)) await lockStudyOf(tx, { workspaceId, sittingId })
    const sitting = await lockSitting(tx, { workspaceId, sittingId })
    const part = await partInSitting(tx, { workspaceId, sittingId, actor })
    const hasLed = await ledBefore(tx, { sittingId, memberId: actor.memberId })
    const isAsking = part === 'interviewer' || part === 'lead' || hasLed
    if (part === undefined || (part === 'outside' && !hasLed)) throw notYours()
    if (!isAsking && sent.notes.some(isCourse)) throw notYours()
    const wrongBy = offBy(app.clock.now(), new Date(sent.sentAt))
    if (hasLed && part !== 'interviewer' && isOfAnotherDay({ sitting, sent, wrongBy })) throw notYours()
    const kept: NotesKept['kept'] = []
    const behind: string[] = []
    // All of them first: looking through a study holds its names first, then what was written.
    const notes: SentNote[] = []
    for (const note of sent.notes) notes.push(await noteToKeep({ app, tx }, { workspaceId, sittingId, note }))
    for (const note of notes) {
      const isKept = await keepNote(tx, { workspaceId, sittingId, memberId: actor.memberId, note, wrongBy })
      if (isKept) kept.push({ noteId: note.noteId, revision: note.revision })
      else behind.push(note.noteId)
    }
    if (sent.notes.some(isCourse)) await followCourse({ app, tx }, { workspaceId, sittingId, actor, sent })
    return { kept, behind }
  })
}

/** A beginning locks what was suspected: the study is taken first, then the sitting, as whoever books one does. */
async function lockStudyOf(
  tx: PostgresTransaction,
  { workspaceId, sittingId }: { workspaceId: string; sittingId: string },
): Promise<void> {
  await sql`
    select from studies where workspace_id = ${workspaceId} and id = (select study_id from sittings where id = ${sittingId})
    for no key update`.execute(tx)
}

const isCourse = ({ kind }: SentNote) => courseKinds.includes(kind)

/** What must be added to a device's times. Two seconds are the way there, not a wrong clock. */
function offBy(now: Date, sentAt: Date): number {
  const difference = now.getTime() - sentAt.getTime()
  return Math.abs(difference) > 2000 ? difference : 0
}

/** Hours from its planned beginning within which whoever led it before may have begun it. */
const hoursAround = 12

/** Whether what was sent begins a planned sitting far from when it is planned: it was tapped for the day it was moved from. */
function isOfAnotherDay(given: {
  sitting: { state: string; starts_at: Date }
  sent: NotesSent
  wrongBy: number
}): boolean {
  const { sitting, sent, wrongBy } = given
  if (sitting.state !== 'planned') return false
  return sent.notes.some(({ kind, at }) => {
    const off = Date.parse(at) + wrongBy - sitting.starts_at.getTime()
    return kind === 'begin' && Math.abs(off) > hoursAround * 3_600_000
  })
}

/** As colleagues may read it; a beginning has ids in its lines and no words. */
async function noteToKeep(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, sittingId, note }: { workspaceId: string; sittingId: string; note: SentNote },
): Promise<SentNote> {
  if (isCourse(note)) return note
  const about = { kind: 'sitting', id: sittingId } as const
  const texts = [note.text, ...note.lines]
  const [text = note.text, ...lines] = await teamWordsToKeep(tx, { app, workspaceId, about, texts })
  return { ...note, text, lines }
}

type Keeping = {
  workspaceId: string
  sittingId: string
  memberId: string
  note: SentNote
  wrongBy: number
}

/** Whether it stands now as it was sent. */
async function keepNote(tx: PostgresTransaction, given: Keeping): Promise<boolean> {
  const { workspaceId, sittingId, memberId, note, wrongBy } = given
  const at = new Date(new Date(note.at).getTime() + wrongBy)
  const isGone = note.removed === 'yes'
  const { rows } = await sql`
    insert into sitting_notes as n (id, workspace_id, sitting_id, member_id, kind, at, text, lines, about, revision, removed_at)
    values (${note.noteId}, ${workspaceId}, ${sittingId}, ${memberId}, ${note.kind}, ${at}, ${isGone ? '' : note.text},
      ${json(isGone ? [] : note.lines)}, ${note.about}, ${note.revision}, ${isGone ? sql`now()` : null})
    on conflict (id) do update set text = excluded.text, lines = excluded.lines, about = excluded.about,
      kind = excluded.kind, revision = excluded.revision, removed_at = excluded.removed_at
    where n.sitting_id = excluded.sitting_id and n.member_id = excluded.member_id
      and (n.revision < excluded.revision or (n.revision = excluded.revision and n.text = excluded.text and n.lines = excluded.lines
        and (n.removed_at is null) = (excluded.removed_at is null)))
    returning id`.execute(tx)
  return rows.length > 0
}

/** When it began and ended, from what was written down of it. Whoever led it before ends their own part alone: it goes on under who leads it now. */
async function followCourse(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, sittingId, actor, sent }: Sending,
): Promise<void> {
  const { rows } = await sql<{ study_id: string; began_at: Date | null; was: string }>`
    update sittings s set began_at = c.began, ended_at = c.ended,
      state = case when c.began is null then s.state else 'held' end,
      version = s.version + (case when c.began is not null and s.state <> 'held' then 1 else 0 end)
    from (select o.state, (select min(n.at) from sitting_notes n where n.sitting_id = o.id and n.kind = 'begin' and n.removed_at is null) as began,
        (select max(n.at) from sitting_notes n where n.sitting_id = o.id and n.kind = 'end' and n.removed_at is null
          and (n.member_id = o.interviewer_id
            or not exists (select from sitting_handovers h where h.sitting_id = o.id and h.from_member = n.member_id))) as ended
      from sittings o where o.id = ${sittingId}) c
    where s.id = ${sittingId}
    returning s.study_id, s.began_at, c.state as was`.execute(tx)
  const [row] = rows
  if (!row?.began_at) return
  const told = sent.notes.flatMap((note) => (note.kind === 'begin' ? note.lines : []))
  if (told.length > 0)
    await sql`update sitting_companions set told_at = ${row.began_at}
      where sitting_id = ${sittingId} and member_id::text = any(${told}) and told_at is null`.execute(tx)
  if (row.was === 'held') return
  await lockSuspicion(tx, { workspaceId, studyId: row.study_id, at: row.began_at })
  await app.outbox.publish(tx, {
    workspaceId,
    topic: 'sitting.changed',
    payload: { sittingId, what: 'held' },
  })
  await audit(tx, { workspaceId, actor, action: 'sitting.held', subject: { kind: 'sitting', id: sittingId } })
}

function notYours(): Problem {
  return new Problem({
    id: 'sitting-not-yours',
    status: 403,
    detail:
      'Only the interviewer and colleagues who sit in write notes of a conversation. Ask to be added to it.',
  })
}
