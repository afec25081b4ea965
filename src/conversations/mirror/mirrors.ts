/** The interviewer's mirror: theirs alone, until they share it. For anybody else there is none. */
import { sql } from 'kysely'
import { Language } from '../../language/index.ts'
import { notFound, type App, type Postgres } from '../../platform/index.ts'
import { audit, roleAllows, type MemberActor } from '../../workspace/index.ts'
import { readInterview } from '../transcript-text.ts'
import { mirrorOf } from './mirror-figures.ts'
import type { Mirror, MirrorTrend } from './mirror.schema.ts'

type Asked = { workspaceId: string; interviewId: string; actor: MemberActor }

/** As many conversations as a trend shows. */
const mostShown = 30

/** The mirror of one conversation. Throws 404 for everybody but its interviewer, unless it is shared. */
export async function readMirror(app: App, asked: Asked): Promise<Mirror> {
  const owned = await ownerOf(app.pg, asked)
  const { actor } = asked
  const isMine = owned?.memberId === actor.memberId
  if (!owned || !(isMine || (owned.isShared && roleAllows(actor.role, 'transcripts.read'))))
    throw notFound('mirror')
  return mirrorFrom(app.pg, { ...asked, ...owned, isMine })
}

/** Lets the team see the mirror of one's own conversation, or no longer. Throws 404 for anybody but its interviewer. */
export async function shareMirror(app: App, given: Asked & { shared: 'yes' | 'no' }): Promise<void> {
  const { workspaceId, interviewId, actor, shared } = given
  await app.pg.transaction().execute(async (tx) => {
    const owned = await ownerOf(tx, given)
    if (owned?.memberId !== actor.memberId) throw notFound('mirror')
    await sql`delete from shared_mirrors where interview_id = ${interviewId}`.execute(tx)
    if (shared === 'yes')
      await tx
        .insertInto('shared_mirrors')
        .values({
          interview_id: interviewId,
          workspace_id: workspaceId,
          member_id: actor.memberId,
          shared_at: app.clock.now(),
        })
        .execute()
    await audit(tx, {
      workspaceId,
      actor,
      action: shared === 'yes' ? 'mirror.shared' : 'mirror.kept-private',
      subject: { kind: 'interview', id: interviewId },
    })
  })
}

/** One's own conversations, the newest first, each with its figures. */
export async function mirrorTrend(
  app: App,
  { workspaceId, actor }: { workspaceId: string; actor: MemberActor },
): Promise<MirrorTrend> {
  const { rows } = await sql<{ id: string; shared: boolean; name: string; n: number }>`
    select i.id, u.name, count(*) over ()::int as n,
      exists (select from shared_mirrors k where k.interview_id = i.id and k.member_id = i.interviewer_id) as shared
    from interviews i join members m on m.id = i.interviewer_id join users u on u.id = m.user_id
    where i.workspace_id = ${workspaceId} and i.interviewer_id = ${actor.memberId} and i.kind <> 'open-answers'
    order by i.happened_at desc, i.id desc limit ${mostShown}`.execute(app.pg)
  const items: MirrorTrend['items'] = []
  for (const { id, name, shared } of rows) {
    const mirror = await mirrorFrom(app.pg, {
      workspaceId,
      interviewId: id,
      name,
      isShared: shared,
      isMine: true,
    })
    items.push(rowOf(mirror))
  }
  return { items, more: Math.max(0, (rows[0]?.n ?? 0) - rows.length) }
}

function rowOf(mirror: Mirror): MirrorTrend['items'][number] {
  const { interviewId, title, happenedAt, talkShare, questions, open, closed, whys, isShared, isPartial } =
    mirror
  const timing = mirror.timing.state === 'measured' ? mirror.timing : null
  return {
    interviewId,
    title,
    happenedAt,
    talkShare,
    questions,
    open,
    closed,
    whys,
    isShared,
    isPartial,
    leading: mirror.marked.filter(({ fault }) => fault === 'leading').length,
    longestAnswer: mirror.longestAnswer?.words ?? 0,
    interruptions: timing?.interruptions.length ?? null,
    filled: timing?.filled.length ?? null,
  }
}

async function ownerOf(
  pg: Postgres,
  { workspaceId, interviewId }: { workspaceId: string; interviewId: string },
): Promise<{ memberId: string; name: string; isShared: boolean } | undefined> {
  const { rows } = await sql<{ interviewer_id: string; name: string; shared: boolean }>`
    select i.interviewer_id, u.name,
      exists (select from shared_mirrors k where k.interview_id = i.id and k.member_id = i.interviewer_id) as shared
    from interviews i join members m on m.id = i.interviewer_id join users u on u.id = m.user_id
    where i.workspace_id = ${workspaceId} and i.id = ${interviewId}::uuid`.execute(pg)
  const [row] = rows
  return row && { memberId: row.interviewer_id, name: row.name, isShared: row.shared }
}

type Reading = {
  workspaceId: string
  interviewId: string
  name: string
  isShared: boolean
  isMine: boolean
}

/** Through permission like every reading of what was said: replies to somebody who took their words back are left out too. */
async function mirrorFrom(pg: Postgres, given: Reading): Promise<Mirror> {
  const { workspaceId, interviewId, name, isShared, isMine } = given
  const interview = await readInterview(pg, { workspaceId, interviewId })
  if (!interview) throw notFound('mirror')
  const roles = new Map(interview.speakers.map(({ speakerId, role }) => [speakerId, role]))
  const turns = interview.utterances.map(({ utteranceId, speakerId, text, startMs, endMs }) => ({
    utteranceId,
    role: roles.get(speakerId) ?? ('other' as const),
    text,
    startMs,
    endMs,
  }))
  return {
    ...mirrorOf(turns, Language.parse(interview.language)),
    interviewId: interview.interviewId,
    studyId: interview.studyId,
    title: interview.title,
    happenedAt: interview.happenedAt.toISOString(),
    interviewer: name,
    isMine,
    isShared,
    isPartial: interview.speakers.some(({ withheld }) => withheld !== null),
  }
}
