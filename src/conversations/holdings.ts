import { sql } from 'kysely'
import type { App, Holdings, PersonRef, PostgresTransaction } from '../platform/index.ts'
import { countDocuments, exportDocuments } from './documents/document-holdings.ts'
import { removeGoneFiles } from './recordings/delete-recordings.ts'
import { countRecordings, eraseRecordings, exportRecordings } from './recordings/recording-holdings.ts'
import { exportSendings } from './recordings/sendings.ts'
import { holdEveryTurn } from './held-turns.ts'
import { countSittings, eraseSittings, exportSittings } from './sittings/sitting-holdings.ts'

/** What this room keeps of a person: what they agreed to, and every word they said (docs/erasure.md says what goes and what stays). */
export const conversationHoldings: Holdings = {
  exportPerson: async (app, person) => ({
    studies: await exportStudies(app, person),
    conversations: await exportConversations(app, person),
    sittings: await exportSittings(app, person),
    recordings: await exportRecordings(app, person),
    recordingsSent: await exportSendings(app, person),
    documents: await exportDocuments(app, person),
  }),
  erasePerson: async (app, person) => {
    await app.pg.transaction().execute(async (tx) => {
      await eraseRecordings(tx, { ...person, now: app.clock.now() })
      await erase(tx, person)
    })
    await removeGoneFiles(app)
  },
  countPerson: async (app, { workspaceId, personNo }) => {
    const { rows } = await sql<{ kept: number }>`
      with taking as (select id from participants where workspace_id = ${workspaceId} and person_no = ${personNo}),
        speaking as (select s.id from speakers s join taking on taking.id = s.participant_id)
      select (select count(*) from taking) + (select count(*) from speaking)
        + (select count(*) from utterances u join speaking on speaking.id = u.speaker_id) as kept`.execute(
      app.pg,
    )
    const person = { workspaceId, personNo }
    const apart = await Promise.all([
      countSittings(app, person),
      countRecordings(app, person),
      countDocuments(app, person),
    ])
    return apart.reduce((sum, count) => sum + count, rows[0]?.kept ?? 0)
  },
}

async function exportStudies(app: App, { workspaceId, personNo }: PersonRef): Promise<object[]> {
  const { rows } = await sql<StudyRow>`
    select s.title as study, p.joined_at, p.language, p.recording_agreed, p.recording_wording, p.recording_at, p.quoted_as
    from participants p join studies s on s.id = p.study_id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo} order by p.joined_at`.execute(app.pg)
  return rows.map((row) => ({
    study: row.study,
    joinedAt: row.joined_at.toISOString(),
    language: row.language,
    recordingAgreed: row.recording_agreed,
    recordingWording: row.recording_wording,
    recordingAt: row.recording_at?.toISOString() ?? null,
    quotedAs: row.quoted_as,
  }))
}

type StudyRow = {
  study: string
  joined_at: Date
  language: string | null
  recording_agreed: boolean | null
  recording_wording: string | null
  recording_at: Date | null
  quoted_as: string | null
}

/** Their own words only: what others said is those others'. */
async function exportConversations(app: App, { workspaceId, personNo }: PersonRef): Promise<object[]> {
  const { rows } = await sql<ConversationRow>`
    select i.title, i.happened_at, i.language, i.source_name, s.name as named, array_agg(u.text order by u.position) as said
    from participants p
    join speakers s on s.participant_id = p.id
    join interviews i on i.id = s.interview_id
    join utterances u on u.speaker_id = s.id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo}
    group by i.id, s.id order by i.happened_at`.execute(app.pg)
  return rows.map((row) => ({
    title: row.title,
    happenedAt: row.happened_at.toISOString(),
    language: row.language,
    file: row.source_name,
    namedInFile: row.named,
    said: row.said,
  }))
}

type ConversationRow = {
  title: string
  happened_at: Date
  language: string
  source_name: string
  named: string | null
  said: string[]
}

async function erase(tx: PostgresTransaction, { workspaceId, personNo }: PersonRef): Promise<void> {
  await eraseSittings(tx, { workspaceId, personNo })
  const { rows: spoke } = await sql<{ id: string; others: number; names: string[] }>`
    select i.id,
      (select count(*) from speakers o where o.interview_id = i.id and o.role = 'participant' and o.participant_id <> all(array_agg(s.participant_id))) as others,
      array_remove(array_agg(s.name), null) as names
    from participants p join speakers s on s.participant_id = p.id join interviews i on i.id = s.interview_id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo} group by i.id`.execute(tx)
  // Whoever is changing one of these turns is waited for, before anything of it goes.
  await holdEveryTurn(tx, { workspaceId, interviewIds: spoke.map(({ id }) => id) })
  await sql`
    insert into erased_transcripts (workspace_id, fingerprint)
    select workspace_id, fingerprint from interviews where id = any(${spoke.map((interview) => interview.id)}::uuid[])
    on conflict do nothing`.execute(tx)
  // A conversation with one person is about that person: what was asked in reply repeats what they said.
  const alone = spoke.filter((interview) => interview.others === 0).map((interview) => interview.id)
  await sql`delete from interviews where id = any(${alone}::uuid[])`.execute(tx)
  for (const { id, names } of spoke.filter((interview) => interview.others > 0))
    await leaveConversation(tx, { workspaceId, personNo, interviewId: id, names })
  await sql`delete from participants where workspace_id = ${workspaceId} and person_no = ${personNo}`.execute(
    tx,
  )
}

/** Their turns go, everybody else's stay; the title and the file's name may have named them. */
async function leaveConversation(
  tx: PostgresTransaction,
  given: { workspaceId: string; personNo: number; interviewId: string; names: readonly string[] },
): Promise<void> {
  const { workspaceId, personNo, interviewId, names } = given
  await sql`
    delete from speakers s using participants p
    where s.participant_id = p.id and s.interview_id = ${interviewId}
      and p.workspace_id = ${workspaceId} and p.person_no = ${personNo}`.execute(tx)
  await sql`
    update interviews i set
      words = (select coalesce(sum(s.words), 0)::int from speakers s where s.interview_id = i.id),
      dropped = (select coalesce(jsonb_agg(d || '{"example": ""}'), '[]') from jsonb_array_elements(i.dropped) d),
      source_name = ''
    where i.id = ${interviewId}`.execute(tx)
  const row = await tx
    .selectFrom('interviews')
    .select('title')
    .where('id', '=', interviewId)
    .executeTakeFirstOrThrow()
  const title = withoutNames(row.title, names)
  if (title !== row.title)
    await tx.updateTable('interviews').set({ title }).where('id', '=', interviewId).execute()
}

function withoutNames(title: string, names: readonly string[]): string {
  const words = names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 1)
  return title.replace(/[\p{L}\p{N}]+/gu, (word) =>
    words.some((name) => name.toLowerCase() === word.toLowerCase()) ? '…' : word,
  )
}
