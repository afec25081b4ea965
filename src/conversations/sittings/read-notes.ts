/** Notes of a sitting, as they may be read now. */
import { sql } from 'kysely'
import { Problem, notFound, type App } from '../../platform/index.ts'
import { audit, roleAllows, type MemberActor } from '../../workspace/index.ts'
import { ledBefore } from './handovers.ts'
import { SentNote, courseKinds, type SittingNotes } from './sitting-note.schema.ts'
import { partInSitting } from './who-meets.ts'

type Asked = { workspaceId: string; sittingId: string; actor: MemberActor }

const standings = ['may', 'not yet', 'refused'] as const

/** Hours in which whoever wrote a note reads it although the participant has not said yes yet: the time to write their answer down. */
const hoursToAgree = 24

/**
 * The notes of a sitting. While it lasts, one's own, and for who leads it how it went before they took it over; afterwards everybody's, for those who sat in, the lead, and who may read transcripts; who led it before and may not
 * reads their own. Nothing after a participant took their agreement back. Throws 404, and 403 for anybody else.
 */
export async function readNotes(app: App, { workspaceId, sittingId, actor }: Asked): Promise<SittingNotes> {
  const part = await partInSitting(app.pg, { workspaceId, sittingId, actor })
  if (part === undefined) throw notFound('sitting')
  const mayReadAll = part !== 'outside' || roleAllows(actor.role, 'transcripts.read')
  if (!mayReadAll && !(await ledBefore(app.pg, { sittingId, memberId: actor.memberId }))) throw notForYou()
  if (part === 'outside') {
    const subject = { kind: 'sitting', id: sittingId }
    await audit(app, { workspaceId, actor, action: 'sitting.notes-read', subject })
  }
  const { rows } = await sql<Row>`
    with standing as (select t.standing from sitting_standings(${workspaceId}::uuid, array[${sittingId}]::uuid[]) t)
    select coalesce((select standing from standing), 2) as standing, n.id, n.kind, n.at, n.text, n.lines, n.about, n.revision, u.name as writer,
      coalesce(n.member_id = ${actor.memberId}, false) as mine
    from sittings s
    left join sitting_notes n on n.sitting_id = s.id and n.removed_at is null and (n.member_id = ${actor.memberId} or (${mayReadAll} and s.ended_at is not null)
        or (${part === 'interviewer'} and n.kind = any(${[...courseKinds]}::text[])))
      and case coalesce((select standing from standing), 2) when 0 then true
        when 1 then n.member_id = ${actor.memberId} and coalesce(s.ended_at, now()) > ${app.clock.now()}::timestamptz - ${hoursToAgree} * interval '1 hour'
        else false end
    left join members m on m.id = n.member_id left join users u on u.id = m.user_id
    where s.workspace_id = ${workspaceId} and s.id = ${sittingId}
    order by n.at, n.id`.execute(app.pg)
  return {
    standing: standings[rows[0]?.standing ?? 2] ?? 'refused',
    notes: rows.flatMap(({ id, at, writer, mine, standing: _, ...note }) =>
      id === null || at === null
        ? []
        : [
            {
              ...SentNote.parse({ ...note, noteId: id, at: at.toISOString() }),
              writer,
              isMine: mine,
            },
          ],
    ),
  }
}

type Row = {
  standing: number
  id: string | null
  kind: string
  at: Date | null
  text: string
  lines: string[]
  about: string | null
  revision: number
  writer: string | null
  mine: boolean
}

function notForYou(): Problem {
  return new Problem({
    id: 'not-allowed',
    status: 403,
    detail: 'Notes of a conversation are for those who sat in it and who may read transcripts.',
  })
}
