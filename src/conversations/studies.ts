import { sql } from 'kysely'
import { z } from 'zod'
import { declareBases } from '../consent/index.ts'
import {
  Problem,
  cutPage,
  json,
  notFound,
  type App,
  type Postgres,
  type PostgresTransaction,
} from '../platform/index.ts'
import { Language, StudyId, audit, type Doer } from '../workspace/index.ts'
import { writeGuide } from './guide/change-guide.ts'
import { refuseUnplannable } from './study-plan.ts'
import { studyKinds } from './study-kinds.ts'
import {
  Amendment,
  GuideSection,
  Quota,
  StudyDraft,
  StudyPlan,
  modes,
  type Mode,
  type Study,
  type StudyBasis,
} from './study.schema.ts'
import { amendmentsOfStudy } from './suspicion.ts'
import { studyWordsToKeep } from './study-words.ts'

type Written = z.output<typeof StudyDraft>
type Editing = { workspaceId: string; actor: Doer; draft: StudyDraft }

/** Plans a study and declares what its uses rest on. Throws `mode-mixed`, `session-size` (422), 404 for a member or segment named. */
export async function createStudy(app: App, { workspaceId, actor, draft: given }: Editing): Promise<StudyId> {
  const draft = StudyDraft.parse(given)
  const mode = oneMode(draft.mode)
  await refuseUnplannable(app, { workspaceId, draft })
  return app.pg.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto('studies')
      .values({
        workspace_id: workspaceId,
        ...columns(draft),
        mode,
        created_by: 'userId' in actor ? actor.userId : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (draft.guide)
      await writeGuide({ app, tx }, { workspaceId, actor, studyId: row.id, guide: draft.guide, version: 1 })
    await declare({ app, tx }, { workspaceId, actor, studyId: row.id, bases: draft.bases })
    await audit(tx, { workspaceId, actor, action: 'study.created', subject: { kind: 'study', id: row.id } })
    return StudyId.parse(row.id)
  })
}

/**
 * Writes a study anew over the version that was read; without a guide in the draft, its guide stays. Throws `study-changed` (409) when
 * a colleague was faster, `suspicion-locked` (409) after the first conversation, `mode-mixed`, `session-size` (422), 404.
 */
export async function changeStudy(
  app: App,
  { workspaceId, actor, draft: given, studyId, version }: Editing & { studyId: string; version: number },
): Promise<{ version: number }> {
  const draft = StudyDraft.parse(given)
  await refuseUnplannable(app, { workspaceId, draft })
  return app.pg.transaction().execute(async (tx) => {
    const found = await lockStudy(tx, { workspaceId, studyId })
    const mode = oneMode(draft.mode)
    if (found.version !== version) throw studyChanged()
    const words = await studyWordsToKeep({ app, tx }, { workspaceId, studyId, sent: draft, was: found })
    const next = version + 1
    await tx
      .updateTable('studies')
      .set({ ...columns(draft), ...words, mode, version: next })
      .where('id', '=', studyId)
      .execute()
    if (draft.guide) {
      const guideVersion = found.guide_version + 1
      await writeGuide(
        { app, tx },
        { workspaceId, actor, studyId, guide: draft.guide, version: guideVersion },
      )
    }
    await declare({ app, tx }, { workspaceId, actor, studyId, bases: draft.bases })
    await audit(tx, { workspaceId, actor, action: 'study.changed', subject: { kind: 'study', id: studyId } })
    return { version: next }
  })
}

/** Puts a study away, or takes it out again. Nothing in it changes. */
export async function archiveStudy(
  app: App,
  given: { workspaceId: string; studyId: string; archived: 'yes' | 'no'; actor: Doer },
): Promise<void> {
  const { workspaceId, studyId, archived, actor } = given
  await app.pg.transaction().execute(async (tx) => {
    await lockStudy(tx, { workspaceId, studyId })
    await tx
      .updateTable('studies')
      .set({ archived_at: archived === 'yes' ? app.clock.now() : null })
      .where('id', '=', studyId)
      .execute()
    const action = archived === 'yes' ? 'study.archived' : 'study.reopened'
    await audit(tx, { workspaceId, actor, action, subject: { kind: 'study', id: studyId } })
  })
}

/** One page of studies, newest first; those put away come with `archived`. */
export async function listStudies(
  pg: Postgres,
  given: { workspaceId: string; archived: 'yes' | 'no'; cursor?: string | undefined; limit: number },
): Promise<{ items: Study[]; next: string | null }> {
  const before = z.uuid().safeParse(given.cursor)
  const rows = await readStudies(pg, {
    workspaceId: given.workspaceId,
    where: sql`(s.archived_at is not null) = ${given.archived === 'yes'}
      and (${before.data ?? null}::uuid is null or s.id < ${before.data ?? null}::uuid)`,
    limit: given.limit + 1,
  })
  return cutPage(rows, given.limit, (study) => study.studyId)
}

/** One study with its figures, or undefined. */
export async function findStudy(
  pg: Postgres,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<Study | undefined> {
  const [study] = await readStudies(pg, { workspaceId, where: sql`s.id = ${studyId}::uuid`, limit: 1 })
  return study
}

/** Locks a study for a change in a transaction; what is written in it meanwhile need not wait. Throws 404. */
export async function lockStudy(
  tx: PostgresTransaction,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
) {
  const found = await tx
    .selectFrom('studies')
    .select(['version', 'guide_version', 'language', 'kind', 'session_size'])
    .select(['locked_at', 'hypothesis', 'confirmation', 'contradiction'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!found) throw notFound('study')
  return found
}

async function readStudies(
  pg: Postgres,
  given: { workspaceId: string; where: ReturnType<typeof sql>; limit: number },
): Promise<Study[]> {
  const { rows } = await sql`
    select s.*, to_char(s.starts_on, 'YYYY-MM-DD') as starts_day, (${amendmentsOfStudy}) as amendments,
      (select count(*) from participants p where p.study_id = s.id) as participants,
      (select count(*) from interviews i where i.study_id = s.id) as interviews,
      (select count(distinct k.participant_id) from interviews i join speakers k on k.interview_id = i.id
        where i.study_id = s.id and k.participant_id is not null) as heard,
      (select jsonb_object_agg(b.purpose, b.basis) from legal_bases b
        where b.workspace_id = s.workspace_id and b.declarer_id = s.id) as bases
    from studies s where s.workspace_id = ${given.workspaceId} and ${given.where}
    order by s.id desc limit ${given.limit}`.execute(pg)
  return rows.map(asStudy)
}

const Basis = z.enum(['consent', 'contract', 'legitimate interest', 'none']).default('none')

const Row = z.object({
  id: StudyId,
  kind: z.enum(studyKinds),
  title: z.string(),
  hypothesis: z.string(),
  confirmation: z.string(),
  contradiction: z.string(),
  locked_at: z.date().nullable(),
  suspicion_replaced_at: z.date().nullable(),
  amendments: z.array(Amendment.extend({ at: z.string(), by: z.string().nullable() })),
  mode: z.enum(modes),
  guide: z.array(GuideSection),
  guide_version: z.number(),
  language: Language,
  languages: z.array(Language),
  session_size: z.number().nullable(),
  quotas: z.array(Quota),
  starts_day: z.string().nullable(),
  weeks: z.number(),
  shares: StudyPlan.shape.shares,
  target: z.number(),
  version: z.number(),
  archived_at: z.date().nullable(),
  created_at: z.date(),
  participants: z.number(),
  interviews: z.number(),
  heard: z.number(),
  bases: z.object({ 1: Basis, 3: Basis }).nullable(),
  quotes_by_name: z.boolean(),
})

function asStudy(row: unknown): Study {
  const {
    id,
    locked_at,
    suspicion_replaced_at,
    archived_at,
    created_at,
    bases,
    session_size,
    guide_version,
    quotes_by_name,
    starts_day,
    weeks,
    shares,
    ...study
  } = Row.parse(row)
  return {
    studyId: id,
    ...study,
    lockedAt: locked_at?.toISOString() ?? null,
    suspicionReplacedAt: suspicion_replaced_at?.toISOString() ?? null,
    guideVersion: guide_version,
    sessionSize: session_size,
    plan: { startsOn: starts_day, weeks, shares },
    archived: archived_at !== null,
    createdAt: created_at.toISOString(),
    bases: { conversation_analysis: bases?.[1] ?? 'none', quoting: bases?.[3] ?? 'none' },
    quotesByName: quotes_by_name,
  }
}

function columns(draft: Written) {
  const { kind, title, hypothesis, confirmation, contradiction, language, target, plan } = draft
  return {
    kind,
    title,
    hypothesis,
    confirmation,
    contradiction,
    language,
    target,
    languages: json([...new Set(draft.languages)].filter((other) => other !== language)),
    session_size: draft.sessionSize,
    quotas: json(draft.quotas),
    starts_on: plan.startsOn === null ? null : sql<Date>`${plan.startsOn}::date`,
    weeks: plan.weeks,
    shares: json(plan.shares),
    quotes_by_name: draft.quotesByName,
  }
}

/** Asking what people do and what they think of something in one conversation spoils both: the second colours the first. */
function oneMode(given: string | string[]): Mode {
  const asked = [given].flat()
  const mode = modes.find((known) => known === asked[0])
  if (asked.length === 1 && mode) return mode
  throw new Problem({
    id: 'mode-mixed',
    status: 422,
    detail:
      'A study asks about behaviour or for feedback, never both: who has just judged your product no longer tells what they do without it. Plan two studies.',
  })
}

function studyChanged(): Problem {
  return new Problem({
    id: 'study-changed',
    status: 409,
    detail:
      'A colleague has changed this study meanwhile. Open it again and put your change on top of theirs.',
  })
}

type Declaring = {
  workspaceId: string
  studyId: string
  actor: Doer
  bases: Record<'conversation_analysis' | 'quoting', StudyBasis>
}

async function declare(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, studyId, actor, bases }: Declaring,
): Promise<void> {
  await declareBases(
    { tx, outbox: app.outbox },
    {
      workspaceId,
      declarer: { kind: 'study', id: studyId },
      bases: {
        conversation_analysis: { basis: bases.conversation_analysis },
        quoting: { basis: bases.quoting },
      },
      by: 'userId' in actor ? actor.userId : undefined,
    },
  )
}
