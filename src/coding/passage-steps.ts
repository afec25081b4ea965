import { sql } from 'kysely'
import type { PostgresTransaction } from '../platform/index.ts'
import type { Skip } from './coding.schema.ts'
import { noWords } from './corrections.ts'
import type { Step } from './steps.ts'

/** A step that marks a passage or not, or gives it a code or takes it. */
export type PassageStep = Extract<
  Step,
  { do: 'put highlight' | 'remove highlight' | 'give code' | 'take code' }
>

type Coding = Extract<PassageStep, { do: 'give code' | 'take code' }>

const kinds: ReadonlySet<Step['do']> = new Set<PassageStep['do']>([
  'put highlight',
  'remove highlight',
  'give code',
  'take code',
])
export const isPassageStep = (step: Step): step is PassageStep => kinds.has(step.do)

type Taking<Steps> = { workspaceId: string; steps: readonly Steps[] }

/**
 * Takes steps of one kind in a few statements, however many they are: those that can still be taken. Says how many were, and why others were left
 * out.
 */
export async function takePassageSteps(
  tx: PostgresTransaction,
  { workspaceId, steps }: Taking<PassageStep>,
): Promise<{ taken: number; skipped: Skip[] }> {
  const found = await findPassages(tx, { workspaceId, steps })
  const skipped: Skip[] = []
  const open = steps.filter((step) => {
    const why = whyLeftOut(step, found.get(step.highlightId))
    if (why !== undefined) skipped.push(why)
    return why === undefined
  })
  const taken = await takeOpen(tx, { workspaceId, steps: open })
  const rest = Array.from(
    { length: open.length - taken },
    (): Skip => restOf[steps[0]?.do ?? 'put highlight'],
  )
  return { taken, skipped: [...skipped, ...rest] }
}

/** What became of those that could be taken until they were written. */
const restOf: Record<PassageStep['do'], Skip> = {
  'put highlight': 'gone',
  'remove highlight': 'in use',
  'give code': 'gone',
  'take code': 'changed since',
}

function whyLeftOut(step: PassageStep, found: Found | undefined): Skip | undefined {
  if (!found) return 'gone'
  if (found.isAside) return 'set aside'
  if (step.do === 'remove highlight') return found.isRemoved ? 'gone' : undefined
  // A passage that may not be read keeps its codes: what could not be given instead must not be taken.
  if (!found.isReadable) return 'withdrawn'
  if (step.do === 'put highlight' && found.isWordless) return 'gone'
  return step.do === 'give code' && found.isRemoved ? 'changed since' : undefined
}

async function takeOpen(
  tx: PostgresTransaction,
  { workspaceId, steps }: Taking<PassageStep>,
): Promise<number> {
  const [first] = steps
  if (first === undefined) return 0
  const ids = steps.map(({ highlightId }) => highlightId)
  if (first.do === 'put highlight') {
    await tx.updateTable('highlights').set({ removed_at: null }).where('id', 'in', ids).execute()
    return ids.length
  }
  if (first.do === 'remove highlight') return removeUnused(tx, ids)
  const codings = steps.filter((step) => step.do === first.do).filter((step) => 'codeId' in step)
  return first.do === 'give code'
    ? giveCodes(tx, { workspaceId, steps: codings })
    : takeCodes(tx, { workspaceId, steps: codings })
}

type Found = { isRemoved: boolean; isAside: boolean; isReadable: boolean; isWordless: boolean }

async function findPassages(
  tx: PostgresTransaction,
  { workspaceId, steps }: Taking<PassageStep>,
): Promise<Map<string, Found>> {
  const { rows } = await sql<Found & { id: string }>`
    with asked as materialized (
      select h.id, h.interview_id, h.utterance_id, h.removed_at, h.lost_text from highlights h
      where h.workspace_id = ${workspaceId} and h.id = any(${steps.map(({ highlightId }) => highlightId)}::uuid[])
    ), heard as materialized (
      select speaker_id from permitted_speakers(${workspaceId}::uuid, 1, array(select distinct interview_id from asked))
    )
    select a.id, a.removed_at is not null as "isRemoved", a.lost_text is not distinct from ${noWords} as "isWordless",
      a.interview_id in (select i.interview_id from round_interviews i join coding_rounds r on r.id = i.round_id
        where r.state in ('open', 'comparing')) as "isAside",
      u.speaker_id in (select speaker_id from heard) as "isReadable"
    from asked a join utterances u on u.id = a.utterance_id`.execute(tx)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** Those no code is left on. Lost words are not kept longer than somebody needs them. */
async function removeUnused(tx: PostgresTransaction, ids: readonly string[]): Promise<number> {
  const { rows } = await sql`
    with unused as materialized (
      select h.id, h.lost_text is not null as is_lost from highlights h where h.id = any(${[...ids]}::uuid[])
        and not exists (select from highlight_codes hc join codes c on c.id = hc.code_id and c.removed_at is null
          where hc.highlight_id = h.id)
    ), forgotten as (
      delete from highlights h using unused u where h.id = u.id and u.is_lost
    ), removed as (
      update highlights h set removed_at = now() from unused u where h.id = u.id and not u.is_lost
    )
    select from unused`.execute(tx)
  return rows.length
}

async function giveCodes(tx: PostgresTransaction, { workspaceId, steps }: Taking<Coding>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with given as materialized (
      select g.* from ${codingsOf(steps)} join codes c on c.id = g.code_id and c.workspace_id = ${workspaceId} and c.removed_at is null
    ), made as (
      insert into highlight_codes (workspace_id, highlight_id, code_id, created_by)
      select ${workspaceId}::uuid, highlight_id, code_id, by from given on conflict do nothing
    )
    select count(*)::int as n from given`.execute(tx)
  return rows[0]?.n ?? 0
}

async function takeCodes(tx: PostgresTransaction, { workspaceId, steps }: Taking<Coding>): Promise<number> {
  const { rows } = await sql`
    delete from highlight_codes hc using ${codingsOf(steps)}
    where hc.workspace_id = ${workspaceId} and hc.highlight_id = g.highlight_id and hc.code_id = g.code_id
      and hc.created_by is not distinct from g.by returning hc.code_id`.execute(tx)
  return rows.length
}

const codingsOf = (steps: readonly Coding[]) => sql`
  unnest(${steps.map(({ highlightId }) => highlightId)}::uuid[], ${steps.map(({ codeId }) => codeId)}::uuid[],
    ${steps.map(({ by }) => by)}::uuid[]) as g (highlight_id, code_id, by)`
