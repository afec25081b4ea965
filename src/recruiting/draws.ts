/** The draw of a study: what it would draw from, making it, and letting its letters go. */
import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { findStudy, type Study } from '../conversations/index.ts'
import { holdPeople } from '../people/index.ts'
import { Problem, json, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import {
  countSet,
  definitionOf,
  findSegment,
  notShown,
  segmentPurposes,
  showCount,
  tellPurposes,
} from '../segments/index.ts'
import { audit, workspaceSettings, type MemberActor } from '../workspace/index.ts'
import { findCandidates, type Found, type Lots } from './candidates.ts'
import { drawMethod, drawPeople } from './draw.ts'
import { readRecruitment } from './recruitment.ts'
import { gapsIn } from './text-gaps.schema.ts'
import { Draw, type InviteeLanguage, type Stratum } from './recruiting.schema.ts'

type InStudy = { workspaceId: string; studyId: string }

/** What is left of each quota's people after each filter, and why, as far as it may be told. Throws 404. */
export async function previewDraw(app: App, given: InStudy): Promise<Stratum[]> {
  const { workspaceId } = given
  const { found } = await lookFor(app, given)
  const { minimumGroup: minimum } = await workspaceSettings(app, workspaceId)
  const strata: Stratum[] = []
  for (const { wanted, left } of found) {
    const { segmentId, segment, language, count, open } = wanted
    const told = await tellSegment(app, {
      workspaceId,
      // A segment that was removed has nothing to tell.
      segmentId: segment === null ? null : segmentId,
      minimum,
    })
    strata.push({ segmentId, segment, language, wanted: count, open, ...told, left })
  }
  return strata
}

/**
 * Draws for every quota `each` people for each place that is still open, and keeps the draw with its seed. Nobody is written to before a
 * member lets the letters go. Throws 404, and `nobody-to-draw` (422) where no quota has an open place with somebody for it.
 */
export async function makeDraw(
  app: App,
  given: InStudy & { each: number; seed?: string | undefined; actor: MemberActor },
): Promise<{ drawId: string; drawn: number }> {
  const { workspaceId, studyId, each, actor, seed = randomBytes(16).toString('hex') } = given
  const { study, found } = await lookFor(app, { ...given, lots: { seed, each } })
  const drawn = drawPeople(
    found.map(({ candidates, wanted }) => ({ candidates, count: wanted.open * each })),
    { seed },
  )
  const count = drawn.reduce((sum, people) => sum + people.length, 0)
  if (count === 0) throw nobodyToDraw()
  const now = app.clock.now()
  return app.pg.transaction().execute(async (tx) => {
    const strata = found.map(({ wanted, left }, at) => ({
      segmentId: wanted.segmentId,
      language: wanted.language,
      open: wanted.open,
      candidates: left.rested,
      drawn: drawn[at]?.length ?? 0,
    }))
    const { id: drawId } = await tx
      .insertInto('draws')
      .values({
        workspace_id: workspaceId,
        study_id: studyId,
        seed,
        method: drawMethod,
        strata: json(strata),
        drawn_at: now,
        drawn_by: actor.memberId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const nos = drawn.flat().map(({ personNo }) => personNo)
    // Whoever was erased or joined to another since the draw was worked out is left out.
    const here = await holdPeople(tx, { workspaceId, nos })
    for (const [at, people] of drawn.entries()) {
      const wanted = found[at]?.wanted
      await sql`
        insert into invitees (workspace_id, study_id, person_no, draw_id, quota_segment, quota_language, language, state, made_at, expires_at)
        select ${workspaceId}::uuid, ${studyId}::uuid, no, ${drawId}::uuid, ${wanted?.segmentId ?? null}::uuid,
          ${wanted?.language ?? null}::text, language, 'drawn', ${now}, ${new Date(now.getTime() + keptFor)}
        from unnest(${people.map(({ personNo }) => personNo)}::bigint[], ${people.map((one) => languageFor(one, { wanted, study }))}::text[])
          as drawn (no, language)
        where no = any(${[...here]}::bigint[])
        on conflict (study_id, person_no) do nothing`.execute(tx)
    }
    await audit(tx, {
      workspaceId,
      actor,
      action: 'recruiting.drawn',
      subject: { kind: 'study', id: studyId },
      purpose: 'invitation',
      detail: { people: count },
    })
    return { drawId, drawn: count }
  })
}

/** A letter not answered in sixty days leads nowhere any more. */
export const keptFor = 60 * 86_400_000

/**
 * Lets the letters of a draw go; a job sends them a few at a time. Throws 404, and `texts-missing` (409) where not every text is written in every language
 * of the letters and nobody said that they go as they are.
 */
export async function releaseDraw(
  app: App,
  given: InStudy & { drawId: string; gaps?: 'accepted' | undefined; actor: MemberActor },
): Promise<{ letters: number }> {
  const { workspaceId, studyId, drawId, gaps, actor } = given
  return app.pg.transaction().execute(async (tx) => {
    const draw = await sql`
      select from draws where workspace_id = ${workspaceId} and study_id = ${studyId} and id = ${drawId}::uuid for update`.execute(
      tx,
    )
    if (draw.rows.length === 0) throw notFound('draw')
    if (gaps === undefined) await refuseGaps(tx, given)
    const { rows } = await sql`
      update invitees set released_at = ${app.clock.now()}
      where draw_id = ${drawId}::uuid and state = 'drawn' and released_at is null returning id`.execute(tx)
    const detail = { letters: rows.length }
    const subject = { kind: 'study', id: studyId }
    await audit(tx, { workspaceId, actor, action: 'recruiting.letters-sent', subject, detail })
    return { letters: rows.length }
  })
}

async function refuseGaps(
  tx: PostgresTransaction,
  { workspaceId, studyId, drawId }: InStudy & { drawId: string },
): Promise<void> {
  const { rows } = await sql<{ language: string }>`
    select distinct language from invitees where draw_id = ${drawId}::uuid and state = 'drawn' and released_at is null order by 1`.execute(
    tx,
  )
  const asked = Draw.shape.languages.parse(rows.map(({ language }) => language))
  const found = gapsIn(await readRecruitment(tx, { workspaceId, studyId }), asked)
  if (found.length === 0) return
  const named = found.map(
    (gap) => `${gap.kind === 'question' ? `question ${gap.n}` : gap.kind} (${gap.languages.join(', ')})`,
  )
  throw new Problem({
    id: 'texts-missing',
    status: 409,
    detail: `Not every text is written in every language of these letters: ${named.join('; ')}. Write them, or say that the letters go as they are (gaps=accepted).`,
  })
}

/** Takes back a draw of which no letter has gone. Throws 404, and `draw-sent` (409) where one has. */
export async function removeDraw(
  app: App,
  { workspaceId, studyId, drawId }: InStudy & { drawId: string },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    const draw = await sql`
      select from draws where workspace_id = ${workspaceId} and study_id = ${studyId} and id = ${drawId}::uuid for update`.execute(
      tx,
    )
    if (draw.rows.length === 0) throw notFound('draw')
    const { rows } = await sql`
      select from invitees where draw_id = ${drawId}::uuid and released_at is not null limit 1`.execute(tx)
    if (rows.length > 0)
      throw new Problem({
        id: 'draw-sent',
        status: 409,
        detail: 'Letters of this draw are on their way, so it stays as it was made.',
      })
    await sql`delete from invitees where draw_id = ${drawId}::uuid`.execute(tx)
    await sql`delete from draws where id = ${drawId}::uuid`.execute(tx)
  })
}

/** The draws of a study, newest first. */
export async function listDraws(app: App, { workspaceId, studyId }: InStudy): Promise<Draw[]> {
  const { rows } = await sql`
    select d.id, d.seed, d.method, d.drawn_at, u.name,
      (select coalesce(jsonb_agg(s.value || jsonb_build_object('segment',
          (select g.name from segments g where g.id = (s.value ->> 'segmentId')::uuid)) order by s.ordinality), '[]')
        from jsonb_array_elements(d.strata) with ordinality s) as strata,
      (select count(*) from invitees i where i.draw_id = d.id and i.state = 'drawn' and i.released_at is null) as waiting,
      array(select distinct i.language from invitees i where i.draw_id = d.id and i.state = 'drawn' and i.released_at is null order by 1) as languages
    from draws d left join members m on m.id = d.drawn_by left join users u on u.id = m.user_id
    where d.workspace_id = ${workspaceId} and d.study_id = ${studyId} order by d.id desc limit 100`.execute(
    app.pg,
  )
  return rows.map((row) => {
    const { id, drawn_at: drawnAt, name, ...draw } = DrawRow.parse(row)
    return { drawId: id, drawnAt: drawnAt.toISOString(), drawnBy: name, ...draw }
  })
}

const DrawRow = z.object({
  id: z.uuid(),
  seed: z.string(),
  method: z.string(),
  drawn_at: z.date(),
  name: z.string().nullable(),
  strata: Draw.shape.strata,
  waiting: z.number(),
  languages: Draw.shape.languages,
})

async function lookFor(
  app: App,
  { workspaceId, studyId, lots }: InStudy & { lots?: Lots },
): Promise<{ study: Study; found: Found[] }> {
  const study = await findStudy(app.pg, { workspaceId, studyId })
  if (!study) throw notFound('study')
  const { restMonths } = await readRecruitment(app.pg, { workspaceId, studyId })
  return { study, found: await findCandidates(app, { workspaceId, study, restMonths, lots }) }
}

function languageFor(
  { language }: { language: InviteeLanguage | null },
  { wanted, study }: { wanted: Found['wanted'] | undefined; study: Study },
): string {
  return language ?? wanted?.language ?? study.language
}

type Told = Pick<Stratum, 'people' | 'isExact' | 'leftOut' | 'fewer'>

/** What of a segment may be told beside the exact number of those who may be invited; of a study without quotas, nothing. */
async function tellSegment(
  app: App,
  given: { workspaceId: string; segmentId: string | null; minimum: number },
): Promise<Told> {
  const { workspaceId, segmentId, minimum } = given
  if (segmentId === null) return { people: null, isExact: false, leftOut: [], fewer: [] }
  const { set, part: at } = await findSegment(app.pg, { workspaceId, segmentId })
  const count = await countSet(app, { workspaceId, set: definitionOf(set), outcome: set.outcome })
  const part = showCount(count, minimum).parts[at] ?? notShown
  const told = tellPurposes(await segmentPurposes(app, { workspaceId, segmentId }), { part, minimum })
  const invitation = told.purposes.find(({ purpose }) => purpose === 'invitation')
  const ofPurpose = <R extends { because: string }>(rows: readonly R[]) =>
    rows.filter(({ because }) => because === 'purpose')
  return {
    people: part.people,
    isExact: part.isExact,
    leftOut: ofPurpose(invitation?.leftOut ?? []).map(({ reason, people }) => ({ reason, people })),
    fewer: ofPurpose(invitation?.fewer ?? []).map(({ reason }) => ({ reason })),
  }
}

const nobodyToDraw = () =>
  new Problem({
    id: 'nobody-to-draw',
    status: 422,
    detail:
      'Nobody is left to ask: every place is taken, or the filters leave nobody. Look at the numbers, ask after fewer months, or ask more people for their permission.',
  })
