import { findStudy } from '../../conversations/index.ts'
import { Problem, notFound, type App } from '../../platform/index.ts'
import { listSets } from '../../segments/index.ts'
import { CodeQuery } from './code-query.ts'
import type { Group } from './groups.ts'
import { whoIsHeard } from './heard.ts'
import type { Scope } from './passages-sql.ts'
import { groupBySegment, groupByTrait } from './person-groups.ts'
import type { ViewAsked } from './view.schema.ts'

export type InStudy = { workspaceId: string; studyId: string }

/**
 * What is asked of a study, with the people it means. Throws 404; `query-not-read` (422) for a query that is none; `too-few-heard` (422) where a
 * segment or a value would name one or two people.
 */
export async function readScope(app: App, at: InStudy, asked: ViewAsked): Promise<Scope> {
  if (!(await findStudy(app.pg, at))) throw notFound('study')
  const { language, from, to, interviewId, together } = asked
  const scope: Scope = {
    ...at,
    query: asked.q === undefined || asked.q === '' ? undefined : readQuery(asked.q),
    together,
    people: null,
    language,
    from,
    to,
    interviewId,
  }
  const lists = [
    ...(asked.segmentId === undefined ? [] : [await peopleOfSegment(app, at, asked.segmentId)]),
    ...(asked.trait === undefined || asked.value === undefined
      ? []
      : [await peopleOfValue(app, at, { trait: asked.trait, value: asked.value })]),
    ...(asked.participantId === undefined ? [] : [await personOf(app, at, asked.participantId)]),
  ]
  if (lists.length === 0) return scope
  const [first = [], ...others] = lists
  return {
    ...scope,
    people: first.filter((personNo) => others.every((list) => list.includes(personNo))),
  }
}

function readQuery(q: string): CodeQuery {
  const read = CodeQuery.safeParse(parsed(q))
  if (read.success) return read.data
  throw new Problem({
    id: 'query-not-read',
    status: 422,
    detail: 'This query cannot be read. Put it together again from codes, and, or, not and near.',
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Everybody of a study whose words may be analysed now, whatever else is asked. */
async function everybodyHeard(app: App, at: InStudy): Promise<number[]> {
  const heard = await whoIsHeard(app, {
    ...at,
    query: undefined,
    together: 'overlap',
    people: null,
    language: undefined,
    from: undefined,
    to: undefined,
    interviewId: undefined,
  })
  return [...new Set(heard.map(({ personNo }) => personNo))]
}

async function peopleOfSegment(app: App, at: InStudy, segmentId: string): Promise<number[]> {
  const sets = await listSets(app.pg, at.workspaceId)
  const set = sets.find(({ segments }) => segments.some((one) => one.segmentId === segmentId))
  if (set === undefined) throw notFound('segment')
  const people = await everybodyHeard(app, at)
  return toldOf(await groupBySegment(app, { ...at, of: set.setId, people }), segmentId)
}

/** Those heard in a study of whom a value is known. Throws `no-such-trait` (404), `too-few-heard` (422). */
export async function peopleOfValue(
  app: App,
  at: InStudy,
  { trait, value }: { trait: string; value: string },
): Promise<number[]> {
  const people = await everybodyHeard(app, at)
  return toldOf(await groupByTrait(app, { ...at, of: trait, people }), value)
}

function toldOf(groups: readonly Group[], key: string): number[] {
  const group = groups.find((one) => one.key === key)
  if (group) return group.people
  throw new Problem({
    id: 'too-few-heard',
    status: 422,
    detail: 'Fewer than three of the people heard are of this group, so it is not shown by itself.',
  })
}

async function personOf(app: App, at: InStudy, participantId: string): Promise<number[]> {
  const row = await app.pg
    .selectFrom('participants')
    .select('person_no')
    .where('workspace_id', '=', at.workspaceId)
    .where('study_id', '=', at.studyId)
    .where('id', '=', participantId)
    .executeTakeFirst()
  if (!row) throw notFound('participant')
  return [row.person_no]
}
