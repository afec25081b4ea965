import { sql } from 'kysely'
import { z } from 'zod'
import { cutPage, notFound, type PageQuery, type Postgres } from '../../platform/index.ts'
import { StudyId } from '../../workspace/index.ts'
import { ReportLine } from './import-report.ts'

const ImportCounted = z.object({
  codes: z.int(),
  interviews: z.int(),
  participants: z.int(),
  passages: z.int(),
  codings: z.int(),
  notes: z.int(),
  documents: z.int().default(0),
  places: z.int().default(0),
})

/** A codebook or project that was brought in, with what became of everything in it. */
export const ImportFound = z.object({
  codingImportId: z.uuid(),
  studyId: StudyId.nullable(),
  study: z.string().nullable(),
  fileName: z.string(),
  /** The program that wrote the file, in its own words. */
  origin: z.string(),
  counts: ImportCounted,
  report: z.array(ReportLine),
  who: z.string().nullable(),
  at: z.string(),
})
export type ImportFound = z.output<typeof ImportFound>

/** One import with its report. Throws 404. */
export async function findImport(
  pg: Postgres,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<ImportFound> {
  const [found] = await readImports(pg, { workspaceId, where: sql`i.id = ${importId}::uuid`, limit: 1 })
  if (!found) throw notFound('import')
  return found
}

/** One page of what was brought in, newest first; of one study with `studyId`. */
export async function listImports(
  pg: Postgres,
  given: { workspaceId: string; studyId?: string | undefined } & PageQuery,
): Promise<{ items: ImportFound[]; next: string | null }> {
  const before = z.uuid().safeParse(given.cursor).data ?? null
  const items = await readImports(pg, {
    workspaceId: given.workspaceId,
    where: sql`(${before}::uuid is null or i.id < ${before}::uuid)
      and (${given.studyId ?? null}::uuid is null or i.study_id = ${given.studyId ?? null}::uuid)`,
    limit: given.limit + 1,
  })
  return cutPage(items, given.limit, ({ codingImportId }) => codingImportId)
}

async function readImports(
  pg: Postgres,
  given: { workspaceId: string; where: ReturnType<typeof sql>; limit: number },
): Promise<ImportFound[]> {
  const { rows } = await sql<ImportRow>`
    select i.id, i.study_id, s.title, i.file_name, i.origin, i.counts, i.report, u.name, i.at
    from coding_imports i left join studies s on s.id = i.study_id
    left join members m on m.id = i.member_id left join users u on u.id = m.user_id
    where i.workspace_id = ${given.workspaceId} and ${given.where} order by i.id desc limit ${given.limit}`.execute(
    pg,
  )
  return rows.map((row) => ({
    codingImportId: row.id,
    studyId: row.study_id === null ? null : StudyId.parse(row.study_id),
    study: row.title,
    fileName: row.file_name,
    origin: row.origin,
    counts: ImportCounted.parse(row.counts),
    report: z.array(ReportLine).parse(row.report),
    who: row.name,
    at: row.at.toISOString(),
  }))
}

type ImportRow = {
  id: string
  study_id: string | null
  title: string | null
  file_name: string
  origin: string
  counts: unknown
  report: unknown
  name: string | null
  at: Date
}
