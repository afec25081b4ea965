import { sql } from 'kysely'
import { notFound, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import { InterviewId } from '../workspace/index.ts'
import type { AnswerColumns, SameRespondents } from './interview.schema.ts'
import { findRespondents, respondentKeys } from './respondents.ts'

/** A table of answers on its way into a study; `table`: the keyed hash of its bytes. */
export type AnswerFile = {
  studyId: string
  answers: AnswerColumns
  names: readonly (string | null)[]
  table: string
  sourceName: string
}

/** An earlier file whose people go by the same numbers, and how many of them meet. */
type Meeting = {
  series: string | null
  interviewId: InterviewId | null
  title: string
  people: number
  isSameFile: boolean
}

/** By which numbering a file goes, how many of its people are known by it, and how many met that are taken for others. */
export type Numbering = { series: string | null; same: number; others: number }

/**
 * The earlier files of a study whose people have the same numbers, most first. What is sure needs no asking: an address is the same everywhere, and so is
 * what names people in the data.
 */
export async function meetRespondents(app: Pick<App, 'pg' | 'secret'>, file: AnswerFile): Promise<Meeting[]> {
  const { studyId, answers } = file
  const { respondent: column } = answers
  const names = numbersIn(file)
  if (column === null || answers.identifier !== undefined || names.length === 0) return []
  const { rows } = await sql<{ series: string | null }>`
    select series from answer_files where study_id = ${studyId} union select null`.execute(app.pg)
  const meetings: Meeting[] = []
  for (const { series } of rows) {
    const keys = await respondentKeys(app, { studyId, column, names, series })
    const found = [...(await findRespondents(app.pg, { studyId, keys })).values()]
    if (found.length > 0) meetings.push(await meetingIn(app.pg, { ...file, series, found }))
  }
  return meetings.toSorted((a, b) => Number(b.isSameFile) - Number(a.isSameFile) || b.people - a.people)
}

const numbersIn = ({ names }: AnswerFile) =>
  names.flatMap((name) => (name === null || name.includes('@') || /^#\d+$/u.test(name) ? [] : [name]))

/** Called after the newest file of that numbering in which most of them answer. */
async function meetingIn(
  pg: Postgres,
  given: AnswerFile & { series: string | null; found: readonly string[] },
): Promise<Meeting> {
  const { studyId, series, found, table, sourceName } = given
  const { rows } = await sql<{ id: string; title: string; same: boolean }>`
    select i.id, i.title, coalesce(i.table_fingerprint = ${table}, i.source_name = ${sourceName}) as same
    from interviews i join speakers s on s.interview_id = i.id
    where i.study_id = ${studyId} and i.kind = 'open-answers' and i.respondent_series is not distinct from ${series}::uuid
      and s.participant_id = any(${[...found]}::uuid[])
    group by i.id order by same desc, count(distinct s.participant_id) desc, i.id desc limit 1`.execute(pg)
  const [file] = rows
  const people = new Set(found).size
  const isSameFile = await wasTakenIn(pg, given)
  // Its conversation may have been taken out since.
  if (!file) return { series, interviewId: null, title: '', people, isSameFile }
  return { series, interviewId: InterviewId.parse(file.id), title: file.title, people, isSameFile }
}

async function wasTakenIn(pg: Postgres, given: AnswerFile & { series: string | null }): Promise<boolean> {
  const { studyId, series, table, sourceName } = given
  const { rows } = await sql`
    select from answer_files where study_id = ${studyId} and series is not distinct from ${series}::uuid
      and coalesce(table_fingerprint = ${table},
        name_hash = encode(sha256(convert_to(${studyId}::uuid::text || ' ' || ${sourceName}::text, 'UTF8')), 'hex'))
    limit 1`.execute(pg)
  return rows.length > 0
}

/** Keeps by which numbering a table was taken in, also for when its conversation is taken out and brought in again. */
export async function keepAnswerFile(
  tx: PostgresTransaction,
  given: { workspaceId: string; studyId: string; series: string | null; table: string },
): Promise<void> {
  const { workspaceId, studyId, series, table } = given
  await sql`
    insert into answer_files (workspace_id, study_id, series, table_fingerprint)
    values (${workspaceId}, ${studyId}, ${series}, ${table}) on conflict do nothing`.execute(tx)
}

/**
 * Whose people they most likely are: those of the very same file, else those who go by marks that meet by no chance. Plain running numbers (1, 2, 3 … or R1,
 * R2 …) say nothing: everybody numbers so. Pure.
 */
export function likelySame(
  meetings: readonly Meeting[],
  names: readonly (string | null)[],
): Meeting | undefined {
  const [best] = meetings
  return best?.isSameFile || !isRunning(names) ? best : undefined
}

function isRunning(names: readonly (string | null)[]): boolean {
  const given = names.filter((name) => name !== null && !/^#\d+$/u.test(name))
  const numbers = new Set(given.map((name) => Number(/^\p{L}{0,12}[-_ .]?(\d{1,9})$/u.exec(name ?? '')?.[1])))
  if (numbers.has(Number.NaN)) return false
  const sorted = [...numbers].toSorted((a, b) => a - b)
  return (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) < sorted.length * 2
}

/** What numbers a file: what met, what somebody decided, and a new series for people who are others. */
export type Deciding = AnswerFile & {
  meetings: readonly Meeting[]
  decided: SameRespondents | undefined
  fresh: string
}

/** The numbering a file goes by, as somebody decided or else as is likely. Throws 404 for a file that is none of the study's answers. */
export async function numberingOf(app: Pick<App, 'pg' | 'secret'>, file: Deciding): Promise<Numbering> {
  const { studyId, answers, names, meetings } = file
  const { respondent: column } = answers
  if (column === null) return { series: null, same: 0, others: 0 }
  const series = await seriesDecided(app.pg, file)
  const keys = await respondentKeys(app, { studyId, column, names, series })
  const known = new Set((await findRespondents(app.pg, { studyId, keys })).values())
  const isTaken = meetings.some((one) => one.series === series)
  return { series, same: known.size, others: isTaken ? 0 : (meetings[0]?.people ?? 0) }
}

async function seriesDecided(pg: Postgres, given: Deciding): Promise<string | null> {
  const { studyId, decided, meetings, names, fresh } = given
  if (typeof decided === 'object') return seriesOf(pg, { studyId, interviewId: decided.as })
  const same = decided === 'others' ? undefined : likelySame(meetings, names)
  if (same) return same.series
  return meetings.length === 0 ? null : fresh
}

async function seriesOf(
  pg: Postgres,
  { studyId, interviewId }: { studyId: string; interviewId: string },
): Promise<string | null> {
  const row = await pg
    .selectFrom('interviews')
    .select('respondent_series')
    .where('study_id', '=', studyId)
    .where('id', '=', interviewId)
    .where('kind', '=', 'open-answers')
    .executeTakeFirst()
  if (!row) throw notFound('interview')
  return row.respondent_series
}
