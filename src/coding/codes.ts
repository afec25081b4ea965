import { sql } from 'kysely'
import { notFound, type App, type Problem, type PostgresTransaction } from '../platform/index.ts'
import { CodeId, StudyId, audit, type Doer } from '../workspace/index.ts'
import {
  type Code,
  type CodePlace,
  type CodeWords,
  type NewCode,
  type CodeReading,
  CodeColour,
  CodebookId,
  CodeForce,
  CodeLevel,
  CodeOrigin,
} from './coding.schema.ts'
import { codeWordsToKeep } from './code-words.ts'
import { studyOfCodes } from './code-line.ts'
import { nameTaken } from './code-names.ts'
import { cannotStandThere, clearAway, takeSteps, whyNotThere } from './code-tree.ts'
import { keepSteps, userOf } from './history.ts'
import { mayStandUnder, takeStep } from './replay.ts'
import { refuseCodeInRound } from './rounds/set-aside.ts'
import { takenOut } from './said-in-text.ts'
import { CodeState, type Step } from './steps.ts'

type Asked = { workspaceId: string; studyId?: string | undefined }
type Editing = { workspaceId: string; actor: Doer }

/**
 * The codebook with what rests on each code now, alone and with the codes below it. With a study: the codes that may be used in it;
 * without: all of the workspace's.
 */
export async function listCodes(pg: App['pg'], { workspaceId, studyId }: Asked): Promise<Code[]> {
  const { rows } = await sql<CodeRow>`
    with recursive passages as materialized (
      select code_id, highlight_id, person_no, may_analyse from coded_passages(${workspaceId}::uuid)
    ), counted as (
      select code_id, count(*) filter (where may_analyse) as passages, count(*) filter (where not may_analyse) as withheld,
        count(distinct person_no) filter (where may_analyse) as people
      from passages group by code_id
    ), below (code_id, below_id) as (
      select parent_id, id from codes where workspace_id = ${workspaceId} and removed_at is null and parent_id is not null
      union select b.code_id, c.id from below b join codes c on c.parent_id = b.below_id and c.removed_at is null
    ), tree as (
      select code_id, below_id from below union all select distinct code_id, code_id from below
    ), counted_below as (
      select t.code_id, count(distinct p.highlight_id) as passages, count(distinct p.person_no) as people
      from tree t join passages p on p.code_id = t.below_id where p.may_analyse group by 1
    )
    select c.id, c.study_id, c.parent_id, c.codebook_id, c.place, c.name, code_label(c) as label, c.description, c.example, c.colour, c.origin, c.level, c.force,
      coalesce(n.passages, 0) as passages, coalesce(n.people, 0) as people, coalesce(n.withheld, 0) as withheld,
      coalesce(b.passages, n.passages, 0) as passages_below, coalesce(b.people, n.people, 0) as people_below
    from codes_of_study(${workspaceId}::uuid, ${studyId ?? null}::uuid) c
    left join counted n on n.code_id = c.id left join counted_below b on b.code_id = c.id
    order by c.place = 0, c.place, lower(c.name), c.id`.execute(pg)
  return rows.map((row) => ({
    codeId: CodeId.parse(row.id),
    studyId: row.study_id === null ? null : StudyId.parse(row.study_id),
    parentId: row.parent_id === null ? null : CodeId.parse(row.parent_id),
    codebookId: CodebookId.nullable().parse(row.codebook_id),
    place: row.place,
    name: row.name,
    label: row.label,
    description: row.description,
    example: row.example,
    colour: CodeColour.parse(row.colour),
    origin: CodeOrigin.parse(row.origin),
    ...readingOf(row),
    passages: row.passages,
    people: row.people,
    passagesBelow: row.passages_below,
    peopleBelow: row.people_below,
    withheld: row.withheld,
  }))
}

type CodeRow = {
  id: string
  study_id: string | null
  parent_id: string | null
  codebook_id: string | null
  place: number
  name: string
  label: string
  description: string
  example: string
  colour: string
  origin: string
  level: string | null
  force: string | null
  passages: number
  people: number
  passages_below: number
  people_below: number
  withheld: number
}

/** One code of the workspace. Throws 404. */
export async function findCode(
  db: App['pg'] | PostgresTransaction,
  { workspaceId, codeId }: { workspaceId: string; codeId: string },
): Promise<
  {
    codeId: CodeId
    studyId: StudyId | null
    place: number
    label: string
    wordsTakenOut: boolean
  } & CodeWords &
    CodePlace &
    CodeReading
> {
  const row = await db
    .selectFrom('codes')
    .select([
      'id',
      'study_id',
      'parent_id',
      'codebook_id',
      'place',
      'name',
      'description',
      'example',
      'colour',
      'origin',
      'level',
      'force',
      sql<string>`code_label(codes)`.as('label'),
      'words_taken_out_at',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', codeId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound('code')
  const { name, label, description, example } = row
  return {
    codeId: CodeId.parse(row.id),
    studyId: row.study_id === null ? null : StudyId.parse(row.study_id),
    parentId: row.parent_id === null ? null : CodeId.parse(row.parent_id),
    codebookId: CodebookId.nullable().parse(row.codebook_id),
    place: row.place,
    name,
    label,
    description,
    example,
    colour: CodeColour.parse(row.colour),
    origin: CodeOrigin.parse(row.origin),
    wordsTakenOut: row.words_taken_out_at !== null && `${description} ${example}`.includes(takenOut),
    ...readingOf(row),
  }
}

function readingOf({ level, force }: { level: string | null; force: string | null }): CodeReading {
  return { level: CodeLevel.nullable().parse(level), force: CodeForce.nullable().parse(force) }
}

/** Adds a code to the workspace's codebook, or to one study's. Throws `code-name-taken` (409), `code-place` (422), 404. */
export async function createCode(
  app: App,
  given: Editing & { studyId: string | null; code: NewCode },
): Promise<{ codeId: CodeId }> {
  const { workspaceId, studyId } = given
  return keepSteps(app, given, async (tx) => {
    const about = { kind: studyId === null ? 'workspace' : 'study', id: studyId ?? workspaceId } as const
    const code = await codeWordsToKeep({ app, tx }, { workspaceId, about, words: given.code })
    const codeId = await insertCode(tx, { ...given, code })
    return { steps: [{ do: 'put code', codeId, with: 'nothing' }], result: { codeId } }
  })
}

/** The same within a change that has begun. */
export async function insertCode(
  tx: PostgresTransaction,
  given: Editing & { studyId: string | null; code: NewCode },
): Promise<CodeId> {
  const { workspaceId, studyId, actor, code } = given
  const { parentId = null } = code
  const { rows } = await sql<{ id: string }>`
    insert into codes (workspace_id, study_id, codebook_id, parent_id, name, description, colour, example, origin, created_by)
    select ${workspaceId}, ${studyId}::uuid, ${code.codebookId ?? null}::uuid, ${parentId}::uuid, ${code.name}, ${code.description}, ${code.colour},
      ${code.example ?? ''}, ${code.origin ?? 'inductive'}, ${userOf(actor)}
    where (${studyId}::uuid is null or exists (select from studies where workspace_id = ${workspaceId} and id = ${studyId}::uuid))
      and (${code.codebookId ?? null}::uuid is null
        or exists (select from codebooks where workspace_id = ${workspaceId} and id = ${code.codebookId ?? null}::uuid and removed_at is null))
      and (${parentId}::uuid is null or exists (select from codes where workspace_id = ${workspaceId} and id = ${parentId}::uuid))
    on conflict (workspace_id, coalesce(codebook_id, study_id, workspace_id), coalesce(parent_id, workspace_id), lower(name))
      where removed_at is null do nothing
    returning id`.execute(tx)
  const made = rows[0]
  if (!made) throw await whyNotMade(tx, given)
  const codeId = CodeId.parse(made.id)
  if (parentId !== null && !(await mayStandUnder(tx, { codeId, parentId }))) throw cannotStandThere()
  await audit(tx, { workspaceId, actor, action: 'code.created', subject: { kind: 'code', id: codeId } })
  return codeId
}

/**
 * Gives a code other words, another colour or another place in the tree. Throws `code-name-taken` (409), `code-place` (422) where it
 * would stand under itself or in another study's book, 404.
 */
export async function changeCode(
  app: App,
  given: Editing & { codeId: string; change: CodeState },
): Promise<void> {
  const { workspaceId, actor } = given
  const studyId = await studyOfCodes(app.pg, { workspaceId, codeIds: [given.codeId] })
  await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const code = await findCode(tx, given)
    const about = { kind: 'code', id: code.codeId } as const
    const change = await codeWordsToKeep({ app, tx }, { workspaceId, about, words: given.change })
    const from = pickFields(code, change)
    const step: Step = { do: 'change code', codeId: code.codeId, from, to: change }
    const outcome = await takeStep(tx, { workspaceId, step })
    if (outcome !== 'done') throw whyNotThere(outcome)
    await audit(tx, {
      workspaceId,
      actor,
      action: 'code.changed',
      subject: { kind: 'code', id: code.codeId },
    })
    return { steps: [step], result: undefined }
  })
}

/** What a code is now in the fields that are to change. */
function pickFields(code: Required<CodeState>, change: CodeState): CodeState {
  return CodeState.parse(
    Object.fromEntries(
      CodeState.keyof()
        .options.filter((field) => change[field] !== undefined)
        .map((field) => [field, code[field]]),
    ),
  )
}

/**
 * Takes a code out of the codebook. Its passages stay marked where they have other codes, and the codes below it move up; undo brings all of
 * it back. Throws 404.
 */
export async function removeCode(app: App, given: Editing & { codeId: string }): Promise<void> {
  const { workspaceId, actor } = given
  const studyId = await studyOfCodes(app.pg, { workspaceId, codeIds: [given.codeId] })
  await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const { codeId, parentId } = await findCode(tx, given)
    await refuseCodeInRound(tx, { workspaceId, codeId })
    const steps: Step[] = await clearAway(tx, { workspaceId, codeId, parentId })
    steps.push({ do: 'remove code', codeId, with: 'passages' })
    await takeSteps(tx, { workspaceId, steps })
    await audit(tx, { workspaceId, actor, action: 'code.removed', subject: { kind: 'code', id: codeId } })
    return { steps, result: undefined }
  })
}

async function whyNotMade(
  tx: PostgresTransaction,
  { workspaceId, studyId, code }: Editing & { studyId: string | null; code: NewCode },
): Promise<Problem> {
  const { rows } = await sql<{ study: boolean; book: boolean; parent: boolean }>`
    select exists (select from studies where workspace_id = ${workspaceId} and id = ${studyId}::uuid) as study,
      exists (select from codebooks where workspace_id = ${workspaceId} and id = ${code.codebookId ?? null}::uuid and removed_at is null) as book,
      exists (select from codes where workspace_id = ${workspaceId} and id = ${code.parentId ?? null}::uuid) as parent`.execute(
    tx,
  )
  const [known] = rows
  if (studyId !== null && !known?.study) return notFound('study')
  if (typeof code.codebookId === 'string' && !known?.book) return notFound('codebook')
  return typeof code.parentId === 'string' && !known?.parent ? cannotStandThere() : nameTaken()
}
