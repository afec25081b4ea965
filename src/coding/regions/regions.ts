import { sql } from 'kysely'
import { findDocument } from '../../conversations/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId, DocumentId, RegionId, audit, type Doer } from '../../workspace/index.ts'
import type { NewCode } from '../coding.schema.ts'
import { chosenCodes } from '../highlights.ts'
import { keepSteps, userOf } from '../history.ts'
import type { Step } from '../steps.ts'
import { findRegion, giveRegionCode, takeRegionStep } from './region-steps.ts'
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
 * Marks a place on a page or photo with codes, known or new; a place marked already gets the codes too. Can be undone. Throws 404, `code-missing` and `no-such-page` (422).
 */
export async function markRegion(
  app: App,
  given: Marking,
): Promise<{ regionId: RegionId; codeIds: CodeId[] }> {
  const { workspaceId, actor, documentId, place } = given
  const { studyId, pages } = await findDocument(app.pg, given)
  if (given.codeIds.length === 0 && given.newCode === undefined)
    throw new Problem({ id: 'code-missing', status: 422, detail: 'Choose a code for the place.' })
  if (place.page > pages)
    throw new Problem({ id: 'no-such-page', status: 422, detail: `This document has ${pages} pages.` })
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const steps: Step[] = []
    const codeIds = await chosenCodes(tx, { ...given, studyId, steps })
    const regionId = await placeRegion(tx, { ...given, studyId, steps })
    const by = userOf(actor)
    for (const codeId of codeIds)
      if ((await giveRegionCode(tx, { workspaceId, regionId, codeId, by })) === 'given')
        steps.push({ do: 'give region code', regionId, codeId, by })
    const subject = { kind: 'document', id: documentId }
    await audit(tx, { workspaceId, actor, action: 'region.marked', subject })
    return { steps, result: { regionId, codeIds } }
  })
}

async function placeRegion(
  tx: PostgresTransaction,
  { workspaceId, actor, documentId, studyId, place, steps }: Marking & { studyId: string; steps: Step[] },
): Promise<RegionId> {
  const { page, left, top, width, height } = place
  const at = { page, left_at: left, top_at: top, width, height }
  let same = tx
    .selectFrom('regions')
    .select('id')
    .where('document_id', '=', documentId)
    .where('removed_at', 'is', null)
  for (const [column, value] of Object.entries(at)) same = same.where(sql.ref<number>(column), '=', value)
  const known = await same.executeTakeFirst()
  if (known) return RegionId.parse(known.id)
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
  const regionId = RegionId.parse(made.id)
  steps.push({ do: 'put region', regionId })
  return regionId
}

/** Takes one code off a place, or every one (no `codeId`); a place without codes is no longer marked. Can be undone. Throws 404. */
export async function unmarkRegion(
  app: App,
  given: Editing & { regionId: string; codeId?: string | undefined },
): Promise<void> {
  const { workspaceId, actor } = given
  const regionId = RegionId.parse(given.regionId)
  const found = await app.pg.transaction().execute((tx) => findRegion(tx, { workspaceId, regionId }))
  if (!found || found.removed || !found.readable) throw notFound('marked place')
  await keepSteps(app, { workspaceId, actor, studyId: found.studyId }, async (tx) => {
    const { rows } = await sql<{ code_id: string; created_by: string | null }>`
      select rc.code_id, rc.created_by from region_codes rc join codes c on c.id = rc.code_id and c.removed_at is null
      where rc.region_id = ${regionId}`.execute(tx)
    const meant = rows.filter((row) => given.codeId === undefined || row.code_id === given.codeId)
    const steps = meant.map((row): Step & { do: 'take region code' } => ({
      do: 'take region code',
      regionId,
      codeId: CodeId.parse(row.code_id),
      by: row.created_by,
    }))
    const all = meant.length === rows.length ? [...steps, { do: 'remove region' as const, regionId }] : steps
    for (const step of all) await takeRegionStep(tx, { workspaceId, step })
    const subject = { kind: 'region', id: regionId }
    await audit(tx, { workspaceId, actor, action: 'region.unmarked', subject })
    return { steps: all, result: undefined }
  })
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
