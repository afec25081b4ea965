import { z } from 'zod'
import { purposes } from '../consent/index.ts'
import { findPerson } from '../people/index.ts'
import { PageQuery, Problem, notFound, pageOf, route, waitingAtMost, type App } from '../platform/index.ts'
import {
  PersonId,
  SegmentId,
  WorkspaceId,
  audit,
  member,
  memberOrKey,
  roleAllows,
  workspaceSettings,
} from '../workspace/index.ts'
import { changeSet, createSet, removeSet } from './change-set.ts'
import { evidenceOf } from './proposal-evidence.ts'
import { countSet } from './count-set.ts'
import { recordSizes, sizeHistory } from './size-history.ts'
import { definitionOf, findSegment, findSet, listSets } from './saved-set.ts'
import type { SavedSet } from './saved-set.ts'
import { segmentOfPerson, segmentPeople } from './segment-people.ts'
import { ToldPurposes, segmentPurposes, tellPurposes } from './segment-purposes.ts'
import { Condition } from './segment.ts'
import { Outcome, ProposalId, SegmentEvidence, SegmentSetId } from './set.schema.ts'
import { ShownPart, ShownSet, notShown, showCount } from './shown-count.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofSet = inWorkspace.extend({ setId: SegmentSetId })
const ofSegment = inWorkspace.extend({ segmentId: SegmentId })

const Title = z.string().trim().min(1).max(200)
const Conditions = z.array(Condition).max(3)
const All = z.array(Condition).min(1).max(3)

const SetAnswer = z.object({
  setId: SegmentSetId,
  name: z.string(),
  audience: z.array(Condition),
  outcome: Outcome.nullable(),
  proposalId: z.string().nullable(),
  version: z.int(),
  changedAt: z.string(),
  changedBy: z.string(),
  asOf: z.string(),
  isRenewing: ShownSet.shape.isRenewing,
  minimum: z.int(),
  audienceCount: ShownSet.shape.audience,
  rest: ShownPart,
  segments: z.array(
    ShownPart.extend({
      segmentId: SegmentId,
      name: z.string(),
      all: z.array(Condition),
      evidence: SegmentEvidence.nullable(),
    }),
  ),
})

const setRoutes = [
  route('GET /api/w/{workspaceId}/segment-sets', {
    summary: 'Every set of segments with its sizes now',
    access: memberOrKey('segments.read'),
    params: inWorkspace,
    answer: z.object({ sets: z.array(SetAnswer) }),
    handle: async ({ app, params, request }) => {
      const sets = await listSets(app.pg, params.workspaceId)
      const answers: z.input<typeof SetAnswer>[] = []
      const patient = waitingAtMost(app, request)
      for (const set of sets) answers.push(await answerSet(patient, params.workspaceId, set))
      return { sets: answers }
    },
  }),
  route('POST /api/w/{workspaceId}/segment-sets', {
    summary: 'Keep a set of segments: rules in an order, the first that fits takes the person',
    access: memberOrKey('segments.write'),
    params: inWorkspace,
    body: z.object({
      name: Title,
      audience: Conditions.default([]),
      outcome: Outcome.nullable().default(null),
      proposalId: ProposalId.nullable().default(null),
      rules: z
        .array(z.object({ name: Title, all: All }))
        .min(1)
        .max(5),
    }),
    answer: SetAnswer,
    handle: async ({ app, params: { workspaceId }, body, actor }) => {
      const evidence = await evidenceOf(app, { ...body, workspaceId })
      const rules = body.rules.map((rule, index) => ({ ...rule, evidence: evidence[index] ?? null }))
      const setId = await createSet(app, { ...body, rules, workspaceId, by: actor })
      return answerSet(app, workspaceId, await findSet(app.pg, { workspaceId, setId }))
    },
  }),
  route('GET /api/w/{workspaceId}/segment-sets/{setId}', {
    summary: 'One set of segments with its sizes now',
    access: memberOrKey('segments.read'),
    params: ofSet,
    answer: SetAnswer,
    handle: async ({ app, params, request }) =>
      answerSet(waitingAtMost(app, request), params.workspaceId, await findSet(app.pg, params)),
  }),
  route('PUT /api/w/{workspaceId}/segment-sets/{setId}', {
    summary: 'Change a set as a whole; answers 409 when somebody else changed it since `version`',
    access: memberOrKey('segments.write'),
    params: ofSet,
    body: z.object({
      version: z.int().min(1),
      name: Title,
      audience: Conditions,
      outcome: Outcome.nullable(),
      rules: z
        .array(z.object({ segmentId: SegmentId.optional(), name: Title, all: All }))
        .min(1)
        .max(5),
    }),
    answer: SetAnswer,
    handle: async ({ app, params, body, actor }) => {
      await changeSet(app, { ...params, ...body, by: actor })
      return answerSet(app, params.workspaceId, await findSet(app.pg, params))
    },
  }),
  route('DELETE /api/w/{workspaceId}/segment-sets/{setId}', {
    summary: 'Remove a set of segments; it can be brought back',
    access: memberOrKey('segments.write'),
    params: ofSet,
    handle: async ({ app, params, actor }) => {
      await removeSet(app, { ...params, by: actor, way: 'remove' })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/segment-sets/{setId}/restore', {
    summary: 'Bring back a set of segments that was removed',
    access: memberOrKey('segments.write'),
    params: ofSet,
    handle: async ({ app, params, actor }) => {
      await removeSet(app, { ...params, by: actor, way: 'restore' })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/segment-preview', {
    summary: 'How many people each of these rules would take now; nothing is kept',
    access: memberOrKey('segments.write'),
    params: inWorkspace,
    body: z.object({
      audience: Conditions.default([]),
      outcome: Outcome.nullable().default(null),
      rules: z.array(All).max(5),
    }),
    answer: ShownSet,
    handle: async ({ app, params: { workspaceId }, body }) => {
      const rules = body.rules.map((all, index) => ({ name: String(index), all }))
      const set = { audience: body.audience, rules }
      const count = await countSet(app, { workspaceId, set, outcome: body.outcome })
      return showCount(count, await minimumOf(app, workspaceId))
    },
  }),
]

const segmentRoutes = [
  route('GET /api/w/{workspaceId}/segments/{segmentId}', {
    summary: 'One segment in its set, with how large it was before',
    access: memberOrKey('segments.read'),
    params: ofSegment,
    answer: z.object({
      set: SetAnswer,
      part: z.int(),
      history: z.array(ShownPart.omit({ outcome: true }).extend({ at: z.string() })),
    }),
    handle: async ({ app, params, request }) => {
      const { set, part } = await findSegment(app.pg, params)
      const answer = await answerSet(waitingAtMost(app, request), params.workspaceId, set)
      const { minimum, segments } = answer
      const now = segments[part] ?? notShown
      return { set: answer, part, history: await sizeHistory(app, { ...params, minimum, now }) }
    },
  }),
  route('GET /api/w/{workspaceId}/segments/{segmentId}/purposes', {
    summary: 'How many of a segment may be used for what, and why the others may not',
    access: memberOrKey('segments.read'),
    params: ofSegment,
    answer: ToldPurposes.extend({ asOf: z.string(), isRenewing: z.boolean(), minimum: z.int() }),
    handle: async ({ app, params, request }) => {
      const patient = waitingAtMost(app, request)
      const { part, minimum } = await shownPart(patient, params)
      const found = await segmentPurposes(patient, params)
      const { asOf, isRenewing } = found
      return { asOf: asOf.toISOString(), isRenewing, minimum, ...tellPurposes(found, { part, minimum }) }
    },
  }),
  route('GET /api/w/{workspaceId}/segments/{segmentId}/people', {
    summary:
      'The people of a segment who may be used for a purpose, by pseudonym; reading it is written down',
    access: member('segments.read'),
    params: ofSegment,
    query: PageQuery.extend({ purpose: z.enum(purposes).default('analysis') }),
    answer: pageOf(z.object({ personId: PersonId, pseudonym: z.string() })),
    handle: async ({ app, params, query, actor }) => {
      if (!roleAllows(actor.role, 'people.read')) await refuseFew(app, params)
      const after = /^\d{1,10}$/.test(query.cursor ?? '') ? Number(query.cursor) : 0
      const { purpose, limit } = query
      const page = await segmentPeople(app, { ...params, purpose, after, limit })
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'segments.people-read',
        subject: { kind: 'segment', id: params.segmentId },
        purpose,
        detail: { people: page.people.length },
      })
      const items = page.people.map(({ personId, pseudonym }) => ({ personId, pseudonym }))
      return { items, next: page.next === null ? null : String(page.next) }
    },
  }),
  route('GET /api/w/{workspaceId}/people/{personId}/segments', {
    summary: 'In which segment of every set a person is',
    access: memberOrKey('people.read'),
    params: inWorkspace.extend({ personId: PersonId }),
    answer: z.object({
      segments: z.array(
        z.object({
          setId: SegmentSetId,
          setName: z.string(),
          segmentId: SegmentId.nullable(),
          name: z.string().nullable(),
        }),
      ),
    }),
    handle: async ({ app, actor, params }) => {
      const person = await findPerson(app, params)
      if (person === undefined) throw notFound('person')
      const { workspaceId } = params
      const subject = { kind: 'person', id: person.personId }
      await audit(app, { workspaceId, actor, action: 'people.segments read', subject })
      return { segments: await segmentOfPerson(app, { workspaceId, personNo: person.personNo }) }
    },
  }),
]

export const segmentSetRoutes = [...setRoutes, ...segmentRoutes]

async function answerSet(app: App, workspaceId: string, set: SavedSet): Promise<z.input<typeof SetAnswer>> {
  const counting = { workspaceId, set: definitionOf(set), outcome: set.outcome }
  const [count, minimum] = [await countSet(app, counting), await minimumOf(app, workspaceId)]
  if (!count.isRenewing) await recordSizes(app, set, count)
  const shown = showCount(count, minimum)
  const { setId, name, audience, outcome, proposalId, version, changedBy } = set
  return {
    ...{ setId, name, audience, outcome, proposalId, version, changedBy, minimum },
    changedAt: set.changedAt.toISOString(),
    asOf: shown.asOf,
    isRenewing: shown.isRenewing,
    audienceCount: shown.audience,
    rest: shown.rest,
    segments: set.segments.map((segment, index) => {
      const part = shown.parts[index] ?? notShown
      const { segmentId, all, evidence } = segment
      // What was found of a segment that has become small is no longer about enough people either.
      return { ...part, segmentId, name: segment.name, all, evidence: part.people === null ? null : evidence }
    }),
  }
}

async function minimumOf(app: App, workspaceId: string): Promise<number> {
  return (await workspaceSettings(app, workspaceId)).minimumGroup
}

/** A segment's size as it may be told. Throws 404. */
async function shownPart(
  app: App,
  { workspaceId, segmentId }: { workspaceId: string; segmentId: string },
): Promise<{ part: ShownPart; minimum: number }> {
  const { set, part } = await findSegment(app.pg, { workspaceId, segmentId })
  const count = await countSet(app, { workspaceId, set: definitionOf(set), outcome: set.outcome })
  const minimum = await minimumOf(app, workspaceId)
  return { part: showCount(count, minimum).parts[part] ?? notShown, minimum }
}

/**
 * Whoever may not see people sees no list of a group so small that being in it says something, nor one whose length would tell
 * how small another is.
 */
async function refuseFew(
  app: App,
  { workspaceId, segmentId }: { workspaceId: string; segmentId: string },
): Promise<void> {
  if ((await shownPart(app, { workspaceId, segmentId })).part.isExact) return
  throw new Problem({
    id: 'too-few-to-list',
    status: 403,
    detail:
      'This segment, or one beside it, is so small that only somebody who may see people can list who is in it.',
  })
}
