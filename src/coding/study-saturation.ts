import { sql } from 'kysely'
import { findStudy, teamWordsToKeep } from '../conversations/index.ts'
import { notFound, type App, type Postgres } from '../platform/index.ts'
import { listSets, seededRandom, sortIntoSegments } from '../segments/index.ts'
import { InterviewId, StudyId, audit, type Doer } from '../workspace/index.ts'
import { measureSaturation, medianOverOrders, type SaturationRule } from './saturation.ts'
import type { Hearing, StudySaturation } from './saturation.schema.ts'

/** "6+2": four conversations as the base, runs of two, no more than one new code in twenty (Guest, Namey & Chen 2020). */
const usual: SaturationRule = { base: 4, run: 2, threshold: 0.05 }
const orders = 200
const seed = 1

type InStudy = { workspaceId: string; studyId: string }

/**
 * How much new each conversation of a study brought, for everybody and for each segment with at least two coded conversations. Rests on
 * what may be analysed now, so it changes when somebody withdraws. `rule`: as usual unless said otherwise. Throws 404.
 */
export async function saturationOf(
  app: App,
  { workspaceId, studyId, rule = usual }: InStudy & { rule?: SaturationRule },
): Promise<StudySaturation> {
  const study = await findStudy(app.pg, { workspaceId, studyId })
  if (!study) throw notFound('study')
  const rows = await codedRows(app.pg, { workspaceId, studyId })
  const talks = [...Map.groupBy(rows, (row) => row.interview_id).values()]
  const isCoded = (talk: CodedRow[]) => talk.some((row) => row.codes.length > 0)
  return {
    studyId: StudyId.parse(studyId),
    title: study.title,
    target: study.target,
    held: talks.length,
    withdrawn: talks.filter((talk) => !isCoded(talk) && talk.some((row) => row.person_no !== null)).length,
    ...rule,
    orders,
    all: hearingOf(rows, rule),
    segments: await segmentsOf(app, { workspaceId, rows, rule }),
    words: await wordsOf(app.pg, { workspaceId, studyId }),
  }
}

/** What `saturationOf` tells of everybody, measured as usual, with what members said: for whoever tells the study without its segments. */
export async function hearingOfStudy(
  pg: Postgres,
  at: InStudy,
): Promise<{ hearing: Hearing; rule: SaturationRule; words: StudySaturation['words'] }> {
  return { hearing: hearingOf(await codedRows(pg, at), usual), rule: usual, words: await wordsOf(pg, at) }
}

async function codedRows(pg: Postgres, { workspaceId, studyId }: InStudy): Promise<CodedRow[]> {
  const { rows } = await sql<CodedRow>`
    select i.id as interview_id, i.title, i.happened_at, p.person_no,
      coalesce(array_agg(distinct p.code_id::text) filter (where p.may_analyse), '{}') as codes
    from interviews i
    left join coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid) p on p.interview_id = i.id
    where i.workspace_id = ${workspaceId} and i.study_id = ${studyId}
    group by i.id, p.person_no order by i.happened_at, i.id`.execute(pg)
  return rows
}

type CodedRow = {
  interview_id: string
  title: string
  happened_at: Date
  person_no: number | null
  codes: string[]
}

/** The rows in the order the conversations were held; those without a code of anybody who counts are left out. */
export function hearingOf(rows: readonly CodedRow[], rule: SaturationRule): Hearing {
  const talks = [...Map.groupBy(rows, (row) => row.interview_id).values()].flatMap((talk) => {
    const codes = new Set(talk.flatMap((row) => row.codes))
    const [first] = talk
    return first === undefined || codes.size === 0 ? [] : [{ ...first, codes }]
  })
  const heard = talks.map(({ codes }) => codes)
  const { baseCodes, steps, reached } = measureSaturation(heard, rule)
  const median = medianOverOrders(heard, { rule, orders, random: seededRandom(seed) })
  const known = new Set<string>()
  return {
    conversations: talks.length,
    baseCodes,
    heard: talks.map(({ interview_id, title, happened_at, codes }) => {
      const before = known.size
      for (const code of codes) known.add(code)
      return {
        interviewId: InterviewId.parse(interview_id),
        title,
        when: happened_at.toISOString(),
        codes: codes.size,
        news: known.size - before,
        total: known.size,
      }
    }),
    runs: steps.map(({ after, news }) => ({ after, news })),
    reached,
    median,
    state: stateOf({ steps, reached, median, rule }),
  }
}

function stateOf(measured: {
  steps: readonly { share: number }[]
  reached: number | null
  median: number | null
  rule: SaturationRule
}): Hearing['state'] {
  const last = measured.steps.at(-1)
  if (last === undefined) return 'too few'
  const isQuiet = last.share <= measured.rule.threshold
  return isQuiet && measured.reached !== null && measured.median !== null ? 'agree' : 'hearing new'
}

async function segmentsOf(
  app: App,
  given: { workspaceId: string; rows: readonly CodedRow[]; rule: SaturationRule },
): Promise<StudySaturation['segments']> {
  const { workspaceId, rows, rule } = given
  const personNos = [...new Set(rows.flatMap((row) => (row.person_no === null ? [] : [row.person_no])))]
  const found: StudySaturation['segments'] = []
  for (const set of await listSets(app.pg, workspaceId)) {
    const inside = await sortIntoSegments(app, { workspaceId, set, personNos })
    for (const [part, { segmentId, name }] of set.segments.entries()) {
      const members = new Set(inside[part])
      const own = rows.filter((row) => row.person_no !== null && members.has(row.person_no))
      const hearing = hearingOf(own, rule)
      if (hearing.conversations >= 2) found.push({ segmentId, name, set: set.name, hearing })
    }
  }
  return found
}

async function wordsOf(pg: Postgres, { workspaceId, studyId }: InStudy): Promise<StudySaturation['words']> {
  const rows = await pg
    .selectFrom('saturation_words')
    .leftJoin('members', 'members.id', 'saturation_words.written_by')
    .leftJoin('users', 'users.id', 'members.user_id')
    .select(['why', 'conversations', 'written_at', 'users.name'])
    .where('saturation_words.workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .orderBy('saturation_words.id', 'desc')
    .execute()
  return rows.map(({ why, conversations, written_at, name }) => ({
    why,
    conversations,
    by: name,
    at: written_at.toISOString(),
  }))
}

/** Keeps why a member says that enough was heard, with its date and how many conversations there were. Throws 404. */
export async function sayEnough(app: App, given: InStudy & { why: string; actor: Doer }): Promise<void> {
  const { workspaceId, studyId, actor } = given
  const { all } = await saturationOf(app, given)
  await app.pg.transaction().execute(async (tx) => {
    const about = { kind: 'study', id: studyId } as const
    const [why = given.why] = await teamWordsToKeep(tx, { app, workspaceId, about, texts: [given.why] })
    const member = await tx
      .selectFrom('members')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', 'userId' in actor ? actor.userId : null)
      .executeTakeFirst()
    await tx
      .insertInto('saturation_words')
      .values({
        workspace_id: workspaceId,
        study_id: studyId,
        why,
        conversations: all.conversations,
        written_by: member?.id ?? null,
        written_at: app.clock.now(),
      })
      .execute()
    await audit(tx, { workspaceId, actor, action: 'study.enough', subject: { kind: 'study', id: studyId } })
  })
}
