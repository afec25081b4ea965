import { sql } from 'kysely'
import { Problem, notFound, type App, type Postgres } from '../../platform/index.ts'
import { audit, type Doer } from '../../workspace/index.ts'
import { hearingOfStudy } from '../study-saturation.ts'
import { coreqDomains, type CoreqItem } from './report.schema.ts'

type InStudy = { workspaceId: string; studyId: string }

/**
 * The 32 items of COREQ (Tong, Sainsbury & Craig 2007) for a study: what stored data tell, worked out anew, and what a member wrote over it.
 */
export async function readCoreq(pg: Postgres, at: InStudy): Promise<CoreqItem[]> {
  const told = await factsOf(pg, at)
  const rows = await pg
    .selectFrom('coreq_answers')
    .select(['item', 'answer', 'version'])
    .where('workspace_id', '=', at.workspaceId)
    .where('study_id', '=', at.studyId)
    .execute()
  const written = new Map(rows.map((row) => [row.item, row]))
  return coreqDomains
    .flatMap(({ items }) => [...items])
    .map((item) => ({
      item,
      told: told[item] ?? null,
      answer: written.get(item)?.answer || null,
      version: written.get(item)?.version ?? 0,
    }))
}

/** Writes over an item. Throws 404, `coreq-changed` (409) where a colleague was faster. */
export async function writeCoreq(
  app: App,
  given: InStudy & { item: number; answer: string; version: number; actor: Doer },
): Promise<{ version: number }> {
  const { workspaceId, studyId, item, answer, version, actor } = given
  return app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql<{ version: number }>`
      insert into coreq_answers (workspace_id, study_id, item, answer, version, member_id, at)
      select ${workspaceId}::uuid, id, ${item}::int, ${answer}, 1, ${memberOf(actor)}::uuid, ${app.clock.now()}
      from studies where workspace_id = ${workspaceId} and id = ${studyId}
      on conflict (study_id, item) do update set answer = excluded.answer, version = coreq_answers.version + 1,
        member_id = excluded.member_id, at = excluded.at
      where coreq_answers.version = ${version} returning version`.execute(tx)
    const [row] = rows
    if (!row || (row.version === 1 && version !== 0))
      throw (await isThere(tx, given)) ? changed() : notFound('study')
    await audit(tx, {
      workspaceId,
      actor,
      action: 'coreq.changed',
      subject: { kind: 'study', id: studyId },
      detail: { item },
    })
    return { version: row.version }
  })
}

const memberOf = (actor: Doer) =>
  'memberId' in actor && typeof actor.memberId === 'string' ? actor.memberId : null

const changed = () =>
  new Problem({
    id: 'coreq-changed',
    status: 409,
    detail: 'A colleague has written this item meanwhile. Read theirs, then put yours on top.',
  })

async function isThere(pg: Postgres, { workspaceId, studyId }: InStudy): Promise<boolean> {
  const row = await pg
    .selectFrom('studies')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .executeTakeFirst()
  return row !== undefined
}

type Facts = Record<number, Record<string, string | number> | null>

async function factsOf(pg: Postgres, at: InStudy): Promise<Facts> {
  const [sample, guide, coding, saturation] = await Promise.all([
    sampleOf(pg, at),
    guideOf(pg, at),
    codingOf(pg, at),
    saturationOf(pg, at),
  ])
  const held = sample.interviews > 0
  return {
    1: sample.interviewers === '' ? null : { names: sample.interviewers },
    10: sample.participants === 0 ? null : { known: sample.known, met: sample.participants - sample.known },
    12: held ? { people: sample.heard, conversations: sample.interviews } : null,
    13:
      sample.participants === 0
        ? null
        : { missing: sample.participants - sample.heard, withdrawn: sample.withdrawn },
    16: held ? { languages: sample.languages, from: sample.from, until: sample.until } : null,
    17: guide.questions === 0 ? null : guide,
    18: held ? { people: sample.again } : null,
    19:
      sample.participants === 0
        ? null
        : {
            yes: sample.recorded,
            no: sample.unrecorded,
            open: sample.participants - sample.recorded - sample.unrecorded,
          },
    21:
      sample.timed === 0
        ? null
        : { minutes: sample.minutes, timed: sample.timed, conversations: sample.interviews },
    22: saturation,
    24: coding.coders === 0 ? null : { coders: coding.coders },
    25: coding.codes === 0 ? null : { codes: coding.codes, passages: coding.passages },
    27: { program: 'Samtale' },
    29: coding.passages === 0 ? null : { passages: coding.quotable },
  }
}

type Sample = {
  participants: number
  known: number
  heard: number
  again: number
  withdrawn: number
  recorded: number
  unrecorded: number
  interviews: number
  interviewers: string
  languages: string
  from: string
  until: string
  timed: number
  minutes: number
}

async function sampleOf(pg: Postgres, { workspaceId, studyId }: InStudy): Promise<Sample> {
  const { rows } = await sql<Sample>`
    with those as (
      select p.*, (select count(distinct s.interview_id) from speakers s where s.participant_id = p.id) as held,
        exists (select from identifiers i where i.workspace_id = p.workspace_id and i.person_no = p.person_no) as known
      from participants p where p.workspace_id = ${workspaceId} and p.study_id = ${studyId}
    ), talks as (
      select i.id, i.language, i.happened_at, coalesce(u.name, i.interviewer_name) as interviewer,
        (select max(coalesce(t.end_ms, t.start_ms)) from utterances t where t.interview_id = i.id) as ms
      from interviews i left join members m on m.id = i.interviewer_id left join users u on u.id = m.user_id
      where i.workspace_id = ${workspaceId} and i.study_id = ${studyId}
    )
    select (select count(*) from those) as participants, (select count(*) from those where known) as known,
      (select count(*) from those where held > 0) as heard, (select count(*) from those where held > 1) as again,
      (select count(*) from those) - (select count(*) from permitted_participants(${workspaceId}::uuid, 1, array[${studyId}::uuid])) as withdrawn,
      (select count(*) from those where recording_agreed) as recorded, (select count(*) from those where not recording_agreed) as unrecorded,
      (select count(*) from talks) as interviews,
      coalesce((select string_agg(distinct interviewer, ', ') from talks), '') as interviewers,
      coalesce((select string_agg(distinct language, ', ') from talks), '') as languages,
      coalesce((select to_char(min(happened_at), 'YYYY-MM-DD') from talks), '') as from,
      coalesce((select to_char(max(happened_at), 'YYYY-MM-DD') from talks), '') as until,
      (select count(*) from talks where ms > 0) as timed,
      coalesce((select round(percentile_cont(0.5) within group (order by ms) / 60000)::int from talks where ms > 0), 0) as minutes`.execute(
    pg,
  )
  const [row] = rows
  if (!row) throw new Error('one row is always there')
  return row
}

/** Questions and sections of a guide, whatever else stands in them. */
async function guideOf(
  pg: Postgres,
  { workspaceId, studyId }: InStudy,
): Promise<{ sections: number; questions: number }> {
  const { rows } = await sql<{ sections: number; questions: number }>`
    select jsonb_array_length(s.guide) as sections,
      coalesce((select sum(jsonb_array_length(coalesce(g -> 'questions', '[]'))) from jsonb_array_elements(s.guide) g), 0)::int as questions
    from studies s where s.workspace_id = ${workspaceId} and s.id = ${studyId} and jsonb_typeof(s.guide) = 'array'`.execute(
    pg,
  )
  return rows[0] ?? { sections: 0, questions: 0 }
}

async function codingOf(
  pg: Postgres,
  { workspaceId, studyId }: InStudy,
): Promise<{ coders: number; codes: number; passages: number; quotable: number }> {
  const { rows } = await sql<{ coders: number; codes: number; passages: number; quotable: number }>`
    with coded as (select * from coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid) p where p.may_analyse)
    select (select count(distinct hc.created_by) from highlight_codes hc join coded c on c.highlight_id = hc.highlight_id) as coders,
      (select count(distinct code_id) from coded) as codes, (select count(distinct highlight_id) from coded) as passages,
      (select count(distinct highlight_id) from coded where may_quote) as quotable`.execute(pg)
  return rows[0] ?? { coders: 0, codes: 0, passages: 0, quotable: 0 }
}

/** What the page on saturation says of everybody, and why a member said that enough was heard; null before anything is coded. */
async function saturationOf(pg: Postgres, at: InStudy) {
  const { hearing, rule, words } = await hearingOfStudy(pg, at)
  if (hearing.conversations === 0) return null
  const [said] = words
  return {
    state: ({ 'too few': 'few', 'hearing new': 'hearing', agree: 'agree' } as const)[hearing.state],
    conversations: hearing.conversations,
    wanted: rule.base + rule.run,
    base: rule.base,
    run: rule.run,
    most: rule.threshold,
    codes: hearing.baseCodes ?? 0,
    news: hearing.runs.at(-1)?.news ?? 0,
    // 0: not reached.
    after: hearing.reached ?? 0,
    median: hearing.median ?? 0,
    said: said === undefined ? 'no' : 'yes',
    stopped: said?.conversations ?? 0,
    why: said?.why ?? '',
  }
}
