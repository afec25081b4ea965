import { z } from 'zod'
import { BasesBody, bases, declareBases, listBases, purposes } from '../consent/index.ts'
import { correctTrait, personOr404 } from '../people/index.ts'
import { Problem, type Room, namesIn, notFound, route } from '../platform/index.ts'
import {
  PersonId,
  SourceId,
  WorkspaceId,
  audit,
  memberOrKey,
  actorMay,
  type Actor,
} from '../workspace/index.ts'
import { createSource, findSource, listSources, origins, parties, sourceKinds } from './sources.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })

export const sourceRoutes = [
  route('GET /api/w/{workspaceId}/sources', {
    summary: 'The catalogue of sources, each with what its uses rest on',
    access: memberOrKey('sources.read'),
    params: inWorkspace,
    answer: z.object({
      sources: z.array(
        z.object({
          sourceId: z.string(),
          name: z.string(),
          party: z.enum(parties),
          origin: z.enum(origins),
          kind: z.enum(sourceKinds),
          createdAt: z.string(),
          bases: z.array(
            z.object({
              purpose: z.enum(purposes),
              basis: z.enum(bases),
              evidence: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
    handle: async ({ app, params }) => {
      const [sources, declared] = await Promise.all([
        listSources(app.pg, params.workspaceId),
        listBases(app.pg, params.workspaceId),
      ])
      return {
        sources: sources.map(({ id, createdAt, ...source }) => ({
          ...source,
          sourceId: id,
          createdAt: createdAt.toISOString(),
          bases: declared
            .filter((row) => row.declarerId === id)
            .map(({ purpose, basis, evidence }) => ({ purpose, basis, evidence })),
        })),
      }
    },
  }),
  route('POST /api/w/{workspaceId}/sources', {
    summary: 'Add a source; one of that name there already is returned',
    access: memberOrKey('sources.write'),
    params: inWorkspace,
    body: z.object({
      name: z.string().trim().min(1).max(200),
      party: z.enum(parties),
      origin: z.enum(origins),
      kind: z.enum(sourceKinds),
      bases: BasesBody.optional(),
    }),
    answer: z.object({ sourceId: z.string() }),
    handle: async ({ app, actor, params, body }) => {
      const { workspaceId } = params
      if (body.bases !== undefined) requireConsent(actor)
      const source = await createSource(app, { workspaceId, ...body, by: userOf(actor) })
      await audit(app, {
        workspaceId,
        actor,
        action: 'sources.created',
        subject: { kind: 'source', id: source.id },
        ...(body.bases === undefined ? {} : { detail: { bases: body.bases } }),
      })
      return { sourceId: source.id }
    },
  }),
  route('GET /api/w/{workspaceId}/sources/{sourceId}', {
    summary: 'One source',
    access: memberOrKey('sources.read'),
    params: z.object({ workspaceId: WorkspaceId, sourceId: SourceId }),
    answer: z.object({
      sourceId: z.string(),
      name: z.string(),
      party: z.enum(parties),
      origin: z.enum(origins),
      kind: z.enum(sourceKinds),
      createdAt: z.string(),
    }),
    handle: async ({ app, params }) => {
      const source = await findSource(app.pg, params)
      if (source === undefined) throw notFound('source')
      const { id, createdAt, ...rest } = source
      return { ...rest, sourceId: id, createdAt: createdAt.toISOString() }
    },
  }),
  route('PUT /api/w/{workspaceId}/sources/{sourceId}/bases', {
    summary: 'Declare what the uses of what came from a source rest on',
    access: memberOrKey('consent.write'),
    params: z.object({ workspaceId: WorkspaceId, sourceId: SourceId }),
    body: z.object({ bases: BasesBody }),
    handle: async ({ app, actor, params, body }) => {
      const { workspaceId, sourceId } = params
      if ((await findSource(app.pg, params)) === undefined) throw notFound('source')
      await declareBases(app, {
        workspaceId,
        declarer: { kind: 'source', id: sourceId },
        bases: body.bases,
        by: userOf(actor),
      })
      await audit(app, {
        workspaceId,
        actor,
        action: 'consent.bases declared',
        subject: { kind: 'source', id: sourceId },
        detail: body.bases,
      })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/people/{personId}/facts', {
    summary: 'Correct a trait of a person by hand',
    access: memberOrKey('people.write'),
    params: z.object({ workspaceId: WorkspaceId, personId: PersonId }),
    body: z.object({ trait: z.string().trim().min(1).max(500), text: z.string().max(5000) }),
    answer: z.object({ held: z.boolean() }),
    handle: async ({ app, actor, params, body }) => {
      const { workspaceId } = params
      const person = await personOr404(app, params)
      const source = await createSource(app, {
        workspaceId,
        name: byHand,
        party: 'first',
        origin: 'told',
        kind: 'manual',
        by: userOf(actor),
      })
      const who = { workspaceId, sourceId: source.id, personNo: person.personNo }
      const answer = await correctTrait(app, { ...who, ...body })
      await audit(app, {
        workspaceId,
        actor,
        action: 'people.corrected',
        subject: { kind: 'person', id: person.personId },
        detail: { trait: body.trait },
      })
      return answer
    },
  }),
] as const

export const sourcesRoom: Room = {
  name: 'sources',
  routes: sourceRoutes,
  subjects: { source: { may: 'sources.read', names: namesIn({ table: 'sources', column: 'name' }) } },
}

/** The source of what members enter; a name like any other. */
const byHand = 'By hand'

/** Legal bases may come with a source, also with one that is there already: that is a declaration like any other. */
function requireConsent(actor: Actor): void {
  if (actorMay(actor, 'consent.write')) return
  throw new Problem({
    id: 'not-allowed',
    status: 403,
    detail: 'Declaring legal bases needs "consent.write". Add the source without them, or ask who may.',
  })
}

function userOf(actor: Actor): string | undefined {
  return actor.kind === 'member' ? actor.userId : undefined
}
