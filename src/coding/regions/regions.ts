import { sql } from 'kysely'
import { findDocument } from '../../conversations/index.ts'
import { Problem, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId, DocumentId, RegionId, type Doer } from '../../workspace/index.ts'
import type { NewCode } from '../coding.schema.ts'
import { userOf } from '../history.ts'
import { codePlace, uncodePlace } from '../places/mark-place.ts'
import { regionKind } from './region-steps.ts'
import type { CodedRegion, Place, Region } from './region.schema.ts'

type Editing = { workspaceId: string; actor: Doer }

/** The marked places of a document that may be seen now, page by page. Throws 404. */
export async function listRegions(
  pg: App['pg'],
  { workspaceId, documentId }: { workspaceId: string; documentId: string },
): Promise<{ studyId: string; regions: Region[] }> {
  const { studyId } = await findDocument(pg, { workspaceId, documentId })
  const { rows } = await sql<RegionRow & { code_ids: string[] }>`
    select r.id, r.page, r.left_at, r.top_at, r.width, r.height,
      array(select rc.code_id::text from region_codes rc join codes c on c.id = rc.code_id and c.removed_at is null
        where rc.region_id = r.id order by rc.created_at, rc.code_id) as code_ids
    from regions r where r.workspace_id = ${workspaceId} and r.document_id = ${documentId} and r.removed_at is null
    order by r.page, r.top_at, r.left_at, r.id`.execute(pg)
  return {
    studyId,
    regions: rows.map((row) => ({ ...asRegion(row), codeIds: row.code_ids.map((id) => CodeId.parse(id)) })),
  }
}

type RegionRow = { id: string; page: number; left_at: number; top_at: number; width: number; height: number }

const asRegion = (row: RegionRow) => ({
  regionId: RegionId.parse(row.id),
  page: row.page,
  left: row.left_at,
  top: row.top_at,
  width: row.width,
  height: row.height,
})

type Marking = Editing & {
  documentId: string
  place: Place
  codeIds: readonly string[]
  newCode?: NewCode | undefined
}

/**
 * Marks a place on a page or photo with codes, known or new; a place marked already gets the codes too. Can be undone. Throws 404,
 * `code-missing` and `no-such-page` (422), and `round-running` (409).
 */
export async function markRegion(
  app: App,
  given: Marking,
): Promise<{ regionId: RegionId; codeIds: CodeId[] }> {
  const { documentId, place } = given
  const { studyId, pages } = await findDocument(app.pg, given)
  if (given.codeIds.length === 0 && given.newCode === undefined)
    throw new Problem({ id: 'code-missing', status: 422, detail: 'Choose a code for the place.' })
  if (place.page > pages)
    throw new Problem({ id: 'no-such-page', status: 422, detail: `This document has ${pages} pages.` })
  const interviewIds = await conversationsOf(app.pg, documentId)
  const { id: regionId, codeIds } = await codePlace(app, {
    ...given,
    kind: regionKind,
    studyId,
    interviewIds,
    place: (tx) => placeRegion(tx, { ...given, studyId }),
    audited: { action: 'region.marked', subject: { kind: 'document', id: documentId } },
  })
  return { regionId, codeIds }
}

async function conversationsOf(pg: App['pg'], documentId: string): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select conversations_of_document(${documentId}::uuid)::text[] as ids`.execute(pg)
  return rows[0]?.ids ?? []
}

async function placeRegion(
  tx: PostgresTransaction,
  { workspaceId, actor, documentId, studyId, place }: Marking & { studyId: string },
): Promise<{ id: RegionId; isNew: boolean }> {
  const { page, left, top, width, height } = place
  const at = { page, left_at: left, top_at: top, width, height }
  let same = tx
    .selectFrom('regions')
    .select('id')
    .where('document_id', '=', documentId)
    .where('removed_at', 'is', null)
  for (const [column, value] of Object.entries(at)) same = same.where(sql.ref<number>(column), '=', value)
  const known = await same.executeTakeFirst()
  if (known) return { id: RegionId.parse(known.id), isNew: false }
  const made = await tx
    .insertInto('regions')
    .values({
      ...at,
      workspace_id: workspaceId,
      study_id: studyId,
      document_id: documentId,
      created_by: userOf(actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: RegionId.parse(made.id), isNew: true }
}

/** Takes one code off a place, or every one (no `codeId`); a place without codes is no longer marked. Can be undone. Throws 404, `round-running` (409). */
export function unmarkRegion(
  app: App,
  { regionId, ...given }: Editing & { regionId: string; codeId?: string | undefined },
): Promise<void> {
  return uncodePlace(app, { ...given, kind: regionKind, id: regionId, action: 'region.unmarked' })
}

/**
 * Places of a code that may be shown beside its quotes now: whoever they belong to permits analysing and quoting, and for photos recording. Newest documents first; `withheld`
 * counts the others.
 */
export async function regionsOfCode(
  pg: App['pg'],
  { workspaceId, codeId }: { workspaceId: string; codeId: string },
): Promise<{ regions: CodedRegion[]; withheld: number }> {
  const { rows } = await sql<CodedRow>`
    with coded as materialized (
      select r.* from region_codes rc join regions r on r.id = rc.region_id and r.removed_at is null
      join codes c on c.id = rc.code_id and c.removed_at is null
      where rc.workspace_id = ${workspaceId} and rc.code_id = ${codeId}
    ),
    pages as (select array(select distinct k.document_id from coded k) as ids),
    seen as materialized (select m.document_id from pages, permitted_documents(${workspaceId}::uuid, 1, pages.ids) m),
    quoted as materialized (select m.document_id from pages, permitted_documents(${workspaceId}::uuid, 3, pages.ids) m)
    select k.id, k.page, k.left_at, k.top_at, k.width, k.height, d.id as document_id, d.kind, d.name, people.pseudonym,
      d.happened_on::text, d.id in (select document_id from seen) and d.id in (select document_id from quoted) as shown
    from coded k join documents d on d.id = k.document_id
    left join participants p on p.id = d.participant_id left join people on people.no = p.person_no
    order by d.id desc, k.page, k.top_at, k.left_at, k.id`.execute(pg)
  const shown = rows.filter((row) => row.shown)
  return {
    regions: shown.map((row) => ({
      ...asRegion(row),
      documentId: DocumentId.parse(row.document_id),
      kind: row.kind,
      name: row.name,
      who: row.pseudonym,
      when: row.happened_on,
    })),
    withheld: rows.length - shown.length,
  }
}

type CodedRow = RegionRow & {
  document_id: string
  kind: 'pdf' | 'photo'
  name: string
  pseudonym: string | null
  happened_on: string | null
  shown: boolean
}
