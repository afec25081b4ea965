import { findStudy } from '../../conversations/index.ts'
import { Language, sentences } from '../../language/index.ts'
import { notFound, type App } from '../../platform/index.ts'
import type { CodeId, Doer } from '../../workspace/index.ts'
import { codeWordsToKeep } from '../code-words.ts'
import { insertCode } from '../codes.ts'
import { keepSteps } from '../history.ts'
import type { Step } from '../steps.ts'
import { sql } from 'kysely'
import type { ExpectedCodes, Statement } from './codebook.schema.ts'

type InStudy = { workspaceId: string; studyId: string }

/** What was suspected before the first conversation, sentence by sentence: each may become a code that is looked for. Throws 404. */
export async function statementsOf(pg: App['pg'], asked: InStudy): Promise<Statement[]> {
  const study = await findStudy(pg, asked)
  if (!study) throw notFound('study')
  return (['hypothesis', 'contradiction'] as const).flatMap((of) =>
    statementsIn(study[of], study.language ?? 'en').map((text) => ({ text, of })),
  )
}

/** Sentences, and lines of a list without their marks. */
export function statementsIn(text: string, language: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/u, ''))
    .flatMap((line) =>
      sentences(Language.catch('en').parse(language), line).map(({ start, end }) =>
        [...line].slice(start, end).join('').trim(),
      ),
    )
    .filter((statement) => /\p{L}/u.test(statement))
}

/**
 * Adds the codes that are expected, each with the statement it comes from, as one change to take back. A name that is there already is left as
 * it is. Throws 404.
 */
export async function expectCodes(
  app: App,
  given: InStudy & { actor: Doer; expected: ExpectedCodes },
): Promise<{ codeIds: CodeId[]; known: number }> {
  const { workspaceId, studyId, actor, expected } = given
  if (!(await findStudy(app.pg, given))) throw notFound('study')
  const { codebookId } = expected
  return keepSteps(app, { workspaceId, actor, studyId: null }, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select lower(name) as name from codes where workspace_id = ${workspaceId} and removed_at is null
        and codebook_id is not distinct from ${codebookId}::uuid and (study_id is null or study_id = ${studyId}::uuid)`.execute(
      tx,
    )
    const taken = new Set(rows.map(({ name }) => name))
    const codeIds: CodeId[] = []
    for (const { name: sent, statement } of expected.codes) {
      const about = { kind: 'study', id: studyId } as const
      const words = { name: sent, description: statement }
      const { name, description } = await codeWordsToKeep({ app, tx }, { workspaceId, about, words })
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      const code = { name, description, colour: 'teal', origin: 'deductive', codebookId } as const
      codeIds.push(await insertCode(tx, { workspaceId, actor, studyId: null, code }))
    }
    const steps = codeIds.map((codeId): Step => ({ do: 'put code', codeId, with: 'nothing' }))
    return { steps, result: { codeIds, known: expected.codes.length - codeIds.length } }
  })
}
