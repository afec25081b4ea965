import { sql } from 'kysely'
import { notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId, audit, type Doer } from '../../workspace/index.ts'
import { freeName } from '../code-names.ts'
import { CodebookId } from '../coding.schema.ts'
import { keepSteps } from '../history.ts'
import { takeStep } from '../replay.ts'
import { refuseCodeInRound } from '../rounds/set-aside.ts'
import type { Step } from '../steps.ts'
import type { CodesOfRemoved } from './codebook.schema.ts'

type Editing = { workspaceId: string; actor: Doer }

/**
 * Removes a codebook by name. Its codes move to the workspace's (with the book's name behind those whose name is taken there), or are removed with
 * it: then passages stay marked where they have other codes. One change to take back. Throws 404, `code-in-round` (409).
 */
export async function removeCodebook(
  app: App,
  given: Editing & { codebookId: string; codes: CodesOfRemoved },
): Promise<void> {
  const { workspaceId, actor } = given
  const codebookId = CodebookId.parse(given.codebookId)
  await keepSteps(app, { workspaceId, actor, studyId: null }, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select name from codebooks where workspace_id = ${workspaceId} and id = ${codebookId} and removed_at is null`.execute(
      tx,
    )
    const [book] = rows
    if (!book) throw notFound('codebook')
    const codes = await codesIn(tx, { workspaceId, codebookId })
    const steps: Step[] = []
    if (given.codes === 'remove')
      for (const { codeId } of codes) {
        await refuseCodeInRound(tx, { workspaceId, codeId })
        steps.push({ do: 'remove code', codeId, with: 'passages' })
      }
    const taken = await namesTaken(tx, workspaceId)
    const named = (name: string) => {
      const free = freeName({ name, behind: book.name }, (tried) => !taken.has(tried.toLowerCase()))
      taken.add(free.toLowerCase())
      return free
    }
    const moved =
      given.codes === 'remove'
        ? []
        : codes.map(({ codeId, name, isTop }) => ({ codeId, from: name, to: isTop ? named(name) : name }))
    steps.push({ do: 'remove codebook', codebookId, moved })
    for (const step of steps) await takeStep(tx, { workspaceId, step })
    const subject = { kind: 'codebook', id: codebookId }
    await audit(tx, {
      workspaceId,
      actor,
      action: 'codebook.removed',
      subject,
      detail: { codes: given.codes },
    })
    return { steps, result: undefined }
  })
}

/** The codes of a book, those below others first: taken back, a code finds the one above it there again. */
async function codesIn(
  tx: PostgresTransaction,
  { workspaceId, codebookId }: { workspaceId: string; codebookId: string },
): Promise<{ codeId: CodeId; name: string; isTop: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; depth: number }>`
    with recursive tree as (
      select id, name, 0 as depth from codes where workspace_id = ${workspaceId} and codebook_id = ${codebookId} and removed_at is null
        and (parent_id is null or parent_id not in (select id from codes where codebook_id = ${codebookId} and removed_at is null))
      union all select c.id, c.name, t.depth + 1 from codes c join tree t on c.parent_id = t.id where c.removed_at is null
    )
    select id, name, depth from tree order by depth desc, id`.execute(tx)
  return rows.map(({ id, name, depth }) => ({ codeId: CodeId.parse(id), name, isTop: depth === 0 }))
}

async function namesTaken(tx: PostgresTransaction, workspaceId: string): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select lower(name) as name from codes
    where workspace_id = ${workspaceId} and codebook_id is null and study_id is null and parent_id is null
      and removed_at is null`.execute(tx)
  return new Set(rows.map(({ name }) => name))
}
