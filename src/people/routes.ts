import { z } from 'zod'
import {
  bases,
  consentStates,
  ledgerPurposes,
  listWords,
  purposes,
  quotingManners,
  reasons,
  recordConsent,
  standingOf,
} from '../consent/index.ts'
import { PageQuery, type App, notFound, pageOf, route } from '../platform/index.ts'
import {
  PersonId,
  WorkspaceId,
  audit,
  member,
  memberOrKey,
  roleAllows,
  type Actor,
} from '../workspace/index.ts'
import { findPerson, type Person } from './people.ts'
import { listPeople, type PeopleQuestion } from './people-list.ts'
import { basisBySource, listFacts, listHeld, listIdentifiers, timeline } from './profile.ts'
import { listTraits } from './traits.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofPerson = z.object({ workspaceId: WorkspaceId, personId: PersonId })

const PersonAnswer = z.object({
  personId: z.string(),
  pseudonym: z.string(),
  identifiers: z.array(
    z.object({
      kind: z.string(),
      value: z.string(),
      sourceId: z.string().nullable(),
      isTrusted: z.boolean(),
      firstSeen: z.string(),
    }),
  ),
  facts: z.array(
    z.object({
      trait: z.string(),
      text: z.string(),
      num: z.number().nullable(),
      origin: z.string(),
      class: z.string(),
      /** How the trait is written: a number, a yes or no, a date, words; null where nobody has said. */
      type: z.string().nullable(),
      sourceId: z.string(),
      at: z.string(),
      isCurrent: z.boolean(),
      basis: z.enum(bases).nullable(),
    }),
  ),
  held: z.array(z.object({ trait: z.string(), special: z.string() })),
})

const WordAnswer = z.object({
  purpose: z.enum(ledgerPurposes),
  scope: z.string(),
  state: z.enum(consentStates),
  happenedAt: z.string(),
  recordedAt: z.string(),
  wording: z.string().nullable(),
  language: z.string().nullable(),
  /** Of the wording, where it has one. */
  version: z.string().nullable(),
  manner: z.enum(quotingManners).nullable(),
  channel: z.string(),
  sourceId: z.string().nullable(),
  actorKind: z.string(),
})

const PeoplePage = pageOf(
  z.object({
    personId: z.string(),
    pseudonym: z.string(),
    createdAt: z.string(),
    identifiers: z.array(z.object({ kind: z.string(), value: z.string() })),
  }),
)

const readingRoutes = [
  route('GET /api/w/{workspaceId}/people', {
    summary: 'People, newest first',
    access: memberOrKey('people.count'),
    params: inWorkspace,
    query: PageQuery,
    answer: PeoplePage,
    handle: ({ app, actor, params, query }) =>
      showPeople(app, { actor, ...params, ...query, search: undefined }),
  }),
  route('POST /api/w/{workspaceId}/people/search', {
    summary:
      'People by the beginning of an identifier or a pseudonym, which no address and no log shall carry',
    access: memberOrKey('people.count'),
    params: inWorkspace,
    query: PageQuery,
    body: z.object({ search: z.string().max(2000) }),
    answer: PeoplePage,
    handle: ({ app, actor, params, query, body }) => showPeople(app, { actor, ...params, ...query, ...body }),
  }),
  route('GET /api/w/{workspaceId}/people/{personId}', {
    summary: 'One person: identifiers and every fact with its origin, source, time and basis',
    access: memberOrKey('people.read'),
    params: ofPerson,
    query: z.object({ purpose: z.string().max(200).optional() }),
    answer: PersonAnswer,
    handle: async ({ app, actor, params, query }) => {
      const person = await personOr404(app, params)
      const who = { workspaceId: params.workspaceId, personNo: person.personNo }
      const [identifiers, facts, held, declared, traits] = await Promise.all([
        listIdentifiers(app, who),
        listFacts(app, who),
        listHeld(app, who),
        basisBySource(app, params.workspaceId),
        listTraits(app, params.workspaceId),
      ])
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'people.read',
        subject: { kind: 'person', id: person.personId },
        purpose: query.purpose ?? 'look at a person',
      })
      const { personId, pseudonym } = person
      const types = new Map(traits.map(({ trait, type }) => [trait, type]))
      const whole = facts.map((fact) => ({
        ...fact,
        type: types.get(fact.trait) ?? null,
        basis: declared.get(fact.sourceId) ?? null,
      }))
      return { personId, pseudonym, identifiers, facts: whole, held }
    },
  }),
  route('GET /api/w/{workspaceId}/people/{personId}/timeline', {
    summary: 'What a person did, newest first',
    access: memberOrKey('people.read'),
    params: ofPerson,
    query: PageQuery,
    answer: pageOf(
      z.object({
        at: z.string(),
        name: z.string(),
        type: z.string(),
        properties: z.string(),
        messageId: z.string(),
      }),
    ),
    handle: async ({ app, actor, params, query }) => {
      const person = await personOr404(app, params)
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'people.timeline read',
        subject: { kind: 'person', id: person.personId },
      })
      return timeline(app, {
        workspaceId: params.workspaceId,
        personNo: person.personNo,
        cursor: query.cursor,
        limit: query.limit,
      })
    },
  }),
] as const

const consentOfPersonRoutes = [
  route('GET /api/w/{workspaceId}/people/{personId}/consents', {
    summary: 'What a person allowed and refused, and what their data may be used for',
    access: memberOrKey('consent.read'),
    params: ofPerson,
    answer: z.object({
      standing: z.array(z.object({ purpose: z.enum(purposes), reason: z.enum(reasons) })),
      ledger: z.array(WordAnswer),
    }),
    handle: async ({ app, actor, params }) => {
      const { personNo, personId } = await personOr404(app, params)
      const who = { workspaceId: params.workspaceId, personNo }
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'consent.read',
        subject: { kind: 'person', id: personId },
      })
      return { standing: await standingOf(app.pg, who), ledger: await listWords(app.pg, who) }
    },
  }),
  route('POST /api/w/{workspaceId}/people/{personId}/consents', {
    summary: 'Record what a person said: given, withdrawn or objected',
    access: member('consent.write'),
    params: ofPerson,
    body: z.object({
      purpose: z.enum(purposes),
      state: z.enum(consentStates),
      happenedAt: z.iso.datetime().optional(),
      wording: z.string().max(5000).optional(),
      language: z.string().max(20).optional(),
      channel: z.string().min(1).max(100),
    }),
    handle: async ({ app, actor, params, body }) => {
      const { personNo, personId } = await personOr404(app, params)
      const happenedAt = body.happenedAt ? new Date(body.happenedAt) : app.clock.now()
      const by = { kind: 'member', id: actor.userId }
      const { workspaceId } = params
      await recordConsent(app, { workspaceId, entries: [{ ...body, personNo, happenedAt, actor: by }] })
      await audit(app, {
        workspaceId,
        actor,
        action: `consent.${body.state}`,
        subject: { kind: 'person', id: personId },
        purpose: body.purpose,
      })
      return undefined
    },
  }),
] as const

export const personRoutes = [...readingRoutes, ...consentOfPersonRoutes] as const

/** Who is listed is audited where identifiers are shown. */
async function showPeople(
  app: App,
  {
    actor,
    ...question
  }: { actor: Actor } & Omit<PeopleQuestion, 'sees' | 'cursor'> & { cursor?: string | undefined },
) {
  const { workspaceId, cursor } = question
  const sees = mayRead(actor) ? 'identifiers' : 'pseudonyms'
  const page = await listPeople(app.pg, { ...question, cursor, sees })
  if (sees === 'identifiers')
    await audit(app, { workspaceId, actor, action: 'people.listed', detail: { people: page.items.length } })
  return page
}

/** The person of a path, or 404: of this workspace only. */
export async function personOr404(
  app: App,
  params: { workspaceId: string; personId: string },
): Promise<Person> {
  const person = await findPerson(app, params)
  if (person === undefined) throw notFound('person')
  return person
}

function mayRead(actor: Actor): boolean {
  return actor.kind === 'member'
    ? roleAllows(actor.role, 'people.read')
    : actor.scopes.includes('people.read')
}
