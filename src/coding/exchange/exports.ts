import { sql } from 'kysely'
import { z } from 'zod'
import { cutPage, type App, type PageQuery, type Postgres } from '../../platform/index.ts'
import { StudyId, audit, type Doer } from '../../workspace/index.ts'
import { refuseTakenBack, type QuoteTaken } from './still-given.ts'

/** What can be taken out. */
export const exportKinds = [
  'project',
  'codebook',
  'quotes',
  'matrix',
  'report',
  'report print',
  'memos',
] as const
type ExportKind = (typeof exportKinds)[number]

export const ExportListed = z.object({
  exportId: z.uuid(),
  studyId: StudyId.nullable(),
  study: z.string().nullable(),
  kind: z.enum(exportKinds),
  /** Who took it; null where they work here no more. */
  who: z.string().nullable(),
  at: z.string(),
  people: z.int(),
  passages: z.int(),
  interviews: z.int(),
})
export type ExportListed = z.output<typeof ExportListed>

type Taking = {
  workspaceId: string
  studyId: string | null
  kind: ExportKind
  actor: Doer
  people: readonly number[]
  quotes?: readonly QuoteTaken[]
  passages?: number
  interviews?: number
}

/**
 * Writes down that something is taken out, by whom and whose words are in it, before a byte of it leaves: whoever withdraws later can be told
 * who has them. Returns the export's id. Throws `words-withheld` (409) where some of it was taken back since it was read.
 */
export async function writeExport(app: App, taking: Taking): Promise<string> {
  const { workspaceId, studyId, kind, actor, people, quotes = [], passages = 0, interviews = 0 } = taking
  return app.pg.transaction().execute(async (tx) => {
    await refuseTakenBack(tx, { workspaceId, studyId, people, quotes })
    const { id } = await tx
      .insertInto('coding_exports')
      .values({
        workspace_id: workspaceId,
        study_id: studyId,
        kind,
        member_id: 'memberId' in actor && typeof actor.memberId === 'string' ? actor.memberId : null,
        passages,
        interviews,
        at: app.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addPeople(tx, { workspaceId, exportId: id, people })
    await sql`
      insert into coding_export_quotes (export_id, highlight_id, workspace_id)
      select ${id}::uuid, h.id, h.workspace_id from highlights h
      where h.workspace_id = ${workspaceId} and h.id = any(${quotes.map(({ highlightId }) => highlightId)}::uuid[])`.execute(
      tx,
    )
    await audit(tx, {
      workspaceId,
      actor,
      action: 'coding.exported',
      subject: studyId === null ? { kind: 'workspace', id: workspaceId } : { kind: 'study', id: studyId },
      ...(kind === 'codebook'
        ? {}
        : {
            purpose:
              kind === 'project' || kind === 'matrix' || kind === 'memos'
                ? 'conversation_analysis'
                : 'quoting',
          }),
      detail: { kind, people: people.length, passages },
    })
    return id
  })
}

type Growing = {
  workspaceId: string
  exportId: string
  studyId: string
  sourceId: string
  people: readonly number[]
  passages: number
}

/**
 * Adds a photo, PDF, recording or conversation to an export that is written as it goes, before it leaves: whose words are in it is known, and that it has left is, too, so
 * that it does not bring back somebody who is erased meanwhile. Throws `words-withheld` (409) where it was taken back since it was read.
 */
export async function growExport(
  app: App,
  given: Growing & { source: 'conversation' | 'document' | 'recording' },
): Promise<void> {
  const { workspaceId, exportId, sourceId, source, passages } = given
  await app.pg.transaction().execute(async (tx) => {
    await refuseTakenBack(tx, {
      ...given,
      quotes: [],
      ...(source === 'conversation' ? {} : { media: { source, id: sourceId } }),
    })
    await addPeople(tx, given)
    await rememberSource(tx, given)
    await sql`
      update coding_exports set passages = passages + ${passages}, interviews = interviews + ${source === 'conversation' ? 1 : 0}
      where workspace_id = ${workspaceId} and id = ${exportId}`.execute(tx)
  })
}

async function rememberSource(
  pg: Postgres,
  given: { workspaceId: string; sourceId: string; people: readonly number[] },
): Promise<void> {
  await sql`
    insert into exported_conversations (workspace_id, interview_id, person_no)
    select ${given.workspaceId}::uuid, ${given.sourceId}::uuid, no from unnest(${[...given.people]}::bigint[]) as given (no)
    on conflict do nothing`.execute(pg)
}

async function addPeople(
  pg: Postgres,
  { workspaceId, exportId, people }: { workspaceId: string; exportId: string; people: readonly number[] },
): Promise<void> {
  await sql`
    insert into coding_export_people (export_id, person_no, workspace_id)
    select ${exportId}::uuid, no, ${workspaceId}::uuid from unnest(${[...people]}::bigint[]) as given (no)
    on conflict do nothing`.execute(pg)
}

/** One page of what was taken out, newest first; of one study with `studyId`. */
export async function listExports(
  pg: Postgres,
  given: { workspaceId: string; studyId?: string | undefined } & PageQuery,
): Promise<{ items: ExportListed[]; next: string | null }> {
  const before = z.uuid().safeParse(given.cursor).data ?? null
  const { rows } = await sql<ExportRow>`
    select e.id, e.study_id, s.title, e.kind, u.name, e.at, e.passages, e.interviews,
      (select count(*) from coding_export_people p where p.export_id = e.id) as people
    from coding_exports e left join studies s on s.id = e.study_id
    left join members m on m.id = e.member_id left join users u on u.id = m.user_id
    where e.workspace_id = ${given.workspaceId} and (${before}::uuid is null or e.id < ${before}::uuid)
      and (${given.studyId ?? null}::uuid is null or e.study_id = ${given.studyId ?? null}::uuid)
    order by e.id desc limit ${given.limit + 1}`.execute(pg)
  const items = rows.map((row) => ({
    exportId: row.id,
    studyId: row.study_id === null ? null : StudyId.parse(row.study_id),
    study: row.title,
    kind: z.enum(exportKinds).parse(row.kind),
    who: row.name,
    at: row.at.toISOString(),
    people: row.people,
    passages: row.passages,
    interviews: row.interviews,
  }))
  return cutPage(items, given.limit, ({ exportId }) => exportId)
}

type ExportRow = {
  id: string
  study_id: string | null
  title: string | null
  kind: string
  name: string | null
  at: Date
  people: number
  passages: number
  interviews: number
}
