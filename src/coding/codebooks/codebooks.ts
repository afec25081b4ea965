import { sql } from 'kysely'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { teamWordsToKeep } from '../../conversations/index.ts'
import { audit, type CodeId, type Doer } from '../../workspace/index.ts'
import { tellCoders } from '../coding-changes.ts'
import { CodebookId, type CodePlace, type CodeWords } from '../coding.schema.ts'
import { insertCode } from '../codes.ts'
import { keepSteps, lockCoding, userOf } from '../history.ts'
import type { Step } from '../steps.ts'
import { Codebook, type CodebookChange, type NewCodebook } from './codebook.schema.ts'

type Editing = { workspaceId: string; actor: Doer }

/** The codebooks by name, with how many codes each holds and which studies use it. */
export async function listCodebooks(pg: App['pg'], workspaceId: string): Promise<Codebook[]> {
  const { rows } = await sql<{
    id: string
    name: string
    codes: number
    studies: { studyId: string; title: string }[]
  }>`
    select b.id, b.name, (select count(*) from codes c where c.codebook_id = b.id and c.removed_at is null) as codes,
      (select coalesce(json_agg(json_build_object('studyId', s.id, 'title', s.title) order by s.id desc), '[]')
        from study_codebooks u join studies s on s.id = u.study_id where u.codebook_id = b.id) as studies
    from codebooks b where b.workspace_id = ${workspaceId} and b.removed_at is null order by lower(b.name), b.id`.execute(
    pg,
  )
  return rows.map(({ id, ...row }) => Codebook.parse({ codebookId: id, ...row }))
}

/**
 * Begins a codebook, empty or as a copy of another with its tree, and says which studies use it. The codes of a copy are one change to take back.
 * Throws 404, `codebook-name-taken` (409).
 */
export async function createCodebook(
  app: App,
  given: Editing & { codebook: NewCodebook },
): Promise<{ codebookId: CodebookId }> {
  const { workspaceId, actor, codebook } = given
  return keepSteps(app, { workspaceId, actor, studyId: null }, async (tx) => {
    const name = await nameToKeep({ app, tx }, { workspaceId, name: codebook.name })
    const { rows } = await sql<{ id: string }>`
      insert into codebooks (workspace_id, name, created_by) values (${workspaceId}, ${name}, ${userOf(actor)})
      on conflict (workspace_id, lower(name)) where removed_at is null do nothing returning id`.execute(tx)
    const [made] = rows
    if (!made) throw nameTaken()
    const codebookId = CodebookId.parse(made.id)
    await useIn(tx, { workspaceId, codebookId, studyIds: codebook.studyIds })
    const { copyOf } = codebook
    const steps =
      copyOf === undefined ? [] : await copyCodes(tx, { workspaceId, actor, from: copyOf, codebookId })
    const action = copyOf === undefined ? 'codebook.created' : 'codebook.copied'
    await audit(tx, { workspaceId, actor, action, subject: { kind: 'codebook', id: codebookId } })
    return { steps, result: { codebookId } }
  })
}

/** Gives a codebook another name, or says anew which studies use it. Throws 404, `codebook-name-taken` (409). */
export async function changeCodebook(
  app: App,
  given: Editing & { codebookId: string; change: CodebookChange },
): Promise<void> {
  const { workspaceId, actor, codebookId, change } = given
  await app.pg.transaction().execute(async (tx) => {
    await lockCoding(tx, workspaceId)
    await findCodebook(tx, given)
    if (change.name !== undefined) {
      const name = await nameToKeep({ app, tx }, { workspaceId, name: change.name })
      const { rows } = await sql`
        update codebooks b set name = ${name} where b.id = ${codebookId} and not exists (select from codebooks other
          where other.workspace_id = ${workspaceId} and other.removed_at is null and other.id <> b.id and lower(other.name) = lower(${name}::text))
        returning b.id`.execute(tx)
      if (rows.length === 0) throw nameTaken()
    }
    if (change.studyIds !== undefined) {
      await tx.deleteFrom('study_codebooks').where('codebook_id', '=', codebookId).execute()
      await useIn(tx, { workspaceId, codebookId, studyIds: change.studyIds })
    }
    await audit(tx, {
      workspaceId,
      actor,
      action: 'codebook.changed',
      subject: { kind: 'codebook', id: codebookId },
    })
    await tellCoders(tx, workspaceId)
  })
}

/** A codebook may be about any study. */
async function nameToKeep(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, name }: { workspaceId: string; name: string },
): Promise<string> {
  const about = { kind: 'workspace', id: workspaceId } as const
  const [kept = name] = await teamWordsToKeep(tx, { app, workspaceId, about, texts: [name] })
  return kept
}

async function findCodebook(
  tx: PostgresTransaction,
  { workspaceId, codebookId }: { workspaceId: string; codebookId: string },
): Promise<void> {
  const { rows } = await sql`
    select from codebooks where workspace_id = ${workspaceId} and id = ${codebookId}::uuid and removed_at is null`.execute(
    tx,
  )
  if (rows.length === 0) throw notFound('codebook')
}

async function useIn(
  tx: PostgresTransaction,
  given: { workspaceId: string; codebookId: string; studyIds: readonly string[] },
): Promise<void> {
  const { workspaceId, codebookId, studyIds } = given
  const wanted = [...new Set(studyIds)]
  const { rows } = await sql`
    insert into study_codebooks (study_id, codebook_id, workspace_id)
    select id, ${codebookId}::uuid, ${workspaceId}::uuid from studies where workspace_id = ${workspaceId} and id = any(${wanted}::uuid[])
    returning study_id`.execute(tx)
  if (rows.length < wanted.length) throw notFound('study')
}

async function copyCodes(
  tx: PostgresTransaction,
  given: Editing & { from: CodebookId | null; codebookId: CodebookId },
): Promise<Step[]> {
  const { workspaceId, actor, from, codebookId } = given
  if (from !== null) await findCodebook(tx, { workspaceId, codebookId: from })
  const { rows } = await sql<CopiedRow>`
    with recursive tree as (
      select c.*, 0 as depth from codes c where c.workspace_id = ${workspaceId} and c.removed_at is null and c.study_id is null
        and c.codebook_id is not distinct from ${from}::uuid and c.parent_id is null
      union all select c.*, t.depth + 1 from codes c join tree t on c.parent_id = t.id where c.removed_at is null and c.study_id is null
    )
    select id, parent_id, name, description, example, colour, origin, level, force, place from tree order by depth, id`.execute(
    tx,
  )
  const copies = new Map<string, CodeId>()
  for (const { id, parent_id, level, force, place, ...words } of rows) {
    const parentId = parent_id === null ? null : (copies.get(parent_id) ?? null)
    const codeId = await insertCode(tx, {
      workspaceId,
      actor,
      studyId: null,
      code: { ...words, parentId, codebookId },
    })
    await tx.updateTable('codes').set({ level, force, place }).where('id', '=', codeId).execute()
    copies.set(id, codeId)
  }
  return [...copies.values()].map((codeId): Step => ({ do: 'put code', codeId, with: 'nothing' }))
}

type CopiedRow = Pick<CodeWords, 'name' | 'description' | 'colour'> &
  Pick<CodePlace, 'example' | 'origin'> & {
    id: string
    parent_id: string | null
    level: string | null
    force: string | null
    place: number
  }

const nameTaken = () =>
  new Problem({
    id: 'codebook-name-taken',
    status: 409,
    detail: 'There is a codebook of that name already. Use it, or choose another name.',
  })
